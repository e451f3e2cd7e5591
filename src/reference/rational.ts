import Fraction from 'fraction.js';
import type { RoundingMode } from '../check/ruleset.js';

/** An exact rational; money is in minor units. */
export type Rational = Fraction;

export const zero: Rational = new Fraction(0);

export function rational(value: string | number | bigint): Rational {
  return new Fraction(value);
}

export function ratio(numerator: bigint, denominator: bigint): Rational {
  return new Fraction(numerator, denominator);
}

export function isWhole(value: Rational): boolean {
  return value.d === 1n;
}

/** The greatest whole number not above a value. */
export function floor(value: Rational): bigint {
  const { n, s } = value.floor();
  return n * s;
}

/** The least whole number not below a value. */
export function ceil(value: Rational): bigint {
  const { n, s } = value.ceil();
  return n * s;
}

/** Section 2: the one rounding, where a discount is formed; amounts that are rounded are never negative. */
export function round(mode: RoundingMode, value: Rational): bigint {
  const half = ratio(1n, 2n);
  switch (mode) {
    case 'half-up':
      return floor(value.add(half));
    case 'half-down':
      return ceil(value.sub(half));
    case 'half-even':
      return halfEven(value);
    case 'up':
      return ceil(value);
    case 'down':
      return floor(value);
  }
}

function halfEven(value: Rational): bigint {
  const below = floor(value);
  const order = value.sub(rational(below)).compare(ratio(1n, 2n));
  if (order === 0) return below % 2n === 0n ? below : below + 1n;
  return order < 0 ? below : below + 1n;
}

/** The value as a finite decimal, or `n/d` where none exists. */
export function exactText(value: Rational): string {
  const places = decimalPlaces(value.d);
  if (places === undefined) return value.toFraction();
  const scaled = floor(value.abs().mul(rational(10n ** BigInt(places))));
  const digits = scaled.toString().padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return value.s < 0n ? `-${text}` : text;
}

/** How many decimals 1/denominator needs, or nothing if it never ends. */
function decimalPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** Section 2: the greatest amount, in minor units. */
export const MOST_MONEY = 9_007_199_254_740_991n;

/** Section 2: what comes to more than the greatest amount counts as that amount, since no cart could give more. */
export function withinMoney(amount: bigint): bigint {
  return least(amount, MOST_MONEY);
}

export function least(first: bigint, ...others: readonly bigint[]): bigint {
  return others.reduce((found, value) => (value < found ? value : found), first);
}

export function greatest(first: bigint, ...others: readonly bigint[]): bigint {
  return others.reduce((found, value) => (value > found ? value : found), first);
}

export function sum(values: Iterable<bigint>): bigint {
  let total = 0n;
  for (const value of values) total += value;
  return total;
}
