import { isRecognitionException, type IToken, MismatchedTokenException, type TokenType } from 'chevrotain';
import { beginsOne, beginsStatement, CLAUSE_STARTS, SCENARIO_STARTS, STATEMENT_STARTS } from '../starts.js';
import { Comma, Identifier, words } from '../tokens.js';
import { BaseParser, never } from './base.js';
import { excerpt } from '../excerpt.js';
import { helpFor, helpForHabit } from './expected.js';

/** How much of a token a message quotes. */
const QUOTED = 40;

/** Parts in whose place people write something else that they are used to. */
const MAY_BE_HABIT: ReadonlySet<string> = new Set([
  'an offer',
  '`off`',
  '`largest fraction`, `largest line`, `first` or `last`',
  'a day of the week or `day`',
]);

/**
 * The way on after a mistake: report it once, skip to where something new begins, keep what was read. None of it runs
 * while the grammar is recorded, so none of it is grammar.
 */
export abstract class RecoveringParser extends BaseParser {
  /** The token at which the last recovery stopped: a second mistake there follows from the first. */
  private stopped: IToken | undefined;
  /** What else ends the part that is lost; set where that is an element of a list. */
  private ends: () => boolean = never;

  override reset(): void {
    super.reset();
    this.stopped = undefined;
  }

  /** Runs a part of the grammar; where it breaks off, reports that, skips to the next beginning and gives the fallback. */
  protected attempt<T, U>(body: () => T, fallback: () => U): T | U {
    if (this.RECORDING_PHASE) return body();
    try {
      return body();
    } catch (error) {
      if (!(error instanceof Error) || !isRecognitionException(error)) throw error;
      this.errors = [];
      this.unexpected(error.message);
      const lost = fallback();
      this.skip();
      return lost;
    }
  }

  /** The same for one element of a list: it goes on where the next element begins, or the comma before it. */
  protected inList<T, U>(body: () => T, fallback: () => U, ends: () => boolean): T | U {
    return this.attempt(body, () => {
      const lost = fallback();
      this.ends = ends;
      return lost;
    });
  }

  protected fail(expected: string): never {
    throw new MismatchedTokenException(expected, this.LA(1), this.LA(0));
  }

  /** Fails unless what is ahead may begin the part that is due. */
  protected need(of: ReadonlySet<TokenType>, expected: string): void {
    if (!this.RECORDING_PHASE && !of.has(this.LA(1).tokenType)) this.fail(expected);
  }

  /** Lets no further mistake be reported at a token: it would follow from the one that was. */
  protected blame(token: IToken): void {
    this.stopped = token;
  }

  /** Whether a mistake here was caused by one that has been reported. */
  protected explained(): boolean {
    return this.LA(1) === this.stopped || this.mistakes.explained(this.taken(), this.here());
  }

  private unexpected(expected: string): void {
    const behind = this.atEnd() || (this.taken() > 0 && this.startsLine());
    const span = behind ? this.nowhere() : this.spanOf(this.LA(1));
    const found = behind && !this.atEnd() ? 'the end of the line' : this.found();
    if (this.explained()) return;
    const help = (MAY_BE_HABIT.has(expected) ? this.habit() : undefined) ?? helpFor(expected);
    this.mistake('RK0001', span, { expected, found, help });
  }

  /** What to write for what people are used to. */
  protected habit(): string | undefined {
    const behind = this.startsLine() ? [] : [this.LA(-1), this.LA(0)].map((token) => token?.image ?? '');
    const [found = '', ...after] = [1, 2, 3].map((ahead) => this.written(this.LA(ahead)));
    return helpForHabit(behind, found, after);
  }

  protected lacksComma(): void {
    if (this.explained()) return;
    this.mistake('RK0001', this.nowhere(), { expected: '`,`', found: this.found(), help: helpFor('`,`') });
  }

  /** Fails where an element of a list goes on in a way that none does: on a new line something else begins. */
  protected endElement(expected: string): void {
    const ends = this.RECORDING_PHASE || this.atEnd() || this.next(Comma) || this.startsLine();
    if (!ends && !this.next(Identifier) && !beginsStatement(this.LA(1), this.LA(2))) this.fail(expected);
  }

  /** The next token in the words of a message. */
  protected found(): string {
    if (this.atEnd()) return 'the end of the file';
    return `\`${excerpt(this.written(this.LA(1)), QUOTED)}\``;
  }

  protected atEnd(): boolean {
    return Number.isNaN(this.LA(1).startOffset);
  }

  /** Skips to where a statement, a clause or a part of a scenario begins. */
  protected skip(): void {
    while (!this.atEnd() && (this.mistakes.full || !this.resumes())) this.SKIP_TOKEN();
    this.stopped = this.LA(1);
    this.ends = never;
  }

  private resumes(): boolean {
    const [token, after] = [this.LA(1), this.LA(2)];
    if (this.ends()) return true;
    const starts = [STATEMENT_STARTS, CLAUSE_STARTS, SCENARIO_STARTS];
    if (starts.some((of) => beginsOne(of, token, after))) return true;
    return this.startsLine() && (beginsStatement(token, after) || this.beginsLoosely(token));
  }

  /** At the start of a line a keyword begins its clause even when the rest of it is wrong, unless an expression goes on. */
  private beginsLoosely({ tokenType }: IToken): boolean {
    if (!CLAUSE_STARTS.has(tokenType) && !SCENARIO_STARTS.has(tokenType)) return false;
    const goesOn = [Comma, words.is, words.and, words.or].some((type) => this.next(type, 2));
    return !goesOn && !/^[-.+*/<>=)]/.test(this.written(this.LA(2)));
  }

  /** Whether the next token is the first of its line. */
  protected startsLine(): boolean {
    const from = this.taken();
    return from === 0 || /[\r\n]/.test(this.source.slice(from, this.here()));
  }
}
