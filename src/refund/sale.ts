import type { Adjustment, Breakdown, Money } from '../breakdown/types.js';
import type { Books, EarnedEntry, Place, TakenEntry } from '../reference/books.js';
import type { Sums } from './sums.js';

/** A breakdown with who pays and earns what on each line, in minor units: what goods come back of. */
export interface Sale {
  readonly breakdown: Breakdown;
  readonly pay: bigint;
  /** What all charges paid. */
  readonly shipping: bigint;
  readonly lines: readonly SaleLine[];
  readonly charges: readonly SaleCell[];
}

/** A line or a charge: `list` less what was taken is `pay`. */
export interface SaleCell {
  readonly list: bigint;
  readonly pay: bigint;
  readonly taken: readonly Taken[];
}

export interface SaleLine extends SaleCell {
  readonly id: string;
  readonly sku: string;
  readonly quantity: bigint;
  /** What each party earned on it. */
  readonly earned: readonly EarnedEntry[];
}

/** An adjustment, and what of it each party pays; nothing where nobody is named. */
export interface Taken {
  readonly adjustment: Adjustment;
  readonly amount: bigint;
  readonly funding: Sums;
}

/** An amount in minor units, given that the breakdown has the currency's digits throughout. */
export function minor(amount: Money): bigint {
  return BigInt(typeof amount === 'number' ? amount : amount.replace('.', ''));
}

/** Without books nobody pays and nobody earns: so only where the breakdown says the same. */
export function saleOf(breakdown: Breakdown, books?: Books): Sale {
  const { lines, shipping, total } = breakdown;
  const taken = byPlace(books?.taken ?? []);
  const earned = byPlace(books?.earned ?? []);
  const cell = (kind: Place['kind'], row: Row): SaleCell => cellOf(row, taken.get(`${kind} ${row.id}`) ?? []);
  return {
    breakdown,
    pay: minor(total.pay),
    shipping: minor(total.shipping),
    lines: lines.map((line) => ({
      id: line.id,
      sku: line.sku,
      quantity: BigInt(line.quantity),
      ...cell('line', line),
      earned: earned.get(`line ${line.id}`) ?? [],
    })),
    charges: shipping.map((charge) => cell('shipping', charge)),
  };
}

function byPlace<Entry extends { readonly on: Place }>(
  entries: readonly Entry[],
): ReadonlyMap<string, readonly Entry[]> {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = `${entry.on.kind} ${entry.on.id}`;
    const own = places.get(key);
    if (own === undefined) places.set(key, [entry]);
    else own.push(entry);
  }
  return places;
}

type Row = Pick<Breakdown['lines'][number], 'id' | 'list' | 'pay' | 'adjustments'>;

/** Both the adjustments of a row and its entries stand in order of evaluation, one for each standing. */
function cellOf({ list, pay, adjustments }: Row, entries: readonly TakenEntry[]): SaleCell {
  const taken = adjustments.map((adjustment, index) => ({
    adjustment,
    amount: minor(adjustment.amount),
    funding: entries[index]?.funding ?? new Map<string, bigint>(),
  }));
  return { list: minor(list), pay: minor(pay), taken };
}
