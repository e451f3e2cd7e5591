import {
  breakdownJson,
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
  compareFaces(ruleset, input, result);
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

/** Totals alone, and the quick writer of JSON, say what the whole breakdown says. */
function compareFaces(
  ruleset: Compiled,
  input: CartInput,
  { breakdown }: Extract<PriceResult, { ok: true }>,
): void {
  if (breakdownJson(breakdown) !== JSON.stringify(breakdown))
    throw new Error(`the JSON of a breakdown is not that of the host:\n${breakdownJson(breakdown)}`);
  const result = priceByEngine(ruleset, input, { breakdown: 'totals' });
  const { total, violations } = breakdown;
  const alone = result.ok && { total: result.breakdown.total, violations: result.breakdown.violations };
  if (JSON.stringify(alone) !== JSON.stringify({ total, violations }))
    throw new Error(`totals alone differ: ${JSON.stringify(alone)}`);
}
