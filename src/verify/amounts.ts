import Fraction from 'fraction.js';
import type { Exact, Money } from '../breakdown/types.js';

/** How many decimals an amount is written with; a whole number of minor units has none. */
export function decimalsOf(amount: Money): number {
  return typeof amount === 'number' ? 0 : (amount.split('.')[1] ?? '').length;
}

/** How many decimals most amounts have, so that the one that was changed stands out. */
export function usualDecimals(amounts: readonly Money[]): number {
  const counts = new Map<number, number>();
  for (const decimals of amounts.map(decimalsOf)) counts.set(decimals, (counts.get(decimals) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  return usual?.[0] ?? 0;
}

/** Minor units, given that every amount of the breakdown has the currency's digits. */
export function minor(amount: Money): bigint {
  return BigInt(typeof amount === 'number' ? amount : amount.replace('.', ''));
}

/** The sum of what `of` reads from each item. */
export function sum<T>(items: Iterable<T>, of: (item: T) => bigint): bigint {
  let total = 0n;
  for (const item of items) total += of(item);
  return total;
}

/** The greatest count of minor units that is exact in every JSON reader: no amount is greater. */
export const GREATEST = 9_007_199_254_740_991n;

/** Offers that would form more have formed the greatest amount. */
export function withinMoney(amount: bigint): bigint {
  return amount < GREATEST ? amount : GREATEST;
}

/** The sum of amounts of money, in minor units. */
export function sumMoney(amounts: Iterable<Money>): bigint {
  return sum(amounts, minor);
}

/** Prints minor units as the breakdown prints money. */
export function printMoney(amount: bigint, digits: number): string {
  if (digits === 0) return amount.toString();
  const sign = amount < 0n ? '-' : '';
  const text = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0');
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** A value before rounding, in minor units. */
export function exactMinor(exact: Exact, digits: number): Fraction {
  return new Fraction(exact).mul(10n ** BigInt(digits));
}

/** Prints a value before rounding, which stands in minor units, as the breakdown does. */
export function printExact(value: Fraction, digits: number): string {
  const major = value.div(10n ** BigInt(digits));
  const decimal = major.toString();
  // The library writes a period in parentheses, and cuts a long decimal.
  const isWhole = !decimal.includes('(') && new Fraction(decimal).equals(major);
  return isWhole ? decimal : major.toFraction();
}
