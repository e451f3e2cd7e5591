import type { PlanPromotion, Window } from '../plan/types.js';
import type { Rule } from './rule.js';

/** Fewer promotions than this are sooner tried than sorted by their windows. */
const FEW = 32;

/**
 * Promotions by the time they are open at. Between two edges of windows the same ones are, so the list is kept for as long as
 * carts fall between the same two; coupons, and promotions that recur, are always among them, for their own test tells more.
 */
export class OpenWindows {
  readonly #promotions: readonly PlanPromotion[];
  readonly #ordinals: readonly number[];
  readonly #ruleOf: (ordinal: number) => Rule;
  #from = Number.POSITIVE_INFINITY;
  #until = Number.NEGATIVE_INFINITY;
  #open: readonly Rule[] = [];

  constructor(
    promotions: readonly PlanPromotion[],
    ordinals: readonly number[],
    ruleOf: (ordinal: number) => Rule,
  ) {
    this.#promotions = promotions;
    this.#ordinals = ordinals;
    this.#ruleOf = ruleOf;
  }

  /** In order of evaluation. */
  at(instant: number): readonly Rule[] {
    if (instant >= this.#from && instant < this.#until) return this.#open;
    this.#from = Number.NEGATIVE_INFINITY;
    this.#until = Number.POSITIVE_INFINITY;
    const all = this.#ordinals;
    const open = all.length < FEW ? all : all.filter((ordinal) => this.#mayBeOpen(ordinal, instant));
    this.#open = open.map(this.#ruleOf);
    return this.#open;
  }

  #mayBeOpen(ordinal: number, instant: number): boolean {
    const { windows, coupon } = this.#promotions[ordinal] as PlanPromotion;
    if (!windows || coupon === true || windows.some(({ recurring }) => recurring !== undefined)) return true;
    for (const window of windows) this.#narrow(window, instant);
    return windows.some(
      ({ from, until }) =>
        (from === undefined || instant >= from) && (until === undefined || instant < until),
    );
  }

  /** The list holds until the next edge of any window, and from the last one on. */
  #narrow({ from, until }: Window, instant: number): void {
    for (const edge of [from, until]) {
      if (edge === undefined) continue;
      if (edge > instant) this.#until = Math.min(this.#until, edge);
      else this.#from = Math.max(this.#from, edge);
    }
  }
}
