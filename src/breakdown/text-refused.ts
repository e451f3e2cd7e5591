import {
  beside,
  counted,
  layerLabels,
  heading,
  indented,
  type Page,
  standingText,
  withLayers,
} from './text-page.js';
import { type Line, span } from './text-width.js';
import { listed, reasonText } from './text-words.js';
import type { Breakdown, Hint, Refused, Unchecked } from './types.js';

/** What did not apply, and why. */
export function refusedText({ refused }: Breakdown, page: Page): readonly string[] {
  if (refused.length === 0) return [];
  const labels = layerLabels(refused, page);
  return [
    heading('did not apply', page),
    ...withLayers(refused).flatMap(([each, layer]) => [
      ...labels.above(layer),
      ...beside(labels.beside(layer), labels.indent, refusal(each, page), page),
    ]),
  ];
}

function refusal(refused: Refused, page: Page): Line {
  const { bold, dim } = page.paint;
  const name = refused.reason === 'unknown-code' ? `code ${refused.code}` : (refused.promotion ?? '');
  return [span(name, bold), span(standingText(refused), dim), span(`: ${reasonText(refused, page)}`)];
}

/** What a little more in the cart would save. */
export function hintsText({ hints = [] }: Breakdown, page: Page): readonly string[] {
  if (hints.length === 0) return [];
  return [heading('within reach', page), ...hints.flatMap((hint) => indented(0, hintLine(hint, page), page))];
}

function hintLine(hint: Hint, { money, paint }: Page): Line {
  const { spend, units, line, saving } = hint;
  const cost = money.minor(hint.cost);
  const more = units === undefined ? money.amount(spend ?? '') : counted(units, 'unit');
  const where = line === undefined ? '' : ` of line ${line}`;
  const costs = `${money.ofMinor(Math.abs(cost))} ${cost < 0 ? 'less' : 'more'}`;
  const text = `: ${more} more${where} saves ${money.amount(saving)}, so the cart costs ${costs}`;
  return [span(hint.promotion, paint.bold), span(standingText(hint), paint.dim), span(text)];
}

/** Floors and guarantees that could not be tested. */
export function uncheckedText({ unchecked }: Breakdown, page: Page): readonly string[] {
  if (unchecked.length === 0) return [];
  const { yellow } = page.paint;
  return [
    heading('could not be checked', page, yellow),
    ...unchecked.flatMap((each) => indented(0, [span(uncheckedLine(each))], page)),
  ];
}

function uncheckedLine({
  guarantee,
  promotion,
  layer,
  floor = 'the floor',
  line,
  missing,
}: Unchecked): string {
  const owner = promotion ?? (layer === undefined ? '' : `layer ${layer}`);
  const what = guarantee === undefined ? `${floor} (${owner})` : `guarantee ${guarantee}`;
  const where = line === undefined ? '' : ` on line ${line}`;
  return `${what}${where}: ${listed(missing)} ${missing.length === 1 ? 'is' : 'are'} missing`;
}
