import type { Breakdown, LineOut } from '../../src/index.js';
import { decimalOf } from './translate/amounts.js';
import type { ExpectedLine, PricingRow } from './row.js';
import type { Translation } from './translate/translate.js';

/** What kind of number was compared. */
export const SORTS = [
  'totals',
  'lines',
  'units',
  'rules',
  'applied',
  'shipping',
  'gifts',
  'errors',
  'parts',
] as const;

export type Sort = (typeof SORTS)[number];

/** One expected number, or one expected fact, beside what was found. */
export interface Comparison {
  readonly sort: Sort;
  readonly what: string;
  readonly expected: string;
  readonly found: string;
  readonly equal: boolean;
}

/** A priced row. */
export interface Priced {
  readonly row: PricingRow;
  readonly translation: Translation;
  readonly breakdown: Breakdown;
}

/** Everything a pricing row expects, compared; an expectation of anything else is not in the schema of rows. */
export function comparisons(priced: Priced): readonly Comparison[] {
  return [
    ...totals(priced),
    ...lines(priced),
    ...charges(priced),
    ...byRule(priced),
    ...applied(priced),
    ...gifts(priced),
    ...errors(priced),
  ];
}

export function amounts(
  sort: Sort,
  what: string,
  expected: string,
  found: string,
  tolerance: string = '0',
): Comparison {
  const equal = decimalOf(found).minus(expected).abs().lte(tolerance);
  return { sort, what, expected, found, equal };
}

function facts(sort: Sort, what: string, expected: string, found: string): Comparison {
  return { sort, what, expected, found, equal: expected === found };
}

/** Lines the buyer has not ticked are priced, but no part of the order's totals. */
function totals({ breakdown, row, translation }: Priced): readonly Comparison[] {
  const { discount, list, pay, shipping } = breakdown.total;
  const unticked = row.cart.lines
    .filter((line) => line.selected === false)
    .map((line) => lineOf(breakdown, translation.lineIds.get(line.id))?.pay ?? 0)
    .reduce((sum, amount) => sum.plus(amount), decimalOf(0));
  const found = {
    orderDiscount: String(discount),
    subtotal: decimalOf(list).minus(discount).minus(unticked).toFixed(),
    shipping: String(shipping),
    total: decimalOf(pay).minus(unticked).toFixed(),
  };
  return (['orderDiscount', 'subtotal', 'shipping', 'total'] as const).flatMap((what) => {
    const expected = row.expected[what];
    return expected === undefined ? [] : [amounts('totals', what, expected, found[what], row.tolerance)];
  });
}

function lineOf(breakdown: Breakdown, id: string | undefined): LineOut | undefined {
  return breakdown.lines.find((line) => line.id === id);
}

function lines({ breakdown, row, translation }: Priced): readonly Comparison[] {
  return (row.expected.lines ?? []).flatMap((expected) => {
    const found = lineOf(breakdown, translation.lineIds.get(expected.id));
    if (found === undefined) return [facts('lines', `line ${expected.id}`, 'in the cart', 'not in the cart')];
    return [...paid('lines', `line ${expected.id}`, expected, found, row), ...units(expected, found, row)];
  });
}

function charges({ breakdown, row, translation }: Priced): readonly Comparison[] {
  return (row.expected.shippingLines ?? []).flatMap((expected) => {
    const id = translation.chargeIds.get(expected.id);
    const found = breakdown.shipping.find((charge) => charge.id === id);
    const what = `shipping ${expected.id}`;
    if (found === undefined) return [facts('shipping', what, 'in the cart', 'not in the cart')];
    return paid('shipping', what, expected, found, row);
  });
}

function paid(
  sort: Sort,
  what: string,
  { discount, payable }: ExpectedLine,
  { list, pay }: Pick<LineOut, 'list' | 'pay'>,
  { tolerance }: PricingRow,
): readonly Comparison[] {
  const taken = decimalOf(list).minus(pay).toFixed();
  return [
    ...(discount === undefined ? [] : [amounts(sort, `${what} discount`, discount, taken, tolerance)]),
    ...(payable === undefined ? [] : [amounts(sort, `${what} payable`, payable, String(pay), tolerance)]),
  ];
}

/** What each unit costs, or, where the amounts sum to the discount, what is taken off each; in any order. */
function units(
  { id, units: expected }: ExpectedLine,
  line: LineOut,
  { tolerance }: PricingRow,
): readonly Comparison[] {
  if (expected === undefined) return [];
  const price = decimalOf(line.list).div(line.quantity);
  const pays = line.units.flatMap(({ count, pay }) => Array.from({ length: count }, () => decimalOf(pay)));
  const sum = expected.reduce((total, amount) => total.plus(amount), decimalOf(0));
  const isDiscount = !sum.eq(line.pay) && sum.eq(decimalOf(line.list).minus(line.pay));
  const found = (isDiscount ? pays.map((pay) => price.minus(pay)) : pays).sort((a, b) => a.comparedTo(b));
  const wanted = expected.map((amount) => decimalOf(amount)).sort((a, b) => a.comparedTo(b));
  return wanted.map((amount, index) => {
    const unit = found[index]?.toFixed() ?? 'NaN';
    return amounts('units', `line ${id} unit ${index + 1}`, amount.toFixed(), unit, tolerance);
  });
}

/** What each rule took off each line; on a line that it does not name it took nothing. */
function byRule({ breakdown, row, translation }: Priced): readonly Comparison[] {
  const { byRule: rules } = row.expected;
  const cells = [...translation.lineIds, ...translation.chargeIds];
  return Object.entries(rules ?? {}).flatMap(([rule, expected]) => {
    const names = translation.promotions.get(rule) ?? [];
    return cells.flatMap(([id, name]) => {
      const cell = lineOf(breakdown, name) ?? breakdown.shipping.find((charge) => charge.id === name);
      const taken = (cell?.adjustments ?? [])
        .filter((adjustment) => names.includes(adjustment.promotion))
        .reduce((sum, { amount }) => sum.plus(amount), decimalOf(0));
      return [amounts('rules', `${rule} on ${id}`, expected[id] ?? '0', taken.toFixed(), row.tolerance)];
    });
  });
}

/** Which rules did something. An empty list says that none did. */
function applied({ breakdown, row, translation }: Priced): readonly Comparison[] {
  const { applied: standing, notApplied: refused = [] } = row.expected;
  const did = (rule: string): string => {
    const names = translation.promotions.get(rule);
    if (names === undefined) return 'unknown';
    return breakdown.promotions.some(({ promotion }) => names.includes(promotion))
      ? 'applied'
      : 'not applied';
  };
  const none = standing?.length === 0 ? [...translation.promotions.keys()] : [];
  return [
    ...(standing ?? []).map((rule) => facts('applied', rule, 'applied', did(rule))),
    ...[...new Set([...refused, ...none])].map((rule) => facts('applied', rule, 'not applied', did(rule))),
  ];
}

function gifts({ breakdown, row }: Priced): readonly Comparison[] {
  const { gifts: expected } = row.expected;
  if (expected === undefined) return [];
  const given = sums(breakdown.gifts.map(({ count, skus }) => [skus.join(' or '), count]));
  const wanted = sums(expected.map(({ qty, sku }) => [sku, Number(qty)]));
  return [...new Set([...wanted.keys(), ...given.keys()])].map((sku) =>
    amounts('gifts', `gift ${sku}`, String(wanted.get(sku) ?? 0), String(given.get(sku) ?? 0)),
  );
}

function sums(counts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const total = new Map<string, number>();
  for (const [name, count] of counts) total.set(name, (total.get(name) ?? 0) + count);
  return total;
}

/** Why a code was turned away, in the words of the rows. */
const REFUSALS: readonly { readonly says: RegExp; readonly reasons: readonly string[] }[] = [
  { says: /expired|not yet|period/i, reasons: ['inactive'] },
  { says: /limit/i, reasons: ['spent'] },
  { says: /unknown|invalid|not found/i, reasons: ['unknown-code'] },
];

export function isKnownError(error: string): boolean {
  return REFUSALS.some(({ says }) => says.test(error));
}

function errors({ breakdown, row }: Priced): readonly Comparison[] {
  const { error } = row.expected;
  if (error === undefined) return [];
  const reasons = REFUSALS.find(({ says }) => says.test(error))?.reasons ?? [];
  const found = breakdown.refused.find(({ reason }) => reasons.includes(reason));
  const seen = breakdown.refused.map(({ reason }) => reason).join(', ');
  return [facts('errors', 'error', error, found === undefined ? `refused: ${seen}` : error)];
}
