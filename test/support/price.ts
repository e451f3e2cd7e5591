import {
  type CartInput,
  type PriceOptions,
  type PriceResult,
  price as priceByEngine,
  type Ruleset as Compiled,
} from '../../src/index.js';
import { evaluate } from '../../src/reference/evaluate.js';
import { Ruleset } from '../../src/ruleset.js';

/** Prices a cart by the engine and by the reference evaluator, which must agree to the byte. */
export function price(ruleset: Compiled, input: CartInput, options: PriceOptions = {}): PriceResult {
  const result = priceByEngine(ruleset, input, options);
  const checked = Ruleset.pricer(ruleset).validate(input);
  if (!result.ok || !checked.ok) return result;
  const { explain = [], hints = false } = options;
  const { cart } = result.breakdown;
  const expected = evaluate(Ruleset.checked(ruleset), ruleset.digest, checked.cart, {
    explain,
    hints,
    ...(cart !== undefined && { cartDigest: cart }),
  });
  const [found, wanted] = [result.breakdown, expected].map((breakdown) => JSON.stringify(breakdown));
  if (found !== wanted)
    throw new Error(
      `the engine and the reference evaluator differ:\n${found}\n${wanted}\n${JSON.stringify(input)}`,
    );
  return result;
}
