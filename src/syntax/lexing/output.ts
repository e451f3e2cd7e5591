import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import type { Params } from '../../diagnostics/diagnostic.js';
import type { Comment } from '../ast.js';
import type { Mistakes, SyntaxCode } from '../mistakes.js';
import { Close, Open } from '../tokens.js';

/** What scanning makes of a text: the parser's tokens, the comments, the mistakes in either. */
export class TokenOutput {
  readonly tokens: IToken[] = [];
  readonly comments: Comment[] = [];
  /** How many parentheses are open. */
  parentheses = 0;
  readonly source: string;
  readonly #file: string;
  readonly #mistakes: Mistakes;

  constructor(file: string, source: string, mistakes: Mistakes) {
    this.#file = file;
    this.source = source;
    this.#mistakes = mistakes;
  }

  /** Takes a stretch over as a token; the image is its text as the parser shall see it. */
  put(stretch: IToken, type: TokenType, image: string = stretch.image): void {
    stretch.tokenType = type;
    stretch.tokenTypeIdx = type.tokenTypeIdx ?? 0;
    stretch.image = image;
    if (type === Open) this.parentheses += 1;
    if (type === Close) this.parentheses -= 1;
    this.tokens.push(stretch);
  }

  /** Adds a token that stands for a stretch or a part of it. */
  add(type: TokenType, image: string, start: number, end: number): void {
    this.tokens.push(createTokenInstance(type, image, start, end - 1, NaN, NaN, NaN, NaN));
  }

  comment(stretch: IToken): void {
    const span = { file: this.#file, start: stretch.startOffset, end: endOf(stretch) };
    this.comments.push({ text: stretch.image, span });
  }

  mistake<C extends SyntaxCode>(code: C, start: number, end: number, params: Params<C>): void {
    this.#mistakes.add(code, start, end, params);
  }

  /** No more mistakes are taken. */
  get full(): boolean {
    return this.#mistakes.full;
  }

  /** The same over the whole of a stretch. */
  wrong<C extends SyntaxCode>(code: C, stretch: IToken, params: Params<C>): void {
    this.mistake(code, stretch.startOffset, endOf(stretch), params);
  }

  tooLong(code: 'RK0014' | 'RK0015', stretch: IToken, length: number, most: number): void {
    this.wrong(code, stretch, { length: length.toLocaleString('en'), most: most.toLocaleString('en') });
  }

  /** Remembers that something is lost here, so that the parser does not report what follows from it. */
  wound(stretch: IToken): void {
    this.#mistakes.wound(stretch.startOffset);
  }

  /** The token before the next one. */
  last(back = 1): IToken | undefined {
    return this.tokens.at(-back);
  }
}

/** The offset behind a token. */
export function endOf({ startOffset, endOffset }: IToken): number {
  return (endOffset ?? startOffset) + 1;
}
