import { chargeName, type Page, standingText, taken } from './text-page.js';
import { type Cell, type Column, cell, drawTable, type Row, roomFor } from './text-table.js';
import { span } from './text-width.js';
import type { Adjustment, Breakdown, ChargeOut, LineOut } from './types.js';

/** What has list, discount and pay: a line, a shipping charge, all goods. Amounts are in minor units. */
interface Entry {
  readonly name: string;
  readonly list: number;
  readonly discount: number;
  readonly pay: number;
  readonly adjustments: readonly Adjustment[];
  readonly line?: LineOut;
}

/** Where the parts of an entry stand. */
interface Layout {
  readonly columns: readonly Column[];
  readonly titles: readonly Row[];
  readonly entry: (entry: Entry, page: Page) => readonly Row[];
  /** A row that is all name, in the column of names. */
  readonly lone: (name: Cell) => Row;
  readonly closing: (name: Cell, amount: Cell) => Row;
}

const right: Column = { align: 'right' };
const blank: Cell = { line: [] };

const WIDE: Omit<Layout, 'titles'> = {
  columns: [{}, { flexible: true }, right, right, right, right],
  entry: wideEntry,
  lone: (name) => [blank, name],
  closing: (name, amount) => [blank, name, blank, blank, blank, amount],
};

/** For narrow terminals and great amounts: the amounts stand below the name. */
const NARROW: Layout = {
  columns: [{ flexible: true }, right],
  titles: [],
  entry: narrowEntry,
  lone: (name) => [name],
  closing: (name, amount) => [name, amount],
};

/** An SKU gets this many columns at least in the wide layout. */
const LEAST_ROOM = 18;

/** What was bought, what each promotion took off it, what is paid: line by line, shipping, totals. */
export function linesText(breakdown: Breakdown, page: Page): readonly string[] {
  const rule = page.paint.dim(page.glyphs.rule.repeat(page.width));
  const { line, sku, quantity, list, discount, pay } = page.words.columns;
  const titles = [line, sku, quantity, list, discount, pay].map((title) => cell(title, page.paint.dim));
  const wide = rowsOf(breakdown, { ...WIDE, titles: [titles] }, page);
  if (roomFor(WIDE.columns, wide, page.width) >= LEAST_ROOM)
    return drawTable(WIDE.columns, wide, page.width, rule);
  return drawTable(NARROW.columns, rowsOf(breakdown, NARROW, page), page.width, rule);
}

function rowsOf(breakdown: Breakdown, layout: Layout, page: Page): readonly Row[] {
  const { paint, money } = page;
  const lines = breakdown.lines.flatMap((line) => layout.entry(lineEntry(line, page), page));
  const sums = sumEntries(breakdown, page).flatMap((entry) => layout.entry(entry, page));
  const name = cell(page.words.toPay(breakdown.currency), paint.bold);
  return [
    ...layout.titles,
    'rule',
    ...(lines.length === 0 ? [layout.lone(cell(page.words.noLines, paint.dim))] : lines),
    'rule',
    ...sums,
    ...(sums.length === 0 ? [] : ['rule' as const]),
    layout.closing(name, cell(money.amount(breakdown.total.pay), paint.bold)),
  ];
}

/** The goods together where there are any, and the shipping charges that were charged anything. */
function sumEntries(breakdown: Breakdown, page: Page): readonly Entry[] {
  const charges = breakdown.shipping.map((charge) => chargeEntry(charge, page));
  return [
    ...(breakdown.lines.length === 0 ? [] : [goodsEntry(breakdown, page)]),
    ...charges.filter(({ list }) => list > 0),
  ];
}

function lineEntry(line: LineOut, page: Page): Entry {
  return { ...amountsOf(line, page), name: line.sku, line };
}

function chargeEntry(charge: ChargeOut, page: Page): Entry {
  return {
    ...amountsOf(charge, page),
    name: chargeName(charge.id, page),
  };
}

function amountsOf(from: LineOut | ChargeOut, page: Page): Omit<Entry, 'name'> {
  const list = page.money.minor(from.list);
  const pay = page.money.minor(from.pay);
  return { list, discount: list - pay, pay, adjustments: from.adjustments };
}

function goodsEntry({ total }: Breakdown, page: Page): Entry {
  const list = page.money.minor(total.list);
  const discount = page.money.minor(total.discount);
  return { name: page.words.goods, list, discount, pay: list - discount, adjustments: [] };
}

function wideEntry(entry: Entry, page: Page): readonly Row[] {
  const { money, paint } = page;
  const emphasis = entry.line === undefined ? undefined : paint.bold;
  return [
    [
      cell(entry.line?.id ?? ''),
      cell(entry.name, emphasis),
      cell(String(entry.line?.quantity ?? '')),
      cell(money.ofMinor(entry.list)),
      cell(taken(entry.discount, page), paint.green),
      cell(money.ofMinor(entry.pay), emphasis),
    ],
    ...entry.adjustments.map((each): Row => {
      const amount = cell(taken(money.minor(each.amount), page), paint.dim);
      return [blank, { line: adjustmentName(each, page), indent: 2 }, blank, blank, amount];
    }),
    ...unitNotes(entry, page).map((note): Row => [blank, { ...note, indent: 2 }]),
  ];
}

function narrowEntry(entry: Entry, page: Page): readonly Row[] {
  const { money, paint, glyphs, words } = page;
  const { line } = entry;
  const name = line === undefined ? [span(entry.name)] : [span(`${line.id}  `), span(entry.name, paint.bold)];
  const quantity = line === undefined ? [] : [span(` ${glyphs.times} ${line.quantity}`)];
  const rows: readonly (readonly [Cell, Cell])[] = [
    [cell(words.columns.list), cell(money.ofMinor(entry.list))],
    ...entry.adjustments.map((each): readonly [Cell, Cell] => [
      { line: adjustmentName(each, page) },
      cell(taken(money.minor(each.amount), page), paint.dim),
    ]),
    ...discountRows(entry, page),
    [cell(words.columns.pay), cell(money.ofMinor(entry.pay))],
    ...unitNotes(entry, page).map((note): readonly [Cell, Cell] => [note, blank]),
  ];
  return [
    [{ line: [...name, ...quantity] }],
    ...rows.map(([label, amount]) => [{ ...label, indent: 2 }, amount]),
  ];
}

/** The discount as a sum, where no parts tell it. */
function discountRows({ discount, adjustments }: Entry, page: Page): readonly (readonly [Cell, Cell])[] {
  if (discount === 0 || adjustments.length > 0) return [];
  return [[cell(page.words.columns.discount), cell(taken(discount, page), page.paint.green)]];
}

function adjustmentName(adjustment: Adjustment, page: Page): Cell['line'] {
  return [span(adjustment.promotion), span(standingText(adjustment, page), page.paint.dim)];
}

/** What each unit is paid with, where that is not plain from the line: what a return of one gives back. */
function unitNotes({ line }: Entry, page: Page): readonly Cell[] {
  if (line === undefined || line.quantity === 1 || line.adjustments.length === 0) return [];
  const units = line.units.map(({ count, pay }) => ({ count, pay: page.money.amount(pay) }));
  return [cell(page.words.unitPrices(units), page.paint.dim)];
}
