import type { FailedTest } from '../breakdown/types.js';
import type { Rounding } from '../plan/types.js';
import { MAX_AMOUNT } from '../money/index.js';
import { add, atMost, compare, divide, type Exact, lesser, multiply, round, subtract } from './exact.js';
import { missingValues, type Told } from './failures.js';
import type { Moment } from './moment.js';
import type { UnitGroup } from './units.js';

/** What an offer comes to before caps, floors and what lines can bear: one sum to spread, or a part for each line. */
export type Formed = FormedSum | FormedParts;

/** A value that an offer's amount needs and the cart does not carry. */
export interface Missing {
  readonly kind: 'missing';
  readonly failed: readonly FailedTest[];
}

export interface FormedSum {
  readonly kind: 'sum';
  readonly cells: readonly number[];
  /** What was left on the cells together. */
  readonly base: number;
  /** What a percentage was taken of, where the offer names it. */
  readonly of: Exact | undefined;
  readonly percent: Exact | undefined;
  readonly exact: Exact;
  readonly face: number;
}

export interface FormedParts {
  readonly kind: 'parts';
  readonly percent: Exact | undefined;
  readonly parts: readonly FormedPart[];
  readonly face: number;
  /** Where it was formed on groups of units: each group, and what it saved. */
  readonly groups: readonly FormedGroup[] | undefined;
}

export interface FormedGroup extends UnitGroup {
  readonly amount: number;
}

export interface FormedPart {
  readonly line: number;
  /** What was left on it, or on those of its units that were picked. */
  readonly base: number;
  readonly of: Exact | undefined;
  readonly exact: Exact;
  readonly amount: number;
}

/** A discount before it is rounded. */
export interface Discount {
  readonly kind: 'discount';
  readonly exact: Exact;
  readonly percent: Exact | undefined;
  /** What the percentage was taken of, where the offer names it. */
  readonly of: Exact | undefined;
}

/** A percentage (15 for 15 %) of what is left, or of `base`; or an amount of money. */
export type Amount =
  | { readonly kind: 'percent'; readonly percent: Told; readonly base: Told | undefined }
  | { readonly kind: 'money'; readonly amount: Told };

export function missing(told: Told, moment: Moment): Missing {
  return { kind: 'missing', failed: missingValues(told, moment) };
}

export function discount(exact: Exact, percent?: Exact, of?: Exact): Discount {
  return { kind: 'discount', exact, percent, of };
}

/** A percentage of what is left (or of another base), or an amount; as often as the threshold was met, at most all. */
export function discountOf(amount: Amount, left: Exact, times: number, moment: Moment): Discount | Missing {
  if (amount.kind === 'money') {
    const exact = amount.amount.get(moment);
    return exact === undefined ? missing(amount.amount, moment) : discount(multiply(exact, times));
  }
  const percent = amount.percent.get(moment);
  const named = amount.base?.get(moment);
  if (percent === undefined) return missing(amount.percent, moment);
  if (amount.base && named === undefined) return missing(amount.base, moment);
  const share = lesser(multiply(percent, times), 100);
  return discount(divide(multiply(named ?? left, share), 100), share, named);
}

/** Section 2: the one rounding; `of price` rounds what remains to pay instead of the discount. */
export function roundDiscount(exact: Exact, price: number, { mode, of }: Rounding): number {
  const remains = of === 'price' ? subtract(price, exact) : 0;
  if (compare(remains, 0) <= 0) return atMost(round(mode, exact), MAX_AMOUNT);
  return atMost(subtract(price, round(mode, remains)), MAX_AMOUNT);
}

/** Section 2: what comes to more than the greatest amount counts as that amount, since no cart could give more. */
export function withinMoney(amount: number): number {
  return Math.min(amount, MAX_AMOUNT);
}

/** The same, at most the price itself. */
export function roundWithin(exact: Exact, price: number, rounding: Rounding): number {
  return Math.min(price, roundDiscount(exact, price, rounding));
}

/** The same discount on several alike units. */
export function timesOver({ exact, percent, of }: Discount, count: number): Discount {
  return discount(multiply(exact, count), percent, of === undefined ? undefined : multiply(of, count));
}

/** Sums where the first may be missing. */
export function addSome(a: Exact | undefined, b: Exact | undefined): Exact | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : add(a, b);
}

/** Where only values on some lines are missing the others count; when all are, the offer is missing. */
export class Collector<Item> {
  readonly items: Item[] = [];
  percent: Exact | undefined;
  #lacking: Missing | undefined;

  /** Takes what was formed on one line or moment of units; false when a value of it is missing. */
  take(found: Discount | Missing): found is Discount {
    if (found.kind === 'missing') {
      this.#lacking ??= found;
      return false;
    }
    this.percent = found.percent;
    return true;
  }

  get lacking(): Missing | undefined {
    return this.items.length === 0 ? this.#lacking : undefined;
  }
}
