import {
  beside,
  flowed,
  heading,
  indented,
  layerLabels,
  type Page,
  standingText,
  taken,
  withLayers,
} from './text-page.js';
import { shown } from '../shown.js';
import { groupEntries, partEntries, shareEntries } from './text-shares.js';
import { type Line, type Span, span, widthOf } from './text-width.js';
import { cutTexts, thresholdText } from './text-words.js';
import type { Applied, Breakdown, Step } from './types.js';

/** A sentence, or short texts that are set side by side where they fit. */
type Detail = { readonly line: Line } | { readonly entries: readonly string[] };

const DETAIL_INDENT = 2;

/** Each promotion that applied, in the order they ran, with the numbers that formed its amount. */
export function stepsText({ promotions }: Breakdown, page: Page): readonly string[] {
  if (promotions.length === 0) return [];
  const labels = layerLabels(promotions, page);
  const entries = withLayers(promotions).flatMap(([applied, layer]) => [
    ...labels.above(layer),
    ...titleRow(applied, labels.beside(layer), labels.indent, page),
    ...detailsOf(applied, page).flatMap((detail) => drawDetail(detail, labels.indent + DETAIL_INDENT, page)),
  ]);
  return [heading(page.words.headings.steps, page), ...entries];
}

/** Layer, name, standing and title, and at the right edge what was granted. */
function titleRow(applied: Applied, layer: Span, indent: number, page: Page): readonly string[] {
  const { paint, money } = page;
  const amount = taken(money.minor(applied.amount), page);
  const room = widthOf(amount) + 2;
  const title = applied.title === undefined ? [] : [span('  '), span(applied.title)];
  const name: Line = [
    span(applied.promotion, paint.bold),
    span(standingText(applied, page), paint.dim),
    ...title,
  ];
  const [first = '', ...rest] = beside(layer, indent, name, { ...page, width: page.width - room });
  if (amount === '') return [first, ...rest];
  const gap = ' '.repeat(Math.max(2, page.width - widthOf(first) - widthOf(amount)));
  return [first + gap + paint.green(amount), ...rest];
}

function detailsOf(applied: Applied, page: Page): readonly Detail[] {
  const { promotion, threshold, steps, cuts = [], face, amount } = applied;
  const { money, words, say } = page;
  const reached = threshold === undefined ? '' : thresholdText(threshold, page);
  const [first, ...others] = steps;
  return [
    ...(first === undefined
      ? [sentence(reached)]
      : stepDetails(first, opening(say(first.offer, promotion), reached, page), page)),
    ...others.flatMap((step) =>
      stepDetails(step, { text: words.also(say(step.offer, promotion)), joint: words.colon }, page),
    ),
    ...cutTexts(cuts, page).map(sentence),
    ...(face === amount ? [] : [sentence(words.granted(money.amount(amount), money.amount(face)))]),
    ...payers(applied, page),
    ...messages(applied, page),
  ];
}

/** What is said before a calculation, and what joins it to that. */
interface Lead {
  readonly text: string;
  readonly joint: string;
}

/** `258.00 reaches 199.00 (tier 1): take 20.00 off`, or the offer alone, and what leads on to its calculation. */
function opening(offer: string, reached: string, { words }: Page): Lead {
  return reached === ''
    ? { text: offer, joint: words.colon }
    : { text: reached + words.colon + offer, joint: words.comma };
}

function stepDetails(step: Step, { text, joint }: Lead, page: Page): readonly Detail[] {
  const { parts = [], groups = [], allocation, cuts = [] } = step;
  const shares = allocation === undefined ? [] : shareEntries(allocation, page);
  const formed = calculation(step, page);
  return [
    sentence(formed === '' ? text : text + joint + formed),
    { entries: groupEntries(groups, page) },
    { entries: partEntries(parts, page) },
    ...cutTexts(cuts, page).map(sentence),
    ...(shares.length === 0 ? [] : [sentence(page.words.spread), { entries: shares }]),
  ];
}

/** How the offer's amount was formed: `5% of 258.05 is 12.9025, rounded to 12.90`; nothing where the offer says it all. */
function calculation(step: Step, { money, words }: Page): string {
  const { offer, base, of, percent, exact, face, times } = step;
  if (step.parts !== undefined || step.groups !== undefined) return '';
  const amount = money.amount(face);
  const rounded = exact === undefined ? amount : words.rounded(money.exact(exact), amount);
  const repeated = times === undefined ? '' : words.times(times) + words.comma;
  if (percent !== undefined && base !== undefined) {
    const whole = of === undefined ? money.amount(base) : money.exact(of);
    return repeated + words.percentOf(percent, whole, rounded);
  }
  if (!offer.startsWith('take') && base !== undefined) {
    return base === face ? words.allOf(amount) : words.saves(money.amount(base), rounded);
  }
  if (exact !== undefined) return repeated + rounded;
  return offer.includes(amount) ? '' : repeated + words.inAll(amount);
}

/** Who pays for it; the amounts only where several do. */
function payers({ funding = {} }: Applied, { money, words }: Page): readonly Detail[] {
  const parties = Object.entries(funding);
  if (parties.length === 0) return [];
  const shares = parties.map(([party, amount], index): Span => {
    const share = parties.length === 1 ? party : `${party} ${money.amount(amount)}`;
    return { ...span(index === parties.length - 1 ? share : share + words.comma.trimEnd()), whole: true };
  });
  const rest = shares.flatMap((share, index) => (index === 0 ? [share] : [span(words.payerGap), share]));
  return [{ line: [span(words.payers), ...rest] }];
}

/** What the customer is told, language by language. */
function messages({ texts = [] }: Applied, { words }: Page): readonly Detail[] {
  return texts
    .filter(({ kind }) => kind === 'message')
    .map(({ language, text }) =>
      sentence(words.message(language === undefined ? undefined : shown(language), shown(text))),
    );
}

/** No sentence at all where there is nothing to say. */
function sentence(text: string): Detail {
  return text === '' ? { entries: [] } : { line: [span(text)] };
}

function drawDetail(detail: Detail, indent: number, page: Page): readonly string[] {
  if ('line' in detail) return indented(indent, detail.line, page);
  return flowed(detail.entries, indent + DETAIL_INDENT, page);
}
