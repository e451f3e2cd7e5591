import type { Cart, CartLine, Charge, Value, Values } from '../cart/types.js';
import type { Attribute, Ruleset } from '../check/ruleset.js';
import { sum } from './rational.js';

/** What carries money: a line of the cart, or a shipping charge. */
export type Cell = LineCell | ChargeCell;

export interface LineCell {
  readonly kind: 'line';
  readonly id: string;
  readonly line: CartLine;
  readonly values: Named;
  /** Minor units before any promotion. */
  readonly list: bigint;
}

export interface ChargeCell {
  readonly kind: 'shipping';
  readonly id: string;
  readonly charge: Charge;
  readonly values: Named;
  readonly list: bigint;
}

/** Values of declared attributes by name; a missing one is not in it. */
export type Named = ReadonlyMap<string, Value>;

/** Minor units by cell; a cell that is not in it has none. */
export type Amounts = ReadonlyMap<Cell, bigint>;

export interface Cells {
  readonly lines: readonly LineCell[];
  readonly charges: readonly ChargeCell[];
}

export function cellsOf(cart: Cart, { line: ofLine, shipping: ofCharge }: Ruleset['attributes']): Cells {
  return {
    lines: cart.lines.map((line) => ({
      kind: 'line',
      id: line.id,
      line,
      values: named(line.values, ofLine),
      list: BigInt(line.list),
    })),
    charges: cart.shipping.map((charge) => ({
      kind: 'shipping',
      id: charge.id,
      charge,
      values: named(charge.values, ofCharge),
      list: BigInt(charge.amount),
    })),
  };
}

/** The cart holds a value at the place of its declaration. */
export function named(values: Values, declared: readonly Attribute[]): Named {
  return new Map(
    declared.flatMap(({ name }, slot) => {
      const value = values[slot];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The list price of one unit, exactly. */
export function unitPrice({ finer, price }: CartLine): string | number {
  return finer ?? price;
}

/** Section 2: ids sort by UTF-16 code unit; lines stand before charges. */
export function byId(a: Cell, b: Cell): number {
  if (a.kind !== b.kind) return a.kind === 'line' ? -1 : 1;
  return compareText(a.id, b.id);
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function amountOf(amounts: Amounts, cell: Cell): bigint {
  return amounts.get(cell) ?? 0n;
}

export function totalOf(amounts: Amounts, cells: Iterable<Cell> = amounts.keys()): bigint {
  return sum([...cells].map((cell) => amountOf(amounts, cell)));
}

/** What stands on lines, without shipping. */
export function goodsIn(amounts: Amounts): bigint {
  return totalOf(
    amounts,
    [...amounts.keys()].filter((cell) => cell.kind === 'line'),
  );
}

/** Each amount less what is taken from it. */
export function less(amounts: Amounts, taken: Amounts): Amounts {
  if (taken.size === 0) return amounts;
  const rest = new Map(amounts);
  for (const [cell, amount] of taken) if (rest.has(cell)) rest.set(cell, amountOf(rest, cell) - amount);
  return rest;
}

/** Both together, cell by cell. */
export function plus(first: Amounts, second: Amounts): Amounts {
  const both = new Map(first);
  for (const [cell, amount] of second) both.set(cell, amountOf(both, cell) + amount);
  return both;
}

/** The units of a line after every promotion are alike: `left` split evenly, differing by at most one, larger ones first. */
export function unitsOf(
  left: bigint,
  quantity: number,
): readonly { readonly count: bigint; readonly left: bigint }[] {
  const count = BigInt(quantity);
  const larger = left % count;
  const units = [
    { count: larger, left: left / count + 1n },
    { count: count - larger, left: left / count },
  ];
  return units.filter((unit) => unit.count > 0n);
}
