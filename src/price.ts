import type { Breakdown } from './breakdown/types.js';
import { cartDigest } from './cart/digest.js';
import type { CartError, CartInput } from './cart/types.js';
import { evaluate } from './reference/evaluate.js';
import { Ruleset } from './ruleset.js';

export interface PriceOptions {
  /** Tell what a little more in the cart would save (`hints` in the breakdown). */
  readonly hints?: boolean;
  /** Put the SHA-256 of the canonical cart into the breakdown. */
  readonly cartDigest?: boolean;
  /** Ids of promotions whose refusal is told even where it would be left out: no code entered, window closed, no line in scope. */
  readonly explain?: readonly string[];
}

export type PriceResult =
  | { readonly ok: true; readonly breakdown: Breakdown }
  | { readonly ok: false; readonly errors: readonly CartError[] };

/**
 * Prices one cart. Synchronous and pure: the same ruleset, cart and options give the same bytes.
 *
 * The cart is checked first against the ruleset's declarations; a malformed one is never priced, and all its mistakes come
 * back at once, each with its path. A breakdown with `violations` broke a guarantee: a checkout must not charge it.
 * Only a caller without types, who passes something that `compile` did not make, gets a `TypeError`.
 */
export function price(ruleset: Ruleset, cart: CartInput, options: PriceOptions = {}): PriceResult {
  if (!(ruleset instanceof Ruleset)) throw new TypeError('price takes a ruleset that compile made');
  const checked = Ruleset.validator(ruleset)(cart);
  if (!checked.ok) return checked;
  const rules = Ruleset.checked(ruleset);
  const breakdown = evaluate(rules, ruleset.digest, checked.cart, {
    explain: options.explain ?? [],
    hints: options.hints ?? false,
    ...(options.cartDigest === true && { cartDigest: cartDigest(checked.cart, rules.attributes) }),
  });
  return { ok: true, breakdown };
}
