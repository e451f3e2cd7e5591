import { amountText, decimalOf, percentText } from './amounts.js';
import { isOriginal, isTogether } from './arrangement.js';
import { CannotBeSaid } from './cannot.js';
import { type Context, isLoose } from './context.js';
import type { Base, RowEffect, RowRounding, RowRule } from '../row.js';

/** One promotion's worth of an effect: what stands between its conditions and its end. */
export interface Part {
  /** As `on lines where` says them; nothing for all lines. */
  readonly lines?: string | undefined;
  /** The whole `on …` clause where it is for more than lines. */
  readonly on?: string;
  /** Tests of its own, beside the rule's: of several parts with such tests at most one stands. */
  readonly when?: readonly string[];
  readonly forEachLine?: boolean;
  /** Settings and limits for all its offers. */
  readonly settings?: readonly string[];
  /** Thresholds with their offers, or offers alone. */
  readonly body: readonly string[];
  /** Offers without a threshold of their own. */
  readonly isPlain?: boolean;
}

/** One effect where it stands. */
export interface Turn {
  readonly rule: RowRule;
  readonly effect: RowEffect;
  readonly context: Context;
}

export function conditionBase({ row }: Context): Base {
  return row.conventions.conditionBase ?? 'original';
}

/** What is taken: `15%`, `15% of list`, `5.00`. Nothing at all is an amount that an order may carry. */
export function takenText(kind: 'percent' | 'amount', value: string, turn: Turn): string {
  const { context } = turn;
  if (decimalOf(value).isZero()) return NOTHING;
  if (kind === 'amount') return amountText(value, context.row.currency);
  const base = isOfList(turn) ? ' of list' : '';
  return `${percentText(value)}%${base}`;
}

/** An order attribute that is 0.00 in every cart: a rule file refuses a discount of nothing. */
export const NOTHING = 'order.nothing';

/** A percentage of original prices names its base, where amounts are not formed on those anyway. */
function isOfList({ context, effect }: Turn): boolean {
  return isOriginal(effect, context.row) && !isTogether(context);
}

/** The most that the whole effect may take. */
export function capText({ context, effect }: Turn, forEachLine = false): readonly string[] {
  const { cap } = effect;
  if (cap === undefined) return [];
  const amount = decimalOf(cap).isZero() ? NOTHING : amountText(cap, context.row.currency);
  return [`capped at ${amount}${forEachLine ? ' in all' : ''}`];
}

/** `rounding …` where a sum over the order is rounded in its own way. */
export function orderRounding({ context, effect }: Turn): readonly string[] {
  const mode = context.row.conventions.orderPercentRounding;
  if (effect.per !== 'order' || mode === undefined) return [];
  return [`rounding ${roundingWord(mode, context)}`];
}

const ROUNDINGS = {
  half_up: 'half-up',
  half_down: 'half-down',
  half_even: 'half-even',
  down: 'down',
  floor: 'down',
  up: 'up',
  ceil: 'up',
  // What needs no rounding is rounded by none; what would need one is found in the numbers.
  none: 'half-up',
} as const;

/** Discounts are not negative, so that towards zero is also towards minus infinity. */
export function roundingWord(mode: RowRounding, { row }: Context): string {
  if (mode !== 'half_odd') return ROUNDINGS[mode];
  if (isLoose(row)) return 'half-even';
  throw new CannotBeSaid('rounding', 'half to odd');
}

export function given<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new CannotBeSaid('outside the schema', `an effect without ${what}`);
  return value;
}
