import type { Totals } from './breakdown/types.js';
import type { CartInput } from './cart/types.js';
import { plainBreakdown, type PriceOptions, type PriceResult, type TotalsOptions } from './pricer.js';
import { Ruleset } from './ruleset.js';

/**
 * Prices one cart. Synchronous and pure: the same ruleset, cart and options give the same bytes.
 *
 * The cart is checked first against the ruleset's declarations; a malformed one is never priced, and all its mistakes come
 * back at once, each with its path. A breakdown with `violations` broke a guarantee: a checkout must not charge it.
 * Only a caller without types, who passes something that `compile` did not make, gets a `TypeError`.
 */
export function price(ruleset: Ruleset, cart: CartInput, options: TotalsOptions): PriceResult<Totals>;
export function price(ruleset: Ruleset, cart: CartInput, options?: PriceOptions): PriceResult;
export function price(ruleset: Ruleset, cart: CartInput, options: PriceOptions = {}): PriceResult<Totals> {
  if (!(ruleset instanceof Ruleset)) throw new TypeError('price takes a ruleset that compile made');
  const pricer = Ruleset.pricer(ruleset);
  if (options.breakdown === 'totals') return pricer.price(cart, { ...options, breakdown: 'totals' });
  const result = pricer.price(cart, options);
  return result.ok ? { ok: true, breakdown: plainBreakdown(result.breakdown) } : result;
}
