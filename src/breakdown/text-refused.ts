import { beside, layerLabels, heading, indented, type Page, standingText, withLayers } from './text-page.js';
import { type Line, span } from './text-width.js';
import { reasonText } from './text-words.js';
import type { Breakdown, Hint, Refused, Unchecked } from './types.js';

/** What did not apply, and why. */
export function refusedText({ refused }: Breakdown, page: Page): readonly string[] {
  if (refused.length === 0) return [];
  const labels = layerLabels(refused, page);
  return [
    heading(page.words.headings.refused, page),
    ...withLayers(refused).flatMap(([each, layer]) => [
      ...labels.above(layer),
      ...beside(labels.beside(layer), labels.indent, refusal(each, page), page),
    ]),
  ];
}

function refusal(refused: Refused, page: Page): Line {
  const { paint, words } = page;
  const name = refused.reason === 'unknown-code' ? words.code(refused.code) : (refused.promotion ?? '');
  const reason = words.colon + reasonText(refused, page);
  return [span(name, paint.bold), span(standingText(refused, page), paint.dim), span(reason)];
}

/** What a little more in the cart would save. */
export function hintsText({ hints = [] }: Breakdown, page: Page): readonly string[] {
  if (hints.length === 0) return [];
  const lines = hints.flatMap((hint) => indented(0, hintLine(hint, page), page));
  return [heading(page.words.headings.hints, page), ...lines];
}

function hintLine(hint: Hint, page: Page): Line {
  const { money, paint, words } = page;
  const cost = money.minor(hint.cost);
  const text = words.hint({
    spend: hint.spend === undefined ? undefined : money.amount(hint.spend),
    units: hint.units,
    line: hint.line,
    saving: money.amount(hint.saving),
    cost: money.ofMinor(Math.abs(cost)),
    isDearer: cost >= 0,
  });
  return [span(hint.promotion, paint.bold), span(standingText(hint, page), paint.dim), span(text)];
}

/** Floors and guarantees that could not be tested. */
export function uncheckedText({ unchecked }: Breakdown, page: Page): readonly string[] {
  if (unchecked.length === 0) return [];
  return [
    heading(page.words.headings.unchecked, page, page.paint.yellow),
    ...unchecked.flatMap((each) => indented(0, [span(uncheckedLine(each, page))], page)),
  ];
}

function uncheckedLine(unchecked: Unchecked, { words, say }: Page): string {
  const { guarantee, promotion, layer, floor, line, missing } = unchecked;
  const said = floor === undefined ? undefined : say(floor, promotion);
  return words.unchecked(
    { guarantee, promotion, layer, floor: said, line },
    missing.map((name) => say(name, promotion, 'value')),
  );
}
