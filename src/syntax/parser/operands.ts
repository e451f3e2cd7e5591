import { RULE_LIMITS } from '../../limits.js';
import type {
  AmountExpression,
  CallExpression,
  Expression,
  FlagLiteral,
  NameExpression,
  NumberLiteral,
  PercentLiteral,
  TimeLiteral,
} from '../ast.js';
import { COUNT_STARTS, onlyBegins, OPERAND_STARTS, VALUE_STARTS } from '../starts.js';
import {
  AnyName,
  AttributeName,
  ClockToken,
  Close,
  DateToken,
  Dot,
  Identifier,
  LayerName,
  Minus,
  NumberToken,
  Open,
  OperandName,
  PercentToken,
  TextToken,
  words,
} from '../tokens.js';
import { CLAUSE_WORDS, type Keyword, STATEMENT_WORDS } from '../words.js';
import { present, type Rule } from './base.js';
import { WordParser } from './wording.js';

/** How far parentheses, `not` and `% of` may stand inside one another: every later floor walks the tree by recursion. */
export const DEEPEST: number = RULE_LIMITS.nesting;

/** Keywords that may follow a value, beside those that begin a clause or a statement. */
const AFTER_VALUE: readonly Keyword[] = [
  'and',
  'or',
  'is',
  'in',
  'has',
  'starts',
  'less',
  'more',
  'of',
  'off',
  'each',
  'per',
  'also',
  'over',
  'units',
  'where',
  'times',
  'partly',
  'required',
  'cheapest',
  'dearest',
  'free',
  ...CLAUSE_WORDS,
  ...STATEMENT_WORDS,
];

const PERCENT_WORD = /^(?:percents?|per-cent|pct)$/i;

/** The parts that operators join: literals, names, amounts, calls and parentheses. */
export abstract class OperandParser extends WordParser {
  protected abstract readonly expression: Rule<Expression>;
  protected abstract readonly sum: Rule<Expression>;
  protected abstract readonly lineTest: Rule<Expression>;

  /** How many parts that stand inside one another are open. */
  protected depth = 0;

  protected override attempt<T, U>(body: () => T, fallback: () => U): T | U {
    this.depth = 0;
    return super.attempt(body, fallback);
  }

  private readonly anyOperand: () => Expression = this.anyOf<Expression>(() => [
    this.proportion,
    this.parenthesis,
    this.call,
    this.aggregate,
    this.literal,
  ]);

  protected readonly operand: Rule<Expression> = this.rule('operand', () => {
    this.beforeOperand();
    const operand = this.anyOperand();
    this.correct(AFTER_VALUE);
    return this.ACTION(() => this.percentInWords(operand));
  });

  /** `15%`, a name, and either of them `of AMOUNT`. */
  private readonly proportion: Rule<Expression> = this.rule('proportion', () => {
    const start = this.here();
    const percent = this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.percentage) },
      { ALT: () => this.SUBRULE(this.reference) },
    ]);
    const amount = this.OPTION(() => {
      this.word('of');
      return this.nested(() => this.SUBRULE(this.operand));
    });
    return amount === undefined ? percent : { kind: 'percent-of', percent, amount, span: this.since(start) };
  });

  protected readonly percentage: Rule<PercentLiteral> = this.rule('percentage', () => {
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
    this.furtherParts(start);
    return { kind: 'name', parts, span: this.since(start) };
  });

  protected readonly parenthesis: Rule<Expression> = this.rule('parenthesis', () =>
    this.nested(() => {
      this.CONSUME(Open);
      const inner = this.SUBRULE(this.expression);
      this.CONSUME(Close);
      return inner;
    }),
  );

  private readonly call: Rule<Expression> = this.rule('call', () =>
    this.nested<CallExpression>(() => {
      const start = this.here();
      const name = this.choice('FunctionWord');
      this.CONSUME(Open);
      const args = this.list(0, (idx) => this.subrule(idx, this.sum));
      this.CONSUME(Close);
      return { kind: 'call', function: name, arguments: args, span: this.since(start) };
    }),
  );

  // Amounts ------------------------------------------------------------------------------------------------------

  /** Amounts over the standing's scope, or over some of its lines. */
  private readonly aggregate: Rule<AmountExpression> = this.rule('aggregate', () => {
    const start = this.here();
    const amount = this.OR<Measure>([
      { ALT: () => ({ what: this.choice('PlainAmount') }) },
      { ALT: () => ({ what: this.choice('ClosingAmount') }) },
      { ALT: () => this.SUBRULE(this.left) },
      { ALT: () => this.SUBRULE(this.counted) },
      { ALT: () => this.SUBRULE(this.total) },
    ]);
    const where = this.OPTION({
      GATE: () => this.next(words.lines, 2),
      DEF: () => {
        this.word('of');
        this.word('lines');
        this.word('where');
        return this.SUBRULE(this.lineTest);
      },
    });
    return { kind: 'amount', ...amount, ...present({ where }), span: this.since(start) };
  });

  /** `left` or `left after LAYER`. */
  private readonly left: Rule<Measure> = this.rule('left', () => {
    this.word('left');
    const after = this.OPTION(() => {
      this.word('after');
      return this.name(0, LayerName);
    });
    return { what: 'left', ...present({ after }) };
  });

  /** `count` or `count of sku`; `of lines where` may follow either. */
  private readonly counted: Rule<Measure> = this.rule('counted', () => {
    this.word('count');
    const distinct = this.OPTION({
      GATE: () => this.next(words.sku, 2),
      DEF: () => {
        this.word('of');
        return this.word('sku');
      },
    });
    return { what: distinct === undefined ? 'count' : 'skus' };
  });

  private readonly total: Rule<Measure> = this.rule('total', () => {
    this.word('total');
    this.word('of');
    return { what: 'total', attribute: this.name(0, AttributeName) };
  });

  /** What the line in hand has of itself. */
  protected readonly lineAmount: Rule<AmountExpression> = this.rule('lineAmount', () => {
    const start = this.here();
    const what = this.OR<AmountExpression['what']>([
      { ALT: () => this.choice('PlainAmount') },
      { ALT: () => this.choice('ClosingAmount') },
      {
        ALT: () => {
          this.word('left');
          return 'left';
        },
      },
    ]);
    return { kind: 'amount', what, span: this.since(start) };
  });

  // Literals -----------------------------------------------------------------------------------------------------

  private readonly anyValue: () => Expression = this.anyOf<Expression>(() => [
    this.percentage,
    this.literal,
    this.reference,
    this.parenthesis,
  ]);

  /** One literal, one name or a parenthesis. */
  protected readonly value: Rule<Expression> = this.rule('value', () => {
    this.need(VALUE_STARTS, 'a value');
    return this.anyValue();
  });

  private readonly anyLiteral: () => Expression = this.anyOf<Expression>(() => [
    this.textLiteral,
    this.amountLiteral,
    this.time,
    this.flagLiteral,
  ]);

  private readonly literal: Rule<Expression> = this.rule('literal', () => this.anyLiteral());

  protected readonly textLiteral: Rule<Expression> = this.rule('textLiteral', () => {
    const token = this.CONSUME(TextToken);
    return { kind: 'text', value: token.image, span: this.spanOf(token) };
  });

  protected readonly amountLiteral: Rule<NumberLiteral> = this.rule('amountLiteral', () => {
    const token = this.CONSUME(NumberToken);
    return { kind: 'number', digits: token.image, span: this.spanOf(token) };
  });

  protected readonly flagLiteral: Rule<FlagLiteral> = this.rule('flagLiteral', () => {
    const start = this.here();
    const value = this.choice('Flag') === 'true';
    return { kind: 'flag', value, span: this.since(start) };
  });

  /** A date, or a date and a time of day. */
  protected readonly time: Rule<TimeLiteral> = this.rule('time', () => {
    const start = this.here();
    const date = this.CONSUME(DateToken).image;
    const clock = this.OPTION(() => this.CONSUME(ClockToken).image);
    return { kind: 'time', date, ...present({ clock }), span: this.since(start) };
  });

  /** How many: a whole number, a name, or a name of two parts, such as `row.n`. */
  protected readonly count: Rule<Expression> = this.rule('count', () => {
    this.need(COUNT_STARTS, 'how many');
    return this.OR<Expression>([
      { ALT: () => this.SUBRULE(this.amountLiteral) },
      { ALT: () => this.SUBRULE(this.reference) },
    ]);
  });

  /** Whether the tokens ahead are a count and `of`, as in the parts of a bundle. */
  protected countAndOfFollow(ahead: number): boolean {
    const isCount = this.next(NumberToken, ahead) || this.next(OperandName, ahead);
    return isCount && this.next(words.of, this.next(Dot, ahead + 1) ? ahead + 3 : ahead + 1);
  }

  // What people write instead ------------------------------------------------------------------------------------

  /** Before a value: a minus sign of its own, or nothing but the next clause. */
  private beforeOperand(): void {
    if (this.RECORDING_PHASE) return;
    if (this.next(Minus) && (this.next(NumberToken, 2) || this.next(PercentToken, 2))) {
      this.mistake('RK0040', this.spanOf(this.LA(1)), {});
      this.SKIP_TOKEN();
    }
    this.need(OPERAND_STARTS, 'a value');
    if (this.clauseAhead()) this.fail('a value');
  }

  /** Whether a keyword where a value is due rather begins the next clause. */
  private clauseAhead(): boolean {
    return onlyBegins(this.LA(1), this.LA(2));
  }

  /** `15 percent` for `15%`. */
  private percentInWords(operand: Expression): Expression {
    const token = this.LA(1);
    if (operand.kind !== 'number' || token.tokenType !== Identifier || !PERCENT_WORD.test(token.image))
      return operand;
    this.SKIP_TOKEN();
    const span = this.since(operand.span.start);
    const found = this.source.slice(span.start, span.end);
    this.mistake('RK0035', span, { found, right: `${operand.digits}%` });
    return { kind: 'percent', digits: operand.digits, span };
  }

  /** `customer.address.city`: attributes have no parts of their own. */
  private furtherParts(start: number): void {
    if (this.RECORDING_PHASE || !this.next(Dot)) return;
    const right = this.source.slice(start, this.taken());
    while (this.next(Dot)) {
      this.SKIP_TOKEN();
      if (this.next(AnyName)) this.SKIP_TOKEN();
    }
    const span = this.since(start);
    this.mistake('RK0009', span, { found: this.source.slice(span.start, span.end), right });
  }

  /** Parses a part that stands inside others, unless there are too many of them. */
  protected nested<T>(body: () => T): T | Expression {
    if (this.RECORDING_PHASE) return body();
    if (this.depth >= DEEPEST) return this.tooDeep();
    this.depth += 1;
    const inner = body();
    this.depth -= 1;
    return inner;
  }

  /** Passes over a part that stands too deep, up to the parenthesis that closes it. */
  protected tooDeep(): Expression {
    const start = this.here();
    this.mistake('RK0010', this.spanOf(this.LA(1)), { limit: DEEPEST });
    while (this.next(words.of, 2)) {
      this.SKIP_TOKEN();
      this.SKIP_TOKEN();
    }
    let open = 0;
    do {
      if (this.next(Open)) open += 1;
      else if (this.next(Close)) open -= 1;
      this.SKIP_TOKEN();
    } while ((open > 0 || this.next(Open)) && !this.atEnd());
    if (open > 0) this.blame(this.LA(1));
    return { kind: 'missing', span: this.since(start) };
  }
}

type Measure = Pick<AmountExpression, 'what' | 'after' | 'attribute'>;
