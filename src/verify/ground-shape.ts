import type { Gift, Standing, Total } from '../breakdown/types.js';
import {
  type Check,
  describe,
  expecting,
  listOf,
  matching,
  type Members,
  object,
  optional,
  recordOf,
} from './shape.js';

/** 15 whole digits and 6 decimals hold every amount up to 9,007,199,254,740,991 minor units. */
const MONEY = /^(?!-0(?:\.0*)?$)-?(?:0|[1-9]\d{0,15})(?:\.\d{1,6})?$/;

function isMoney(value: unknown): value is string | number {
  return typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && MONEY.test(value);
}

function moneyThat(signed: boolean): Check {
  return (value, path, into) => {
    if (isMoney(value)) into.amounts.push({ path, amount: value, signed });
    else into.failures.push({ path, expected: 'an amount of money', found: describe(value) });
  };
}

export const money: Check = moneyThat(false);
export const signedMoney: Check = moneyThat(true);

/** Money, or a whole number of units or redemptions. */
export const measure: Check = (value, path, into) =>
  typeof value === 'string' ? money(value, path, into) : count(value, path, into);

export const text: Check = expecting('a text', (value) => typeof value === 'string');
export const flag: Check = expecting('true or false', (value) => typeof value === 'boolean');
export const count: Check = expecting(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);
export const positive: Check = expecting(
  'a whole number from 1',
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
);
export const texts: Check = listOf(text);
export const digest: Check = matching('`sha256:` and 64 hexadecimal digits', /^sha256:[0-9a-f]{64}$/);

// The lengths keep arithmetic on hostile input short; no price comes near them.
export const exact: Check = matching(
  'a decimal, or `n/d`',
  /^-?(?:0|[1-9]\d{0,499})(?:\.\d{1,500}|\/[1-9]\d{0,499})?$/,
);
export const whole: Check = matching('a whole number as text', /^(?:0|[1-9]\d{0,99})$/);

const plain: Check = expecting('a text, a number or a flag', (one) =>
  ['string', 'number', 'boolean'].includes(typeof one),
);
export const seenValue: Check = (one, path, into) => (Array.isArray(one) ? texts : plain)(one, path, into);

export const currencyCode: Check = matching('a currency code', /^[A-Z]{3}$/);

/** Which standing of a promotion. */
export const standing: Members<Standing> = {
  for: optional(recordOf(plain)),
  row: optional(object<NonNullable<Standing['row']>>({ table: text, line: positive })),
};

export const total: Check = object<Total>({ list: money, discount: money, shipping: money, pay: money });

export const gift: Check = object<Gift>({
  promotion: text,
  skus: texts,
  count: positive,
  value: optional(money),
});
