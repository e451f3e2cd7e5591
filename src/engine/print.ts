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

/** Members are set one after the other: spreading the optional ones in costs several times as much. */
function printStep({ offer, granted, times }: Step, context: Context): StepOut {
  const { formed, amount, cuts, spread } = granted;
  const { printer } = context;
  const told: Writable<StepOut> = { offer: offer.text } as Writable<StepOut>;
  if (formed.kind === 'sum') told.base = printer.money(formed.base);
  if (formed.kind === 'sum' && formed.of !== undefined) told.of = printer.exact(formed.of);
  if (formed.percent !== undefined) told.percent = exactText(formed.percent);
  if (times !== undefined) told.times = times;
  if (formed.kind === 'sum' && !isWhole(formed.exact)) told.exact = printer.exact(formed.exact);
  told.face = printer.money(formed.face);
  told.amount = printer.money(amount);
  if (cuts.length > 0) told.cuts = printCuts(cuts, printer);
  if (spread) told.allocation = printAllocation(spread, context);
  if (formed.kind === 'parts') {
    told.parts = printParts(formed, context);
    if (formed.groups) told.groups = formed.groups.map((group) => printGroup(group, context));
  }
  return told;
}

type Writable<T> = { -readonly [Member in keyof T]: T[Member] };

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
  const amount = printer.money(part);
  const shippingId = line ? '' : (shipping[cell - lines.length]?.id ?? '');
  if (weight < 0)
    return line ? { line: line.id, full: true, amount } : { shipping: shippingId, full: true, amount };
  const share = String(weight);
  const remainder = String(mulDivRest(spread, weight, sum));
  return line
    ? { line: line.id, weight: share, remainder, amount }
    : { shipping: shippingId, weight: share, remainder, amount };
}
