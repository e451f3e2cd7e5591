import { Decimal } from 'decimal.js';

/** Enough for every literal: an amount has 16 digits, a literal no more than a line. */
const Exact = Decimal.clone({ precision: 100, toExpNeg: -1000, toExpPos: 1000 });

/** A decimal without needless zeros. */
export function decimalText(decimal: string): string {
  return new Exact(decimal).toFixed();
}

/** A decimal count of minor units in major units, with the currency's digits at least. */
export function minorToMajor(minor: string, digits: number): string {
  const major = new Exact(minor).div(new Exact(10).pow(digits));
  return major.toFixed(Math.max(digits, major.decimalPlaces()));
}

/** `15` for 0.15; nothing for a number that people do not say as a percentage: 2, 3. */
export function percentText(factor: string): string | undefined {
  const number = new Exact(factor);
  const isTimes = number.isInteger() && !number.eq(1);
  return isTimes || number.lt(0) ? undefined : number.times(100).toFixed();
}

/** What tenths of a price are left to pay when so many per cent come off: `8.5` for 15. */
export function tenthsLeft(percent: string): string {
  return new Exact(100).minus(percent).div(10).toFixed();
}

/** The same of a price of which so many per cent are paid: `8.5` for 85. */
export function tenths(percent: string): string {
  return new Exact(percent).div(10).toFixed();
}
