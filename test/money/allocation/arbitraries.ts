import fc from 'fast-check';
import { MAX_AMOUNT, type Policy, POLICY_WORDS } from '../../../src/money/index.js';

const weight = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 20_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 ** 48 }) },
);

/** Weights as carts have them: cents, prices, zeros, and now and then so large that products pass 2^53. */
export const weights: fc.Arbitrary<readonly number[]> = fc
  .oneof(
    { weight: 4, arbitrary: fc.array(weight, { minLength: 1, maxLength: 8 }) },
    { weight: 1, arbitrary: fc.array(weight, { minLength: 17, maxLength: 24 }) },
  )
  .filter((list) => list.some((each) => each > 0));

/**
 * Amounts from 0, most of them small enough to leave large remainders, up to a little below 2^53: shares that
 * are rounded up and not taken back must still sum to an amount.
 */
export const amounts: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: MAX_AMOUNT - 24 }),
);

/** Any policy but limits, steps and ids, which need to know the parts. */
export const policies: fc.Arbitrary<Policy> = fc.record(
  {
    share: fc.constantFrom(...POLICY_WORDS.share),
    remainder: fc.constantFrom(...POLICY_WORDS.remainder),
    zeroParts: fc.constantFrom(...POLICY_WORDS.zeroParts),
    zeroWeights: fc.constantFrom(...POLICY_WORDS.zeroWeights),
    overflow: fc.constantFrom(...POLICY_WORDS.overflow),
    negative: fc.constantFrom(...POLICY_WORDS.negative),
    capAtRemaining: fc.boolean(),
  },
  { requiredKeys: [] },
);
