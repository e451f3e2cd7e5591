import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canBeFilled } from '../../src/reference/fill.js';
import type { LineCell } from '../../src/reference/cells.js';
import { RUNS } from '../support/runs.js';

/** Runs of units, and demands that may each take some of the runs. */
const wanted = fc.record({
  counts: fc.array(fc.bigInt({ min: 1n, max: 6n }), { minLength: 1, maxLength: 5 }),
  demands: fc.array(
    fc.record({
      count: fc.bigInt({ min: 0n, max: 7n }),
      runs: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

it('demands can be met when no combination of them wants more than any of it may take', () => {
  fc.assert(
    fc.property(wanted, ({ counts, demands }) => {
      const units = counts.map((count, index) => ({ line: lineOf(String(index)), left: 5n, count }));
      const filled = canBeFilled(
        demands.map(({ count, runs }) => ({ count, units: units.filter((_, index) => runs[index]) })),
      );
      expect(filled).toBe(combinations(demands).every((some) => some.count <= supply(counts, some.runs)));
    }),
    { numRuns: RUNS },
  );
});

interface Some {
  readonly count: bigint;
  readonly runs: readonly boolean[];
}

function combinations(demands: readonly Some[]): readonly Some[] {
  const found: Some[] = [{ count: 0n, runs: [] }];
  for (const { count, runs } of demands)
    found.push(
      ...found.map((some) => ({
        count: some.count + count,
        runs: runs.map((own, index) => own || some.runs[index] === true),
      })),
    );
  return found;
}

function supply(counts: readonly bigint[], runs: readonly boolean[]): bigint {
  return counts.reduce((sum, count, index) => (runs[index] ? sum + count : sum), 0n);
}

function lineOf(id: string): LineCell {
  const line = { id, sku: id, quantity: 1, price: 0, finer: undefined, list: 0, values: [] };
  return { kind: 'line', id, line, values: new Map(), list: 0n };
}
