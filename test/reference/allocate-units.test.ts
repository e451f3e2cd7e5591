import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocate } from '../../src/reference/allocate.js';
import { allocateOverUnits } from '../../src/reference/allocate-units.js';
import type { LineCell } from '../../src/reference/cells.js';
import type { UnitRun } from '../../src/reference/units.js';
import { RUNS } from '../support/runs.js';

const policies = fc.record({
  share: fc.constantFrom('down', 'half-up', 'half-even', 'half-down', 'in-turn'),
  remainder: fc.constantFrom(
    'largest-fraction',
    'largest-line',
    'first',
    'last',
    'rest-to-first',
    'rest-to-last',
  ),
  overflow: fc.constantFrom('to-others', 'dropped'),
});

/** Units of up to four lines, few enough to be allocated to one by one. */
const units = fc
  .array(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      left: fc.bigInt({ min: 0n, max: 12n }),
      count: fc.bigInt({ min: 1n, max: 6n }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((runs) => runs.map(({ id, left, count }): UnitRun => ({ line: lineOf(id), left, count })));

function lineOf(id: string): LineCell {
  const line = { id, sku: id, quantity: 1, price: 0, finer: undefined, list: 0, values: [] };
  return { kind: 'line', id, line, values: new Map(), list: 0n };
}

it('alike units get together what allocate gives them one by one', () => {
  fc.assert(
    fc.property(units, policies, fc.double({ min: 0, max: 1, noNaN: true }), (runs, policy, part) => {
      const left = runs.reduce((sum, run) => sum + run.left * run.count, 0n);
      const amount = (left * BigInt(Math.round(part * 1000))) / 1000n;
      const single = runs.flatMap((run) =>
        Array.from({ length: Number(run.count) }, () => ({ run, cell: lineOf(run.line.id) })),
      );
      const claims = single.map(({ run, cell }) => ({ cell, weight: run.left, most: run.left }));
      const { parts } = allocate(amount, claims, policy);
      const totals = allocateOverUnits(amount, runs, policy);
      for (const run of runs) {
        const own = single.filter((unit) => unit.run === run);
        const expected = own.reduce((sum, { cell }) => sum + (parts.get(cell) ?? 0n), 0n);
        expect(totals.get(run) ?? 0n).toBe(expected);
      }
    }),
    { numRuns: RUNS },
  );
});

it('what a unit cannot bear goes to the others, or is given up', () => {
  // 14 over five units of 3: 2 each, and 4 more to the first, which bears 1 of them
  const run: UnitRun = { line: lineOf('a'), left: 3n, count: 5n };
  const given = (overflow: 'to-others' | 'dropped'): unknown =>
    allocateOverUnits(14n, [run], { share: 'down', remainder: 'rest-to-first', overflow }).get(run);
  expect([given('to-others'), given('dropped')]).toEqual([14n, 11n]);
});

it('a surplus is taken back, from no unit below zero', () => {
  // 0.5 each are rounded to 1
  const runs = ['a', 'b'].map((id): UnitRun => ({ line: lineOf(id), left: 1n, count: 2n }));
  const given = (remainder: 'rest-to-first' | 'last'): unknown => {
    const totals = allocateOverUnits(2n, runs, { share: 'half-up', remainder, overflow: 'dropped' });
    return runs.map((run) => totals.get(run));
  };
  expect([given('rest-to-first'), given('last')]).toEqual([
    [0n, 2n],
    [2n, 0n],
  ]);
});
