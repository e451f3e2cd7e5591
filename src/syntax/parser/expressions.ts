import { RULE_LIMITS } from '../../limits.js';
import type { BinaryOperator, Expression } from '../ast.js';
import { LINE_TEST_STARTS, TEST_STARTS } from '../starts.js';
import { Additive, Close, Comma, Comparator, Multiplicative, Open, TextToken, words } from '../tokens.js';
import type { Rule } from './base.js';
import { DEEPEST, OperandParser } from './operands.js';

/** How many operators one clause may hold: each of them deepens the tree by one. */
const LONGEST = RULE_LIMITS.operators;

/** A test: an operator and what stands on its right. */
type Test =
  | { readonly operator: BinaryOperator; readonly right: Expression }
  | { readonly negated: boolean; readonly items: readonly Expression[] };

/** Conditions and amounts: `or` binds loosest, then `and`, `not`, tests, `+ -`, `* /`, `% of`. */
export abstract class ExpressionParser extends OperandParser {
  private operators = 0;

  protected override attempt<T, U>(body: () => T, fallback: () => U): T | U {
    this.operators = 0;
    return super.attempt(body, fallback);
  }

  protected readonly expression: Rule<Expression> = this.rule('expression', () => {
    const start = this.here();
    let left = this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.word('or');
      left = this.binary(start, 'or', left, this.SUBRULE2(this.conjunction));
    });
    return left;
  });

  private readonly conjunction: Rule<Expression> = this.rule('conjunction', () => {
    const start = this.here();
    let left = this.SUBRULE(this.negation);
    this.MANY(() => {
      this.word('and');
      left = this.binary(start, 'and', left, this.SUBRULE2(this.negation));
    });
    return left;
  });

  private readonly negation: Rule<Expression> = this.rule('negation', () => {
    const starts: number[] = [];
    this.MANY(() => {
      starts.push(this.here());
      this.word('not');
    });
    this.depth += starts.length;
    let operand = this.tooManyNots() ? this.tooDeep() : this.SUBRULE(this.comparison);
    this.depth -= starts.length;
    for (const start of starts.slice(-DEEPEST).reverse())
      operand = { kind: 'not', operand, span: this.since(start) };
    return operand;
  });

  private readonly comparison: Rule<Expression> = this.rule('comparison', () => {
    const start = this.here();
    const left = this.SUBRULE(this.sum);
    this.saidWithIs();
    const test = this.OPTION({ GATE: () => this.testFollows(), DEF: () => this.SUBRULE(this.test) });
    if (test === undefined) return left;
    const tested = this.tested(start, left, test);
    this.chained();
    return tested;
  });

  private readonly test: Rule<Test> = this.rule('test', () =>
    this.OR<Test>([
      { ALT: () => this.SUBRULE(this.membership) },
      {
        ALT: () => {
          const operator = this.SUBRULE(this.relation);
          return { operator, right: this.SUBRULE(this.sum) };
        },
      },
    ]),
  );

  /** `in VALUE, …` and `not in VALUE, …`. */
  private readonly membership: Rule<Test> = this.rule('membership', () => {
    const negated = this.flag('not');
    this.word('in');
    const wrapped = this.opensList();
    const items = this.list(0, (idx) => this.subrule(idx, this.value), {
      goesOn: () => !this.countAndOfFollow(2),
      follows: () => this.next(TextToken),
    });
    if (wrapped && this.next(Close)) this.SKIP_TOKEN();
    return { negated, items };
  });

  private readonly relation: Rule<BinaryOperator> = this.rule('relation', () =>
    this.OR<BinaryOperator>([
      {
        ALT: () => {
          this.word('is');
          return this.flag('not') ? 'is-not' : 'is';
        },
      },
      {
        ALT: () => {
          this.word('has');
          return 'has';
        },
      },
      {
        ALT: () => {
          this.word('starts');
          this.word('with');
          return 'starts-with';
        },
      },
      { ALT: () => this.CONSUME(Comparator).image as BinaryOperator },
      { ALT: () => this.SUBRULE(this.comparisonInWords) },
    ]),
  );

  /** `at most` and its like: the same operators in words. */
  private readonly comparisonInWords: Rule<BinaryOperator> = this.rule('comparisonInWords', () => {
    this.atWhat();
    return this.OR<BinaryOperator>([
      {
        ALT: () => {
          this.word('less');
          this.word('than');
          return '<';
        },
      },
      {
        ALT: () => {
          this.word('more');
          this.word('than', 2);
          return '>';
        },
      },
      {
        ALT: () => {
          this.word('at');
          this.word('most');
          return '<=';
        },
      },
      {
        ALT: () => {
          this.word('at', 2);
          this.word('least');
          return '>=';
        },
      },
    ]);
  });

  /** What may stand where an amount is due: no test without parentheses. */
  protected readonly sum: Rule<Expression> = this.rule('sum', () => {
    const start = this.here();
    let left = this.SUBRULE(this.product);
    this.MANY(() => {
      const operator = this.CONSUME(Additive).image as BinaryOperator;
      left = this.binary(start, operator, left, this.SUBRULE2(this.product));
    });
    return left;
  });

  private readonly product: Rule<Expression> = this.rule('product', () => {
    const start = this.here();
    let left = this.SUBRULE(this.operand);
    this.MANY(() => {
      const operator = this.CONSUME(Multiplicative).image as BinaryOperator;
      left = this.binary(start, operator, left, this.SUBRULE2(this.operand));
    });
    return left;
  });

  // Inside an amount ---------------------------------------------------------------------------------------------

  /** `NAME OP VALUE` or a parenthesis: all that may follow `… of lines where` inside an amount. */
  protected readonly lineTest: Rule<Expression> = this.rule('lineTest', () => {
    this.need(LINE_TEST_STARTS, 'a test');
    return this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.parenthesis) },
      { ALT: () => this.SUBRULE(this.nameTest) },
    ]);
  });

  private readonly nameTest: Rule<Expression> = this.rule('nameTest', () => {
    const start = this.here();
    const left = this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.reference) },
      { ALT: () => this.SUBRULE(this.lineAmount) },
    ]);
    if (this.lacksTest()) {
      this.mistake('RK0043', this.since(start), {});
      return left;
    }
    return this.tested(start, left, this.SUBRULE(this.singleTest));
  });

  private readonly singleTest: Rule<Test> = this.rule('singleTest', () =>
    this.OR<Test>([
      {
        ALT: () => {
          const negated = this.flag('not');
          this.word('in');
          return { negated, items: [this.SUBRULE(this.value)] };
        },
      },
      {
        ALT: () => {
          const operator = this.SUBRULE(this.relation);
          return { operator, right: this.SUBRULE2(this.value) };
        },
      },
    ]),
  );

  /** `lines where CONDITION`. */
  protected readonly linesWhere: Rule<Expression> = this.rule('linesWhere', () => {
    this.word('lines');
    return this.SUBRULE(this.where);
  });

  protected readonly where: Rule<Expression> = this.rule('where', () => {
    this.word('where');
    return this.SUBRULE(this.expression);
  });

  // What goes on, and what does not ------------------------------------------------------------------------------

  /** Whether a word here tests what stands before it, rather than beginning a clause or ending a limit. */
  private testFollows(): boolean {
    if (this.next(words.not)) return this.next(words.in, 2);
    if (this.next(words.in)) return !this.next(words.all, 2);
    return true;
  }

  private lacksTest(): boolean {
    if (this.RECORDING_PHASE) return false;
    return !TEST_STARTS.has(this.LA(1).tokenType) || !this.testFollows();
  }

  private atWhat(): void {
    if (this.RECORDING_PHASE || !this.next(words.at)) return;
    this.correct(['most', 'least'], 2);
    if (this.next(words.most, 2) || this.next(words.least, 2)) return;
    this.SKIP_TOKEN();
    this.fail('`most` or `least`');
  }

  /** `is in` and `is not in` for `in` and `not in`. */
  private saidWithIs(): void {
    if (this.RECORDING_PHASE || !this.next(words.is)) return;
    const negated = this.next(words.not, 2);
    if (!this.next(words.in, negated ? 3 : 2)) return;
    const right = negated ? 'not in' : 'in';
    this.mistake('RK0045', this.spanOf(this.LA(1)), { found: `is ${right}`, right });
    this.SKIP_TOKEN();
  }

  /** `100 < list < 200`: the first test counts. */
  private chained(): void {
    if (this.RECORDING_PHASE) return;
    while (!this.lacksTest()) {
      this.mistake('RK0042', this.spanOf(this.LA(1)), {});
      this.SUBRULE2(this.test);
    }
  }

  /** `in ("a", "b")`: takes the parenthesis away. */
  private opensList(): boolean {
    if (this.RECORDING_PHASE || !this.next(Open) || !this.next(Comma, 3)) return false;
    this.mistake('RK0044', this.spanOf(this.LA(1)), { signs: 'parentheses' });
    this.SKIP_TOKEN();
    return true;
  }

  private tooManyNots(): boolean {
    return !this.RECORDING_PHASE && this.depth > DEEPEST;
  }

  private binary(start: number, operator: BinaryOperator, left: Expression, right: Expression): Expression {
    this.operators += 1;
    const span = this.since(start);
    if (this.operators <= LONGEST) return { kind: 'binary', operator, left, right, span };
    if (this.operators === LONGEST + 1) this.mistake('RK0011', span, { limit: LONGEST });
    return left;
  }

  private tested(start: number, left: Expression, test: Test): Expression {
    const span = this.since(start);
    return this.ACTION(() =>
      'items' in test ? { kind: 'in', value: left, ...test, span } : { kind: 'binary', left, ...test, span },
    );
  }
}
