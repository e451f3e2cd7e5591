import type { Breakdown } from '../breakdown/types.js';
import { shown } from '../shown.js';
import { allocationEquations } from './allocation-equations.js';
import { amountEquations, notation } from './amount-equations.js';
import { printMoney } from './amounts.js';
import { auditOf } from './audit.js';
import { isBreakdown } from './breakdown-shape.js';
import type { Equation } from './equation.js';
import type { Failure, Finding, Said } from './failure.js';
import { groupEquations } from './group-equations.js';
import { lineEquations } from './line-equations.js';
import { limitEquations } from './limit-equations.js';
import { orderEquations } from './order-equations.js';
import { referenceEquations } from './reference-equations.js';
import { reportEquations } from './report-equations.js';
import { settlementEquations } from './settlement-equations.js';
import type { Reading } from './shape.js';
import { standingEquations } from './standing-equations.js';
import { stepEquations } from './step-equations.js';
import { totalEquations } from './total-equations.js';

/** Every equation that is tested once the shape is right and amounts are written alike, in the order of findings. */
export const equations: readonly Equation[] = [
  ...amountEquations,
  ...lineEquations,
  ...totalEquations,
  ...orderEquations,
  ...referenceEquations,
  ...standingEquations,
  ...stepEquations,
  ...groupEquations,
  ...allocationEquations,
  ...limitEquations,
  ...settlementEquations,
  ...reportEquations,
];

/**
 * Tests a breakdown by itself: that it has the shape of one, and that every equation of `equations` holds in it. Shares no
 * code with what prices carts, so a fault there cannot hide here.
 *
 * `value` is what `JSON.parse` gives, or a `Breakdown`; its JSON is what is tested. Never throws: what is no breakdown at
 * all gives findings of the equation `shape`, and amounts that are not written alike findings of `digits`; the other
 * equations are tested only where there are none of these. Findings come equation by equation, in the breakdown's order.
 */
export function verify(value: unknown): readonly Finding[] {
  return readSound(value).findings;
}

/** A value read once, so that nothing can tell one thing to its checker and another to who trusts it. */
export interface Sound {
  /** Where it has the shape of a breakdown. */
  readonly breakdown?: Breakdown;
  readonly findings: readonly Finding[];
}

/** A copy of a breakdown, with what `verify` finds in it. */
export function readSound(value: unknown): Sound {
  const copy = jsonOf(value);
  const reading: Reading = { failures: [], amounts: [] };
  if (!isBreakdown(copy, reading))
    return { findings: reading.failures.map((failure) => findingOf(shape, failure, 0)) };
  const audit = auditOf(copy, reading.amounts);
  const unlike = findingsOf(notation, audit, audit.digits);
  const findings =
    unlike.length > 0 ? unlike : equations.flatMap((equation) => findingsOf(equation, audit, audit.digits));
  return { breakdown: copy, findings };
}

const shape: Pick<Equation, 'name' | 'says'> = {
  name: 'shape',
  says: 'a breakdown has the members that its documentation names, and no others',
};

/** What a reader of the value's JSON would see; nothing when it has none (a cycle, a member that throws). */
export function jsonOf(value: unknown): unknown {
  try {
    const text: string | undefined = JSON.stringify(value);
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What of an equation does not hold in a document whose amounts have so many decimals. */
export function findingsOf<Document>(
  equation: Equation<Document>,
  document: Document,
  digits: number,
): readonly Finding[] {
  return [...equation.failures(document)].map((failure) => findingOf(equation, failure, digits));
}

export function findingOf(
  { name, says }: Pick<Equation, 'name' | 'says'>,
  failure: Failure,
  digits: number,
): Finding {
  const expected = shown(print(failure.expected, digits));
  const found = shown(print(failure.found, digits));
  const message = `${says}: expected ${expected}, found ${found}`;
  return { equation: name, path: shown(failure.path), expected, found, message };
}

function print(said: Said, digits: number): string {
  if (typeof said === 'string') return said;
  const words = typeof said === 'bigint' ? [said] : said;
  return words.map((word) => (typeof word === 'bigint' ? printMoney(word, digits) : word)).join(' ');
}
