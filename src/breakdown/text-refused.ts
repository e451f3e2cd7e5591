import {
  beside,
  counted,
  gutterOf,
  heading,
  indented,
  type Page,
  standingText,
  withLayers,
} from './text-page.js';
import { type Line, span } from './text-width.js';
import { reasonText } from './text-words.js';
import type { Breakdown, Hint, Refused, Unchecked } from './types.js';

/** What did not apply, and why. */
export function refusedText({ refused }: Breakdown, page: Page): readonly string[] {
  if (refused.length === 0) return [];
  const gutter = gutterOf(refused);
  return [
    heading('did not apply', page),
    ...withLayers(refused).flatMap(([each, layer]) =>
      beside(span(layer, page.paint.cyan), gutter, refusal(each, page), page),
    ),
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
  const more = [
    ...(hint.spend === undefined ? [] : [money.amount(hint.spend)]),
    ...(hint.units === undefined ? [] : [counted(hint.units, 'unit')]),
  ];
  const text = `: ${more.join(' or ')} more saves ${money.amount(hint.saving)}, net cost ${money.amount(hint.cost)}`;
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

function uncheckedLine({ guarantee, promotion, layer, line, missing }: Unchecked): string {
  const what = [
    ...(guarantee === undefined ? [] : [`guarantee ${guarantee}`]),
    ...(promotion === undefined ? [] : [`the floor of ${promotion}`]),
    ...(layer === undefined || promotion !== undefined ? [] : [`the floor of layer ${layer}`]),
  ];
  const where = line === undefined ? '' : ` on line ${line}`;
  return `${what.join(', ')}${where}: ${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing`;
}
