import { Decimal } from 'decimal.js';
import { CannotBeSaid } from './cannot.js';
import type { Quantity, RowCurrency } from '../row.js';

/** Exact for every amount a row may hold. */
const Exact = Decimal.clone({ precision: 60 });

export function decimalOf(text: Quantity): Decimal {
  return new Exact(text);
}

/** An amount as a rule file and a cart have it: exactly the decimals of its currency. */
export function amountText(text: Quantity, { digits }: RowCurrency): string {
  const amount = notNegative(decimalOf(text), text);
  if (amount.decimalPlaces() > digits) throw new CannotBeSaid('finer amount', `${text} has more decimals`);
  return amount.toFixed(digits);
}

/** A percentage without its sign; more than the whole is the whole. */
export function percentText(text: string): string {
  const percent = notNegative(decimalOf(text), text);
  return percent.gt(100) ? '100' : percent.toFixed();
}

/** A whole number of units. */
export function unitsText(quantity: Quantity): string {
  return String(unitsOf(quantity));
}

export function unitsOf(quantity: Quantity): number {
  const units = notNegative(decimalOf(quantity), quantity);
  if (!units.isInteger()) throw new CannotBeSaid('decimal quantity', `${quantity} units`);
  return units.toNumber();
}

function notNegative(value: Decimal, text: Quantity): Decimal {
  if (value.isNegative() && !value.isZero()) throw new CannotBeSaid('below zero', `${text} is below zero`);
  return value;
}
