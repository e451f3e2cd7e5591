import type { IToken } from 'chevrotain';
import type { Node, Span } from '../ast.js';
import { endOf } from '../lexing/output.js';

/** One step of indentation. */
export const INDENT = 2;

/** A line that a statement or a part of one stands on. */
export interface LineStart {
  readonly indent: number;
  /** How far comments behind it may be indented and still belong to it. */
  readonly inner: number;
  /** Its statement: a blank line parts it from others where either is a block. */
  readonly block: boolean;
  /** Where it goes on when it is too long. */
  readonly hang: number;
}

/** A place where a line may be broken when it is too long: the places of the lowest level first. */
export interface Soft {
  readonly level: number;
  /** `all`: with every other place of its level; `fill`: where the line is full; `always`: however short the line. */
  readonly how: 'all' | 'fill' | 'always';
}

/** Where lines begin and where they may be broken, by the index of the token that comes first on the new line. */
export class Breaks {
  readonly lines: Map<number, LineStart> = new Map();
  readonly soft: Map<number, Soft> = new Map();
  /** Tokens that stand close to the one before, as in `Asia/Shanghai`. */
  readonly close: Set<number> = new Set();
  readonly #tokens: readonly IToken[];
  readonly #starts = new Map<number, number>();
  readonly #ends = new Map<number, number>();

  constructor(tokens: readonly IToken[]) {
    this.#tokens = tokens;
    for (const [index, token] of tokens.entries()) {
      this.#starts.set(token.startOffset, index);
      this.#ends.set(endOf(token), index);
    }
  }

  /** A line begins with this part. */
  line({ span }: Node, start: Partial<LineStart> & Pick<LineStart, 'indent'>): void {
    const { indent } = start;
    this.lines.set(this.first(span), { inner: indent, block: false, hang: indent + INDENT, ...start });
  }

  /** The line may be broken before this part, or `back` tokens before it. */
  before({ span }: Node, level: number, how: Soft['how'], back = 0): void {
    this.soft.set(this.first(span) - back, { level, how });
  }

  /** The line may be broken after the comma behind each part but the last. */
  commas(parts: readonly Node[], level: number): void {
    for (const part of parts.slice(0, -1)) {
      this.soft.set(this.#behind(part, ',') + 1, { level, how: 'fill' });
    }
  }

  /** The line may be broken before each part but the first. */
  between(parts: readonly Node[], level: number): void {
    for (const part of parts.slice(1)) this.before(part, level, 'fill');
  }

  /** The line may be broken before the operator behind this part. */
  operator(left: Node, level: number): void {
    this.soft.set(this.#behind(left), { level, how: 'all' });
  }

  /** The tokens of this part stand close together. */
  together({ span }: Node): void {
    for (let index = this.first(span) + 1; index <= this.last(span); index += 1) this.close.add(index);
  }

  first({ start }: Span): number {
    return known(this.#starts.get(start));
  }

  last({ end }: Span): number {
    return known(this.#ends.get(end));
  }

  /** The comma, or else the operator, that follows a part and the parentheses that close behind it. */
  #behind({ span }: Node, sign?: string): number {
    let index = this.last(span) + 1;
    while (this.#tokens[index]?.image === ')') index += 1;
    if (sign !== undefined && this.#tokens[index]?.image !== sign)
      throw new Error(`no \`${sign}\` behind a part`);
    return index;
  }
}

/** Every part of a tree begins and ends with a token. */
function known(index: number | undefined): number {
  if (index === undefined) throw new Error('a part of the tree begins or ends within a token');
  return index;
}
