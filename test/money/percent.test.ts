import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPercent, parsePercent } from '../../src/money/index.js';
import { RUNS } from '../support/runs.js';

describe('parsePercent', () => {
  test.each([
    ['15', 15, 100],
    ['12.5', 125, 1000],
    ['12.50', 125, 1000],
    ['100', 100, 100],
    ['0', 0, 100],
    ['0.001', 1, 100000],
    ['8.000', 8, 100],
    ['9007199254740991', 9007199254740991, 100],
  ])('`%s` is %i / %i', (text, numerator, denominator) => {
    expect(parsePercent(text)).toEqual({ ok: true, percent: { numerator, denominator } });
  });

  test.each(['', '-5', '5%', '1,5', '05', '1e2'])('`%s` is malformed', (text) => {
    expect(parsePercent(text)).toEqual({ ok: false, failure: 'malformed' });
  });

  test.each(['9007199254740992', '0.00000000000001', '1.23456789012345678'])('`%s` is too long', (text) => {
    expect(parsePercent(text)).toEqual({ ok: false, failure: 'too-long' });
  });
});

test('a percentage is exact and is written as it was read, without needless zeros', () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.integer({ min: 0, max: 6 }), (whole, decimals) => {
      const text = new Decimal(whole).div(10 ** decimals).toFixed(decimals);
      const parsed = parsePercent(text);
      if (!parsed.ok) throw new Error(`${text} did not parse`);
      const { numerator, denominator } = parsed.percent;
      expect(new Decimal(numerator).div(denominator).times(100).eq(text)).toBe(true);
      expect(formatPercent(parsed.percent)).toBe(new Decimal(text).toFixed());
    }),
    { numRuns: RUNS },
  );
});

test('a hundred thousand zeros do not take long to trim', () => {
  expect(parsePercent(`1.${'0'.repeat(100_000)}1`)).toEqual({ ok: false, failure: 'too-long' });
  expect(parsePercent(`1.${'0'.repeat(100_000)}`)).toEqual({
    ok: true,
    percent: { numerator: 1, denominator: 100 },
  });
});
