import { beside, heading, indented, type Sheet, sheetOf, type TextOptions } from '../breakdown/text-page.js';
import { type Cell, cell } from '../breakdown/text-table.js';
import { type Line, type Painter, span, widest, widthOf } from '../breakdown/text-width.js';
import type { Sides } from './sum.js';
import { type Figures, figuresText } from './text-figures.js';
import { largestText } from './text-largest.js';
import { guaranteesText, moreText, refusedText, rulesText } from './text-rules.js';
import type { Change, Comparison, HistogramBin, PartyCost, PromotionCost } from './types.js';
import { answer, carts, grouped, isNothing, negative, NOBODY, remarks, signed, unfunded } from './words.js';

/** How much of a digest is shown. */
const DIGEST_SHOWN = 'sha256:'.length + 12;

/** A comparison as text for people: the answer, then where it comes from. Ends with a line break; the same input gives the same text. */
export function comparisonText(comparison: Comparison, options: TextOptions = {}): string {
  const sheet = sheetOf(options);
  const sections = [
    answerText(comparison, sheet),
    namesText(comparison, sheet),
    totalsText(comparison, sheet),
    histogramText(comparison, sheet),
    promotionsText(comparison, sheet),
    partiesText('who pays the discounts', comparison.funding, unfunded(comparison), sheet),
    partiesText('commission', comparison.commission, undefined, sheet),
    rulesText(comparison.rules, sheet),
    largestText(comparison, sheet),
    guaranteesText(comparison, sheet),
    refusedText(comparison, sheet),
  ];
  const filled = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${filled.join('\n\n')}\n`;
}

function answerText(comparison: Comparison, sheet: Sheet): readonly string[] {
  return [
    ...indented(0, [span(`${answer(comparison)}.`, sheet.paint.bold)], sheet),
    ...remarks(comparison).flatMap((remark) => indented(0, [span(`${remark}.`)], sheet)),
  ];
}

function namesText({ before, after, carts: counts }: Comparison, sheet: Sheet): readonly string[] {
  const { dim } = sheet.paint;
  const rules = ({ file, ruleset }: Comparison['before']): Line => [
    span(file),
    span(`, rules ${ruleset.slice(0, DIGEST_SHOWN)}`, dim),
  ];
  const names: readonly (readonly [label: string, text: Line])[] = [
    ['before', rules(before)],
    ['after', rules(after)],
    ['carts', [span(counts.file), span(`, ${carts(counts.total)}${periodText(counts)}`, dim)]],
  ];
  return names.flatMap(([label, text]) => beside(span(label, dim), LABEL_ROOM, text, sheet));
}

/** `before` and a gap. */
const LABEL_ROOM = 8;

function periodText({ from, until = from }: Comparison['carts']): string {
  if (from === undefined) return '';
  return from === until ? `, all at ${from}` : `, ${from} to ${until}`;
}

function totalsText({ total, currency, carts: counts }: Comparison, sheet: Sheet): readonly string[] {
  const { bold } = sheet.paint;
  const rows: readonly (Figures | 'rule')[] = [
    'rule',
    { name: [span('list')], figures: changeCells(total.list) },
    { name: [span('discount on goods')], figures: changeCells(negative(total.discount)) },
    { name: [span('shipping')], figures: changeCells(total.shipping) },
    { name: [span(`to pay, ${currency}`, bold)], figures: changeCells(total.pay, bold) },
    'rule',
    { name: [span('carts cheaper')], figures: [cell(''), cell(''), cell(grouped(counts.cheaper))] },
    { name: [span('carts dearer')], figures: [cell(''), cell(''), cell(grouped(counts.dearer))] },
    {
      name: [span('carts at the same price')],
      figures: [cell(''), cell(''), cell(grouped(counts.same + counts.rearranged))],
    },
  ];
  return figuresText(['', 'before', 'after', 'change'], rows, sheet);
}

function changeCells({ before, after, change }: Change, paint?: Painter): readonly Cell[] {
  return [cell(grouped(before), paint), cell(grouped(after), paint), cell(signed(change), paint)];
}

/** Where a bar is as long as there is room for the greatest; a bin in use has one at least. */
function histogramText({ histogram, currency }: Comparison, sheet: Sheet): readonly string[] {
  const bins = histogram.filter(({ to, from }) => !isNothing(from) || !isNothing(to));
  const most = widest(bins.map(({ carts: count }) => count));
  if (most === 0) return [];
  const labels = bins.map(boundsText);
  const room = widest(labels.map(widthOf));
  const figures = widest(bins.map(({ carts: count }) => grouped(count).length));
  const scale = (sheet.width - room - figures - 4) / most;
  return [
    heading(`how much carts change, ${currency}`, sheet),
    ...bins.map(({ carts: count }, index) => {
      const bar = sheet.glyphs.bar.repeat(count === 0 ? 0 : Math.max(1, Math.floor(count * scale)));
      const counted = `${(labels[index] ?? '').padStart(room)}  ${grouped(count).padStart(figures)}`;
      return bar === '' ? counted : `${counted}  ${sheet.paint.cyan(bar)}`;
    }),
  ];
}

/** `-4.99 to -2.00`. */
function boundsText({ from, to }: HistogramBin): string {
  return from === to ? signed(from) : `${signed(from)} to ${signed(to)}`;
}

function promotionsText({ promotions }: Comparison, sheet: Sheet): readonly string[] {
  if (promotions.length === 0) return [];
  const titles = ['promotion', 'carts', 'discount before', 'after', 'change'];
  const shown = promotions.slice(0, SHOWN);
  const rows = shown.map((promotion) => promotionRow(promotion, sheet));
  return [
    heading('what each promotion gives', sheet),
    ...figuresText(titles, rows, sheet),
    ...moreText(promotions.length - shown.length, 'promotions', sheet),
  ];
}

function promotionRow(
  { promotion, rule, carts: counts, discount, gifts }: PromotionCost,
  sheet: Sheet,
): Figures {
  const { paint } = sheet;
  const note = rule === undefined ? '' : `  ${rule}`;
  const given = gifts === undefined ? '' : `  gifts ${countsText(gifts, sheet)}`;
  return {
    name: [span(promotion, paint.bold), span(note, paint.yellow), span(given, paint.dim)],
    figures: [cell(countsText(counts, sheet)), ...changeCells(discount)],
  };
}

/** `11 → 4`, or `7` where it stays. */
function countsText({ before, after }: Sides<number>, { glyphs }: Sheet): string {
  return before === after ? grouped(after) : `${grouped(before)} ${glyphs.arrow} ${grouped(after)}`;
}

/** So many rows a table has; JSON has all of them. */
const SHOWN = 30;

function partiesText(
  title: string,
  parties: readonly PartyCost[],
  nobody: Change | undefined,
  sheet: Sheet,
): readonly string[] {
  if (parties.length === 0) return [];
  const shown = parties.slice(0, SHOWN);
  const rows: readonly Figures[] = [
    ...shown.map((party) => ({ name: [span(party.party)], figures: changeCells(party) })),
    ...(nobody === undefined
      ? []
      : [{ name: [span(NOBODY, sheet.paint.dim)], figures: changeCells(nobody) }]),
  ];
  return [
    heading(title, sheet),
    ...figuresText(['party', 'before', 'after', 'change'], rows, sheet),
    ...moreText(parties.length - shown.length, 'parties', sheet),
  ];
}
