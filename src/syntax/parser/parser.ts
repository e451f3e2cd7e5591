import type { IToken } from 'chevrotain';
import type { Comment, File, Statement } from '../ast.js';
import type { Mistakes } from '../mistakes.js';
import type { Rule } from './base.js';
import { ScenarioParser } from './scenarios.js';

/** The whole grammar. One instance serves every parse: it is told what to read each time. */
export class ReckonParser extends ScenarioParser {
  constructor(checked = false) {
    super(checked);
    this.performSelfAnalysis();
  }

  private readonly statements: Rule<Statement[]> = this.rule('file', () => {
    const statements: Statement[] = [];
    this.MANY(() => {
      const statement = this.attempt(
        () => this.SUBRULE(this.statement),
        () => undefined,
      );
      if (statement !== undefined) statements.push(statement);
    });
    return statements;
  });

  private readonly statement: Rule<Statement> = this.rule('statement', () =>
    this.OR<Statement>([
      { ALT: () => this.SUBRULE(this.currency) },
      { ALT: () => this.SUBRULE(this.timezone) },
      { ALT: () => this.SUBRULE(this.has) },
      { ALT: () => this.SUBRULE(this.layers) },
      { ALT: () => this.SUBRULE(this.promotion) },
      { ALT: () => this.SUBRULE(this.allow) },
      { ALT: () => this.SUBRULE(this.guarantee) },
      { ALT: () => this.SUBRULE(this.let) },
      { ALT: () => this.SUBRULE(this.import) },
      { ALT: () => this.SUBRULE(this.table) },
      { ALT: () => this.SUBRULE(this.default) },
      { ALT: () => this.SUBRULE(this.scenario) },
    ]),
  );

  /** Reads the statements of one file from its tokens. */
  read(file: string, source: string, tokens: IToken[], comments: readonly Comment[], mistakes: Mistakes): File {
    this.mistakes = mistakes;
    this.file = file;
    this.source = source;
    this.input = tokens;
    const statements = this.statements();
    return { statements, comments, span: { file, start: 0, end: source.length } };
  }
}
