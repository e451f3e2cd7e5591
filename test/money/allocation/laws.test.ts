import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, MAX_AMOUNT, type Policy, POLICY_WORDS } from '../../../src/money/index.js';
import { RUNS } from '../../support/runs.js';
import { amounts, policies, weights } from './arbitraries.js';
import { granted, grantedWide, sumOf } from './granted.js';

const KEEPS_APART = new Set(['separate', 'block-separate']);

const AT_ONCE = POLICY_WORDS.share.filter((share) => share !== 'in-turn' && share !== 'in-turn-from-last');

/** How far a part is from its exact share, times the sum of the weights. */
function distance(part: number, amount: number, list: readonly number[], position: number): bigint {
  const off = BigInt(part) * BigInt(sumOf(list)) - BigInt(amount) * BigInt(list[position] ?? 0);
  return off < 0n ? -off : off;
}

describe('by default', () => {
  test('the parts sum to the amount, none is below zero, each is within a unit of its exact share', () => {
    fc.assert(
      fc.property(amounts, weights, (amount, list) => {
        const { parts, granted: sum, rest, dropped } = granted(amount, list);
        expect([sumOf(parts), sum, rest, dropped]).toEqual([amount, amount, 0, 0]);
        parts.forEach((part, i) => {
          expect(part >= 0 && distance(part, amount, list, i) < BigInt(sumOf(list))).toBe(true);
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('no part exceeds its weight when the amount does not exceed their sum', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (list, fraction) => {
        const { parts } = granted(Math.floor(sumOf(list) * fraction), list);
        expect(parts.every((part, i) => part <= (list[i] ?? 0))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('equal weights differ by at most one unit, the earlier ones first', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 30 }), (amount, count) => {
        const { parts } = granted(
          amount,
          Array.from({ length: count }, () => 1),
        );
        const each = Math.floor(amount / count);
        expect(parts).toEqual(parts.map((_, i) => (i < amount - each * count ? each + 1 : each)));
      }),
      { numRuns: RUNS },
    );
  });

  test('weights in the same ratio give the same parts', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 1e9 }),
        (amount, list, factor) => {
          fc.pre(sumOf(list) > 0);
          const scaled = list.map((weight) => weight * factor);
          expect(granted(amount, scaled).parts).toEqual(granted(amount, list).parts);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('under every policy', () => {
  test('parts, rest and what was dropped sum to the amount, and nothing is lost unless the policy says so', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          amounts,
          amounts.map((amount) => -amount),
        ),
        weights,
        policies,
        (amount, list, policy) => {
          const result = granted(amount, list, policy);
          expect(sumOf(result.parts) + result.rest + result.dropped).toBe(amount + 0);
          expect(result.granted).toBe(sumOf(result.parts));
          if (!KEEPS_APART.has(policy.remainder ?? '')) expect(result.rest).toBe(0);
          if (policy.remainder !== 'dropped') expect(result.dropped).toBe(0);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('no part turns against the amount, none is a negative zero, and each is whole', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          amounts,
          amounts.map((amount) => -amount),
        ),
        weights,
        policies,
        (amount, list, policy) => {
          for (const part of granted(amount, list, policy).parts) {
            expect(Number.isSafeInteger(part) && !Object.is(part, -0)).toBe(true);
            expect(part * Math.sign(amount) >= 0).toBe(true);
          }
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('a part of weight zero gets nothing unless zero parts may take', () => {
    fc.assert(
      fc.property(amounts, weights, policies, (amount, list, policy) => {
        const { parts } = granted(amount, list, { ...policy, zeroParts: 'skip' });
        expect(parts.every((part, i) => part === 0 || list[i] !== 0)).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  test('a mirrored negative amount is the positive one with the sign turned', () => {
    fc.assert(
      fc.property(amounts, weights, policies, (amount, list, policy) => {
        const mirrored: Policy = { ...policy, negative: 'mirror' };
        const positive = granted(amount, list, mirrored);
        const negative = granted(-amount, list, mirrored);
        expect(negative.parts).toEqual(positive.parts.map((part) => 0 - part));
        expect([negative.rest, negative.dropped]).toEqual([0 - positive.rest, 0 - positive.dropped]);
      }),
      { numRuns: RUNS },
    );
  });

  test('coins of a step are spread as units are', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.integer({ min: 1, max: 500 }),
        weights,
        policies,
        (coins, step, list, policy) => {
          const units = granted(coins, list, policy);
          const stepped = granted(coins * step, list, { ...policy, step });
          expect(stepped.parts).toEqual(units.parts.map((part) => part * step));
          expect(stepped.remainders).toEqual(units.remainders);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('to the largest fraction, every share formed at once ends within a unit of the exact one', () => {
    fc.assert(
      fc.property(amounts, weights, fc.constantFrom(...AT_ONCE), (amount, list, share) => {
        const { parts, granted: sum } = granted(amount, list, { share });
        expect(sum).toBe(amount);
        parts.forEach((part, i) => {
          expect(distance(part, amount, list, i) < BigInt(sumOf(list))).toBe(true);
        });
      }),
      { numRuns: RUNS },
    );
  });

  test.each(['largest-fraction', 'largest-line'] as const)(
    'what is missing goes to the %s, ties in order',
    (remainder) => {
      fc.assert(
        fc.property(amounts, weights, (amount, list) => {
          const shares = granted(amount, list, { remainder: 'dropped' });
          const keys = remainder === 'largest-line' ? list : shares.remainders;
          const order = list
            .map((_, i) => i)
            .filter((i) => list[i] !== 0)
            .sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0));
          const takers = new Set(order.slice(0, shares.dropped));
          const expected = shares.parts.map((part, i) => part + (takers.has(i) ? 1 : 0));
          expect(granted(amount, list, { remainder }).parts).toEqual(expected);
        }),
        { numRuns: RUNS },
      );
    },
  );

  test('steps are spread as coins are', () => {
    const coins = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(
        coins,
        weights,
        policies,
        fc.integer({ min: 2, max: 500 }),
        (amount, list, policy, step) => {
          const alone = granted(amount, list, policy);
          expect(granted(amount * step, list, { ...policy, step })).toEqual({
            ...alone,
            parts: alone.parts.map((part) => part * step + 0),
            granted: alone.granted * step + 0,
            rest: alone.rest * step + 0,
            dropped: alone.dropped * step + 0,
            shared: alone.shared * step + 0,
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('a share that is capped at what remains takes nothing once nothing remains', () => {
    const policy = { share: 'up', capAtRemaining: true, remainder: 'dropped' } as const;
    expect(granted(1, [1, 1, 1], policy).parts).toEqual([1, 0, 0]);
    expect(granted(-1, [1, 1, 1], { ...policy, negative: 'as-is' }).parts).toEqual([-1, 0, 0]);
  });

  test('a surplus is taken back from no part beyond zero', () => {
    const policy = { share: 'up', remainder: 'rest-to-first' } as const;
    expect(granted(2, [1, 1, 1, 1], policy).parts).toEqual([0, 0, 1, 1]);
    expect(granted(2, [1, 1, 1, 1], { ...policy, remainder: 'last', zeroParts: 'take' }).parts).toEqual([
      1, 1, 0, 0,
    ]);
    const down = { share: 'floor', remainder: 'rest-to-first', negative: 'as-is' } as const;
    expect(granted(-2, [1, 1, 1, 1], down).parts).toEqual([0, 0, -1, -1]);
    expect(granted(-2, [0, 1, 1, 1, 1], { ...down, remainder: 'first', zeroParts: 'take' }).parts).toEqual([
      0, 0, 0, -1, -1,
    ]);
  });

  test('nothing is shared, and nobody is full, where all weights are zero', () => {
    const policy = { zeroWeights: 'zeros', max: [1, 1], overflow: 'dropped' } as const;
    expect(granted(7, [0, 0], policy)).toMatchObject({
      parts: [0, 0],
      dropped: 7,
      shared: 0,
      full: [],
      remainders: [0, 0],
    });
    expect(granted(7, [0, 0], { zeroWeights: 'zeros' })).toMatchObject({ full: [] });
  });

  test('with ids, the order of the parts does not matter', () => {
    const shuffled = weights.chain((list) => {
      const parts = list.map((weight, i) => ({ id: `id-${i * 7}`, weight }));
      return fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length }));
    });
    fc.assert(
      fc.property(amounts, shuffled, policies, fc.boolean(), (amount, [parts, others], policy, limited) => {
        const byId = (list: typeof parts): Map<string, readonly [number, number, boolean]> => {
          const max = limited ? list.map(({ weight }) => Math.floor(weight / 2)) : undefined;
          const result = granted(
            amount,
            list.map(({ weight }) => weight),
            {
              ...policy,
              ids: list.map(({ id }) => id),
              ...(max && { max }),
            },
          );
          return new Map(
            list.map(({ id }, i) => [
              id,
              [result.parts[i] ?? -1, result.remainders[i] ?? -1, result.full.includes(i)],
            ]),
          );
        };
        expect(byId(others)).toEqual(byId(parts));
      }),
      { numRuns: RUNS },
    );
  });

  test('the remainders explain every share formed at once', () => {
    fc.assert(
      fc.property(amounts, weights, policies, (amount, list, policy) => {
        fc.pre(
          policy.share !== 'in-turn' &&
            policy.share !== 'in-turn-from-last' &&
            policy.capAtRemaining !== true,
        );
        const { parts, shared, sum, remainders } = granted(amount, list, { ...policy, remainder: 'dropped' });
        parts.forEach((part, i) => {
          const exact = BigInt(shared) * BigInt(list[i] ?? 0);
          expect(BigInt(part) * BigInt(sum) + BigInt(remainders[i] ?? 0)).toBe(exact);
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('a bigint amount gives the same as a number', () => {
    fc.assert(
      fc.property(amounts, weights, policies, (amount, list, policy) => {
        const narrow = granted(amount, list, policy);
        const wide = grantedWide(BigInt(amount), list, policy);
        expect(wide.parts.map(Number)).toEqual(narrow.parts);
        expect([wide.granted, wide.rest, wide.dropped, wide.shared].map(Number)).toEqual([
          narrow.granted,
          narrow.rest,
          narrow.dropped,
          narrow.shared,
        ]);
        expect([wide.sum, wide.remainders, wide.full]).toEqual([narrow.sum, narrow.remainders, narrow.full]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('at the edge of 2^53', () => {
  test('the largest amount is spread exactly', () => {
    const { parts } = granted(MAX_AMOUNT, [1, 1]);
    expect(parts).toEqual([4503599627370496, 4503599627370495]);
    expect(granted(MAX_AMOUNT, [MAX_AMOUNT]).parts).toEqual([MAX_AMOUNT]);
    expect(granted(MAX_AMOUNT, [MAX_AMOUNT - 1, 1]).parts).toEqual([MAX_AMOUNT - 1, 1]);
    expect(granted(MAX_AMOUNT, [2 ** 52, 2 ** 51]).parts).toEqual([6004799503160661, 3002399751580330]);
  });

  test('shares that sum past it are an error where nobody takes the surplus back', () => {
    const result = allocate(MAX_AMOUNT, [1, 1, 1, 1], { share: 'up', remainder: 'dropped' });
    expect(result).toMatchObject({ ok: false, error: { code: 'amount-too-large' } });
    expect(granted(MAX_AMOUNT, [1, 1, 1, 1], { share: 'up' }).granted).toBe(MAX_AMOUNT);
  });
});
