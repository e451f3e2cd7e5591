import type { CartValidator } from './cart/validate.js';
import { cartValidator } from './cart/validate.js';
import type { Origin } from './check/origin.js';
import type { Ruleset as Checked } from './check/ruleset.js';

/**
 * A compiled rule file, ready to price carts by. It is opaque: made by `compile`, taken by `price`, never changed.
 */
export class Ruleset {
  /** `sha256:…` over the canonical JSON of what the rules mean: comments, layout and file names do not change it. */
  readonly digest: string;
  /** The promotions' ids, in order of evaluation. */
  readonly promotions: readonly string[];
  readonly #checked: Checked;
  readonly #validate: CartValidator;
  readonly #origin: Origin;

  /** @internal */
  constructor(checked: Checked, digest: string, origin: Origin) {
    this.digest = digest;
    this.promotions = Object.freeze(checked.promotions.map((promotion) => promotion.id));
    this.#checked = checked;
    this.#validate = cartValidator(checked);
    this.#origin = origin;
    Object.freeze(this);
  }

  /** @internal What the evaluators work from. */
  static checked(ruleset: Ruleset): Checked {
    return ruleset.#checked;
  }

  /** @internal The cart validator made from the declarations. */
  static validator(ruleset: Ruleset): CartValidator {
    return ruleset.#validate;
  }

  /** @internal Where the rules are written, and their scenarios. */
  static origin(ruleset: Ruleset): Origin {
    return ruleset.#origin;
  }
}
