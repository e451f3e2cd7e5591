import type {
  Allocation,
  AllocationPart,
  Cut,
  Group,
  Part,
  Step as StepOut,
  ThresholdMet,
} from '../breakdown/types.js';
import { mulDivRest } from '../money/index.js';
import type { Spread } from './allocate.js';
import { compare, type Exact, exactText, floor, isWhole, toNumber } from './exact.js';
import type { FormedGroup, FormedParts } from './forming.js';
import type { Grant, Step } from './grant.js';
import type { Printer } from './printer.js';
import type { RawCut } from './step.js';
import type { Units } from './units.js';

/** What the numbers of a grant are printed with: how amounts are written, and the ids of lines and charges. */
export interface Context {
  readonly printer: Printer;
  readonly lines: readonly { readonly id: string }[];
  readonly shipping: readonly { readonly id: string }[];
}

/** What the threshold was met with; nothing for an offer that stands alone. */
export function printMet(
  { rule, measured, reached, tier, times }: Grant,
  { printer }: Context,
): ThresholdMet | undefined {
  const { kind } = rule.plan.opens;
  if (kind === 'always') return undefined;
  const isMoney = kind === 'spend' || kind === 'every-amount';
  const shown = (value: Exact): number | string =>
    isMoney ? printer.money(floor(value)) : toNumber(floor(value));
  const isEvery = kind === 'every-amount' || kind === 'every-units';
  return {
    kind,
    measured: shown(measured),
    reached: shown(reached),
    ...(tier > 0 && { tier }),
    ...(isEvery && { times }),
  };
}

/** Section 6: the numbers that formed each offer's amount. */
export function printSteps(steps: readonly Step[], context: Context): readonly StepOut[] {
  return steps.map((step) => printStep(step, context));
}

function printStep({ offer, granted, times }: Step, context: Context): StepOut {
  const { formed, amount, cuts, spread } = granted;
  const { printer } = context;
  return {
    offer: offer.text,
    ...(formed.kind === 'sum' && { base: printer.money(formed.base), ...ofMember(formed.of, printer) }),
    ...(formed.percent !== undefined && { percent: exactText(formed.percent) }),
    ...(times !== undefined && { times }),
    ...(formed.kind === 'sum' && exactMember(formed.exact, printer)),
    face: printer.money(formed.face),
    amount: printer.money(amount),
    ...(cuts.length > 0 && { cuts: printCuts(cuts, printer) }),
    ...(spread && { allocation: printAllocation(spread, context) }),
    ...(formed.kind === 'parts' && partsMembers(formed, context)),
  };
}

function ofMember(of: Exact | undefined, printer: Printer): { readonly of?: string } {
  return of === undefined ? {} : { of: printer.exact(of) };
}

/** Left out where the value was whole already. */
function exactMember(exact: Exact, printer: Printer): { readonly exact?: string } {
  return isWhole(exact) ? {} : { exact: printer.exact(exact) };
}

export function printCuts(cuts: readonly RawCut[], printer: Printer): readonly Cut[] {
  return cuts.map(({ why, limit, by, to }) => ({
    why,
    ...(limit !== undefined && { limit: printer.money(limit) }),
    by: printer.money(by),
    ...(to !== undefined && { to }),
  }));
}

function partsMembers(formed: FormedParts, context: Context): Pick<StepOut, 'parts' | 'groups'> {
  const { groups } = formed;
  return {
    parts: printParts(formed, context),
    ...(groups && { groups: groups.map((group) => printGroup(group, context)) }),
  };
}

/** Lines as in the cart; a line on which nothing was formed is left out. */
function printParts({ parts }: FormedParts, { lines, printer }: Context): readonly Part[] {
  return parts
    .filter(({ amount }) => compare(amount, 0) > 0)
    .sort((a, b) => a.line - b.line)
    .map(({ line, base, of, exact, amount }) => ({
      line: lines[line]?.id ?? '',
      base: printer.money(base),
      ...ofMember(of, printer),
      ...exactMember(exact, printer),
      amount: printer.money(amount),
    }));
}

/** A group's picked units, and those that only opened it; alike groups stand once, with how many they are. */
function printGroup({ picked, openers, times, amount }: FormedGroup, { lines, printer }: Context): Group {
  const print = (units: Units): Group['units'] =>
    units.map(({ line, count, left }) => ({ line: lines[line]?.id ?? '', count, left: printer.money(left) }));
  return {
    units: print(picked),
    ...(openers.length > 0 && { qualifiers: print(openers) }),
    ...(times > 1 && { times }),
    amount: printer.money(amount),
  };
}

/** Lines as in the cart, then charges. */
function printAllocation({ cells, parts, weights, amount, sum }: Spread, context: Context): Allocation {
  return {
    amount: context.printer.money(amount),
    sum: String(sum),
    parts: cells.map((cell, index) =>
      printPart(cell, weights[index] as number, parts[index] as number, amount, sum, context),
    ),
  };
}

function printPart(
  cell: number,
  weight: number,
  part: number,
  spread: number,
  sum: number,
  { lines, shipping, printer }: Context,
): AllocationPart {
  const line = lines[cell];
  const whose = line ? { line: line.id } : { shipping: shipping[cell - lines.length]?.id ?? '' };
  const amount = printer.money(part);
  if (weight < 0) return { ...whose, full: true, amount };
  return { ...whose, weight: String(weight), remainder: String(mulDivRest(spread, weight, sum)), amount };
}
