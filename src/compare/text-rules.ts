import { diffLines } from 'diff';
import { beside, heading, indented, type Sheet } from '../breakdown/text-page.js';
import { cell } from '../breakdown/text-table.js';
import { type Painter, span } from '../breakdown/text-width.js';
import { listed } from '../breakdown/text-words.js';
import { figuresText } from './text-figures.js';
import type { Comparison, GuaranteeKept, RuleChange, RuleChanges } from './types.js';
import { cartName, grouped, otherChanges, partsText } from './words.js';

/** What the rules say otherwise: promotions with the lines of their text that differ, then all else. */
export function rulesText(rules: RuleChanges, sheet: Sheet): readonly string[] {
  const title = heading('what changed in the rules', sheet);
  if (rules.same) return [title, 'nothing: both mean the same'];
  return [
    title,
    ...rules.promotions.slice(0, SHOWN).flatMap((change) => ruleText(change, sheet)),
    ...moreText(rules.promotions.length - SHOWN, 'promotions', sheet),
    ...otherChanges(rules).flatMap((text) => indented(0, [span(text)], sheet)),
  ];
}

/** So many promotions are shown, with so many lines of each; JSON has all of them. */
const SHOWN = 30;
const LINES_SHOWN = 12;

/** That there are more than are shown, where there are. */
export function moreText(count: number, what: string, { paint }: Sheet): readonly string[] {
  return count > 0 ? [paint.dim(`and ${grouped(count)} more ${what}`)] : [];
}

/** `removed` and a gap. */
const ROOM = 9;

function ruleText(change: RuleChange, sheet: Sheet): readonly string[] {
  const { paint } = sheet;
  const parts = partsText(change);
  const name = [
    span(change.promotion, paint.bold),
    span(change.title === undefined ? '' : `  ${change.title}`),
    span(parts === '' ? '' : `: ${parts}`, paint.dim),
  ];
  const colour: Painter = { added: paint.green, removed: paint.red, changed: paint.yellow }[change.change];
  return [
    ...beside(span(change.change, colour), ROOM, name, sheet),
    ...diffText(change, sheet).map((line) => ' '.repeat(ROOM) + line),
  ];
}

/** The lines of a promotion's text that went, and those that came in their place. */
function diffText({ before = '', after = '' }: RuleChange, sheet: Sheet): readonly string[] {
  const lines = linesThatDiffer(before, after);
  const shown = lines.slice(0, LINES_SHOWN).map(([sign, text]) => {
    const paint = sign === '-' ? sheet.paint.red : sheet.paint.green;
    return paint(span(`${sign} ${text}`).text);
  });
  return [...shown, ...moreText(lines.length - shown.length, 'lines', sheet)];
}

/** Each with its sign, `-` for a line that went and `+` for one that came. */
export function linesThatDiffer(
  before: string,
  after: string,
): readonly (readonly [sign: '-' | '+', text: string])[] {
  return diffLines(before, after).flatMap(({ added, removed, value }) => {
    if (!added && !removed) return [];
    const lines = value.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => [added ? '+' : '-', line.trim()] as const);
  });
}

/** Guarantees that some cart breaks, or could not be tested for. */
export function guaranteesText({ guarantees }: Comparison, sheet: Sheet): readonly string[] {
  const told = guarantees.filter(isWorthTelling);
  if (told.length === 0) return [];
  const { red } = sheet.paint;
  const isBroken = told.some(({ broken }) => broken.after > 0);
  const rows = told.map(({ guarantee, broken, unchecked }) => ({
    name: [span(guarantee)],
    figures: [broken.before, broken.after, unchecked.before, unchecked.after].map((count) =>
      cell(grouped(count)),
    ),
  }));
  return [
    heading(isBroken ? 'GUARANTEES BROKEN: DO NOT CHARGE' : 'guarantees', sheet, isBroken ? red : undefined),
    ...figuresText(['guarantee, carts', 'broken', 'after', 'untested', 'after'], rows, sheet),
    ...told.flatMap((guarantee) => brokenBy(guarantee, sheet)),
  ];
}

export function isWorthTelling({ broken, unchecked }: GuaranteeKept): boolean {
  return broken.before + broken.after + unchecked.before + unchecked.after > 0;
}

function brokenBy({ guarantee, carts }: GuaranteeKept, sheet: Sheet): readonly string[] {
  if (carts.length === 0) return [];
  const names = listed(carts.map(cartName));
  return indented(0, [span(`${guarantee}: broken first by ${names}`, sheet.paint.dim)], sheet);
}

/** The first carts that could not be compared, with why. */
export function refusedText({ refused, carts, before, after }: Comparison, sheet: Sheet): readonly string[] {
  if (refused.length === 0) return [];
  const by = { before: before.file, after: after.file, both: 'both' };
  const counts = carts.refused;
  const more = counts.before + counts.after + counts.both - refused.length;
  return [
    heading('carts that could not be compared', sheet, sheet.paint.red),
    ...refused.flatMap((cart) => [
      ...indented(0, [span(`${cartName(cart)}: refused by ${by[cart.by]}`)], sheet),
      ...cart.messages.flatMap((message) => indented(2, [span(message, sheet.paint.dim)], sheet)),
      ...(cart.more > 0 ? [`  and ${grouped(cart.more)} more`] : []),
    ]),
    ...(more > 0 ? [`and ${grouped(more)} more carts`] : []),
  ];
}
