import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LineOut } from '../../src/index.js';
import { RUNS } from '../support/runs.js';
import { line, priced, rulesetOf } from './priced.js';

/** The lines of a cart that costs `prices`, after `discount` was spread over it. */
function spread(discount: string, prices: readonly string[], policy: string): readonly LineOut[] {
  const rules = `currency CNY\npromotion one\ntake ${discount} off\n${policy}`;
  return priced(
    rules,
    prices.map((price, index) => line(`${index + 1}`, 1, price)),
  ).lines;
}

/** What is taken off each line. */
function shares(discount: string, prices: readonly string[], policy = ''): readonly unknown[] {
  return spread(discount, prices, policy).map(({ adjustments }) => adjustments[0]?.amount ?? '0.00');
}

/** What each line pays. */
function pays(discount: string, prices: readonly string[], policy = ''): readonly unknown[] {
  return spread(discount, prices, policy).map(({ pay }) => pay);
}

describe('what ratios rounded to two decimals lose', () => {
  it('10.00 over three lines of 10.00 is 10.00, not 9.99', () => {
    expect(shares('10.00', ['10.00', '10.00', '10.00'])).toEqual(['3.34', '3.33', '3.33']);
  });

  it('50.00 over three lines of 100.00 is 50.00, not 49.50', () => {
    expect(shares('50.00', ['100.00', '100.00', '100.00'])).toEqual(['16.67', '16.67', '16.66']);
  });

  it('50.00 over six lines of 50.00 is 50.00, not 51.00', () => {
    const six = ['50.00', '50.00', '50.00', '50.00', '50.00', '50.00'];
    expect(shares('50.00', six)).toEqual(['8.34', '8.34', '8.33', '8.33', '8.33', '8.33']);
  });
});

it('29 fen of 50 are 29, which binary fractions make 28', () => {
  expect(shares('0.50', ['0.29', '0.21'])).toEqual(['0.29', '0.21']);
});

it('a voucher of 69.31 over three equal lines always leaves its odd fen on the same line', () => {
  expect(shares('69.31', ['99.00', '99.00', '99.00'])).toEqual(['23.11', '23.10', '23.10']);
});

describe('who takes the fen that whole shares leave', () => {
  const prices = ['2.00', '4.00', '1.00', '2.00'];

  // 0.50 is exactly 0.1111, 0.2222, 0.0555 and 0.1111: cut to 0.11, 0.22, 0.05 and 0.11, one fen is missing.
  it.each([
    ['', ['0.11', '0.22', '0.06', '0.11']],
    ['to largest fraction', ['0.11', '0.22', '0.06', '0.11']],
    ['to largest line', ['0.11', '0.23', '0.05', '0.11']],
    ['to first', ['0.12', '0.22', '0.05', '0.11']],
    ['to last', ['0.11', '0.22', '0.05', '0.12']],
  ])('of 0.50: %s', (policy, expected) => {
    expect(shares('0.50', prices, policy)).toEqual(expected);
  });

  // 0.56 is exactly 0.1244, 0.2488, 0.0622 and 0.1244: cut to 0.12, 0.24, 0.06 and 0.12, two fen are missing.
  it.each([
    ['to first', ['0.13', '0.25', '0.06', '0.12']],
    ['rest to first', ['0.14', '0.24', '0.06', '0.12']],
    ['to last', ['0.12', '0.24', '0.07', '0.13']],
    ['rest to last', ['0.12', '0.24', '0.06', '0.14']],
    ['shares half-up\nrest to last', ['0.12', '0.25', '0.06', '0.13']],
    ['shares in turn', ['0.12', '0.25', '0.06', '0.13']],
  ])('of 0.56: %s', (policy, expected) => {
    expect(shares('0.56', prices, policy)).toEqual(expected);
  });
});

describe('weights', () => {
  const prices = ['30.00', '10.00'];

  it('by value, or equally', () => {
    expect(shares('8.00', prices)).toEqual(['6.00', '2.00']);
    expect(shares('8.00', prices, 'share equally')).toEqual(['4.00', '4.00']);
  });

  it('by quantity', () => {
    const rules = 'currency CNY\npromotion one\ntake 8.00 off\nshare by quantity';
    const { lines } = priced(rules, [line('1', 1, '30.00'), line('2', 3, '10.00')]);
    expect(lines.map(({ pay }) => pay)).toEqual(['28.00', '24.00']);
  });
});

describe('a line that cannot bear its share', () => {
  const prices = ['30.00', '2.00'];

  it('hands the rest to the others', () => {
    expect(pays('10.00', prices, 'share equally')).toEqual(['22.00', '0.00']);
  });

  it('or loses it', () => {
    expect(pays('10.00', prices, 'share equally\noverflow dropped')).toEqual(['25.00', '0.00']);
  });

  it('never goes below zero where the last line takes the rest', () => {
    expect(pays('0.05', ['0.02', '0.02', '0.01', '0.01'], 'rest to last')).toEqual([
      '0.01',
      '0.00',
      '0.00',
      '0.00',
    ]);
  });
});

describe('the units of a line', () => {
  it('differ by one fen at most, larger ones first', () => {
    const rules = 'currency CNY\npromotion one\npay 1.00';
    const [only] = priced(rules, [line('A', 3, '0.50')]).lines;
    expect(only?.units).toEqual([
      { count: 1, pay: '0.34' },
      { count: 2, pay: '0.33' },
    ]);
  });
});

it('shares sum to the discount and leave no line below zero, whatever the basket', () => {
  const ruleset = rulesetOf('currency CNY\norder has discount money\npromotion one\ntake order.discount off');
  const fen = (amount: string | number): number => Math.round(Number(amount) * 100);
  const yuan = (amount: number): string => (amount / 100).toFixed(2);
  const basket = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(basket, fc.nat(), (prices, seed) => {
      const total = prices.reduce((sum, price) => sum + price, 0);
      const discount = seed % (total + 1);
      const lines = prices.map((price, index) => line(`${index}`, 1, yuan(price)));
      const paid = priced(ruleset, lines, { order: { discount: yuan(discount) } }).lines.map(({ pay }) =>
        fen(pay),
      );
      expect(Math.min(...paid)).toBeGreaterThanOrEqual(0);
      expect(paid.reduce((sum, pay) => sum + pay, 0)).toBe(total - discount);
    }),
    { numRuns: RUNS },
  );
});
