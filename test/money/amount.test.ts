import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currencyCodes, currencyOf, formatAmount, MAX_AMOUNT, parseAmount } from '../../src/money/index.js';
import { RUNS } from '../support/runs.js';

const digitsOfCurrencies = fc.constantFrom(...currencyCodes()).map((code) => currencyOf(code)?.digits ?? 0);

describe('parseAmount', () => {
  test.each([
    ['129.00', 2, 12900],
    ['129', 2, 12900],
    ['129.5', 2, 12950],
    ['0', 2, 0],
    ['0.01', 2, 1],
    ['1500', 0, 1500],
    ['1.234', 3, 1234],
    ['90071992547409.91', 2, 9007199254740991],
    ['9007199254740991', 0, 9007199254740991],
  ])('`%s` with %i decimals is %i', (text, digits, minor) => {
    expect(parseAmount(text, digits)).toEqual({ ok: true, minor });
  });

  test.each([
    '',
    ' 1',
    '1 ',
    '1\n',
    '-1',
    '+1',
    '01',
    '.5',
    '1.',
    '1,50',
    '1,000.00',
    '1e3',
    '0x10',
    'NaN',
    '１２',
    '¥1',
    '1.2.3',
  ])('`%s` is malformed', (text) => {
    expect(parseAmount(text, 2)).toEqual({ ok: false, failure: 'malformed' });
  });

  test.each([
    ['1.005', 2],
    ['1.000', 2],
    ['1.0', 0],
    ['1.2345', 3],
  ])('`%s` has too many decimals for %i', (text, digits) => {
    expect(parseAmount(text, digits)).toEqual({ ok: false, failure: 'too-many-decimals' });
  });

  test.each([
    ['90071992547409.92', 2],
    ['9007199254740992', 0],
    ['9007199254740993', 0],
    [`1${'0'.repeat(400)}`, 0],
  ])('`%s` is too large', (text, digits) => {
    expect(parseAmount(text, digits)).toEqual({ ok: false, failure: 'too-large' });
  });

  test('any text is an exact amount or a failure', () => {
    const texts = fc.oneof(fc.string(), fc.stringMatching(/^-?\d{0,18}\.?\d{0,4}$/));
    fc.assert(
      fc.property(texts, digitsOfCurrencies, (text, digits) => {
        const parsed = parseAmount(text, digits);
        if (!parsed.ok) return;
        expect(Number.isSafeInteger(parsed.minor)).toBe(true);
        const [whole = '', fraction = ''] = text.split('.');
        expect(BigInt(parsed.minor)).toBe(BigInt(whole + fraction.padEnd(digits, '0')));
      }),
      { numRuns: RUNS },
    );
  });
});

describe('formatAmount', () => {
  test.each([
    [12900, 2, '129.00'],
    [5, 2, '0.05'],
    [-5, 2, '-0.05'],
    [-12900, 2, '-129.00'],
    [0, 0, '0'],
    [0, 3, '0.000'],
    [-0, 2, '0.00'],
    [-7, 0, '-7'],
    [MAX_AMOUNT, 2, '90071992547409.91'],
    [-MAX_AMOUNT, 4, '-900719925474.0991'],
  ])('%i with %i decimals is `%s`', (minor, digits, text) => {
    expect(formatAmount(minor, digits)).toBe(text);
  });

  test('what it writes reads back, in every currency', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), digitsOfCurrencies, (minor, digits) => {
        const text = formatAmount(minor, digits);
        expect(parseAmount(text, digits)).toEqual({ ok: true, minor });
        expect(formatAmount(-minor, digits)).toBe(minor === 0 ? text : `-${text}`);
        expect(text.split('.')[1]?.length ?? 0).toBe(digits);
      }),
      { numRuns: RUNS },
    );
  });
});
