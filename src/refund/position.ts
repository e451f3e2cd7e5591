import type { Sale, SaleCell, SaleLine } from './sale.js';
import { fromTheEnd, sharesOf } from './shares.js';
import { byName, byPromotion, type Sums, type SumsByPromotion, totalOf } from './sums.js';
import type { ShippingRule } from './types.js';

/** How many units of each line have come back, by id. */
export type Units = ReadonlyMap<string, bigint>;

/**
 * What was paid for all that has come back, and what was taken off it. It depends on what has come back alone, not on the
 * order or the steps; it never falls when more comes back, and is all there was when everything has.
 */
export interface Position {
  /** One for each line of the sale. */
  readonly lines: readonly CellBack[];
  readonly goods: bigint;
  readonly shipping: bigint;
  /** What each promotion took off the goods that have come back. */
  readonly offGoods: Sums;
  /** What each party paid of that, and of what came back of shipping: by promotion, then by party. */
  readonly funding: SumsByPromotion;
  readonly commission: Sums;
}

/** What a line or charge gives back: `list` less `taken` is `paid`. */
export interface CellBack {
  readonly list: bigint;
  readonly paid: bigint;
  /** One for each adjustment, with what each party pays of it. */
  readonly taken: readonly PartBack[];
}

interface PartBack {
  readonly promotion: string;
  readonly amount: bigint;
  readonly funding: Sums;
}

export function positionOf(sale: Sale, units: Units, rule: ShippingRule): Position {
  const lines = sale.lines.map((line) => lineBack(line, units.get(line.id) ?? 0n));
  const goods = totalOf(lines.map(({ paid }) => paid));
  const charges = sale.charges.map((charge) => chargeBack(charge, sale, { goods, units, rule }));
  const all = [...lines, ...charges].flatMap(({ taken }) => taken);
  return {
    lines,
    goods,
    shipping: shippingBack(sale.shipping, sale, { goods, units, rule }),
    offGoods: byName(lines.flatMap(({ taken }) => taken.map(({ promotion, amount }) => [promotion, amount]))),
    funding: byPromotion(all),
    commission: commissionOf(sale, units),
  };
}

export function isAllBack(sale: Sale, units: Units): boolean {
  return sale.lines.every(({ id, quantity }) => units.get(id) === quantity);
}

function lineBack(line: SaleLine, units: bigint): CellBack {
  const list = fromTheEnd(line.list, line.quantity, units);
  const paid = fromTheEnd(line.pay, line.quantity, units);
  return { list, paid, taken: partsOf(line, list - paid) };
}

interface Progress {
  readonly goods: bigint;
  readonly units: Units;
  readonly rule: ShippingRule;
}

/** Of an amount of shipping: what the rule lets come back. */
function shippingBack(amount: bigint, sale: Sale, { goods, units, rule }: Progress): bigint {
  if (rule === 'never') return 0n;
  if (isAllBack(sale, units)) return amount;
  const paid = sale.pay - sale.shipping;
  return rule === 'last' || paid === 0n ? 0n : (amount * goods) / paid;
}

/** What was taken off a charge comes back as it does; what was paid is reckoned for all charges together. */
function chargeBack(charge: SaleCell, sale: Sale, progress: Progress): CellBack {
  const taken = shippingBack(charge.list - charge.pay, sale, progress);
  return { list: 0n, paid: 0n, taken: partsOf(charge, taken) };
}

/** Splits what was taken over its standings, and of each over who pays for it, so that every sum holds. */
function partsOf({ taken }: SaleCell, off: bigint): readonly PartBack[] {
  const amounts = sharesOf(
    off,
    taken.map(({ amount }) => amount),
  );
  return taken.map(({ adjustment, funding }, index) => {
    const amount = amounts[index] ?? 0n;
    const shares = sharesOf(amount, [...funding.values()]);
    return {
      promotion: adjustment.promotion,
      amount,
      funding: new Map([...funding.keys()].map((party, place) => [party, shares[place] ?? 0n])),
    };
  });
}

function commissionOf({ lines }: Sale, units: Units): Sums {
  return byName(
    lines.flatMap(({ id, quantity, earned }) =>
      earned.map(({ party, amount }) => [party, fromTheEnd(amount, quantity, units.get(id) ?? 0n)] as const),
    ),
  );
}
