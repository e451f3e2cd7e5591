import { type IToken, tokenMatcher, type TokenType } from 'chevrotain';
import type { Name, Whole } from '../ast.js';
import { nearestKeyword } from '../nearest.js';
import { onlyBegins, TEST_STARTS } from '../starts.js';
import {
  AnyName,
  AttributeName,
  choices,
  Dot,
  Identifier,
  LayerName,
  NOT_NAMES,
  NumberToken,
  PartyName,
  PercentToken,
  PlainName,
  PromotionName,
  QuotedName,
  TextToken,
  words,
} from '../tokens.js';
import { type Choice, CHOICES, type Keyword } from '../words.js';
import { helpForWord, NUMBER_WORDS } from './expected.js';
import { RecoveringParser } from './recovery.js';

const CONDITION_HELP = 'a condition stands after `when`, one on lines after `on lines where`';

const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_]*(?:-[\p{L}\p{N}\p{M}_]+)*$/u;

/** For the names behind which hardly any literal stands: which do. */
const BEHIND_NAMES: ReadonlyMap<TokenType, readonly TokenType[]> = new Map([
  [LayerName, []],
  [PlainName, []],
  [PartyName, [PercentToken, Identifier, QuotedName]],
  [PromotionName, [TextToken]],
  [AttributeName, [PercentToken, Identifier, QuotedName]],
]);

/** Keywords, names and whole numbers, with the slips that people make in them. */
export abstract class WordParser extends RecoveringParser {
  /** A keyword; a misspelt one counts as right once it is reported. */
  protected word(word: Keyword, idx = 0): IToken {
    this.correct([word]);
    return this.consume(idx, words[word]);
  }

  /** One of a few words. */
  protected choice<C extends Choice>(choice: C, idx = 0): (typeof CHOICES)[C][number] {
    this.correct(CHOICES[choice]);
    return this.consume(idx, choices[choice]).image as (typeof CHOICES)[C][number];
  }

  /** Whether an optional keyword stands here. */
  protected flag(word: Keyword, idx = 0): boolean {
    return this.option(idx, () => this.consume(idx, words[word])) !== undefined;
  }

  /** Where only keywords may come: takes a word that is nearly one of these for it. */
  protected correct(expected: readonly Keyword[], ahead = 1): void {
    const token = this.LA(ahead);
    if (token.tokenType !== Identifier || this.RECORDING_PHASE) return;
    const word = nearestKeyword(token.image, expected);
    if (word === undefined) return;
    if (ahead > 1 || !this.explained())
      this.mistake('RK0002', this.spanOf(token), { found: token.image, word });
    this.blame(token);
    this.become(token, word);
  }

  /** Takes a token for a keyword from here on. */
  protected become(token: IToken, word: Keyword): void {
    token.tokenType = words[word];
    token.tokenTypeIdx = words[word].tokenTypeIdx ?? token.tokenTypeIdx;
    token.image = word;
  }

  /**
   * Goes to where something may begin that belongs here; what is passed over on the way is reported once, unless it is
   * one of the `expected` words misspelt. Gives whether nothing was passed over.
   */
  protected passOver(
    begins: () => boolean,
    expected: readonly Keyword[],
    part: string,
    beginnings: string,
  ): boolean {
    if (this.RECORDING_PHASE || this.atEnd() || begins()) return true;
    this.correct(expected);
    if (begins()) return true;
    while (!this.atEnd() && !begins()) {
      if (!this.explained()) this.misfit(part, beginnings);
      this.SKIP_TOKEN();
      this.skip();
    }
    return false;
  }

  private misfit(part: string, beginnings: string): void {
    const fault = this.startsLine() ? `begins no ${part}` : 'does not belong here';
    const help =
      this.habit() ?? (this.conditionAhead() ? CONDITION_HELP : `a ${part} begins with ${beginnings}`);
    this.mistake('RK0004', this.spanOf(this.LA(1)), { found: this.found(), fault, help });
  }

  /** Whether a condition stands where a clause should begin. */
  private conditionAhead(): boolean {
    return tokenMatcher(this.LA(1), AnyName) && (this.next(Dot, 2) || TEST_STARTS.has(this.LA(2).tokenType));
  }

  /** Corrects, then fails unless one of the words that may stand here is ahead. */
  protected oneOf(expected: readonly Keyword[], what: string): void {
    if (this.RECORDING_PHASE) return;
    this.correct(expected);
    if (!expected.some((word) => this.next(words[word]))) this.fail(what);
  }

  protected name(idx: number, type: TokenType): Name {
    if (this.beginsHere(type)) this.fail(type.LABEL ?? 'a name');
    return this.wrongName(type) ?? this.nameOf(this.consume(idx, type));
  }

  /** Whether a keyword where a name is due rather begins something, because what follows it follows no such name. */
  private beginsHere(type: TokenType): boolean {
    const [token, after] = [this.LA(1), this.LA(2)];
    const mayFollow = BEHIND_NAMES.get(type);
    return mayFollow !== undefined && onlyBegins(token, after) && !mayFollow.includes(after.tokenType);
  }

  /** Before a choice between names: a slip that is taken for a name, or nothing; fails where no name stands. */
  protected slip(type: TokenType): Name | undefined {
    if (this.RECORDING_PHASE || this.next(type)) return undefined;
    return this.wrongName(type) ?? this.fail(type.LABEL ?? 'a name');
  }

  private nameOf(token: IToken): Name {
    return { span: this.spanOf(token), text: token.image, quoted: token.tokenType === QuotedName };
  }

  /** A name in quotes, or a word of the language as a name; on a new line such a word rather begins something. */
  private wrongName(type: TokenType): Name | undefined {
    const token = this.LA(1);
    if (this.RECORDING_PHASE || tokenMatcher(token, type) || (this.startsLine() && this.taken() > 0))
      return undefined;
    if (token.tokenType === TextToken && token.image !== '') return this.nameInQuotes(token);
    if (token.tokenType === TextToken || NOT_NAMES.get(type)?.has(token.image) !== true) return undefined;
    this.SKIP_TOKEN();
    const what = type.LABEL ?? 'a name';
    this.mistake('RK0006', this.spanOf(token), { word: token.image, what, help: helpForWord(token.image) });
    return this.missingName();
  }

  private nameInQuotes(token: IToken): Name {
    this.SKIP_TOKEN();
    const right = PLAIN_NAME.test(token.image) ? `\`${token.image}\`` : 'the name in backticks';
    this.mistake('RK0007', this.spanOf(token), { found: `\`${this.written(token)}\``, right });
    return { span: this.spanOf(token), text: token.image, quoted: true };
  }

  /** `allow one of` and `limit once per`. */
  private wholeInWords(what: string): Whole | undefined {
    const token = this.LA(1);
    const value = this.RECORDING_PHASE ? undefined : NUMBER_WORDS.get(token.image);
    if (value === undefined) return undefined;
    this.SKIP_TOKEN();
    const span = this.spanOf(token);
    this.mistake('RK0041', span, { what, found: this.written(token), help: `write \`${value}\`` });
    return { span, value };
  }

  /** A whole number; `what` says of what, for messages. */
  protected whole(idx: number, what: string): Whole {
    const inWords = this.wholeInWords(what);
    if (inWords !== undefined) return inWords;
    const token = this.consume(idx, NumberToken);
    const value = Math.trunc(Number(token.image));
    const span = this.spanOf(token);
    if (Number.isSafeInteger(value) && !token.image.includes('.')) return { span, value };
    const help = Number.isSafeInteger(value)
      ? `write \`${value}\` or \`${value + 1}\``
      : 'write a smaller number';
    this.ACTION(() => this.mistake('RK0041', span, { what, found: this.written(token), help }));
    return { span, value: Math.min(value, Number.MAX_SAFE_INTEGER) };
  }
}
