import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Policy } from '../../../src/money/index.js';
import { RUNS } from '../../support/runs.js';
import { amounts, policies, weights } from './arbitraries.js';
import { granted, sumOf } from './granted.js';

/** Weights with a limit each: none, tight, or as large as the weight. */
const limited = weights.chain((list) =>
  fc.tuple(
    fc.constant(list),
    fc.tuple(
      ...list.map((weight) => fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 50 }), fc.constant(weight))),
    ),
  ),
);
const GIVES_ALL = [
  'largest-fraction',
  'largest-line',
  'first',
  'last',
  'rest-to-first',
  'rest-to-last',
] as const;

describe('upper limits', () => {
  test('no part exceeds its limit or turns against the amount, under any policy', () => {
    fc.assert(
      fc.property(amounts, limited, policies, fc.boolean(), (size, [list, max], policy, negative) => {
        const amount = negative ? -size : size;
        const { parts, full, rest, dropped } = granted(amount, list, { ...policy, max });
        parts.forEach((part, i) => {
          expect(part * Math.sign(amount) >= 0 && Math.abs(part) <= (max[i] ?? 0)).toBe(true);
          if (full.includes(i)) expect(Math.abs(part)).toBe(max[i]);
        });
        expect(sumOf(parts) + rest + dropped).toBe(amount + 0);
      }),
      { numRuns: RUNS },
    );
  });

  test('what some cannot bear goes to the others, as far as any with a weight can bear it', () => {
    fc.assert(
      fc.property(
        amounts,
        limited,
        policies,
        fc.constantFrom(...GIVES_ALL),
        (amount, [list, max], policy, remainder) => {
          const result = granted(amount, list, {
            ...policy,
            remainder,
            zeroParts: 'skip',
            overflow: 'to-others',
            max,
          });
          const bearable = sumOf(max.filter((_, i) => list[i] !== 0));
          expect([result.granted, result.dropped]).toEqual([
            Math.min(amount, bearable),
            Math.max(0, amount - bearable),
          ]);
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('dropped overflow leaves the other parts as they were', () => {
    fc.assert(
      fc.property(amounts, limited, policies, (amount, [list, max], policy) => {
        const free = granted(amount, list, policy);
        const cut = granted(amount, list, { ...policy, overflow: 'dropped', max });
        expect(cut.parts).toEqual(free.parts.map((part, i) => Math.min(part, max[i] ?? 0)));
        expect(cut.dropped).toBe(free.dropped + sumOf(free.parts) - sumOf(cut.parts));
      }),
      { numRuns: RUNS },
    );
  });

  test('limits that nobody reaches change nothing', () => {
    fc.assert(
      fc.property(amounts, weights, policies, (amount, list, policy) => {
        fc.pre(policy.share !== 'up' && policy.share !== 'ceil');
        const max = list.map(() => Number.MAX_SAFE_INTEGER);
        expect(granted(amount, list, { ...policy, max })).toEqual(granted(amount, list, policy));
      }),
      { numRuns: RUNS },
    );
  });

  test('the parts that are not full share what is left as if the full ones were not there', () => {
    fc.assert(
      fc.property(amounts, limited, (amount, [list, max]) => {
        const { parts, full, shared, sum, remainders } = granted(amount, list, { max });
        const open = parts.map((_, i) => i).filter((i) => !full.includes(i));
        const openWeights = open.map((i) => list[i] ?? 0);
        expect(sum).toBe(sumOf(openWeights));
        if (sum === 0) return;
        const alone = granted(shared, openWeights);
        expect(open.map((i) => parts[i])).toEqual(alone.parts);
        expect(open.map((i) => remainders[i])).toEqual(alone.remainders);
      }),
      { numRuns: RUNS },
    );
  });

  test('it ends where every round closes one part only', () => {
    const count = 300;
    const list = Array.from({ length: count }, (_, i) => 1000 + i);
    const max = list.map((_, i) => 10 * (i + 1));
    const result = granted(sumOf(max), list, { max });
    expect(result.parts).toEqual(max);
  });

  test('full parts are listed by position, also where ids order the parts', () => {
    expect(granted(100, [1, 1, 1], { max: [5, 9, 5], ids: ['c', 'b', 'a'] }).full).toEqual([0, 1, 2]);
  });

  test.each(['to-others', 'dropped'] as const)(
    'a part that gets just its limit is not full: %s',
    (overflow) => {
      expect(granted(100, [1, 1], { max: [50, 90], overflow })).toMatchObject({ parts: [50, 50], full: [] });
    },
  );

  test.each<[string, number, readonly number[], Policy, readonly number[], number]>([
    ['passes on what the first cannot bear', 100, [50, 50], { max: [30, 100] }, [30, 70], 0],
    ['passes on twice', 100, [60, 30, 10], { max: [20, 40, 100] }, [20, 40, 40], 0],
    ['drops what nobody can bear', 100, [1, 1], { max: [30, 40] }, [30, 40], 30],
    ['gives nothing to a part without weight', 100, [1, 0], { max: [30, 90] }, [30, 0], 70],
    ['cuts a negative amount by its size', -100, [50, 50], { max: [30, 100] }, [-30, -70], 0],
    ['cuts limits to whole coins', 100, [50, 50], { max: [34, 100], step: 10 }, [30, 70], 0],
  ])('%s', (_name, amount, list, policy, parts, dropped) => {
    expect(granted(amount, list, policy)).toMatchObject({ parts, dropped });
  });
});
