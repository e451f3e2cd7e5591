import type {
  AmountExpression,
  BinaryExpression,
  BinaryOperator,
  CallExpression,
  Expression,
  FlagLiteral,
  NameExpression,
  TimeLiteral,
} from '../ast.js';
import {
  Additive,
  AnyName,
  AttributeName,
  choices,
  ClockToken,
  Close,
  Comparator,
  DateToken,
  Dot,
  LayerName,
  Multiplicative,
  NumberToken,
  Open,
  OperandName,
  PercentToken,
  TextToken,
  words,
} from '../tokens.js';
import { present, type Rule } from './base.js';
import { WordParser } from './wording.js';

/** A test: an operator and what stands on its right. */
type Test =
  | { readonly operator: BinaryOperator; readonly right: Expression }
  | { readonly negated: boolean; readonly items: readonly Expression[] };

/** Conditions and amounts: `or` binds loosest, then `and`, `not`, tests, `+ -`, `* /`, `% of`. */
export abstract class ExpressionParser extends WordParser {
  protected readonly expression: Rule<Expression> = this.rule('expression', () => {
    const start = this.here();
    let left = this.SUBRULE(this.conjunction);
    this.MANY(() => {
      this.word('or');
      left = this.binary(start, 'or', left, this.SUBRULE2(this.conjunction));
    });
    return left;
  });

  protected readonly conjunction: Rule<Expression> = this.rule('conjunction', () => {
    const start = this.here();
    let left = this.SUBRULE(this.negation);
    this.MANY(() => {
      this.word('and');
      left = this.binary(start, 'and', left, this.SUBRULE2(this.negation));
    });
    return left;
  });

  protected readonly negation: Rule<Expression> = this.rule('negation', () => {
    const starts: number[] = [];
    this.MANY(() => {
      starts.push(this.here());
      this.word('not');
    });
    let operand = this.SUBRULE(this.comparison);
    for (const start of starts.reverse()) operand = { kind: 'not', operand, span: this.since(start) };
    return operand;
  });

  protected readonly comparison: Rule<Expression> = this.rule('comparison', () => {
    const start = this.here();
    const left = this.SUBRULE(this.sum);
    const test = this.OPTION({ GATE: () => this.testFollows(), DEF: () => this.SUBRULE(this.test) });
    return test === undefined ? left : this.tested(start, left, test);
  });

  protected readonly test: Rule<Test> = this.rule('test', () =>
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
  protected readonly membership: Rule<Test> = this.rule('membership', () => {
    const negated = this.flag('not');
    this.word('in');
    const items = this.list(
      0,
      (idx) => this.subrule(idx, this.value),
      () => !this.countAndOfFollow(2),
    );
    return { negated, items };
  });

  protected readonly relation: Rule<BinaryOperator> = this.rule('relation', () =>
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
      { ALT: () => this.SUBRULE(this.comparator) },
    ]),
  );

  /** `<`, `at most` and so on: one operator whatever the spelling. */
  protected readonly comparator: Rule<BinaryOperator> = this.rule('comparator', () =>
    this.OR<BinaryOperator>([
      { ALT: () => this.CONSUME(Comparator).image as BinaryOperator },
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
    ]),
  );

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

  protected readonly product: Rule<Expression> = this.rule('product', () => {
    const start = this.here();
    let left = this.SUBRULE(this.operand);
    this.MANY(() => {
      const operator = this.CONSUME(Multiplicative).image as BinaryOperator;
      left = this.binary(start, operator, left, this.SUBRULE2(this.operand));
    });
    return left;
  });

  protected readonly operand: Rule<Expression> = this.rule('operand', () =>
    this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.proportion) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
      { ALT: () => this.SUBRULE(this.call) },
      { ALT: () => this.SUBRULE(this.aggregate) },
      { ALT: () => this.SUBRULE(this.literal) },
    ]),
  );

  /** `15%`, a name, and either of them `of AMOUNT`. */
  protected readonly proportion: Rule<Expression> = this.rule('proportion', () => {
    const start = this.here();
    const percent = this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.percentage) },
      { ALT: () => this.SUBRULE(this.reference) },
    ]);
    const amount = this.OPTION(() => {
      this.word('of');
      return this.SUBRULE(this.operand);
    });
    return amount === undefined ? percent : { kind: 'percent-of', percent, amount, span: this.since(start) };
  });

  protected readonly percentage: Rule<Expression> = this.rule('percentage', () => {
    const token = this.CONSUME(PercentToken);
    return { kind: 'percent', digits: token.image, span: this.spanOf(token) };
  });

  /** `NAME` or `NAME.NAME`. */
  protected readonly reference: Rule<NameExpression> = this.rule('reference', () => {
    const start = this.here();
    const parts = [this.name(0, OperandName)];
    this.OPTION(() => {
      this.CONSUME(Dot);
      parts.push(this.name(1, AnyName));
    });
    return { kind: 'name', parts, span: this.since(start) };
  });

  protected readonly parenthesis: Rule<Expression> = this.rule('parenthesis', () => {
    this.CONSUME(Open);
    const inner = this.SUBRULE(this.expression);
    this.CONSUME(Close);
    return inner;
  });

  protected readonly call: Rule<CallExpression> = this.rule('call', () => {
    const start = this.here();
    const name = this.choice<'min' | 'max'>('FunctionWord');
    this.CONSUME(Open);
    const args = this.list(0, (idx) => this.subrule(idx, this.sum));
    this.CONSUME(Close);
    return { kind: 'call', function: name, arguments: args, span: this.since(start) };
  });

  /** Amounts over the standing's scope, or over some of its lines. */
  protected readonly aggregate: Rule<AmountExpression> = this.rule('aggregate', () => {
    const start = this.here();
    const amount = this.OR<Omit<AmountExpression, 'span' | 'where'>>([
      {
        ALT: () => ({ kind: 'amount', what: this.choice<'list' | 'quantity'>('PlainAmount') }),
      },
      {
        ALT: () => ({
          kind: 'amount',
          what: this.choice<'pay' | 'discount'>('ClosingAmount'),
        }),
      },
      {
        ALT: () => {
          this.word('left');
          const after = this.OPTION(() => {
            this.word('after');
            return this.name(0, LayerName);
          });
          return { kind: 'amount', what: 'left', ...present({ after }) };
        },
      },
      {
        ALT: () => {
          this.word('count');
          const distinct = this.OPTION2({
            GATE: () => this.next(words.sku, 2),
            DEF: () => {
              this.word('of');
              return this.word('sku');
            },
          });
          return { kind: 'amount', what: distinct === undefined ? 'count' : 'skus' };
        },
      },
      {
        ALT: () => {
          this.word('total');
          this.word('of', 2);
          return { kind: 'amount', what: 'total', attribute: this.name(0, AttributeName) };
        },
      },
    ]);
    const where = this.OPTION3({
      GATE: () => this.next(words.lines, 2),
      DEF: () => {
        this.word('of', 3);
        this.word('lines');
        this.word('where');
        return this.SUBRULE(this.lineTest);
      },
    });
    return { ...amount, ...present({ where }), span: this.since(start) };
  });

  /** `NAME OP VALUE` or a parenthesis: all that may follow `… of lines where` inside an amount. */
  protected readonly lineTest: Rule<Expression> = this.rule('lineTest', () =>
    this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.parenthesis) },
      {
        ALT: () => {
          const start = this.here();
          const left = this.OR2<Expression>([
            { ALT: () => this.SUBRULE(this.reference) },
            { ALT: () => this.SUBRULE(this.lineAmount) },
          ]);
          return this.tested(start, left, this.SUBRULE(this.singleTest));
        },
      },
    ]),
  );

  /** `quantity`, `list`, `left`, `pay` and `discount` of the line in hand. */
  protected readonly lineAmount: Rule<Expression> = this.rule('lineAmount', () => {
    const start = this.here();
    const what = this.OR<AmountExpression['what']>([
      { ALT: () => this.choice<'list' | 'quantity'>('PlainAmount') },
      { ALT: () => this.choice<'pay' | 'discount'>('ClosingAmount') },
      { ALT: () => this.word('left').image as 'left' },
    ]);
    return { kind: 'amount', what, span: this.since(start) };
  });

  protected readonly singleTest: Rule<Test> = this.rule('singleTest', () =>
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

  /** One literal, one name or a parenthesis. */
  protected readonly value: Rule<Expression> = this.rule('value', () =>
    this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.percentage) },
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.SUBRULE(this.reference) },
      { ALT: () => this.SUBRULE(this.parenthesis) },
    ]),
  );

  protected readonly literal: Rule<Expression> = this.rule('literal', () =>
    this.OR<Expression>([
      {
        ALT: () => {
          const token = this.CONSUME(TextToken);
          return { kind: 'text', value: token.image, span: this.spanOf(token) };
        },
      },
      { ALT: () => this.SUBRULE(this.amountLiteral) },
      { ALT: () => this.SUBRULE(this.time) },
      { ALT: () => this.SUBRULE(this.flagLiteral) },
    ]),
  );

  protected readonly amountLiteral: Rule<Expression> = this.rule('amountLiteral', () => {
    const token = this.CONSUME(NumberToken);
    return { kind: 'number', digits: token.image, span: this.spanOf(token) };
  });

  protected readonly flagLiteral: Rule<FlagLiteral> = this.rule('flagLiteral', () => {
    const token = this.CONSUME(choices.Flag);
    return { kind: 'flag', value: token.image === 'true', span: this.spanOf(token) };
  });

  /** A date, or a date and a time of day. */
  protected readonly time: Rule<TimeLiteral> = this.rule('time', () => {
    const start = this.here();
    const date = this.CONSUME(DateToken).image;
    const clock = this.OPTION(() => this.CONSUME(ClockToken).image);
    return { kind: 'time', date, ...present({ clock }), span: this.since(start) };
  });

  /** How many: a whole number, a name, or a name of two parts, such as `row.n`. */
  protected readonly count: Rule<Expression> = this.rule('count', () =>
    this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.amountLiteral) },
      { ALT: () => this.SUBRULE(this.reference) },
    ]),
  );


  /** Whether a word here tests what stands before it, rather than beginning a clause or ending a limit. */
  private testFollows(): boolean {
    if (this.next(words.not)) return this.next(words.in, 2);
    if (this.next(words.in)) return !this.next(words.all, 2);
    if (this.next(words.at)) return this.next(words.most, 2) || this.next(words.least, 2);
    return true;
  }

  /** Whether the tokens ahead are a count and `of`, as in the parts of a bundle. */
  protected countAndOfFollow(ahead: number): boolean {
    const isCount = this.next(NumberToken, ahead) || this.next(OperandName, ahead);
    const length = this.next(Dot, ahead + 1) ? 3 : 1;
    return isCount && this.next(words.of, ahead + length);
  }

  protected binary(
    start: number,
    operator: BinaryOperator,
    left: Expression,
    right: Expression,
  ): BinaryExpression {
    return { kind: 'binary', operator, left, right, span: this.since(start) };
  }

  private tested(start: number, left: Expression, test: Test): Expression {
    const span = this.since(start);
    return this.ACTION(() =>
      'items' in test ? { kind: 'in', value: left, ...test, span } : { kind: 'binary', left, ...test, span },
    );
  }
}
