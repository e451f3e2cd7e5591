import { heading, indented, type Sheet } from '../breakdown/text-page.js';
import { cell } from '../breakdown/text-table.js';
import { type Painter, span } from '../breakdown/text-width.js';
import { type Figures, figuresText } from './text-figures.js';
import type { Change, ChangedLine, Comparison, LargestChange } from './types.js';
import { cartName, grouped, isNothing, negative, signed } from './words.js';

/** So many of a cart's lines are shown; JSON has all of them. */
const LINES_SHOWN = 8;

/** The carts that change most, each with both prices side by side: by promotion, and by line. */
export function largestText({ largest, currency }: Comparison, sheet: Sheet): readonly string[] {
  if (largest.length === 0) return [];
  const carts = largest.flatMap((cart, index) => [
    ...(index === 0 ? [] : ['']),
    ...cartText(cart, currency, sheet),
  ]);
  return [heading('the carts that change most', sheet), ...carts];
}

function cartText(cart: LargestChange, currency: string, sheet: Sheet): readonly string[] {
  const { paint } = sheet;
  const title = [span(cartName(cart), paint.bold), span(` at ${cart.at}`, paint.dim)];
  const more = cart.lines.length - LINES_SHOWN;
  const rows = [
    'rule' as const,
    ...totalRows(cart, currency, paint.bold),
    'rule' as const,
    ...lineRows(cart, sheet),
  ];
  return [
    ...indented(0, title, sheet),
    ...figuresText(['', 'before', 'after', 'change'], rows, sheet),
    ...(more > 0 ? [paint.dim(`and ${grouped(more)} lines more that change`)] : []),
  ];
}

/** What leads to what is to pay: each promotion, and what else changes. */
function totalRows(
  { promotions, total }: LargestChange,
  currency: string,
  bold: Painter,
): readonly Figures[] {
  const { list, shipping, pay } = total;
  return [
    ...(isNothing(list.change) ? [] : [figuresOf('list', list)]),
    ...promotions.map((promotion) => figuresOf(promotion.promotion, negative(promotion))),
    ...(isNothing(shipping.change) ? [] : [figuresOf('shipping', shipping)]),
    figuresOf(`to pay, ${currency}`, pay, bold),
  ];
}

function lineRows({ lines, shipping }: LargestChange, sheet: Sheet): readonly Figures[] {
  return [
    ...lines.slice(0, LINES_SHOWN).flatMap((line) => lineRow(line, `line ${line.id}  `, sheet)),
    ...shipping.flatMap((charge) => lineRow(charge, `shipping ${charge.id}`, sheet)),
  ];
}

function lineRow(line: ChangedLine, label: string, sheet: Sheet): readonly Figures[] {
  const { paint, glyphs } = sheet;
  const quantity = line.quantity === undefined ? '' : ` ${glyphs.times} ${grouped(line.quantity)}`;
  const name = [span(label, paint.dim), span(line.sku ?? '', paint.bold), span(quantity)];
  return [
    { ...figuresOf('', line.pay), name },
    ...line.promotions.map((promotion) => ({
      ...figuresOf(promotion.promotion, negative(promotion), paint.dim),
      indent: 2,
    })),
  ];
}

function figuresOf(name: string, { before, after, change }: Change, paint?: Painter): Figures {
  const figures = [grouped(before), grouped(after), signed(change)];
  return { name: [span(name, paint)], figures: figures.map((figure) => cell(figure, paint)) };
}
