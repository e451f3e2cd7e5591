import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, MAX_AMOUNT } from '../../../src/money/index.js';
import { RUNS } from '../../support/runs.js';
import { policies, weights } from './arbitraries.js';
import { granted, grantedWide, sumOf } from './granted.js';

const Exact = Decimal.clone({ precision: 200 });
const DECIMAL_MODES = {
  'half-up': Decimal.ROUND_HALF_UP,
  'half-even': Decimal.ROUND_HALF_EVEN,
  'half-down': Decimal.ROUND_HALF_DOWN,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
  floor: Decimal.ROUND_FLOOR,
  ceil: Decimal.ROUND_CEIL,
} as const;

const wideAmounts = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
/** Few and small weights make shares that end in a half, others make any. */
const tamedWeights = fc
  .oneof(
    fc.array(fc.nat(4), { minLength: 1, maxLength: 12 }),
    weights.map((list) => list.map((weight) => weight % 2 ** 43)),
  )
  .filter((list) => sumOf(list) > 0);

describe('amounts past 2^53', () => {
  test('shares are rounded as decimal.js rounds them', () => {
    const modes = fc.constantFrom(...(Object.keys(DECIMAL_MODES) as (keyof typeof DECIMAL_MODES)[]));
    fc.assert(
      fc.property(wideAmounts, tamedWeights, modes, (amount, list, share) => {
        const { parts } = grantedWide(amount, list, { share, remainder: 'dropped', negative: 'as-is' });
        const total = sumOf(list);
        const expected = list.map((weight) =>
          new Exact(String(amount))
            .times(weight)
            .div(total)
            .toDecimalPlaces(0, DECIMAL_MODES[share])
            .plus(0)
            .toFixed(),
        );
        expect(parts.map(String)).toEqual(expected.map((part) => part.replace(/^-0$/, '0')));
      }),
      { numRuns: RUNS },
    );
  });

  test('an even number of whole rounds more gives each part its weight as often, under any policy', () => {
    const more = fc.bigInt({ min: 10n ** 17n, max: 10n ** 40n });
    fc.assert(
      fc.property(fc.nat(100_000), more, tamedWeights, policies, (units, pairs, list, policy) => {
        const sum = sumOf(list);
        const amount = (list.length + 2) * sum + (units % sum);
        const narrow = granted(amount, list, policy);
        const wide = grantedWide(BigInt(amount) + 2n * pairs * BigInt(sum), list, policy);
        expect(wide.parts).toEqual(
          narrow.parts.map((part, i) => BigInt(part) + 2n * pairs * BigInt(list[i] ?? 0)),
        );
        expect([wide.rest, wide.dropped]).toEqual([BigInt(narrow.rest), BigInt(narrow.dropped)]);
        expect(wide.shared).toBe(BigInt(narrow.shared) + 2n * pairs * BigInt(sum));
        expect(wide.remainders).toEqual(narrow.remainders);
      }),
      { numRuns: RUNS },
    );
  });

  test('parts, rest and what was dropped sum to the amount', () => {
    fc.assert(
      fc.property(
        wideAmounts,
        tamedWeights,
        policies,
        fc.integer({ min: 1, max: 500 }),
        (coins, list, policy, step) => {
          const amount = coins * BigInt(step);
          const result = grantedWide(amount, list, { ...policy, step });
          expect(result.parts.reduce((sum, part) => sum + part, 0n)).toBe(result.granted);
          expect(result.granted + result.rest + result.dropped).toBe(amount);
          expect(result.parts.every((part) => part % BigInt(step) === 0n)).toBe(true);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('steps are spread as coins are', () => {
    fc.assert(
      fc.property(
        wideAmounts,
        tamedWeights,
        policies,
        fc.integer({ min: 2, max: 500 }),
        (coins, list, policy, step) => {
          const [each, alone] = [BigInt(step), grantedWide(coins, list, policy)];
          expect(grantedWide(coins * each, list, { ...policy, step })).toEqual({
            ...alone,
            parts: alone.parts.map((part) => part * each),
            granted: alone.granted * each,
            rest: alone.rest * each,
            dropped: alone.dropped * each,
            shared: alone.shared * each,
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test.each([
    [BigInt(MAX_AMOUNT), [4503599627370496n, 4503599627370495n]],
    [BigInt(MAX_AMOUNT) + 1n, [4503599627370496n, 4503599627370496n]],
    [BigInt(MAX_AMOUNT) + 2n, [4503599627370497n, 4503599627370496n]],
    [-BigInt(MAX_AMOUNT) - 2n, [-4503599627370497n, -4503599627370496n]],
    [10n ** 400n + 1n, [5n * 10n ** 399n + 1n, 5n * 10n ** 399n]],
  ])('%i in two', (amount, parts) => {
    expect(grantedWide(amount, [1, 1]).parts).toEqual(parts);
  });

  test('nothing is given where all weights are zero and the policy says so', () => {
    expect(grantedWide(10n ** 400n, [0, 0], { zeroWeights: 'zeros' })).toMatchObject({
      parts: [0n, 0n],
      dropped: 10n ** 400n,
      shared: 0n,
    });
  });

  test.each([
    ['limits', [1, 1], { max: [5, 5] }, 'amount-too-large', 'upper limits need an amount below 2^53'],
    [
      'weights that leave too much over',
      [2 ** 51, 2 ** 50],
      {},
      'weights-too-large',
      'the weights are too large for an amount of 2^53 or more',
    ],
  ])('%s are an error', (_name, list, policy, code, message) => {
    expect(allocate(10n ** 20n, list, policy)).toEqual({ ok: false, error: { code, message } });
  });
});
