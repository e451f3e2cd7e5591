import { afterAll, describe, expect, it } from 'vitest';
import { RUNS } from '../support/runs.js';
import { ClauseTable, withoutEffect } from './clauses.js';
import { differenceText, writePair } from './differing.js';
import { fuzz } from './fuzz.js';
import { differenceOn, shrunk } from './shrink.js';

/** Ten pairs for each case of a property: 10,000 unless told otherwise. */
const PAIRS = RUNS;
const PARTS = Array.from({ length: 10 }, (_, part) => part);
const CARTS = 10;

describe('the engine and the reference evaluator say the same to the byte', () => {
  let pairs = 0;
  const table = new ClauseTable();

  it.each(PARTS)('of a tenth of the pairs: %d', (part) => {
    const seed = 1 + part * Math.ceil((PAIRS * 1.2) / CARTS);
    const report = fuzz({ runs: PAIRS, seed, carts: CARTS, table });
    pairs += report.pairs;
    const smallest = report.found && shrunk(report.found.pair);
    const difference = smallest && differenceOn(smallest);
    expect(difference && `${writePair(smallest)}\n${differenceText(difference)}`).toBeUndefined();
  });

  it('and each clause in them changes some price', () => {
    table.complete(1_000_000);
    expect(withoutEffect(table.rows())).toEqual([]);
  });

  afterAll(() => console.log(`${pairs} pairs of rule file and cart priced by both evaluators`));
});
