import type { IToken } from 'chevrotain';
import type { Comment, File, Statement } from '../ast.js';
import type { Mistakes } from '../mistakes.js';
import { beginsStatement, CLAUSE_STARTS } from '../starts.js';
import { CLAUSE_OR_STATEMENT_WORDS } from '../words.js';
import type { Rule } from './base.js';
import { STATEMENTS } from './expected.js';
import { ScenarioParser } from './scenarios.js';

/** What is read at one time: a file's text, cut into tokens and comments. */
export interface Input {
  readonly file: string;
  readonly source: string;
  readonly tokens: IToken[];
  readonly comments: readonly Comment[];
  readonly mistakes: Mistakes;
}

/** The whole grammar. One instance serves every parse; `checked` looks for ambiguities first, which takes time. */
export class ReckonParser extends ScenarioParser {
  constructor(checked = false) {
    super(checked);
    this.performSelfAnalysis();
  }

  private readonly statements: Rule<Statement[]> = this.rule('file', () => {
    const statements: Statement[] = [];
    this.toStatement();
    this.MANY(() => {
      const statement = this.attempt(
        () => this.SUBRULE(this.statement),
        () => undefined,
      );
      if (statement !== undefined) statements.push(statement);
      this.toStatement();
    });
    return statements;
  });

  private readonly anyStatement: () => Statement = this.anyOf<Statement>(() => [
    this.currency,
    this.timezone,
    this.has,
    this.layers,
    this.promotion,
    this.allow,
    this.guarantee,
    this.let,
    this.import,
    this.table,
    this.default,
    this.scenario,
  ]);

  private readonly statement: Rule<Statement> = this.rule('statement', () => this.anyStatement());

  /** Reads the statements of one file. */
  read({ file, source, tokens, comments, mistakes }: Input): File {
    this.file = file;
    this.source = source;
    this.mistakes = mistakes;
    this.input = tokens;
    const statements = this.statements();
    // The parser outlives the file: it must not keep its text alive.
    this.input = [];
    this.source = '';
    return { statements, comments, span: { file, start: 0, end: source.length } };
  }

  /** Goes to the next statement; clauses without a promotion and what begins no statement are reported on the way. */
  private toStatement(): void {
    let lost = false;
    while (!this.RECORDING_PHASE && !this.atEnd() && !beginsStatement(this.LA(1), this.LA(2))) {
      this.correct(CLAUSE_OR_STATEMENT_WORDS);
      if (beginsStatement(this.LA(1), this.LA(2))) return;
      if (CLAUSE_STARTS.has(this.LA(1).tokenType)) this.strayClause(lost);
      else this.strayWord(lost);
      lost = true;
    }
  }

  /** A clause outside a promotion is read for the mistakes in it; only the first of several is reported. */
  private strayClause(known: boolean): void {
    const token = this.LA(1);
    if (!known && !this.explained()) this.mistake('RK0005', this.spanOf(token), { clause: token.image });
    this.clauseOrNothing();
    if (this.LA(1) === token) this.SKIP_TOKEN();
  }

  /** Of several in a row only those are reported that stand at the very start of a line, as statements do. */
  private strayWord(known: boolean): void {
    const own = !known || this.atLineStart();
    if (own && !this.explained()) {
      this.mistake('RK0003', this.spanOf(this.LA(1)), { found: this.found(), words: STATEMENTS });
    }
    this.SKIP_TOKEN();
    this.skip();
  }

  private atLineStart(): boolean {
    return /[\r\n]/.test(this.source.charAt(this.here() - 1));
  }
}
