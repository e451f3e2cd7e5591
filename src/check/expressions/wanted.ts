import { Decimal } from 'decimal.js';
import type { Expression, Whole } from '../../syntax/ast.js';
import type { Context } from '../context.js';
import type { Constant, OfferAmount, Scalar } from '../ruleset.js';
import { basePlace, type Place } from './place.js';
import { shortText } from './text.js';
import { isConstant, nameOfType, unknownScalar, type Value } from './value.js';

/** An expression that must be money; `what` names the clause in messages. */
export function moneyAt(expression: Expression, place: Place, what: string, context: Context): Scalar {
  const found = asMoney(context.expressions.value(expression, place));
  return found.type.kind === 'money' ? found.scalar : unwanted(expression, found, what, 'money', context);
}

function asMoney(found: Value): Value {
  return found.asMoney?.() ?? found;
}

function unwanted(
  expression: Expression,
  found: Value,
  what: string,
  wanted: string,
  context: Context,
): Scalar {
  if (found.type.kind !== 'unknown') {
    const params = { what, wanted, text: shortText(expression), found: nameOfType(found.type) };
    context.findings.add('RK1023', expression.span, {
      ...params,
      help: helpToward(wanted, found, params.text),
    });
  }
  return unknownScalar;
}

function helpToward(wanted: string, found: Value, text: string): string {
  if (found.type.kind === 'percent') return `say of what: \`${text} of list\``;
  if (found.type.kind === 'number' && wanted.startsWith('money'))
    return `multiply it by an amount: \`${text} * 1.00\``;
  return `write ${wanted} here`;
}

/** Money, a percentage of what is left, or a percentage of another base: `15% of list`. */
export function offerAmountAt(
  expression: Expression,
  place: Place,
  what: string,
  context: Context,
): OfferAmount {
  const meaning = context.expressions.expand(expression);
  if (meaning.kind === 'percent-of') {
    const percent = percentAt(meaning.percent, place, what, context);
    return { kind: 'percent', percent, base: moneyAt(meaning.amount, basePlace(place), what, context) };
  }
  const found = asMoney(context.expressions.value(expression, place));
  if (found.type.kind === 'percent') {
    return { kind: 'percent', percent: atMostAll(expression, found.scalar, context) };
  }
  if (found.type.kind === 'money') return { kind: 'money', amount: found.scalar };
  return { kind: 'money', amount: unwanted(expression, found, what, 'money or a percentage', context) };
}

function percentAt(expression: Expression, place: Place, what: string, context: Context): Scalar {
  const found = context.expressions.value(expression, place);
  if (found.type.kind === 'percent') return atMostAll(expression, found.scalar, context);
  return unwanted(expression, found, what, 'a percentage', context);
}

function atMostAll(expression: Expression, percent: Scalar, { findings }: Context): Scalar {
  if (isNumeric(percent) && new Decimal(percent.value).gt(100)) {
    findings.add('RK1077', expression.span, { percent: percent.value });
  }
  return percent;
}

/** A constant amount in minor units, as a budget or a cart has it. */
export function fixedMoney(expression: Expression, place: Place, what: string, context: Context): Scalar {
  return fixed(expression, moneyAt(expression, place, what, context), what, context);
}

/** A constant percentage as a decimal; nothing where a mistake has been reported. */
export function fixedPercent(
  expression: Expression,
  place: Place,
  what: string,
  context: Context,
): string | undefined {
  const scalar = fixed(expression, percentAt(expression, place, what, context), what, context);
  return isNumeric(scalar) ? scalar.value : undefined;
}

function fixed(expression: Expression, scalar: Scalar, what: string, { findings }: Context): Scalar {
  if (isConstant(scalar) || scalar === unknownScalar) return scalar;
  findings.add('RK1033', expression.span, { what, text: shortText(expression) });
  return unknownScalar;
}

/** A whole number of at least 1: digits, a `let` name for them, or a table's column. */
export function countAt(expression: Expression, place: Place, what: string, context: Context): Scalar {
  const meaning = context.expressions.expand(expression);
  const found = context.expressions.value(expression, place);
  if (found.type.kind === 'unknown') return unknownScalar;
  const isColumn = found.scalar.op === 'read' && found.scalar.of === 'row';
  if (found.type.kind !== 'number' || !(isColumn || isWholeLiteral(meaning))) {
    context.findings.add('RK1032', expression.span, { what, text: shortText(expression) });
    return unknownScalar;
  }
  const isRefused =
    isNumeric(found.scalar) && !inRange(Number(found.scalar.value), expression, 1, what, context);
  return isRefused ? unknownScalar : found.scalar;
}

function isWholeLiteral(meaning: Expression): boolean {
  return meaning.kind === 'number' && new Decimal(meaning.digits).isInteger();
}

/** The same, but no table's column: the number must be known when the file is checked. */
export function fixedCount(
  expression: Expression,
  place: Place,
  what: string,
  context: Context,
): number | undefined {
  const scalar = fixed(expression, countAt(expression, place, what, context), what, context);
  return isNumeric(scalar) ? Number(scalar.value) : undefined;
}

/** Above it a whole number is no count of anything, and a double would soon no longer hold it. */
const GREATEST_COUNT = 1_000_000_000_000;

/** A whole number written as digits, within bounds; nothing where a mistake has been reported. */
export function wholeAt(
  whole: Whole,
  least: number,
  what: string,
  context: Context,
  greatest: number = GREATEST_COUNT,
): number | undefined {
  if (Number.isNaN(whole.value)) return undefined;
  return inRange(whole.value, whole, least, what, context, greatest) ? whole.value : undefined;
}

function inRange(
  count: number,
  { span }: Pick<Expression, 'span'>,
  least: number,
  what: string,
  { findings }: Context,
  greatest = GREATEST_COUNT,
): boolean {
  if (count >= least && count <= greatest) return true;
  findings.add('RK1036', span, { what, count, least, greatest: greatest.toLocaleString('en') });
  return false;
}

function isNumeric(scalar: Scalar): scalar is Extract<Constant, { type: 'number' | 'money' }> {
  return isConstant(scalar) && (scalar.type === 'number' || scalar.type === 'money');
}

/** The number of a constant, to compare two of them. */
export function decimalOf(scalar: Scalar): Decimal | undefined {
  return isNumeric(scalar) ? new Decimal(scalar.value) : undefined;
}
