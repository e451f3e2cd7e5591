/** A place in a source, counted from 1; the column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One file's text with the offsets at which its lines begin. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.#lineStarts = [
      0,
      ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length),
    ];
  }

  /** The line and column of an offset; an offset past the end is the end. */
  position(offset: number): Position {
    const starts = this.#lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.min(offset, this.text.length) - (starts[low] ?? 0) + 1 };
  }

  /** The offset of a line and column. */
  offset({ column, line }: Position): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1;
  }

  /** The text of a line (counted from 1), without its break. */
  line(number: number): string {
    const start = this.#lineStarts[number - 1] ?? this.text.length;
    const end = this.#lineStarts[number] ?? this.text.length;
    return this.text.slice(start, end).replace(/[\r\n]+$/, '');
  }
}
