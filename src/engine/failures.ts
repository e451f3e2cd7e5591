import type { FailedTest } from '../breakdown/types.js';
import type { Condition, Scalar } from '../plan/types.js';
import type { Names } from './names.js';
import type { CompiledCondition } from './conditions.js';
import { type Exact, exactText, isWhole, toNumber } from './exact.js';
import { type Getter, type InHand, moneyIn, type NumberGetter, type Scope } from './expressions.js';
import { instantText } from './instant.js';
import { type Leaf, leavesIn } from './leaves.js';
import type { Moment } from './moment.js';

/** Stands where the name of a missing value would. */
export const DIVISION_BY_ZERO = 'a division by zero';

/** An amount with what it reads, for what is told when it comes to nothing. */
export interface Told {
  /** A negative amount counts as 0. */
  readonly get: NumberGetter;
  readonly leaves: () => readonly Leaf[];
}

export function toldIn(scalar: Scalar, scope: Scope): Told {
  return { get: moneyIn(scalar, scope), leaves: () => leavesIn(scalar, scope) };
}

/** Section 6, `condition-false`: the innermost false parts with the values seen. */
export function failures(condition: CompiledCondition, moment: Moment): readonly FailedTest[] {
  switch (condition.op) {
    case 'and':
      return condition.parts.filter((part) => !part.holds(moment)).flatMap((part) => failures(part, moment));
    case 'or':
      return condition.parts.flatMap((part) => failures(part, moment));
    default:
      return [failedTest(condition.text, condition.leaves(), moment)];
  }
}

/**
 * What is told when one test of a `one of` attribute of customer or order is false: it has few values, so each is made once and
 * shared by all breakdowns.
 */
export function failedOf(
  condition: Condition,
  compiled: CompiledCondition,
  names: Names,
): ((moment: Moment) => readonly FailedTest[]) | undefined {
  const leaves = compiled.leaves();
  const scalar = leaves[0]?.scalar;
  const isOneTest =
    condition.op === '=' || condition.op === '!=' || condition.op === 'in' || condition.op === 'not-in';
  if (!isOneTest || leaves.length !== 1 || scalar?.op !== 'read' || !names.isOneOf(scalar)) return undefined;
  const told = new Map<unknown, readonly FailedTest[]>();
  const get = leaves[0]?.get;
  return (moment) => {
    const value = get?.(moment);
    const known = told.get(value);
    if (known !== undefined) return known;
    const found = failures(compiled, moment);
    told.set(value, found);
    return found;
  };
}

/** An amount that came to nothing: each value missing in it as a test of its own, else a division by zero. */
export function missingValues(
  told: { get: Getter; leaves(): readonly Leaf[] },
  moment: Moment,
): readonly FailedTest[] {
  if (told.get(moment) !== undefined) return [];
  const leaves = told.leaves();
  const missing = missingAmong(leaves, moment);
  if (missing.length === 0) return [failedTest(DIVISION_BY_ZERO, leaves, moment)];
  return missing.map((name) => ({ test: name, seen: {}, missing: [name] }));
}

function failedTest(test: string, leaves: readonly Leaf[], moment: Moment): FailedTest {
  const missing = missingAmong(leaves, moment);
  const seen = leaves.flatMap((leaf) => {
    const value = leaf.get(moment);
    return value === undefined ? [] : [[leaf.text, printed(leaf, value, moment)] as const];
  });
  return { test, seen: Object.fromEntries(seen), ...(missing.length > 0 && { missing }) };
}

/** The names of the values that are missing, each once. */
export function missingAmong(leaves: readonly Leaf[], moment: Moment): readonly string[] {
  return [...new Set(leaves.filter((leaf) => leaf.get(moment) === undefined).map((leaf) => leaf.text))];
}

function printed({ scalar }: Leaf, value: InHand, { cart, printer }: Moment): FailedTest['seen'][string] {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (scalar.type === 'list') return value as readonly string[];
  const number = value as Exact;
  if (scalar.type === 'money') return printer.seen(number);
  if (scalar.type === 'time') {
    const isAt = scalar.op === 'read' && scalar.of === 'order' && scalar.name === 'at';
    return isAt ? cart.at : instantText(toNumber(number));
  }
  const isCount = scalar.op === 'measure' ? scalar.what !== 'total' : scalar.name === 'quantity';
  return isCount && isWhole(number) ? toNumber(number) : exactText(number);
}
