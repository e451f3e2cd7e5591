import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MoneyText } from '../../src/breakdown/text-money.js';
import { RUNS } from '../support/runs.js';
import { nothing as emptyCart } from './samples.js';

const major = new MoneyText(emptyCart, '…');
const minor = new MoneyText({ ...emptyCart, amounts: 'minor' }, '…');
const minorYen = new MoneyText({ ...emptyCart, currency: 'JPY', amounts: 'minor' }, '…');

describe('a value before rounding', () => {
  test.each([
    [major, '38.705', '38.705'],
    [major, '38.70512345', '38.705123…'],
    [major, '100/3', '33.333333…'],
    [major, '-0.5', '-0.50'],
    [major, '280', '280.00'],
    [minor, '3870.5', '38.705'],
    [minor, '10000/3', '33.333333…'],
    [minor, '1/2', '0.005'],
    [minorYen, '77.5', '77.5'],
    [minorYen, '-77.5', '-77.5'],
  ] as const)('%#: %s reads %s', (money, exact, expected) => {
    expect(money.exact(exact)).toBe(expected);
  });
});

describe('amounts', () => {
  test('stand as they are in major units', () => {
    expect([major.amount('129.00'), major.amount(3)]).toEqual(['129.00', '3']);
  });

  test('get their point in minor units', () => {
    expect([minor.amount(12_900), minor.amount(-5), minorYen.amount(129)]).toEqual([
      '129.00',
      '-0.05',
      '129',
    ]);
  });

  test('are the same in either unit', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(major.minor(minor.amount(amount))).toBe(amount);
      }),
      { numRuns: RUNS },
    );
  });
});

test('a share is told to a few decimals', () => {
  expect(major.share('50.00', '42000', '64200')).toBe('32.7102…');
  expect(minor.share(5000, '1', '4')).toBe('12.50');
});
