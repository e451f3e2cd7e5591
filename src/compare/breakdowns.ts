import type { Adjustment, Breakdown, ChargeOut, LineOut, Money, Total } from '../breakdown/types.js';
import { currencyOf, formatAmount } from '../money/index.js';
import { areAlike } from './alike.js';
import type { Sides } from './sum.js';

/** An amount before and after; `change` is after less before, and may be negative. */
export interface Change extends Sides<Money> {
  readonly change: Money;
}

/** What a promotion takes off; 0 where it does not apply. */
export interface PromotionChange extends Change {
  readonly promotion: string;
}

/** One line, or one shipping charge, before and after. */
export interface LineChange {
  readonly id: string;
  /** Of a line. */
  readonly sku?: string;
  readonly quantity?: number;
  readonly list: Change;
  readonly pay: Change;
  /** Every promotion that takes something off it before or after. */
  readonly promotions: readonly PromotionChange[];
}

/** Two breakdowns side by side, in the notation of both: decimal strings, or minor units. */
export interface BreakdownComparison {
  readonly currency: string;
  readonly amounts?: 'minor';
  /** Whether lines, charges, promotions, gifts, parties and broken guarantees are the same, each with its amounts. */
  readonly same: boolean;
  readonly total: Readonly<Record<keyof Total, Change>>;
  /** Lines in the order of the cart. */
  readonly lines: readonly LineChange[];
  readonly shipping: readonly LineChange[];
  /** All standings of a promotion together, in order of evaluation; those that apply before alone come last. */
  readonly promotions: readonly PromotionChange[];
}

export type BreakdownsResult =
  | { readonly ok: true; readonly comparison: BreakdownComparison }
  | { readonly ok: false; readonly message: string };

/**
 * Compares what two rule files make of one cart: the breakdown before and the one after. Of two carts the lines with the same id are
 * compared. Breakdowns of two currencies, or one in minor units and one not, cannot be: then a message says so. Never throws.
 */
export function compareBreakdowns(before: Breakdown, after: Breakdown): BreakdownsResult {
  if (before.currency !== after.currency)
    return refused(`a price in ${before.currency} and one in ${after.currency} cannot be compared`);
  if (before.amounts !== after.amounts)
    return refused('a price in minor units and one in decimals cannot be compared: price both carts alike');
  return { ok: true, comparison: compared(before, after) };
}

function refused(message: string): BreakdownsResult {
  return { ok: false, message };
}

function compared(before: Breakdown, after: Breakdown): BreakdownComparison {
  const money = new Notation(after);
  const total = (name: keyof Total): Change => money.change(before.total[name], after.total[name]);
  return {
    currency: after.currency,
    ...(after.amounts && { amounts: after.amounts }),
    same: areAlike(before, after),
    total: {
      list: total('list'),
      discount: total('discount'),
      shipping: total('shipping'),
      pay: total('pay'),
    },
    lines: entryChanges(before.lines, after.lines, money),
    shipping: entryChanges(before.shipping, after.shipping, money),
    promotions: promotionChanges(before.promotions, after.promotions, money),
  };
}

/** How amounts are written in both breakdowns. */
class Notation {
  readonly #digits: number;
  readonly #inMinor: boolean;

  constructor({ currency, amounts }: Breakdown) {
    this.#digits = currencyOf(currency)?.digits ?? 0;
    this.#inMinor = amounts === 'minor';
  }

  change(before: Money, after: Money): Change {
    return { before, after, change: this.written(this.minor(after) - this.minor(before)) };
  }

  minor(amount: Money): number {
    return typeof amount === 'number' ? amount : Number(amount.replace('.', ''));
  }

  written(minor: number): Money {
    return this.#inMinor ? minor : formatAmount(minor, this.#digits);
  }
}

type Entry = LineOut | ChargeOut;

/** What a line has, of which a charge has the id alone. */
type Named = Pick<LineChange, 'id' | 'sku' | 'quantity'>;

/** Those of after in their order, then those that were there before alone. */
function entryChanges(
  before: readonly Entry[],
  after: readonly Entry[],
  money: Notation,
): readonly LineChange[] {
  const earlier = new Map(before.map((entry) => [entry.id, entry]));
  const later = new Set(after.map(({ id }) => id));
  const gone = before.filter(({ id }) => !later.has(id));
  return [
    ...after.map((entry) => entryChange(earlier.get(entry.id), entry, money)),
    ...gone.map((entry) => entryChange(entry, undefined, money)),
  ];
}

function entryChange(before: Entry | undefined, after: Entry | undefined, money: Notation): LineChange {
  const nothing = money.written(0);
  const named: Named | undefined = after ?? before;
  return {
    id: named?.id ?? '',
    ...(named?.sku !== undefined && { sku: named.sku }),
    ...(named?.quantity !== undefined && { quantity: named.quantity }),
    list: money.change(before?.list ?? nothing, after?.list ?? nothing),
    pay: money.change(before?.pay ?? nothing, after?.pay ?? nothing),
    promotions: promotionChanges(before?.adjustments ?? [], after?.adjustments ?? [], money),
  };
}

type Taken = Pick<Adjustment, 'promotion' | 'amount'>;

/** What each promotion takes in all, before and after. */
function promotionChanges(
  before: readonly Taken[],
  after: readonly Taken[],
  money: Notation,
): readonly PromotionChange[] {
  const [earlier, later] = [sumsOf(before, money), sumsOf(after, money)];
  const ids = new Set([...later.keys(), ...earlier.keys()]);
  return [...ids].map((promotion) => ({
    promotion,
    ...money.change(money.written(earlier.get(promotion) ?? 0), money.written(later.get(promotion) ?? 0)),
  }));
}

function sumsOf(taken: readonly Taken[], money: Notation): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { promotion, amount } of taken)
    sums.set(promotion, (sums.get(promotion) ?? 0) + money.minor(amount));
  return sums;
}
