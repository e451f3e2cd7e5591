import fastStringWidth from 'fast-string-width';
import { shown } from '../shown.js';

export type Painter = (text: string) => string;

/** A piece of text that is painted alike; the paint is laid on after all measuring and wrapping. */
export interface Span {
  readonly text: string;
  readonly paint?: Painter;
  /** Not broken at its spaces while it fits on a line. */
  readonly whole?: true;
}

export type Line = readonly Span[];

/** What stays together when a text is wrapped: a word, one wide character, or the space between. */
interface Atom extends Span {
  readonly space: boolean;
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The segmenter takes time by the square of a text's length, so that a long text is given to it piece by piece. */
const STRETCH = 1000;

/** Punctuation that never begins a line in Chinese or Japanese text. */
const NEVER_FIRST = /^[，。、；：！？）”」』》】〉…％]/u;

/** Brackets and quotes that never end a line. */
const NEVER_LAST: ReadonlySet<string> = new Set('（「『《【〈“');

/** How many columns of a terminal a text takes: two for a Chinese character, none for a combining mark. */
export function widthOf(text: string): number {
  return fastStringWidth(text);
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** The width of the widest; by a loop, because a cart may have more lines than a call takes arguments. */
export function widest(widths: readonly number[]): number {
  return widths.reduce((most, width) => Math.max(most, width), 0);
}

/** A span from a cart's or rule file's text, made fit to be shown. */
export function span(text: string, paint?: Painter): Span {
  return paint === undefined ? { text: shown(text) } : { text: shown(text), paint };
}

export function painted(line: Line): string {
  return line.map(({ text, paint }) => (paint === undefined || text === '' ? text : paint(text))).join('');
}

/** Cuts a text to a width; where something was cut the ellipsis says so. */
export function cut(text: string, width: number, ellipsis: string): string {
  if (widthOf(text) <= width) return text;
  const room = width - widthOf(ellipsis);
  const [kept = ''] = pieces(text, room);
  return widthOf(kept) <= room ? kept + ellipsis : ellipsis;
}

/** Breaks spans into lines of at most `width` columns: at spaces, beside wide characters, within a word only where it must. */
export function wrap(spans: Line, width: number): readonly Line[] {
  if (lineWidth(spans) <= width && spans[0]?.text.startsWith(' ') !== true) return [joined(spans)];
  const lines: Span[][] = [[]];
  let used = 0;
  const next = (): void => {
    lines.push([]);
    used = 0;
  };
  for (const atom of spans.flatMap((each) => atomsOf(each, width))) {
    const atomWidth = widthOf(atom.text);
    if (used + atomWidth > width && used > 0) next();
    if (atom.space && used === 0) continue;
    lines.at(-1)?.push(atom);
    used += atomWidth;
  }
  return lines.map(joined);
}

/** Neighbours that are painted alike as one span, without blanks at the end. */
function joined(line: readonly Span[]): Line {
  const last = line.findLastIndex(({ text }) => text.trim() !== '');
  const spans: Span[] = [];
  for (const next of line.slice(0, last + 1)) {
    const previous = spans.at(-1);
    if (previous === undefined || previous.paint !== next.paint) spans.push(next);
    else spans.splice(-1, 1, { ...previous, text: previous.text + next.text });
  }
  return spans;
}

function atomsOf(piece: Span, width: number): readonly Atom[] {
  const { text, paint } = piece;
  if (piece.whole === true && widthOf(text) <= width) return [{ ...piece, space: false }];
  const words: { text: string; open: boolean; opening: boolean; space: boolean }[] = [];
  for (const segment of graphemesOf(text)) {
    const space = segment === ' ';
    const wide = widthOf(segment) > 1;
    const opening = NEVER_LAST.has(segment);
    const last = words.at(-1);
    const joins = last !== undefined && ((last.open && !wide) || NEVER_FIRST.test(segment) || last.opening);
    if (last !== undefined && joins && !last.space && !space) {
      // A word that begins behind an opening bracket stays one word.
      if (last.opening) last.open = !wide;
      last.text += segment;
      last.opening = opening;
    } else {
      words.push({ text: segment, open: !wide && !space, opening, space });
    }
  }
  const style = paint === undefined ? {} : { paint };
  return words.flatMap((word) =>
    pieces(word.text, width).map((part) => ({ text: part, space: word.space, ...style })),
  );
}

/** A text in pieces of at most `width` columns (a piece holds one character at least). */
function pieces(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const found: string[] = [];
  let piece = '';
  for (const segment of graphemesOf(text)) {
    if (piece !== '' && widthOf(piece + segment) > width) {
      found.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...found, piece];
}

/** Each grapheme; the last one of a stretch is cut anew with what follows it, since it may go on there. */
function* graphemesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    const end = start + STRETCH;
    const found = Array.from(segmenter.segment(text.slice(start, end)), ({ segment }) => segment);
    if (end < text.length && found.length > 1) found.pop();
    yield* found;
    start += found.reduce((length, segment) => length + segment.length, 0);
  }
}
