import { decimalsOf, GREATEST, minor } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { atLeast, type Failure } from './failure.js';

/** The amounts of a document, and how they are to be written. */
export type Written = Pick<Audit, 'amounts' | 'digits' | 'minorUnits'>;

/** How amounts are written: equations over them mean something only where this holds. */
export const notation: Equation<Written> = {
  name: 'digits',
  says: 'every amount is written with the currency\'s decimals, or as a whole number where `amounts` is `"minor"`',
  failures: digits,
};

export const amountEquations: readonly Equation<Written>[] = [
  {
    name: 'not-negative',
    says: 'no amount is below zero, but a hint may cost less than nothing',
    failures: notNegative,
  },
  { name: 'range', says: 'no amount is above 9,007,199,254,740,991 minor units', failures: range },
];

function* digits({ amounts, minorUnits, digits: expected }: Written): Generator<Failure> {
  for (const { path, amount } of amounts) {
    if ((typeof amount === 'number') !== minorUnits) {
      yield {
        path,
        expected: minorUnits ? 'a whole number' : 'a decimal as text',
        found: JSON.stringify(amount),
      };
    } else if (decimalsOf(amount) !== expected) {
      yield {
        path,
        expected: `${expected} ${expected === 1 ? 'decimal' : 'decimals'}`,
        found: String(amount),
      };
    }
  }
}

function* notNegative({ amounts }: Written): Generator<Failure> {
  for (const { path, amount, signed } of amounts) if (!signed) yield* atLeast(path, 0n, minor(amount));
}

function* range({ amounts }: Written): Generator<Failure> {
  for (const { path, amount } of amounts) {
    const size = minor(amount);
    if (size > GREATEST || size < -GREATEST) yield { path, expected: ['at most', GREATEST], found: size };
  }
}
