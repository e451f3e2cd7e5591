import type { BinaryExpression, CallExpression, Expression, PercentOfExpression } from '../../syntax/ast.js';
import type { Context } from '../context.js';
import type { Calculation, Scalar } from '../ruleset.js';
import type { Place } from './place.js';
import { shortText } from './text.js';
import { calculation, isConstant, numberConstant, unknownValue, type Value, value } from './value.js';
import { lineAttributeIn } from './walk.js';
import { Decimal } from 'decimal.js';

type Operator = '+' | '-' | '*' | '/';

/** `a + b` and so on: sums of like with like, money times a number or a percentage, money by a number or by money. */
export function arithmetic(
  expression: BinaryExpression & { readonly operator: Operator },
  place: Place,
  context: Context,
): Value {
  const left = context.expressions.value(expression.left, place);
  const right = context.expressions.value(expression.right, place);
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return unknownValue;
  if (expression.operator === '*') refuseTwiceQuantity(expression, place, context);
  const result = combine(expression.operator, left, right);
  return result ?? impossible(expression, left, right, context);
}

function combine(op: Operator, left: Value, right: Value): Value | undefined {
  if (op === '+' || op === '-') return sum(op, [left, right]);
  return op === '*' ? product(left, right) : quotient(left, right);
}

/** Numbers with numbers, money with money; a number literal beside money is money. */
function sum(op: '+' | '-' | 'min' | 'max', values: readonly Value[]): Value | undefined {
  const kinds = values.map((part) => part.type.kind);
  if (kinds.every((kind) => kind === 'number')) {
    const asNumber = calculation(
      op,
      'number',
      values.map((part) => part.scalar),
    );
    const literal = values.every((part) => part.asMoney !== undefined);
    return value('number', asNumber, literal ? () => moneySum(op, values) : undefined);
  }
  const mayBeMoney = values.every((part) => part.type.kind === 'money' || part.asMoney !== undefined);
  return mayBeMoney ? moneySum(op, values) : undefined;
}

function moneySum(op: '+' | '-' | 'min' | 'max', values: readonly Value[]): Value {
  const money = values.map((part) => part.asMoney?.() ?? part);
  if (money.some((part) => part.type.kind === 'unknown')) return unknownValue;
  return value(
    'money',
    calculation(
      op,
      'money',
      money.map((part) => part.scalar),
    ),
  );
}

function product(left: Value, right: Value): Value | undefined {
  const kinds = `${left.type.kind} ${right.type.kind}`;
  switch (kinds) {
    case 'number number':
      return value('number', times('number', left.scalar, right.scalar), moneyProduct(left, right));
    case 'money number':
    case 'number money':
      return value('money', times('money', left.scalar, right.scalar));
    case 'number percent':
    case 'percent number':
      return value('percent', times('number', left.scalar, right.scalar));
    case 'money percent':
      return value('money', times('money', left.scalar, factor(right.scalar)));
    case 'percent money':
      return value('money', times('money', factor(left.scalar), right.scalar));
    default:
      return undefined;
  }
}

/** Of `quantity * 10.00` where money is wanted, the literal is the money. */
function moneyProduct(left: Value, right: Value): (() => Value) | undefined {
  const [literal, other] = right.asMoney === undefined ? [left, right] : [right, left];
  const { asMoney } = literal;
  return asMoney && (() => withMoney(asMoney(), (money) => times('money', other.scalar, money)));
}

function quotient(left: Value, right: Value): Value | undefined {
  const kinds = `${left.type.kind} ${right.type.kind}`;
  const asNumber = calculation('/', 'number', [left.scalar, right.scalar]);
  const { asMoney } = left;
  switch (kinds) {
    case 'number number':
      return value(
        'number',
        asNumber,
        asMoney && (() => withMoney(asMoney(), (money) => calculation('/', 'money', [money, right.scalar]))),
      );
    case 'money number':
      return value('money', calculation('/', 'money', [left.scalar, right.scalar]));
    case 'money money':
      return value('number', asNumber);
    default:
      return undefined;
  }
}

function withMoney(money: Value, use: (scalar: Scalar) => Scalar): Value {
  return money.type.kind === 'unknown' ? unknownValue : value('money', use(money.scalar));
}

function times(type: Calculation['type'], left: Scalar, right: Scalar): Scalar {
  return calculation('*', type, [left, right]);
}

/** A percentage as a factor: 15 % is 0.15. */
function factor(percent: Scalar): Scalar {
  if (isConstant(percent) && percent.type === 'number') {
    return numberConstant(exactly(percent.value).div(100).toFixed());
  }
  return calculation('/', 'number', [percent, numberConstant('100')]);
}

/** decimal.js rounds to 20 digits unless told otherwise; a division by 100 needs those of the number and two more. */
function exactly(decimal: string): Decimal {
  return new (Decimal.clone({ precision: decimal.length + 3 }))(decimal);
}

/** `min(…)` and `max(…)` of numbers or of money. */
export function call(expression: CallExpression, place: Place, context: Context): Value {
  const values = expression.arguments.map((part) => context.expressions.value(part, place));
  if (values.length === 0 || values.some((part) => part.type.kind === 'unknown')) return unknownValue;
  const result = sum(expression.function, values);
  if (result !== undefined) return result;
  const text = shortText(expression);
  context.findings.add('RK1031', expression.span, {
    operation: text,
    help: 'give it numbers only, or money only',
  });
  return unknownValue;
}

/** `15% of list`: a number of the constant factor 0.15 times the amount. */
export function percentOf(expression: PercentOfExpression, place: Place, context: Context): Value {
  const { expressions } = context;
  const percent = expressions.value(expression.percent, place);
  const amount = expressions.value(expression.amount, place);
  if (percent.type.kind === 'unknown' || amount.type.kind === 'unknown') return unknownValue;
  const isShare = percent.type.kind === 'percent' && amount.type.kind !== 'percent';
  const result = isShare ? product(percentAsNumber(percent), amount) : undefined;
  if (result !== undefined) return result;
  const help = 'before `of` stands a percentage, after it money or a number: `15% of list`';
  context.findings.add('RK1031', expression.span, { operation: shortText(expression), help });
  return unknownValue;
}

function percentAsNumber(percent: Value): Value {
  return value('number', factor(percent.scalar));
}

function impossible(
  expression: BinaryExpression & { readonly operator: Operator },
  left: Value,
  right: Value,
  context: Context,
): Value {
  reportImpossible(expression, left, right, context);
  return unknownValue;
}

const HELP: Readonly<Record<Operator, string>> = {
  '+': 'add money to money or a number to a number',
  '-': 'take money from money or a number from a number',
  '*': 'multiply money by a number or by a percentage',
  '/': 'divide money by a number or by money',
};

function reportImpossible(
  { operator, left, right, span }: BinaryExpression & { readonly operator: Operator },
  leftValue: Value,
  rightValue: Value,
  { findings }: Context,
): void {
  const kinds = new Set([leftValue.type.kind, rightValue.type.kind]);
  if (kinds.has('money') && kinds.has('number') && (operator === '+' || operator === '-')) {
    const [money, number] = leftValue.type.kind === 'money' ? [left, right] : [right, left];
    findings.add('RK1020', span, { money: shortText(money), number: shortText(number) });
  } else {
    const operation = `${shortText(left)} ${operator} ${shortText(right)}`;
    findings.add('RK1031', span, { operation, help: HELP[operator] });
  }
}

/** Where a line's amount is wanted its unit amounts already count times quantity. */
function refuseTwiceQuantity({ left, right, span }: BinaryExpression, place: Place, context: Context): void {
  if (!place.lineAmount || place.hand !== 'line') return;
  for (const [quantity, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = isLineQuantity(quantity) ? lineAttributeIn(other, context, true) : undefined;
    if (name !== undefined) context.findings.add('RK1035', span, { name });
  }
}

function isLineQuantity(expression: Expression): boolean {
  return expression.kind === 'amount' && expression.what === 'quantity' && expression.where === undefined;
}
