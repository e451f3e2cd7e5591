import { Decimal } from 'decimal.js';
import type { Currency } from '../../money/index.js';
import { parseAmount } from '../../money/index.js';
import type { NumberLiteral, PercentLiteral, TimeLiteral } from '../../syntax/ast.js';
import type { Context } from '../context.js';
import { instantOf } from '../time.js';
import { moneyConstant, numberConstant, unknownValue, type Value, value } from './value.js';

/** A number literal is a number until its place asks for money. */
export function numberLiteral(literal: NumberLiteral, context: Context): Value {
  const decimal = plainDecimal(literal.digits);
  if (decimal === undefined) return unknownValue;
  return value('number', numberConstant(decimal), () => moneyLiteral(literal, context));
}

function moneyLiteral(literal: NumberLiteral, { currency, findings }: Context): Value {
  const digits = literal.digits.replace(/^0+(?=\d)/, '');
  const parsed = parseAmount(digits, currency.digits);
  if (parsed.ok) return value('money', moneyConstant(String(parsed.minor)));
  if (parsed.failure === 'too-many-decimals') {
    findings.add('RK1024', literal.span, {
      amount: digits,
      code: currency.code,
      decimals: decimalsOf(currency),
    });
  }
  if (parsed.failure === 'too-large') findings.add('RK1025', literal.span, {});
  return unknownValue;
}

function decimalsOf({ digits }: Currency): string {
  if (digits === 0) return 'no decimals';
  return digits === 1 ? '1 decimal' : `${digits} decimals`;
}

export function percentLiteral(literal: PercentLiteral): Value {
  const decimal = plainDecimal(literal.digits);
  return decimal === undefined ? unknownValue : value('percent', numberConstant(decimal));
}

export function timeLiteral(literal: TimeLiteral, { findings, timezone }: Context): Value {
  const instant = instantOf(literal, timezone, findings);
  if (instant === undefined) return unknownValue;
  return value('time', { op: 'constant', type: 'time', value: instant });
}

/** Digits without needless zeros, so that `5.00` and `5` are one number; nothing for digits the parser made up. */
export function plainDecimal(digits: string): string | undefined {
  return /^\d+(\.\d+)?$/.test(digits) ? new Decimal(digits).toFixed() : undefined;
}
