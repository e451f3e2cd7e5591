import type { BuyTier, SpendTier, Test } from '../check/ruleset.js';

/** Told what decided a price while it is worked out; what only explains it afterwards is not told again. */
export interface Observer {
  /** A test of a condition came out so. */
  tested(test: Test, held: boolean): void;
  /** This was the highest tier that a standing reached. */
  reached(tier: SpendTier | BuyTier): void;
}
