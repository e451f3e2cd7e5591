import { describe, expect, test } from 'vitest';
import { currencyCodes, currencyOf } from '../../src/money/index.js';

describe('currencyOf', () => {
  test.each([
    ['CNY', 2],
    ['EUR', 2],
    ['JPY', 0],
    ['XAF', 0],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i decimals', (code, digits) => {
    expect(currencyOf(code)).toEqual({ code, digits });
  });

  test.each(['cny', 'XXX', 'XAU', 'BGN', 'RMB', '', 'constructor'])('`%s` is no active currency', (code) => {
    expect(currencyOf(code)).toBeUndefined();
  });
});

describe('currencyCodes', () => {
  test('lists each code once, sorted, and every one has its currency', () => {
    const codes = currencyCodes();
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.map((code) => currencyOf(code)?.code)).toEqual(codes);
    expect(codes.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  test('counts the decimals as ISO 4217 does', () => {
    const withDigits = (digits: number): string =>
      currencyCodes()
        .filter((code) => currencyOf(code)?.digits === digits)
        .join(' ');
    expect(withDigits(0)).toBe('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF');
    expect(withDigits(3)).toBe('BHD IQD JOD KWD LYD OMR TND');
    expect(withDigits(4)).toBe('CLF UYW');
    expect(withDigits(2).split(' ')).toHaveLength(currencyCodes().length - 17 - 7 - 2);
  });
});
