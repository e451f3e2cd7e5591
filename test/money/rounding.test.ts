import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  GOES_UP,
  MAX_AMOUNT,
  mulDivRest,
  mulDivRound,
  type RoundingMode,
  roundRatio,
  roundRatioWide,
} from '../../src/money/index.js';
import { RUNS } from '../support/runs.js';

/** Enough digits that no quotient below comes near enough to a half to be taken for one. */
const Exact = Decimal.clone({ precision: 200 });

const DECIMAL_MODES: readonly (readonly [RoundingMode, Decimal.Rounding])[] = [
  ['half-up', Decimal.ROUND_HALF_UP],
  ['half-even', Decimal.ROUND_HALF_EVEN],
  ['half-down', Decimal.ROUND_HALF_DOWN],
  ['up', Decimal.ROUND_UP],
  ['down', Decimal.ROUND_DOWN],
  ['floor', Decimal.ROUND_FLOOR],
  ['ceil', Decimal.ROUND_CEIL],
];
const MODES = Object.keys(GOES_UP) as readonly RoundingMode[];

const small = fc.integer({ min: -60, max: 60 });
const safe = fc.oneof(small, fc.maxSafeInteger(), fc.constantFrom(MAX_AMOUNT, -MAX_AMOUNT, MAX_AMOUNT - 1));
const divisor = fc.oneof(
  fc.integer({ min: 1, max: 12 }),
  fc.integer({ min: 1, max: MAX_AMOUNT }),
  fc.constantFrom(2, 100, MAX_AMOUNT),
);
const wide = fc.bigInt({ min: -(10n ** 60n), max: 10n ** 60n });

function decimalRound(numerator: Decimal.Value, denominator: Decimal.Value, mode: Decimal.Rounding): string {
  return new Exact(numerator)
    .div(denominator)
    .toDecimalPlaces(0, mode)
    .plus(0)
    .toFixed()
    .replace(/^-0$/, '0');
}

describe.each(DECIMAL_MODES)('%s', (mode, decimalMode) => {
  test('rounds ratios as decimal.js does', () => {
    fc.assert(
      fc.property(safe, divisor, (n, d) => {
        expect(String(roundRatio(mode, n, d))).toBe(decimalRound(n, d, decimalMode));
      }),
      { numRuns: RUNS },
    );
  });

  test('rounds wide ratios as decimal.js does', () => {
    fc.assert(
      fc.property(fc.oneof(wide, small.map(BigInt)), wide, (n, d) => {
        const positive = d < 0n ? -d : d + 1n;
        expect(String(roundRatioWide(mode, n, positive))).toBe(
          decimalRound(String(n), String(positive), decimalMode),
        );
      }),
      { numRuns: RUNS },
    );
  });

  test('rounds products past 2^53 as decimal.js does', () => {
    fc.assert(
      fc.property(safe, safe, divisor, (a, b, d) => {
        const expected = decimalRound(new Exact(a).times(b), d, decimalMode);
        const rounded = mulDivRound(mode, a, b, d);
        if (Number.isSafeInteger(Number(expected))) expect(String(rounded)).toBe(expected);
        else expect(rounded).toBe(expected.startsWith('-') ? -Infinity : Infinity);
      }),
      { numRuns: RUNS },
    );
  });
});

test('half-odd rounds as half-even one further on', () => {
  fc.assert(
    fc.property(small, divisor, (n, d) => {
      const shifted = Number(roundRatioWide('half-even', BigInt(n) + BigInt(d), BigInt(d))) - 1;
      expect(roundRatio('half-odd', n, d)).toBe(shifted + 0);
    }),
    { numRuns: RUNS },
  );
});

test.each([
  ['half-up', [-3, -2, -1, 1, 2, 3]],
  ['half-even', [-2, -2, 0, 0, 2, 2]],
  ['half-down', [-2, -1, 0, 0, 1, 2]],
  ['half-odd', [-3, -1, -1, 1, 1, 3]],
  ['up', [-3, -2, -1, 1, 2, 3]],
  ['down', [-2, -1, 0, 0, 1, 2]],
  ['floor', [-3, -2, -1, 0, 1, 2]],
  ['ceil', [-2, -1, 0, 1, 2, 3]],
] as const)('%s takes the halves from -2.5 to 2.5 to %j', (mode, expected) => {
  expect([-5, -3, -1, 1, 3, 5].map((n) => roundRatio(mode, n, 2))).toEqual(expected);
});

test('all widths of the same ratio agree, and none gives a negative zero', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MODES), safe, divisor, (mode, n, d) => {
      const rounded = roundRatio(mode, n, d);
      expect(BigInt(rounded)).toBe(roundRatioWide(mode, BigInt(n), BigInt(d)));
      expect(mulDivRound(mode, n, 1, d)).toBe(rounded);
      expect(Object.is(rounded, -0)).toBe(false);
      expect(Object.is(mulDivRound(mode, n, 0, d), 0)).toBe(true);
    }),
    { numRuns: RUNS },
  );
});

test('the rest is what the floor leaves', () => {
  fc.assert(
    fc.property(safe, safe, divisor, (a, b, d) => {
      const rest = mulDivRest(a, b, d);
      expect(rest >= 0 && rest < d && !Object.is(rest, -0)).toBe(true);
      const product = BigInt(a) * BigInt(b);
      expect(roundRatioWide('floor', product, BigInt(d)) * BigInt(d) + BigInt(rest)).toBe(product);
    }),
    { numRuns: RUNS },
  );
});

test('the rest of a negative zero is zero', () => {
  expect(mulDivRest(-5, 0, 3)).toBe(0);
});

describe('at the edge of 2^53', () => {
  test.each([
    ['half-up', 4503599627370496],
    ['half-even', 4503599627370496],
    ['half-down', 4503599627370495],
    ['down', 4503599627370495],
    ['up', 4503599627370496],
  ] as const)('%s of (2^53 - 1) / 2', (mode, expected) => {
    expect(roundRatio(mode, MAX_AMOUNT, 2)).toBe(expected);
  });

  test.each([
    // 94906267 * 94906267 is the first square past 2^53; 94906265 * 94906265 the last below it.
    [94906265, 94906265, 1, 9007199136250225],
    [94906267, 94906267, 2, 4503599757937644],
    [94906267, 94906267, 94906267, 94906267],
    [MAX_AMOUNT, MAX_AMOUNT, MAX_AMOUNT, MAX_AMOUNT],
    [MAX_AMOUNT, 15, 100, 1351079888211148],
    [-MAX_AMOUNT, 15, 100, -1351079888211148],
    [2 ** 52, 2, 3, 3002399751580330],
    [MAX_AMOUNT, 2, 1, Number.POSITIVE_INFINITY],
    [MAX_AMOUNT, -2, 1, Number.NEGATIVE_INFINITY],
  ])('%i * %i / %i', (a, b, d, expected) => {
    expect(mulDivRound('down', a, b, d)).toBe(expected);
  });
});
