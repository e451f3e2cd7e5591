import fc from 'fast-check';
import type { Ruleset } from '../../../src/index.js';
import { RUNS } from '../runs.js';
import { type Generated, generate } from './index.js';
import { compiled } from './priced.js';
import { rulesText } from './text.js';

/** Holds a law over generated rule files and carts; a failure shows the seed, the rule file and the cart. */
export function forAll(
  holds: (ruleset: Ruleset, generated: Generated, seed: number) => void,
  runs: number = RUNS,
): void {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      const generated = generate(seed);
      const ruleset = compiled(generated.rules);
      fc.pre(ruleset !== undefined);
      try {
        holds(ruleset, generated, seed);
      } catch (error) {
        if (fc.PreconditionFailure.isFailure(error)) throw error;
        throw new Error(`${rulesText(generated.rules)}\n${JSON.stringify(generated.cart)}`, { cause: error });
      }
    }),
    { numRuns: runs },
  );
}
