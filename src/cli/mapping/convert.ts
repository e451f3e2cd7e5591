import { Decimal } from 'decimal.js';
import { isList } from '../../cart/data.js';
import type { AttributeType } from '../../check/ruleset.js';

/** What a value of the cart must be. */
export type Wanted = AttributeType | 'quantity' | 'amounts';

/**
 * A value of an order as a cart writes one of the kind that is wanted, if that is sure: the digits of a number as a text or the other
 * way round, one text as a list. Anything else stays as it is, and is refused with the cart.
 */
export function convert(value: unknown, wanted: Wanted, isMinor: boolean): unknown {
  switch (wanted) {
    case 'money':
    case 'amounts':
      return isMinor ? wholeOf(value) : digitsOf(value);
    case 'quantity':
      return wholeOf(value);
    case 'text':
    case 'number':
    case 'one-of':
      return digitsOf(value);
    case 'flag':
      return flagOf(value);
    case 'list':
      return listOf(value);
    case 'time':
      return value;
  }
}

/** A number as a text of all its digits, without exponent. */
function digitsOf(value: unknown): unknown {
  return typeof value === 'number' ? new Decimal(value).toFixed() : value;
}

/** Digits, `2.0` too; and what is not whole or below 0, with so few digits that it stays so. */
const COUNT = /^\s*(\d{1,15}(\.0*)?|(-(?=[1-9]))?\d{1,8}(\.\d{0,6})?)\s*$/;

/** A text as the number it shows, which is a whole one or refused as none. */
function wholeOf(value: unknown): unknown {
  if (typeof value !== 'string' || !COUNT.test(value)) return value;
  return Number(value);
}

function flagOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.trim().toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : value;
}

function listOf(value: unknown): unknown {
  if (isList(value)) return value.map(digitsOf);
  return typeof value === 'string' || typeof value === 'number' ? [digitsOf(value)] : value;
}

/** An amount and a quantity are never as long. */
const PLAIN = /^\d{1,30}(\.\d{1,30})?$/;
const WHOLE = /^\d{1,15}$/;

const Exact = Decimal.clone({ precision: 100, toExpNeg: -100, toExpPos: 100 });

/** An amount times a whole number, exact; the amount as it is where one of them is something else. */
export function multiplied(amount: unknown, count: unknown): unknown {
  const factor = typeof count === 'number' ? String(count) : count;
  const text = digitsOf(amount);
  if (typeof text !== 'string' || !PLAIN.test(text)) return amount;
  if (typeof factor !== 'string' || !WHOLE.test(factor)) return undefined;
  const product = new Exact(text).times(factor).toFixed();
  return typeof amount === 'number' && Number.isSafeInteger(Number(product)) ? Number(product) : product;
}
