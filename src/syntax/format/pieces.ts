import type { IToken } from 'chevrotain';
import type { Comment } from '../ast.js';
import { endOf } from '../lexing/output.js';
import { Close, Comma, Dot, Open, words } from '../tokens.js';
import type { Breaks, LineStart, Soft } from './breaks.js';

/** A token on its way to the page, with the comments round it. */
export interface Piece {
  readonly text: string;
  /** No space stands before it. */
  readonly close: boolean;
  readonly soft: Soft | undefined;
  readonly line: LineStart | undefined;
  /** Blank lines between it and what stands before it. */
  readonly blank: number;
  /** Comments on lines of their own before it. */
  readonly before: readonly Remark[];
  /** The comment that ends its line. */
  behind: string | undefined;
}

/** A comment on a line of its own. */
export interface Remark {
  readonly text: string;
  readonly blank: number;
  readonly column: number;
}

/** A file cut into pieces, and the comments after the last of them. */
export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly rest: readonly Remark[];
}

/** Cuts a source into pieces. Comments keep their place between tokens, but for signs that no space may part from a token. */
export function cut(
  source: string,
  tokens: readonly IToken[],
  comments: readonly Comment[],
  breaks: Breaks,
): Pieces {
  const pieces: Piece[] = [];
  const waiting = new Waiting(source, comments);
  for (const [index, token] of tokens.entries()) {
    waiting.readTo(token.startOffset);
    const close = breaks.close.has(index) || standClose(tokens[index - 1], token);
    const before = close ? [] : waiting.take(pieces.at(-1));
    pieces.push({
      text: source.slice(token.startOffset, endOf(token)),
      close,
      soft: breaks.soft.get(index),
      line: breaks.lines.get(index),
      blank: waiting.blankBefore(token.startOffset),
      before,
      behind: undefined,
    });
    waiting.pass(endOf(token));
  }
  waiting.readTo(source.length);
  return { pieces, rest: waiting.take(pieces.at(-1)) };
}

/** Whether two tokens stand side by side without a space. */
function standClose(left: IToken | undefined, right: IToken): boolean {
  if (left === undefined) return false;
  if (left.tokenType === Open || left.tokenType === Dot) return true;
  if (right.tokenType === Comma || right.tokenType === Close || right.tokenType === Dot) return true;
  return right.tokenType === Open && (left.tokenType === words.min || left.tokenType === words.max);
}

/** A tab indents by one step. */
const TAB = '  ';

/** The comments that no token has taken yet. */
class Waiting {
  readonly #source: string;
  readonly #comments: readonly Comment[];
  #next = 0;
  #remarks: (Remark & { readonly ownLine: boolean })[] = [];
  #end = 0;

  constructor(source: string, comments: readonly Comment[]) {
    this.#source = source;
    this.#comments = comments;
  }

  /** Reads the comments that begin before an offset. */
  readTo(offset: number): void {
    for (;;) {
      const comment = this.#comments[this.#next];
      if (comment === undefined || comment.span.start >= offset) return;
      const { start, end } = comment.span;
      const gap = this.#source.slice(this.#end, start);
      const indent = gap.slice(Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1);
      this.#remarks.push({
        text: comment.text.trimEnd(),
        blank: this.blankBefore(start),
        column: indent.replaceAll('\t', TAB).length,
        ownLine: this.#end === 0 || /[\r\n]/.test(gap),
      });
      this.#next += 1;
      this.#end = end;
    }
  }

  /** Gives the comments that stand before the next piece; one that ends a line goes to the piece before. */
  take(last: Piece | undefined): readonly Remark[] {
    const [first, ...others] = this.#remarks;
    this.#remarks = [];
    if (first === undefined) return [];
    if (first.ownLine || last === undefined) return [first, ...others];
    last.behind = first.text;
    return others;
  }

  /** How many blank lines stand between what was read last and an offset. */
  blankBefore(offset: number): number {
    const breaks = this.#source.slice(this.#end, offset).match(/\r\n|\r|\n/g)?.length ?? 0;
    return Math.max(0, breaks - 1);
  }

  pass(end: number): void {
    this.#end = end;
  }
}
