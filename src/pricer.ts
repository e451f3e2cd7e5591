import { breakdownJson } from './breakdown/json.js';
import type { Breakdown, Totals } from './breakdown/types.js';
import { cartDigest } from './cart/digest.js';
import type { Cart, CartError, CartInput } from './cart/types.js';
import { cartValidator, type CartValidator } from './cart/validate.js';
import { Engine } from './engine/pricer.js';
import { plainBreakdown } from './engine/views.js';
import { type PlanError, readPlan } from './plan/read.js';
import type { Plan, PlanRules } from './plan/types.js';

export interface PriceOptions {
  /** Tell what a little more in the cart would save (`hints` in the breakdown). */
  readonly hints?: boolean;
  /** Put the SHA-256 of the canonical cart into the breakdown. */
  readonly cartDigest?: boolean;
  /** Ids of promotions whose refusal is told even where it would be left out: no code entered, window closed, no line in scope. */
  readonly explain?: readonly string[];
  /** `'totals'`: only totals, and whether guarantees hold; hints, digest and explanations are then left out. */
  readonly breakdown?: 'full' | 'totals';
}

/** Options of a caller who wants the totals alone. */
export type TotalsOptions = PriceOptions & { readonly breakdown: 'totals' };

export type PriceResult<Told extends Totals = Breakdown> =
  | { readonly ok: true; readonly breakdown: Told }
  | { readonly ok: false; readonly errors: readonly CartError[] };

export { breakdownJson, plainBreakdown };

export type LoadResult =
  | { readonly ok: true; readonly pricer: Pricer }
  | { readonly ok: false; readonly error: PlanError };

/**
 * Loads a plan, as JSON text or as the value it parses to; a value must not be changed afterwards. A plan of another version, or
 * one that is damaged, is refused with an error and never run. Never throws.
 */
export function load(plan: string | Plan): LoadResult {
  const read = readPlan(plan);
  return read.ok ? { ok: true, pricer: new Pricer(read.rules) } : read;
}

const NO_OPTIONS: PriceOptions = Object.freeze({});

/** Prices carts by one plan. Synchronous and pure: the same plan, cart and options give the same bytes. */
export class Pricer {
  /** `sha256:…` of the ruleset that the plan was made from. */
  readonly digest: string;
  /** The promotions' ids, in order of evaluation. */
  readonly promotions: readonly string[];
  readonly #rules: PlanRules;
  readonly #engine: Engine;
  readonly #validate: CartValidator;

  /** @internal */
  constructor(rules: PlanRules) {
    this.digest = rules.ruleset;
    this.promotions = Object.freeze(rules.promotions.map(({ id }) => id));
    this.#rules = rules;
    this.#engine = new Engine(rules);
    this.#validate = cartValidator(rules);
    Object.freeze(this);
  }

  /** Checks a cart against the ruleset's declarations; all its mistakes come back at once, each with its path. */
  validate(cart: unknown): ReturnType<CartValidator> {
    return this.#validate(cart);
  }

  /** Prices one cart. It is checked first; a malformed one is never priced. */
  price(cart: CartInput, options: TotalsOptions): PriceResult<Totals>;
  price(cart: CartInput, options?: PriceOptions): PriceResult;
  price(cart: CartInput, options: PriceOptions = NO_OPTIONS): PriceResult<Totals> {
    const checked = this.#validate(cart);
    return checked.ok ? { ok: true, breakdown: this.priceValid(checked.cart, options) } : checked;
  }

  /**
   * Prices a cart that `validate` of this pricer returned. What its promotions took off which line, and how that was formed, is
   * kept as numbers and told when it is first read; `breakdownJson` writes it out, `plainBreakdown` makes it plain data.
   */
  priceValid(cart: Cart, options: TotalsOptions): Totals;
  priceValid(cart: Cart, options?: PriceOptions): Breakdown;
  priceValid(cart: Cart, options: PriceOptions = NO_OPTIONS): Totals {
    if (options.breakdown === 'totals') return this.#engine.totals(cart);
    const digest = options.cartDigest === true ? cartDigest(cart, this.#rules.attributes) : undefined;
    return this.#engine.price(cart, options, digest);
  }
}
