import { decimalOf, unitsOf } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import type { Context, Tie } from './context.js';
import type { RowLine, RowPick, RowScope } from '../row.js';
import { linesIn, unitsIn } from './scope.js';

export type Ranking = 'dearest' | 'cheapest';

/**
 * The end from which units are ranked so that the row's own way of walking the lines picks the same units. Reckon knows
 * no place in the cart: an order of lines is said only where it is also an order of their prices.
 */
export function rankingOf(
  pick: RowPick,
  scope: RowScope | undefined,
  needed: number,
  context: Context,
): Ranking {
  const lines = linesIn(scope, context);
  const plain = pick === 'cheapest' ? 'cheapest' : 'dearest';
  if (lines.length < 2 || unitsIn(scope, context) <= needed) return plain;
  const walked = walk(lines, pick);
  const ranking = RANKINGS[plain].find((end) => isRanked(walked, end));
  if (ranking === undefined)
    throw new CannotBeSaid(
      'cart order',
      `lines taken ${pick.replaceAll('_', ' ')}, which is no order of prices`,
    );
  context.ties.push(...tiesOf(walked, ranking));
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

function pairs(lines: readonly RowLine[]): readonly (readonly [RowLine, RowLine])[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    return next === undefined ? [] : [[line, next] as const];
  });
}

function isRanked(lines: readonly RowLine[], end: Ranking): boolean {
  return pairs(lines).every(([a, b]) =>
    end === 'dearest' ? priceOf(a).gte(priceOf(b)) : priceOf(a).lte(priceOf(b)),
  );
}

/** Cheapest first is the exact reverse of dearest first, ties included. */
function tiesOf(lines: readonly RowLine[], end: Ranking): readonly Tie[] {
  return pairs(lines)
    .filter(([a, b]) => priceOf(a).eq(priceOf(b)))
    .map(([a, b]) => (end === 'dearest' ? { first: a, second: b } : { first: b, second: a }));
}

/**
 * SKUs for the cart's lines that rank equal prices as the picks need it; nothing where those of the row do. Ties go by SKU,
 * then by id.
 */
export function rankedSkus({ lineIds, row, ties }: Context): ReadonlyMap<RowLine, string> | undefined {
  const idOf = (line: RowLine): string => lineIds.get(line.id) ?? '';
  const before = (a: RowLine, b: RowLine): boolean => (a.sku === b.sku ? idOf(a) < idOf(b) : a.sku < b.sku);
  if (ties.every(({ first, second }) => before(first, second))) return undefined;
  const ranked = sorted(row.cart.lines, ties);
  const width = String(ranked.length).length;
  return new Map(ranked.map((line, rank) => [line, `rank-${String(rank + 1).padStart(width, '0')}`]));
}

/** Each line after those that must come before it. */
function sorted(lines: readonly RowLine[], ties: readonly Tie[]): readonly RowLine[] {
  const rest = new Set(lines);
  const ranked: RowLine[] = [];
  while (rest.size > 0) {
    const next = [...rest].find(
      (line) => !ties.some(({ first, second }) => second === line && rest.has(first)),
    );
    if (next === undefined) throw new CannotBeSaid('cart order', 'equal prices taken in two orders');
    rest.delete(next);
    ranked.push(next);
  }
  return ranked;
}
