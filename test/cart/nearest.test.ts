import fc from 'fast-check';
import { distance as wellKnown } from 'fastest-levenshtein';
import { describe, expect, it } from 'vitest';
import { distance } from '../../src/cart/nearest.js';
import { RUNS } from '../support/runs.js';

describe('the distance of two words', () => {
  it("is Levenshtein's", () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdé品'.split('')), maxLength: 12 });
    const holds = (from: string, to: string): void => {
      expect(distance(from, to)).toBe(wellKnown(from, to));
    };
    fc.assert(fc.property(word, word, holds), { numRuns: RUNS });
  });
});
