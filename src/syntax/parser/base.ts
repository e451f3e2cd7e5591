import {
  EmbeddedActionsParser,
  type IParserErrorMessageProvider,
  type IToken,
  isRecognitionException,
  MismatchedTokenException,
  type ParserMethod,
  tokenMatcher,
  type TokenType,
} from 'chevrotain';
import type { Name, Span, Text, Whole } from '../ast.js';
import { Comma, NumberToken, TextToken, vocabulary } from '../tokens.js';

/** A grammar rule without arguments. */
export type Rule<T> = ParserMethod<[], T>;

/** What stands where nothing stands: fields that are `undefined` are left out. */
type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Keeps the fields that have a value, so that optional members of the tree are absent rather than undefined. */
export function present<T extends object>(fields: T): Present<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<T>;
}

/** Messages are written where mistakes are reported; what is thrown only carries what was expected. */
const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
  buildNotAllInputParsedMessage: () => 'the end of the file',
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? 'something else',
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? 'something else',
};

/** Spans, names, lists and recovery: what every part of the grammar is written with. */
export abstract class BaseParser extends EmbeddedActionsParser {
  protected file = '';
  protected source = '';

  constructor(checked: boolean) {
    super(vocabulary, {
      maxLookahead: 3,
      recoveryEnabled: false,
      skipValidations: !checked,
      errorMessageProvider: expectations,
    });
  }

  protected rule<T>(name: string, body: () => T): Rule<T> {
    return this.RULE(name, body);
  }

  /** Where the next token begins. */
  protected here(): number {
    const { startOffset } = this.LA(1);
    return Number.isNaN(startOffset) ? this.source.length : startOffset;
  }

  /** From `start` to the end of the last token taken. */
  protected since(start: number): Span {
    return { file: this.file, start, end: Math.max(start, this.LA(0).endOffset! + 1 || start) };
  }

  protected next(type: TokenType, ahead = 1): boolean {
    return tokenMatcher(this.LA(ahead), type);
  }

  protected flag(idx: number, type: TokenType): boolean {
    return this.option(idx, () => this.consume(idx, type)) !== undefined;
  }

  protected text(idx: number): Text {
    const token = this.consume(idx, TextToken);
    return { span: this.spanOf(token), value: token.image };
  }

  protected whole(idx: number): Whole {
    const token = this.consume(idx, NumberToken);
    return { span: this.spanOf(token), value: Number(token.image) };
  }

  protected name(idx: number, type: TokenType): Name {
    return this.nameOf(this.consume(idx, type));
  }

  protected nameOf(token: IToken): Name {
    return { span: this.spanOf(token), text: token.image, quoted: this.source[token.startOffset] === '`' };
  }

  protected spanOf(token: IToken): Span {
    return { file: this.file, start: token.startOffset, end: token.endOffset! + 1 };
  }

  /** `element, element, …`; `goesOn` says of a comma ahead whether it continues the list. */
  protected list<T>(idx: number, element: (idx: number) => T, goesOn?: () => boolean): T[] {
    const items = [element(2 * idx)];
    this.many(idx, {
      GATE: goesOn ?? always,
      DEF: () => {
        this.consume(idx, Comma);
        items.push(element(2 * idx + 1));
      },
    });
    return items;
  }

  protected fail(expected: string): never {
    throw new MismatchedTokenException(expected, this.LA(1), this.LA(0));
  }

  protected attempt<T>(body: () => T): T | undefined {
    if (this.RECORDING_PHASE) return body();
    try {
      return body();
    } catch (error) {
      if (!(error instanceof Error && isRecognitionException(error))) throw error;
      throw error;
    }
  }
}

function always(): boolean {
  return true;
}
