import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUNS } from '../support/runs.js';
import { arbitraryCase } from './arbitrary.js';
import { judge } from './run.js';

/** An expectation of something, so that there is a number to compare. */
const expected = { total: '0.00' };

test('every case of the schema is said in words that compile and price, or cannot be said', () => {
  fc.assert(
    fc.property(arbitraryCase(), (row) => {
      expect(judge({ id: 'any', type: 'pricing', expected, ...row })).not.toHaveProperty('fault');
    }),
    { numRuns: RUNS },
  );
});
