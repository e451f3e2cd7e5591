import type { Cart } from '../cart/types.js';
import type { PlanRules } from '../plan/types.js';
import { opens } from './gate.js';
import type { Names } from './names.js';
import { Rule } from './rule.js';

/** From a cart to the promotions that can touch it. */
export class CandidateIndex {
  readonly #rules: readonly Rule[];

  constructor(rules: PlanRules, names: Names) {
    this.#rules = rules.promotions.map((promotion, ordinal) => new Rule(promotion, ordinal, names));
  }

  candidates(_cart: Cart, _explain: ReadonlySet<string> | undefined): readonly Rule[] {
    return this.#rules;
  }

  /** Entered codes that open no coupon, each once. */
  unknownCodes(codes: readonly string[]): readonly string[] {
    return codes.filter((code) => !this.#rules.some((rule) => rule.isCoupon && opens(rule.codes, code)));
  }
}
