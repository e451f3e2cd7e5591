import { currencyOf } from '../money/index.js';
import type { Lang } from './lang.js';
import { RECEIPTS, type ReceiptWords } from './receipt-words.js';
import { indented, type Page, pageOf, type TextOptions } from './text-page.js';
import { type Cell, type Column, cell, drawTable, type Row } from './text-table.js';
import { span } from './text-width.js';
import type { Adjustment, Applied, Breakdown, ChargeOut, LineOut } from './types.js';

/** How a receipt is drawn. */
export interface ReceiptOptions extends TextOptions {
  /** English by default. */
  readonly lang?: Lang;
}

/** What a receipt is made with. */
interface Till {
  readonly page: Page;
  readonly words: ReceiptWords;
  /** An amount in minor units with its currency. */
  readonly money: (minor: number) => string;
  /** What a customer knows a promotion by. */
  readonly label: (promotion: string) => string;
}

/** Wider, the eye loses the row. */
const MOST_WIDTH = 56;

const COLUMNS: readonly Column[] = [{ flexible: true }, { align: 'right' }];

/**
 * What a customer may be shown of a price: lines, discounts by the names that promotions have for customers, shipping, the
 * total, what was saved, gifts and offers at a special price. Nothing of how it came about, who pays for it or what did not
 * apply. Names are escaped where a terminal would obey them; the text ends with a line break.
 */
export function receipt(breakdown: Breakdown, options: ReceiptOptions = {}): string {
  const till = tillOf(breakdown, options);
  const { page, words } = till;
  const rule = page.paint.dim(page.glyphs.rule.repeat(page.width));
  const head = [span(words.title, page.paint.bold), span(`  ${breakdown.at.slice(0, 16).replace('T', ' ')}`)];
  const broken = breakdown.violations.length === 0 ? [] : [span(words.broken, page.paint.red)];
  return `${[
    ...indented(0, head, page),
    ...(broken.length === 0 ? [] : indented(0, broken, page)),
    ...drawTable(COLUMNS, rowsOf(breakdown, till), page.width, rule),
  ].join('\n')}\n`;
}

function tillOf(breakdown: Breakdown, options: ReceiptOptions): Till {
  const { lang = 'en' } = options;
  const words = RECEIPTS[lang];
  const page = pageOf(breakdown, { ...options, width: Math.min(MOST_WIDTH, options.width ?? MOST_WIDTH) });
  const digits = currencyOf(breakdown.currency)?.digits ?? 0;
  const format = new Intl.NumberFormat(words.locale, {
    style: 'currency',
    currency: breakdown.currency,
    currencyDisplay: options.ascii === true ? 'code' : 'symbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  const labels = new Map(breakdown.promotions.map((applied) => [applied.promotion, labelOf(applied, lang)]));
  return {
    page,
    words,
    // Formatted from its decimal text, which no binary fraction stands for.
    money: (minor) => format.format(page.money.ofMinor(minor) as `${number}`).replaceAll('\u00a0', ' '),
    label: (promotion) => labels.get(promotion) ?? promotion,
  };
}

/** Its title in the language, its title, a message in the language or any, its name. */
function labelOf({ promotion, title, texts = [] }: Applied, lang: Lang): string {
  const isIn = (language: string | undefined): boolean =>
    language !== undefined && (language === lang || language.startsWith(`${lang}-`));
  const titles = texts.filter(({ kind }) => kind === 'title');
  const messages = texts.filter(({ kind }) => kind === 'message');
  const inLang = (some: typeof texts): string | undefined =>
    some.find(({ language }) => isIn(language))?.text;
  const inNone = (some: typeof texts): string | undefined =>
    some.find(({ language }) => language === undefined)?.text;
  return inLang(titles) ?? title ?? inNone(titles) ?? inLang(messages) ?? inNone(messages) ?? promotion;
}

function rowsOf(breakdown: Breakdown, till: Till): readonly Row[] {
  const { page, words, money } = till;
  const { total, lines, shipping } = breakdown;
  const pay = page.money.minor(total.pay);
  const charged = shipping.reduce((sum, { list }) => sum + page.money.minor(list), 0);
  const list = page.money.minor(total.list);
  const saved = list + charged - pay;
  const { bold, green } = page.paint;
  return [
    'rule',
    ...(lines.length === 0 ? [[cell(words.emptyCart)]] : lines.flatMap((line) => lineRows(line, till))),
    ...givenRows(breakdown, till),
    'rule',
    [cell(words.goods), cell(money(list - page.money.minor(total.discount)))],
    ...shipping.flatMap((charge) => chargeRows(charge, till)),
    'rule',
    [cell(words.total, bold), cell(money(pay), bold)],
    ...(saved > 0 ? [[cell(words.saved, green), cell(money(saved), green)]] : []),
  ];
}

function lineRows({ sku, quantity, list, pay, adjustments }: LineOut, till: Till): readonly Row[] {
  const { page, words, money } = till;
  const whole = page.money.minor(list);
  const each = whole % quantity === 0 ? money(whole / quantity) : undefined;
  const count = words.quantity(quantity, each, page.glyphs.times);
  const paid = money(page.money.minor(pay));
  return [
    [cell(sku, page.paint.bold), cell('')],
    [inner(count), cell(money(whole))],
    ...discountRows(adjustments, till),
    ...(adjustments.length === 0 ? [] : [[inner(words.paid), cell(paid)]]),
  ];
}

function chargeRows({ id, list, pay, adjustments }: ChargeOut, till: Till): readonly Row[] {
  const { page, words, money } = till;
  const whole = page.money.minor(list);
  if (whole === 0) return [];
  const name = id === 'shipping' ? words.shipping : `${words.shipping} ${id}`;
  const paid = [inner(words.paid), cell(money(page.money.minor(pay)))];
  return [
    [cell(name), cell(money(whole))],
    ...discountRows(adjustments, till),
    ...(adjustments.length === 0 ? [] : [paid]),
  ];
}

/** What promotions took off, those that a customer knows by one name together. */
function discountRows(adjustments: readonly Adjustment[], { page, money, label }: Till): readonly Row[] {
  const sums = new Map<string, number>();
  for (const { promotion, amount } of adjustments)
    sums.set(label(promotion), (sums.get(label(promotion)) ?? 0) + page.money.minor(amount));
  return [...sums].map(([name, sum]) => [inner(name), cell(money(-sum), page.paint.green)]);
}

/** What comes with the order, and what may be had at a special price. */
function givenRows({ gifts, addOns = [] }: Breakdown, { page, words, money }: Till): readonly Row[] {
  const { times } = page.glyphs;
  return [
    ...gifts.map(({ count, skus }) => [cell(words.gift(count, skus, times)), cell(words.free)]),
    ...addOns.map(({ count, sku, price }) => [
      cell(words.addOn(count, sku, times)),
      cell(words.each(money(page.money.minor(price)))),
    ]),
  ];
}

function inner(text: string): Cell {
  return { ...cell(text), indent: 2 };
}
