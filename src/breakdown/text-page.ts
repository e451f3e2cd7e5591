import type { Lang } from './lang.js';
import { shown } from '../shown.js';
import { type InCurrency, MoneyText } from './text-money.js';
import {
  cut,
  type Line,
  type Painter,
  painted,
  type Span,
  span,
  widest,
  widthOf,
  wrap,
} from './text-width.js';
import { en } from './words-en.js';
import { zh } from './words-zh.js';
import type { BreakdownWords, SayRule } from './words.js';
import type { Standing } from './types.js';

/** How parts of the text stand out; picocolors' colours fit. */
export interface Paint {
  readonly bold: Painter;
  readonly dim: Painter;
  readonly red: Painter;
  readonly green: Painter;
  readonly yellow: Painter;
  readonly cyan: Painter;
}

/** How a breakdown is drawn. */
export interface TextOptions {
  /** Columns of the terminal, 80 by default; text is kept between 40 and 100 columns. */
  readonly width?: number;
  /** Draws with ASCII alone; names keep their letters. */
  readonly ascii?: boolean;
  /** No colour by default. */
  readonly paint?: Paint;
}

/** How a breakdown is told. */
export interface TellOptions extends TextOptions {
  /** English by default. */
  readonly lang?: Lang;
  /** How texts of the rule file are said, see `ruleWords`; else they stand as the rule file has them. */
  readonly say?: SayRule;
}

/** What every part of a text is drawn with. */
export interface Sheet {
  readonly width: number;
  readonly glyphs: Glyphs;
  readonly paint: Paint;
}

/** A sheet for the text of a breakdown. */
export interface Page extends Sheet {
  readonly money: MoneyText;
  readonly words: BreakdownWords;
  readonly say: SayRule;
}

export interface Glyphs {
  readonly rule: string;
  readonly arrow: string;
  readonly times: string;
  readonly ellipsis: string;
  readonly bar: string;
}

const DRAWN: Glyphs = { rule: '─', arrow: '→', times: '×', ellipsis: '…', bar: '▇' };
const ASCII: Glyphs = { rule: '-', arrow: '->', times: 'x', ellipsis: '...', bar: '#' };

const same: Painter = (text) => text;
const NO_PAINT: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

const DEFAULT_WIDTH = 80;
/** Narrower text is all line breaks; in wider text the eye loses the row. */
const LEAST_WIDTH = 40;
const MOST_WIDTH = 100;

/** The column in which a promotion's layer stands, at most. */
const WIDEST_GUTTER = 12;
const LEAST_WIDTH_WITH_GUTTER = 60;
const GAP = 2;

const CATALOGUES: Readonly<Record<Lang, BreakdownWords>> = { en, zh };

export function sheetOf(options: TextOptions): Sheet {
  return {
    width: Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, options.width ?? DEFAULT_WIDTH)),
    glyphs: options.ascii === true ? ASCII : DRAWN,
    paint: options.paint ?? NO_PAINT,
  };
}

export function pageOf(breakdown: InCurrency, options: TellOptions): Page {
  const sheet = sheetOf(options);
  return {
    ...sheet,
    money: new MoneyText(breakdown, sheet.glyphs.ellipsis),
    words: CATALOGUES[options.lang ?? 'en'],
    say: options.say ?? ((text) => text),
  };
}

/** `── title ─────`, as wide as the page. */
export function heading(title: string, page: Sheet, paint: Painter = page.paint.bold): string {
  const { rule } = page.glyphs;
  const rest = Math.max(2, page.width - widthOf(title) - 4);
  const { dim } = page.paint;
  return `${dim(rule.repeat(2))} ${paint(title)} ${dim(rule.repeat(rest))}`;
}

/** Wrapped text beside a label `room` columns wide, which stands on its first line alone. */
export function beside(label: Span, room: number, body: Line, page: Sheet): readonly string[] {
  const text = cut(label.text, Math.max(0, room - GAP), page.glyphs.ellipsis);
  const gap = { text: ' '.repeat(room - widthOf(text)) };
  const [first = [], ...rest] = wrap(body, page.width - room);
  return [painted([{ ...label, text }, gap, ...first]).trimEnd(), ...rest.map((line) => shifted(line, room))];
}

export function indented(by: number, body: Line, page: Sheet): readonly string[] {
  return wrap(body, page.width - by).map((line) => shifted(line, by));
}

function shifted(line: Line, by: number): string {
  return (' '.repeat(by) + painted(line)).trimEnd();
}

/** Short texts side by side in columns, as many as fit. */
export function flowed(texts: readonly string[], indent: number, page: Sheet): readonly string[] {
  const entries = texts.map((text) => span(text).text);
  const column = widest(entries.map(widthOf)) + 2 * GAP;
  const perRow = Math.max(1, Math.floor((page.width - indent + 2 * GAP) / column));
  const rows = Array.from({ length: Math.ceil(entries.length / perRow) }, (_, row) =>
    entries.slice(row * perRow, (row + 1) * perRow),
  );
  return rows.flatMap((row) => {
    const line = row.map((text) => text + ' '.repeat(column - widthOf(text))).join('');
    return indented(indent, [{ text: line.trimEnd() }], page);
  });
}

/** How a column of layer names is drawn: beside what it labels, or on narrow pages above it. */
export interface Labels {
  /** How far to the right the labelled text stands. */
  readonly indent: number;
  readonly above: (layer: string) => readonly string[];
  readonly beside: (layer: string) => Span;
}

/** The column is as wide as its longest name; there is none where there are no layers. */
export function layerLabels(items: readonly Layered[], { width, paint, glyphs }: Page): Labels {
  const longest = widest(items.map(({ layer }) => widthOf(shown(layer ?? ''))));
  if (longest > 0 && width < LEAST_WIDTH_WITH_GUTTER) {
    const above = (layer: string): readonly string[] =>
      layer.trim() === '' ? [] : [paint.cyan(cut(shown(layer).trimEnd(), width, glyphs.ellipsis))];
    return { indent: GAP, above, beside: () => span('') };
  }
  const indent = longest === 0 ? 0 : Math.min(longest, WIDEST_GUTTER) + GAP;
  return { indent, above: () => [], beside: (layer) => span(layer, paint.cyan) };
}

interface Layered {
  readonly layer?: string;
}

/** The items with their layer named on the first of each run alone. */
export function withLayers<Item extends Layered>(
  items: readonly Item[],
): readonly (readonly [item: Item, layer: string])[] {
  return items.map((item, index) => [item, item.layer === items[index - 1]?.layer ? '' : (item.layer ?? '')]);
}

/** ` for store S1`, ` for line 3 of tiers`; nothing for a promotion that stands once. */
export function standingText(
  standing: Standing,
  { words, say }: Pick<Page, 'words' | 'say'> = { words: en, say: (text) => text },
): string {
  const values = Object.entries(standing.for ?? {}).map(
    ([name, value]) => [say(name), typeof value === 'boolean' ? words.flag(value) : String(value)] as const,
  );
  return words.standing(values, standing.row);
}

/** A charge by its id; the one that a cart sends without an id is `shipping`. */
export function chargeName(id: string, { words }: Page): string {
  return id === 'shipping' ? words.shipping : words.charge(id);
}

/** What was taken off, with its minus; nothing for nothing. */
export function taken(minor: number, { money }: Page): string {
  return minor === 0 ? '' : money.ofMinor(-minor);
}

/** `1 unit`, `3 units`. */
export function counted(count: number | string, noun: string): string {
  return `${count} ${noun}${String(count) === '1' ? '' : 's'}`;
}

/** How much of a digest is shown: enough to tell two apart at a glance. */
const DIGEST_SHOWN = 12;

export function shortDigest(digest: string): string {
  return digest.slice(0, digest.indexOf(':') + 1 + DIGEST_SHOWN);
}
