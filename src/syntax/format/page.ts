import { INDENT, type LineStart } from './breaks.js';
import type { Piece, Pieces, Remark } from './pieces.js';
import { margin, wrap } from './wrap.js';

/** What stands on the page: a line of the language, set on one line or several, or a comment on a line of its own. */
interface Entry {
  readonly texts: readonly string[];
  readonly indent: number;
  /** How many blank lines the author put before it. */
  readonly blank: number;
  readonly isComment: boolean;
}

/** Sets pieces as a page: each line at its indent, blocks parted by blank lines. */
export function page({ pieces, rest }: Pieces): string {
  const written = new Page();
  for (const line of linesOf(pieces)) written.line(line);
  written.comments(rest);
  return written.text();
}

function linesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const starts = pieces.flatMap(({ line }, index) => (line === undefined ? [] : [index]));
  return starts.map((start, index) => pieces.slice(start, starts[index + 1]));
}

class Page {
  readonly #texts: string[] = [];
  /** How the last line began. */
  #last: LineStart | undefined;
  /** Whether the statement it belongs to is a block. */
  #inBlock = false;

  line(pieces: readonly Piece[]): void {
    const [first] = pieces;
    if (first?.line === undefined) return;
    const { block, hang, indent } = first.line;
    const entry = { texts: wrap(pieces, indent, hang), indent, blank: first.blank, isComment: false };
    this.#put([...this.#remarks(first.before, indent), entry], block);
    if (indent === 0) this.#inBlock = block;
    this.#last = first.line;
  }

  /** The comments behind the last line. */
  comments(remarks: readonly Remark[]): void {
    this.#put(this.#remarks(remarks, 0), false);
  }

  text(): string {
    return this.#texts.map((text) => `${text}\n`).join('');
  }

  /** Comments before a line: they stand where it stands, or further in while they belong to what is before them. */
  #remarks(remarks: readonly Remark[], indent: number): readonly Entry[] {
    let inner = Math.max(this.#last?.inner ?? 0, indent);
    return remarks.map(({ blank, column, text }) => {
      inner = Math.max(indent, Math.min(inner, column - (column % INDENT)));
      return { texts: [margin(inner) + text], indent: inner, blank, isComment: true };
    });
  }

  #put(entries: readonly Entry[], block: boolean): void {
    const apart = entries.findIndex(({ indent }) => indent === 0);
    for (const [index, { blank, texts }] of entries.entries()) {
      const least = index === apart && (block || this.#inBlock) ? 1 : 0;
      const most = this.#mostBlank(entries, index);
      this.#write(Math.max(least, Math.min(blank, most)), texts);
    }
  }

  #write(blank: number, texts: readonly string[]): void {
    // Nothing stands before the first line.
    const blankLines = new Array<string>(this.#texts.length === 0 ? 0 : blank).fill('');
    for (const text of [...blankLines, ...texts]) this.#texts.push(text);
  }

  /** Two before the heading of a section, none under the heading of a block, else one. */
  #mostBlank(entries: readonly Entry[], index: number): number {
    if (index === 0 && (entries.at(-1)?.indent ?? 0) > (this.#last?.indent ?? 0)) return 0;
    return (entries[index]?.blank ?? 0) > 1 && isHeading(entries, index) ? 2 : 1;
  }
}

/** Whether comments at the margin, with a blank line under them, begin here. */
function isHeading(entries: readonly Entry[], from: number): boolean {
  const first = entries[from];
  if (first?.isComment !== true || first.indent > 0) return false;
  for (let index = from + 1; ; index += 1) {
    const { blank = 0, isComment = false } = entries[index] ?? {};
    if (blank > 0 || !isComment) return blank > 0;
  }
}
