import {
  EmbeddedActionsParser,
  type IOrAlt,
  type IParserErrorMessageProvider,
  type IToken,
  type ParserMethod,
  tokenMatcher,
  type TokenType,
} from 'chevrotain';
import type { MissingExpression, Name, Span, Text } from '../ast.js';
import { Mistakes, type SyntaxCode } from '../mistakes.js';
import type { Params } from '../../diagnostics/diagnostic.js';
import { Comma, TextToken, vocabulary } from '../tokens.js';

/** A grammar rule without arguments. */
export type Rule<T> = ParserMethod<[], T>;

/** Fields that are `undefined` are left out. */
type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Keeps the fields that have a value, so that optional members of the tree are absent rather than undefined. */
export function present<T extends object>(fields: T): Present<T> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) kept[name] = value;
  }
  return kept as Present<T>;
}

/** Messages are written where mistakes are reported: what is thrown only carries what was expected. */
const expectations: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.LABEL ?? expected.name,
  buildNotAllInputParsedMessage: () => 'the end of the file',
  buildNoViableAltMessage: ({ customUserDescription }) => customUserDescription ?? 'something else',
  buildEarlyExitMessage: ({ customUserDescription }) => customUserDescription ?? 'something else',
};

/** Spans, texts and lists: what every part of the grammar is written with. */
export abstract class BaseParser extends EmbeddedActionsParser {
  protected file = '';
  protected source = '';
  protected mistakes: Mistakes = new Mistakes('', '');

  constructor(checked: boolean) {
    super(vocabulary, {
      maxLookahead: 3,
      // chevrotain's own recovery guesses tokens into being; what is lost here is found again by `attempt`.
      recoveryEnabled: false,
      skipValidations: !checked,
      errorMessageProvider: expectations,
    });
  }

  protected rule<T>(name: string, body: () => T): Rule<T> {
    return this.RULE(name, body);
  }

  /** One of several rules; the alternatives are made once rather than at every call. */
  protected anyOf<T>(rules: () => readonly Rule<T>[]): () => T {
    let alternatives: IOrAlt<T>[] | undefined;
    return () => {
      alternatives ??= rules().map((rule) => ({ ALT: () => this.SUBRULE(rule) }));
      return this.OR<T>(alternatives);
    };
  }

  // Places -------------------------------------------------------------------------------------------------------

  /** Where the next token begins. */
  protected here(): number {
    const { startOffset } = this.LA(1);
    return Number.isNaN(startOffset) ? this.source.length : startOffset;
  }

  /** Where the last token taken ends. */
  protected taken(): number {
    const { endOffset } = this.LA(0);
    return endOffset === undefined || Number.isNaN(endOffset) ? 0 : endOffset + 1;
  }

  /** From `start` to the end of the last token taken; nothing, where none was. */
  protected since(start: number): Span {
    const end = this.taken();
    return { file: this.file, start: Math.min(start, end), end };
  }

  protected spanOf({ startOffset, endOffset }: IToken): Span {
    return { file: this.file, start: startOffset, end: (endOffset ?? startOffset) + 1 };
  }

  /** Nothing, directly behind what was taken last. */
  protected nowhere(): Span {
    const at = this.taken();
    return { file: this.file, start: at, end: at };
  }

  /** A token as the user wrote it. */
  protected written({ startOffset, endOffset }: IToken): string {
    return this.source.slice(startOffset, (endOffset ?? startOffset) + 1);
  }

  protected mistake<C extends SyntaxCode>(code: C, span: Span, params: Params<C>): void {
    this.mistakes.add(code, span.start, span.end, params);
  }

  // Tokens -------------------------------------------------------------------------------------------------------

  protected next(type: TokenType, ahead = 1): boolean {
    return tokenMatcher(this.LA(ahead), type);
  }

  protected text(idx: number): Text {
    const token = this.consume(idx, TextToken);
    return { span: this.spanOf(token), value: token.image };
  }

  /** `element, element, …` */
  protected list<T>(
    idx: number,
    element: (idx: number) => T,
    { goesOn = always, follows = never }: Listing = {},
  ): T[] {
    const items = [element(2 * idx)];
    this.many(idx, {
      GATE: goesOn,
      DEF: () => {
        this.consume(idx, Comma);
        items.push(element(2 * idx + 1));
      },
    });
    while (!this.RECORDING_PHASE && (follows() || (this.next(Comma) && goesOn()))) {
      if (this.next(Comma)) this.SKIP_TOKEN();
      else this.lacksComma();
      items.push(element(2 * idx + 1));
    }
    return items;
  }

  /** Reports that the next element of a list is there and only the comma before it is not. */
  protected abstract lacksComma(): void;

  // What recovery puts where something is lost -------------------------------------------------------------------

  protected missingName(): Name {
    return { text: '', quoted: false, span: this.nowhere() };
  }

  protected missingText(): Text {
    return { value: '', span: this.nowhere() };
  }

  protected missing(): MissingExpression {
    return { kind: 'missing', span: this.nowhere() };
  }
}

/** How a list goes on. */
interface Listing {
  /** Whether a comma ahead continues the list. */
  readonly goesOn?: () => boolean;
  /** Whether an element stands ahead without a comma, which nothing else could be. */
  readonly follows?: () => boolean;
}

function always(): boolean {
  return true;
}

export function never(): boolean {
  return false;
}
