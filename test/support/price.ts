import {
  breakdownJson,
  type CartInput,
  load,
  planOf,
  type Pricer,
  type PriceOptions,
  type PriceResult,
  type Ruleset as Compiled,
} from '../../src/index.js';
import { evaluate } from '../../src/reference/evaluate.js';
import { Ruleset } from '../../src/ruleset.js';

/**
 * Prices a cart by the engine, from the JSON of the ruleset's plan, and by the reference evaluator, which must agree to the byte.
 */
export function price(ruleset: Compiled, input: CartInput, options: PriceOptions = {}): PriceResult {
  const pricer = shippedPricer(ruleset);
  const result = pricer.price(input, options);
  const checked = pricer.validate(input);
  if (!result.ok || !checked.ok) return result;
  compareFaces(pricer, input, result);
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
  pricer: Pricer,
  input: CartInput,
  { breakdown }: Extract<PriceResult, { ok: true }>,
): void {
  if (breakdownJson(breakdown) !== JSON.stringify(breakdown))
    throw new Error(`the JSON of a breakdown is not that of the host:\n${breakdownJson(breakdown)}`);
  const result = pricer.price(input, { breakdown: 'totals' });
  const { reckon, currency, amounts, at, ruleset, optimal, total, violations, unchecked } = breakdown;
  const expected = { reckon, currency, amounts, at, ruleset, optimal, total, violations, unchecked };
  const alone = result.ok && result.breakdown;
  if (JSON.stringify(alone) !== JSON.stringify(expected))
    throw new Error(`totals alone differ: ${JSON.stringify(alone)}`);
}

const SHIPPED = new WeakMap<Compiled, Pricer>();

/** The pricer of a ruleset as a checkout has it: its plan written as JSON, read again and loaded. */
function shippedPricer(ruleset: Compiled): Pricer {
  const pricer = SHIPPED.get(ruleset) ?? loaded(JSON.stringify(planOf(ruleset)));
  SHIPPED.set(ruleset, pricer);
  return pricer;
}

function loaded(plan: string): Pricer {
  const result = load(plan);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.pricer;
}
