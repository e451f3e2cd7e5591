import { decimalOf, unitsOf } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import type { Context, Tie } from './context.js';
import type { RowLine, RowPick, RowScope } from '../row.js';
import { linesIn, unitsIn } from './scope.js';

export type Ranking = 'dearest' | 'cheapest';

/**
 * The end from which units are ranked so that the row's own way of walking the lines picks the same units. Reckon knows
 * no place in the cart: units taken in an order of lines are said only where an order of prices takes the same ones.
 * `needed` is how many are taken; zero where rounds may take any number.
 */
export function rankingOf(
  pick: RowPick,
  scope: RowScope | undefined,
  needed: number,
  context: Context,
): Ranking {
  const lines = linesIn(scope, context);
  const plain = pick === 'cheapest' ? 'cheapest' : 'dearest';
  if (lines.length < 2 || (needed > 0 && unitsIn(scope, context) <= needed)) return plain;
  const walked = walk(lines, pick);
  const takesSame = (end: Ranking): boolean => {
    const order = ranked(walked, end);
    return needed === 0 ? sameOrder(order, walked) : sameUnits(order, walked, needed);
  };
  const ranking = RANKINGS[plain].find(takesSame);
  if (ranking === undefined)
    throw new CannotBeSaid(
      'cart order',
      `lines taken ${pick.replaceAll('_', ' ')}, which is no order of prices`,
    );
  context.ties.push(...tiesOf(ranked(walked, ranking), ranking, needed));
  return ranking;
}

/** The row's own word first. */
const RANKINGS: Readonly<Record<Ranking, readonly Ranking[]>> = {
  dearest: ['dearest', 'cheapest'],
  cheapest: ['cheapest', 'dearest'],
};

/** The lines in the order in which the source takes their units. */
export function walk(lines: readonly RowLine[], pick: RowPick): readonly RowLine[] {
  switch (pick) {
    case 'cart':
      return lines;
    case 'cheapest':
      return lines.toSorted((a, b) => priceOf(a).comparedTo(priceOf(b)));
    case 'dearest':
      return lines.toSorted((a, b) => priceOf(b).comparedTo(priceOf(a)));
    case 'dearest_line_total':
      return lines.toSorted((a, b) => totalOf(b).comparedTo(totalOf(a)));
    case 'dearest_line_total_last':
      return lines.toReversed().toSorted((a, b) => totalOf(b).comparedTo(totalOf(a)));
    case 'qty_desc':
      return lines.toSorted((a, b) => unitsOf(b.qty) - unitsOf(a.qty));
  }
}

function priceOf({ unitPrice }: RowLine): ReturnType<typeof decimalOf> {
  return decimalOf(unitPrice);
}

function totalOf(line: RowLine): ReturnType<typeof decimalOf> {
  return priceOf(line).times(unitsOf(line.qty));
}

/** By price from one end; equal prices stay as they are walked. */
function ranked(lines: readonly RowLine[], end: Ranking): readonly RowLine[] {
  return lines.toSorted((a, b) =>
    end === 'dearest' ? priceOf(b).comparedTo(priceOf(a)) : priceOf(a).comparedTo(priceOf(b)),
  );
}

function sameOrder(one: readonly RowLine[], other: readonly RowLine[]): boolean {
  return one.every((line, index) => line === other[index]);
}

/** Whether the first units of two orders are the same. */
function sameUnits(one: readonly RowLine[], other: readonly RowLine[], needed: number): boolean {
  const [first, second] = [firstUnits(one, needed), firstUnits(other, needed)];
  return one.every((line) => first.get(line) === second.get(line));
}

function firstUnits(lines: readonly RowLine[], needed: number): ReadonlyMap<RowLine, number> {
  let rest = needed;
  return new Map(
    lines.map((line) => {
      const taken = Math.min(rest, unitsOf(line.qty));
      rest -= taken;
      return [line, taken];
    }),
  );
}

/**
 * Which of equal prices must rank first: a line whose units are taken before one whose units are not; all of them where rounds may
 * take any number. Cheapest first is the exact reverse of dearest first, ties included.
 */
function tiesOf(lines: readonly RowLine[], end: Ranking, needed: number): readonly Tie[] {
  const taken = firstUnits(lines, needed);
  const matters = (a: RowLine, b: RowLine): boolean =>
    needed === 0 || ((taken.get(a) ?? 0) > 0 && (taken.get(b) ?? 0) < unitsOf(b.qty));
  return lines.flatMap((a, index) =>
    lines
      .slice(index + 1)
      .filter((b) => priceOf(a).eq(priceOf(b)) && matters(a, b))
      .map((b) => (end === 'dearest' ? { first: a, second: b } : { first: b, second: a })),
  );
}

/**
 * SKUs for the cart's lines that rank equal prices as the picks need it; nothing where those of the row do. Ties go by SKU,
 * then by id.
 */
export function rankedSkus({ lineIds, row, ties }: Context): ReadonlyMap<RowLine, string> | undefined {
  const idOf = (line: RowLine): string => lineIds.get(line.id) ?? '';
  const before = (a: RowLine, b: RowLine): boolean => (a.sku === b.sku ? idOf(a) < idOf(b) : a.sku < b.sku);
  if (ties.every(({ first, second }) => before(first, second))) return undefined;
  const lines = inTieOrder(row.cart.lines, ties);
  const width = String(lines.length).length;
  return new Map(lines.map((line, rank) => [line, `rank-${String(rank + 1).padStart(width, '0')}`]));
}

/** Each line after those that must come before it. */
function inTieOrder(lines: readonly RowLine[], ties: readonly Tie[]): readonly RowLine[] {
  const rest = new Set(lines);
  const result: RowLine[] = [];
  while (rest.size > 0) {
    const next = [...rest].find(
      (line) => !ties.some(({ first, second }) => second === line && rest.has(first)),
    );
    if (next === undefined) throw new CannotBeSaid('cart order', 'equal prices taken in two orders');
    rest.delete(next);
    result.push(next);
  }
  return result;
}
