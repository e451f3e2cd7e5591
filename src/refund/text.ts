import {
  counted,
  heading,
  indented,
  type Page,
  pageOf,
  shortDigest,
  standingText,
  type TextOptions,
} from '../breakdown/text-page.js';
import { type Cell, type Column, cell, drawTable, type Row, roomFor } from '../breakdown/text-table.js';
import { span } from '../breakdown/text-width.js';
import type { Refund, Retested, ReturnedLine, ShippingRule } from './types.js';

/**
 * A refund as text for people: what comes back, what was paid for it, what is held back and why, and what is taken back of
 * parties. Drawn as `breakdownText` draws: amounts in major units, names escaped where a terminal would obey them. Ends with a
 * line break; the same input gives the same text.
 */
export function refundText(refund: Refund, options: TextOptions = {}): string {
  const page = pageOf(refund, options);
  const sections = [
    [...titleText(refund, page), '', ...linesText(refund, page)],
    restText(refund, page),
    giftsText(refund, page),
    partiesText(refund, page),
    closingText(refund, page),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function titleText({ currency, at, ruleset, number, breakdown }: Refund, page: Page): readonly string[] {
  const of = `, rules ${shortDigest(ruleset)}, breakdown ${shortDigest(breakdown)}`;
  return indented(0, [span(`return ${number}, ${currency} at ${at}`), span(of, page.paint.dim)], page);
}

const right: Column = { align: 'right' };
const blank: Cell = { line: [] };
const WIDE: readonly Column[] = [{}, { flexible: true }, right, right, right, right];
const NARROW: readonly Column[] = [{ flexible: true }, right];

/** An SKU gets this many columns at least in the wide layout. */
const LEAST_ROOM = 18;

function linesText(refund: Refund, page: Page): readonly string[] {
  const rule = page.paint.dim(page.glyphs.rule.repeat(page.width));
  const wide = wideRows(refund, page);
  const isWide = roomFor(WIDE, wide, page.width) >= LEAST_ROOM;
  const [columns, rows] = isWide ? [WIDE, wide] : [NARROW, narrowRows(refund, page)];
  return drawTable(columns, rows, page.width, rule);
}

function wideRows(refund: Refund, page: Page): readonly Row[] {
  const titles = ['line', 'sku', 'back', 'list', 'discount', 'paid'].map((title) =>
    cell(title, page.paint.dim),
  );
  const lines = backIn(refund).flatMap((line) => wideLine(line, page));
  const sums = sumsOf(refund, page).map(([name, amount]) => [blank, name, blank, blank, blank, amount]);
  return [titles, 'rule', ...lines, 'rule', ...sums.slice(0, -1), 'rule', ...sums.slice(-1)];
}

function wideLine(line: ReturnedLine, { money, paint }: Page): readonly Row[] {
  const { id, sku, list, paid, adjustments } = line;
  const off = money.minor(list) - money.minor(paid);
  const row = [
    cell(id),
    cell(sku, paint.bold),
    cell(backOf(line)),
    cell(money.amount(list)),
    cell(off === 0 ? '' : money.ofMinor(-off)),
    cell(money.amount(paid)),
  ];
  const taken = adjustments.map((one) => [
    blank,
    { ...cell(`${one.promotion}${standingText(one)}`, paint.dim), indent: 2 },
    blank,
    blank,
    cell(money.ofMinor(-money.minor(one.amount)), paint.dim),
  ]);
  return [row, ...taken];
}

function narrowRows(refund: Refund, page: Page): readonly Row[] {
  const { money, paint } = page;
  const lines = backIn(refund).flatMap((line): readonly Row[] => [
    [cell(`line ${line.id}, ${line.sku}, ${backOf(line)}`, paint.bold), cell(money.amount(line.paid))],
  ]);
  const sums = sumsOf(refund, page);
  return ['rule', ...lines, 'rule', ...sums.slice(0, -1), 'rule', ...sums.slice(-1)];
}

function backIn({ lines }: Refund): readonly ReturnedLine[] {
  return lines.filter(({ returned }) => returned > 0);
}

/** `1 of 3`, or `1 of 3, 1 before`. */
function backOf({ returned, quantity, before }: ReturnedLine): string {
  return `${returned} of ${quantity}${before === 0 ? '' : `, ${before} before`}`;
}

const SHIPPING: Readonly<Record<ShippingRule, string>> = {
  last: 'shipping, with the last unit',
  share: 'shipping, with the goods',
  never: 'shipping, never',
};

type Sum = readonly [name: Cell, amount: Cell];

/** What the refund is the sum of, and the refund last. */
function sumsOf({ total, shipping, currency }: Refund, { money, paint }: Page): readonly Sum[] {
  const sum = (name: string, amount: string): Sum => [cell(name), cell(amount)];
  const held = money.minor(total.held);
  return [
    sum('paid for the goods', money.amount(total.goods)),
    ...(money.minor(shipping.paid) === 0 ? [] : [sum(SHIPPING[shipping.rule], money.amount(total.shipping))]),
    ...(held > 0 ? [sum('held back', money.ofMinor(-held))] : []),
    ...(held < 0 ? [sum('held back before, set free', money.ofMinor(-held))] : []),
    [cell(`refund, ${currency}`, paint.bold), cell(money.amount(total.refund), paint.bold)],
  ];
}

/** What is kept beside what it costs alone: the reason of what is held back, and what it would be. */
function restText({ rest, policy, total }: Refund, page: Page): readonly string[] {
  if (rest === undefined) return [];
  const { money } = page;
  const worth = money.minor(rest.worth);
  const costs = `paid for it ${money.amount(rest.kept)}, alone it costs ${money.amount(rest.total.pay)}`;
  const says =
    worth > 0 && policy === 'keep'
      ? `: that its discounts stay is worth ${money.ofMinor(worth)}`
      : worth > 0
        ? `, ${money.ofMinor(worth)} more`
        : '';
  const short = total.short === undefined ? [] : [shortText(money.amount(total.short))];
  return [
    heading('what is kept, priced alone', page),
    ...[`${costs}${says}`, ...rest.promotions.map((one) => retestedText(one, page)), ...short].flatMap(
      (text) => indented(0, [span(text)], page),
    ),
  ];
}

function retestedText({ promotion, returns, kept, alone }: Retested, { money }: Page): string {
  return `${promotion} took ${money.amount(kept)} off it, alone it takes ${money.amount(alone)} (returns ${returns})`;
}

function shortText(amount: string): string {
  return `${amount} more would be due for it; it is not asked for`;
}

function giftsText({ gifts }: Refund, page: Page): readonly string[] {
  if (gifts.length === 0) return [];
  const sentences = gifts.map(({ promotion, skus, count, value }) => {
    const worth = value === undefined ? '' : `, worth ${page.money.amount(value)}`;
    return `${count} of ${skus.join(' or ')}, a gift of ${promotion}${worth}`;
  });
  return [
    heading('gifts that are no longer earned', page),
    ...sentences.flatMap((text) => indented(0, [span(text)], page)),
  ];
}

function partiesText({ funding, commission }: Refund, page: Page): readonly string[] {
  const rows = [
    ...partyRows('of discounts paid by', funding, page),
    ...partyRows('of commission to', commission, page),
  ];
  if (rows.length === 0) return [];
  const columns: readonly Column[] = [{ flexible: true }, right, right];
  return [heading('taken back', page), ...drawTable(columns, rows, page.width, '')];
}

function partyRows(label: string, parties: Refund['funding'], { money, paint }: Page): readonly Row[] {
  const rows = Object.entries(parties).map(([party, { was, back }]) => [
    { ...cell(party), indent: 2 },
    cell(money.amount(back)),
    cell(`of ${money.amount(was)}`, paint.dim),
  ]);
  return rows.length === 0 ? [] : [[cell(label)], ...rows];
}

/** The sum once more, at the end. */
function closingText({ total, currency, lines }: Refund, page: Page): readonly string[] {
  const { money, paint } = page;
  const kept = lines.reduce((sum, { quantity, before, returned }) => sum + quantity - before - returned, 0);
  const left = `: of ${money.amount(total.paid)} paid, ${money.amount(total.left)} left for ${counted(kept, 'unit')} kept`;
  const line = [span(`refund ${money.amount(total.refund)} ${currency}`, paint.bold), span(left, paint.dim)];
  return indented(0, line, page);
}
