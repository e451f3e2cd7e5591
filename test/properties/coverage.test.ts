import { expect, it } from 'vitest';
import { clausesWithoutEffect } from '../support/generate/coverage.js';

/** Said for people and for returns: a price does not show them. */
const SILENT: ReadonlySet<string> = new Set(['texts', 'returns', 'tag']);

it('every clause that the generator writes changes some price', () => {
  expect(clausesWithoutEffect(1500, SILENT)).toEqual([]);
});
