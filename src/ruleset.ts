import type { Origin } from './check/origin.js';
import type { Ruleset as Checked } from './check/ruleset.js';
import { lower, planOf as planOfChecked } from './plan/lower.js';
import type { Plan } from './plan/types.js';
import { Pricer } from './pricer.js';

/**
 * A compiled rule file, ready to price carts by. It is opaque: made by `compile`, taken by `price`, never changed.
 */
export class Ruleset {
  /** `sha256:…` over the canonical JSON of what the rules mean: comments, layout and file names do not change it. */
  readonly digest: string;
  /** The promotions' ids, in order of evaluation. */
  readonly promotions: readonly string[];
  readonly #checked: Checked;
  readonly #origin: Origin;
  #pricer: Pricer | undefined;

  /** @internal */
  constructor(checked: Checked, digest: string, origin: Origin) {
    this.digest = digest;
    this.promotions = Object.freeze(checked.promotions.map((promotion) => promotion.id));
    this.#checked = checked;
    this.#origin = origin;
    Object.freeze(this);
  }

  /** @internal What the reference evaluator works from. */
  static checked(ruleset: Ruleset): Checked {
    return ruleset.#checked;
  }

  /** @internal Made when the first cart is priced. */
  static pricer(ruleset: Ruleset): Pricer {
    ruleset.#pricer ??= new Pricer(lower(ruleset.#checked, ruleset.digest));
    return ruleset.#pricer;
  }

  /** @internal Where the rules are written, and their scenarios. */
  static origin(ruleset: Ruleset): Origin {
    return ruleset.#origin;
  }
}

/**
 * Lowers a ruleset to its plan: plain JSON, all that pricing needs and no more. `load` of `reckon/runtime` runs it where no rule
 * file is at hand.
 */
export function planOf(ruleset: Ruleset): Plan {
  if (!(ruleset instanceof Ruleset)) throw new TypeError('planOf takes a ruleset that compile made');
  return planOfChecked(Ruleset.checked(ruleset), ruleset.digest);
}
