import { cut } from '../../breakdown/text-width.js';
import { Amounts } from '../amounts.js';
import type { Comparison, HistogramBin, PromotionCost } from '../types.js';
import { carts, grouped, isNothing } from '../words.js';
import { html, type Html } from './html.js';
import { change, minor, ratio, share } from './numbers.js';

/**
 * Charts are SVG whose lengths are percentages: they are as wide as their place while their text keeps its size. Each has a title and a
 * description, and every number in it stands in a table or text beside it too. Colour says nothing that a word or sign does not.
 */

/** A number of percent or pixels without needless digits. */
function px(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** How many carts get cheaper, stay and get dearer, as one bar. A part that is there is seen, however small. */
export function sharesChart({ carts: counts }: Comparison): Html {
  const same = counts.same + counts.rearranged;
  const parts = [
    { kind: 'cheaper', count: counts.cheaper },
    { kind: 'same', count: same },
    { kind: 'dearer', count: counts.dearer },
  ].filter(({ count }) => count > 0);
  const widths = parts.map(({ count }) => Math.max(LEAST_SHARE, share(count, counts.compared)));
  const all = widths.reduce((sum, width) => sum + width, 0);
  const bars = parts.map(({ kind }, index) => {
    const x = (widths.slice(0, index).reduce((sum, width) => sum + width, 0) / all) * 100;
    const width = ((widths[index] ?? 0) / all) * 100;
    return html`<rect class="${kind}" x="${px(x)}%" y="0" width="${px(width)}%" height="20"/>`;
  });
  return html`<svg class="shares" width="100%" height="20" role="img" aria-labelledby="shares-title shares-text">
<title id="shares-title">Carts cheaper, unchanged and dearer</title>
<desc id="shares-text">${carts(counts.cheaper)} cheaper, ${grouped(same)} at the same price, ${grouped(counts.dearer)} dearer.</desc>
${bars}
</svg>`;
}

const LEAST_SHARE = 0.6;

interface Size {
  readonly label: string;
  readonly cheaper: number;
  readonly dearer: number;
}

const SIZE_HEIGHT = 26;

/** The longest bar of either side, in percent of the width, and where the labels between them begin and end. */
const WING = 24;
const [LABELS_FROM, LABELS_TO] = [38, 62];

/** How many carts change by how much: cheaper to the left, dearer to the right, a row for each size of change. */
export function sizesChart({ histogram, currency, carts: counts }: Comparison): Html {
  const sizes = sizesOf(histogram);
  const most = sizes.reduce((max, { cheaper, dearer }) => Math.max(max, cheaper, dearer), 0);
  const height = (sizes.length + 1) * SIZE_HEIGHT;
  const rows = sizes.map((size, index) => sizeRow(size, (index + 1) * SIZE_HEIGHT, most));
  return html`<svg class="sizes" width="100%" height="${height}" role="img" aria-labelledby="sizes-title sizes-text">
<title id="sizes-title">How many carts change by how much</title>
<desc id="sizes-text">Bars for ${carts(counts.cheaper)} that get cheaper to the left and ${grouped(counts.dearer)} that get dearer to the right, by the size of the change in ${currency}. The table below has the numbers.</desc>
<text class="axis" x="${LABELS_FROM}%" y="14" text-anchor="end">▼ cheaper</text>
<text class="axis" x="50%" y="14" text-anchor="middle">by, ${currency}</text>
<text class="axis" x="${LABELS_TO}%" y="14">dearer ▲</text>
${[LABELS_FROM, LABELS_TO].map((x) => html`<line class="zero" x1="${x}%" x2="${x}%" y1="${SIZE_HEIGHT}" y2="${height}"/>`)}
${rows}
</svg>`;
}

function sizeRow({ label, cheaper, dearer }: Size, y: number, most: number): Html {
  const [left, right] = [cheaper, dearer].map((count) => barLength(count, most));
  return html`<text class="label" x="50%" y="${y + 17}" text-anchor="middle">${label}</text>
${sizeBar('cheaper', cheaper, LABELS_FROM - (left ?? 0), left ?? 0, y)}
${sizeBar('dearer', dearer, LABELS_TO, right ?? 0, y)}
`;
}

function barLength(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(0.7, (count / most) * WING);
}

function sizeBar(kind: 'cheaper' | 'dearer', count: number, x: number, width: number, y: number): Html {
  if (count === 0) return html``;
  const isLeft = kind === 'cheaper';
  const text = isLeft ? x - 1.2 : x + width + 1.2;
  return html`<rect class="${kind}" x="${px(x)}%" y="${y + 4}" width="${px(width)}%" height="18" rx="2"/><text x="${px(text)}%" y="${y + 17}" text-anchor="${isLeft ? 'end' : 'start'}">${grouped(count)}</text>`;
}

/** The sizes in use on either side, the smallest first, and those between them. */
function sizesOf(histogram: readonly HistogramBin[]): readonly Size[] {
  const changed = histogram.filter(({ from, to }) => !isNothing(from) || !isNothing(to));
  const sizes = new Map<string, Size & { readonly least: bigint }>();
  for (const bin of changed) {
    const isCheaper = bin.from.startsWith('-');
    const [least, most] = isCheaper ? [bin.to.slice(1), bin.from.slice(1)] : [bin.from, bin.to];
    const there = sizes.get(least) ?? {
      label: sizeLabel(least, most),
      cheaper: 0,
      dearer: 0,
      least: minor(least),
    };
    sizes.set(least, { ...there, [isCheaper ? 'cheaper' : 'dearer']: bin.carts });
  }
  return [...sizes.values()].toSorted((a, b) => Number(a.least - b.least));
}

/** `2–5`, `0.02–0.05`: up to what the next size begins with; `0.01` alone. */
function sizeLabel(least: string, most: string): string {
  const [, decimals = ''] = most.split('.');
  const next = new Amounts(decimals.length).of(minor(most) + 1n);
  return least === most ? least : [least, next].map((bound) => grouped(bound.replace(/\.0+$/, ''))).join('–');
}

/** So many promotions have a bar; the table has all of them. */
const BARS_SHOWN = 12;
const BAR_HEIGHT = 46;

/** How many columns of text an id or title may take before it is cut. */
const NAME_COLUMNS = 42;

/** What each promotion gives more, to the right, or less, to the left. */
export function promotionsChart({ promotions, currency }: Comparison): Html {
  const changed = promotions.filter(({ discount }) => !isNothing(discount.change)).slice(0, BARS_SHOWN);
  const changes = changed.map(({ discount }) => minor(discount.change));
  const most = changes.reduce((max, one) => (one > max ? one : max), 0n);
  const least = changes.reduce((min, one) => (one < min ? one : min), 0n);
  const span = String(most - least);
  const zero = ratio(String(-least), span) * 100;
  const rows = changed.map((promotion, index) => promotionBar(promotion, index * BAR_HEIGHT, zero, span));
  return html`<svg class="bars" width="100%" height="${changed.length * BAR_HEIGHT}" role="img" aria-labelledby="bars-title bars-text">
<title id="bars-title">What each promotion gives more or less, ${currency}</title>
<desc id="bars-text">${changed.map(({ promotion, discount }) => html`${promotion} ${change(discount.change)}. `)}The table below has all promotions.</desc>
${rows}
</svg>`;
}

function promotionBar(
  { promotion, title, discount }: PromotionCost,
  y: number,
  zero: number,
  span: string,
): Html {
  const isMore = !discount.change.startsWith('-');
  const width = Math.max(0.5, Math.abs(ratio(String(minor(discount.change)), span)) * 100);
  const x = isMore ? Math.min(zero, 99.5) : Math.max(0, zero - width);
  return html`<svg y="${y}" width="74%" height="22"><text class="label" y="16">${cut(title ?? promotion, NAME_COLUMNS, '…')}</text></svg><text x="100%" y="${y + 16}" text-anchor="end">${change(discount.change)}</text><rect class="${isMore ? 'gives' : 'saves'}" x="${px(x)}%" y="${y + 24}" width="${px(width)}%" height="12"/><line class="zero" x1="${px(zero)}%" x2="${px(zero)}%" y1="${y + 20}" y2="${y + 40}"/>
`;
}
