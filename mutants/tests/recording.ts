import {
  type CartInput,
  planOf,
  type PriceOptions,
  type PriceResult,
  type Ruleset,
} from '../../src/index.js';
import { Ruleset as Compiled } from '../../src/ruleset.js';
import { price as compared } from '../../test/support/price.js';
import { type Price, recorded } from './recorded.js';

/** Stands in for `price` of the tests: what both evaluators agree on is kept, to be held against each of them alone. */
export function price(ruleset: Ruleset, input: CartInput, options: PriceOptions = {}): PriceResult {
  const result = compared(ruleset, input, options);
  if (result.ok)
    keep(ruleset, { cart: JSON.stringify(input), options, breakdown: JSON.stringify(result.breakdown) });
  return result;
}

function keep(ruleset: Ruleset, found: Price): void {
  const { digest } = ruleset;
  const plan = JSON.stringify(planOf(ruleset));
  const { prices } = (recorded[plan] ??= { digest, plan, checked: Compiled.checked(ruleset), prices: [] });
  const isThere = prices.some(
    ({ cart, options }) => cart === found.cart && JSON.stringify(options) === JSON.stringify(found.options),
  );
  if (!isThere) prices.push(found);
}
