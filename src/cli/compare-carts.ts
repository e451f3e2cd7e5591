import { countRefused } from '../compare/count-cart.js';
import { comparisonOf } from '../compare/report.js';
import { compareRules } from '../compare/rules.js';
import type { Sides } from '../compare/sum.js';
import { mergeTally, noTally, type Tally } from '../compare/tally.js';
import type { Comparison, RuleChange, RuleChanges } from '../compare/types.js';
import type { Overrides } from './cart.js';
import type { Rules } from './compare-rules.js';
import { STANDARD_INPUT } from './input.js';
import type { Io } from './io.js';
import type { Result } from './many/batch.js';
import { mappingFor, openCarts } from './many/carts.js';
import type { Compared, CompareSetup } from './many/compare-job.js';
import { brokenBy, runMany } from './many/run.js';
import type { Mapping } from './mapping/shape.js';
import { EXIT, type ExitCode, Stop } from './stop.js';

interface Options extends Overrides {
  readonly carts: string;
  readonly map?: string;
  readonly jobs?: number;
}

/** What came of all carts, or the exit code of a run that did not come to its end. */
export type Ran =
  | { readonly comparison: Comparison; readonly code?: never }
  | { readonly comparison?: never; readonly code: ExitCode };

/** Prices all carts by both rules. A part of the carts says little of all: where the user interrupts, nothing is told of them. */
export async function compareCarts(rules: Sides<Rules>, options: Options, io: Io): Promise<Ran> {
  const { carts, map, jobs = io.processors } = options;
  const planRules = both(rules, ({ plan }) => plan.rules);
  const read = map === undefined ? undefined : mappingFor(map, Object.values(planRules), io);
  if (map !== undefined && read === undefined) return { code: EXIT.refused };
  const { source, batches, mapping } = openCarts(carts, read, io);
  const tally = noTally();
  const onResult = (result: Result): void => countResult(tally, result);
  const setup = setupOf(rules, options, mapping);
  const summary = await runMany({ source, batches, setup, jobs, onResult }, io);
  const broken = brokenBy(summary);
  if (broken !== undefined) throw broken;
  if (summary.ended === 'interrupted') {
    io.err.write(`interrupted behind line ${summary.last}: nothing is compared\n`);
    return { code: EXIT.interrupted };
  }
  if (summary.carts + summary.bad === 0) throw new Stop(`${source.name} holds no cart`);
  const { files } = setup;
  const name = carts === '-' ? STANDARD_INPUT : carts;
  return {
    comparison: comparisonOf(tally, { rules: planRules, files, carts: name, changes: withTexts(rules) }),
  };
}

function setupOf(
  rules: Sides<Rules>,
  { at, code = [] }: Options,
  mapping: Mapping | undefined,
): CompareSetup {
  return {
    kind: 'compare',
    plans: both(rules, ({ plan }) => JSON.stringify(plan)),
    files: both(rules, ({ file }) => file),
    ...(mapping !== undefined && { mapping }),
    overrides: { ...(at !== undefined && { at }), code },
  };
}

function both<From, To>({ before, after }: Sides<From>, make: (from: From) => To): Sides<To> {
  return { before: make(before), after: make(after) };
}

/** Carts that could not be read at all never came to the job: neither rules can price them. */
function countResult(into: Tally, { bad, tally: counted }: Result): void {
  const { refused, tally } = counted as Compared;
  mergeTally(into, tally);
  const known = new Set(refused);
  for (const { line, mistakes } of bad)
    if (!known.has(line))
      countRefused(
        into,
        { line },
        'both',
        mistakes.map(({ message }) => message),
      );
}

/** What changed in the rules, with the text of the promotions where the rules are rule files. */
function withTexts(rules: Sides<Rules>): RuleChanges {
  const changes = compareRules(rules.before.plan.rules, rules.after.plan.rules);
  return { ...changes, promotions: changes.promotions.map((change) => withText(change, rules)) };
}

function withText(change: RuleChange, rules: Sides<Rules>): RuleChange {
  const before = change.change === 'added' ? undefined : rules.before.textOf(change.promotion);
  const after = change.change === 'removed' ? undefined : rules.after.textOf(change.promotion);
  return { ...change, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
