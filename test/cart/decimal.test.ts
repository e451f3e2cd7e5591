import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortestDecimal } from '../../src/cart/decimal.js';
import { RUNS } from '../support/runs.js';

const FORM = /^-?(0|[1-9]\d{0,29})(\.\d{1,30})?$/;
const Exact = Decimal.clone({ precision: 80, toExpNeg: -40, toExpPos: 40 });

describe('a decimal', () => {
  it('is exact and in its shortest writing, and nothing is read of another text', () => {
    const near = fc.string({ unit: fc.constantFrom(...'0001234.-+ex'.split('')), maxLength: 8 });
    const long = fc.tuple(
      fc.string({ unit: fc.constantFrom(...'019'.split('')), maxLength: 31 }),
      fc.string({ unit: fc.constantFrom(...'05'.split('')), maxLength: 31 }),
    );
    const texts = fc.oneof(
      near,
      long.map(([whole, fraction]) => `${whole}.${fraction}`),
    );
    const holds = (text: string): void => {
      expect(shortestDecimal(text, 30)).toBe(FORM.test(text) ? new Exact(text).plus(0).toFixed() : undefined);
    };
    fc.assert(fc.property(texts, holds), { numRuns: RUNS });
  });
});
