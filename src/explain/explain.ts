import { type Column, cell, drawTable, type Row } from '../breakdown/text-table.js';
import { painted, span, wrap } from '../breakdown/text-width.js';
import type { Lang } from '../breakdown/lang.js';
import type { TextOptions } from '../breakdown/text-page.js';
import type { Promotion, Ruleset } from '../check/ruleset.js';
import { en } from './en.js';
import type { Voice } from './expressions.js';
import { fileTexts } from './file.js';
import { layerSentences, promotionTexts, type Said } from './promotion.js';
import type { Part, Words } from './words.js';
import { zh } from './zh.js';

/** How rules are explained. */
export interface ExplainOptions extends Pick<TextOptions, 'width' | 'paint'> {
  /** English by default. */
  readonly lang?: Lang;
}

const CATALOGUES: Readonly<Record<Lang, Words>> = { en, zh };

export function voiceOf(ruleset: Ruleset, lang: Lang = 'en'): Voice {
  return { ruleset, words: CATALOGUES[lang] };
}

const DEFAULT_WIDTH = 80;
const LEAST_WIDTH = 40;
const MOST_WIDTH = 100;
/** Below this the labels stand above what they label. */
const LEAST_WIDTH_WITH_LABELS = 60;

/** One promotion, or nothing where there is none by that name. */
export function explainPromotion(ruleset: Ruleset, id: string, options: ExplainOptions): string | undefined {
  const promotion = ruleset.promotions.find((each) => each.id === id);
  if (promotion === undefined) return undefined;
  const voice = voiceOf(ruleset, options.lang);
  return `${promotionLines(promotion, promotionTexts(promotion, voice), voice, options).join('\n')}\n`;
}

/** What holds for the whole file and for every promotion, then each promotion in order of evaluation. */
export function explainFile(ruleset: Ruleset, options: ExplainOptions): string {
  const voice = voiceOf(ruleset, options.lang);
  const { files } = voice.words;
  const said = ruleset.promotions.map((promotion) => promotionTexts(promotion, voice));
  const shared = sharedBy(said);
  const sections = [...fileTexts(voice), ...(shared.length === 0 ? [] : [[files.everyPromotion, ...shared]])];
  const known = new Set([...shared, ...ruleset.layers.flatMap((layer) => layerSentences(layer, voice))]);
  const hasLayers = ruleset.layers.some(({ name }) => name !== '');
  const own = said.map((texts) => without(texts, hasLayers ? known : new Set(shared)));
  return `${[
    ...wrapped([files.heading, ...sections.flatMap((text) => ['', ...text])], options),
    ...ruleset.promotions.flatMap((each, index) => [
      '',
      ...promotionLines(each, own[index] ?? [], voice, options),
    ]),
  ].join('\n')}\n`;
}

/** Parts that are alike for most promotions of a file. */
const SHARED: ReadonlySet<Part> = new Set(['arithmetic', 'settlement']);

/** What they say of every promotion alike is said once; nothing where there is one alone. */
function sharedBy(said: readonly (readonly Said[])[]): readonly string[] {
  const [first = [], ...others] = said.map((texts) =>
    texts.filter(({ part }) => SHARED.has(part)).flatMap(({ sentences }) => sentences),
  );
  if (others.length === 0) return [];
  return first.filter((sentence) => others.every((sentences) => sentences.includes(sentence)));
}

function without(said: readonly Said[], known: ReadonlySet<string>): readonly Said[] {
  return said.map(({ part, sentences }) => ({
    part,
    sentences: sentences.filter((each) => !known.has(each)),
  }));
}

function wrapped(lines: readonly string[], options: ExplainOptions): readonly string[] {
  return lines.flatMap((line) =>
    line === '' ? [''] : wrap([{ text: line }], widthFor(options)).map(painted),
  );
}

function widthFor({ width = DEFAULT_WIDTH }: ExplainOptions): number {
  return Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, width));
}

function promotionLines(
  promotion: Promotion,
  said: readonly Said[],
  voice: Voice,
  options: ExplainOptions,
): readonly string[] {
  return [
    ...wrap(headingOf(promotion, voice, options), widthFor(options)).map(painted),
    '',
    ...partLines(said, voice, options),
  ];
}

function headingOf(
  { id, title, kind, source }: Promotion,
  voice: Voice,
  options: ExplainOptions,
): ReturnType<typeof wrap>[number] {
  const { promotions, values } = voice.words;
  const dim = options.paint?.dim;
  const name = title === undefined ? [] : [span('  '), span(title)];
  const what = `${promotions.kind[kind]}${values.comma}${promotions.source(source.file, source.line)}`;
  return [span(id, options.paint?.bold), ...name, span('  '), span(values.bracketed(what), dim)];
}

/** The parts in their order, a label beside the sentences of each. */
function partLines(said: readonly Said[], { words }: Voice, options: ExplainOptions): readonly string[] {
  const width = widthFor(options);
  const labels = Object.entries(words.promotions.labels) as (readonly [Part, string])[];
  const parts = labels
    .map(([part, label]) => ({
      label,
      sentences: said.filter((each) => each.part === part).flatMap(({ sentences }) => sentences),
    }))
    .filter(({ sentences }) => sentences.length > 0);
  const isNarrow = width < LEAST_WIDTH_WITH_LABELS;
  const columns: readonly Column[] = isNarrow ? [{ flexible: true }] : [{}, {}, { flexible: true }];
  const rows = parts.flatMap(({ label, sentences }) =>
    (isNarrow ? stacked : beside)(label, sentences, options),
  );
  return drawTable(columns, rows, width, '');
}

function stacked(label: string, sentences: readonly string[], { paint }: ExplainOptions): readonly Row[] {
  return [[cell(label, paint?.cyan)], ...sentences.map((text): Row => [{ ...cell(text), indent: 2 }])];
}

function beside(label: string, sentences: readonly string[], { paint }: ExplainOptions): readonly Row[] {
  return sentences.map((text, index) => [cell(''), cell(index === 0 ? label : '', paint?.cyan), cell(text)]);
}
