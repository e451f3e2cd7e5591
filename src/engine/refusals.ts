import type { Reason, Refused, Standing } from '../breakdown/types.js';
import { nameOf } from './grant.js';
import type { Rule } from './rule.js';

/** More standings than any promotion has on one cart. */
const MANY = 2 ** 31;

const FEW = 64;

/** What was refused in one pricing, as the breakdown tells it, with its place in the order of evaluation. */
export class Refusals {
  // New ones for each cart: what is new costs more in a list that has grown old.
  #told: Refused[] = [];
  #places: Float64Array = new Float64Array(FEW);
  #isSorted = true;

  clear(): void {
    this.#told = [];
    this.#isSorted = true;
  }

  /** Takes back what was refused after there were so many. */
  truncate(size: number): void {
    this.#told.length = size;
  }

  get size(): number {
    return this.#told.length;
  }

  /** Refuses a standing of a promotion, or the whole promotion as its first. */
  add(rule: Rule, order: number, label: Standing['for'], place: Standing['row'], reason: Reason): void {
    const size = this.#told.length;
    if (size === this.#places.length) this.#grow();
    const found = rule.ordinal * MANY + order;
    if (size > 0 && found < (this.#places[size - 1] as number)) this.#isSorted = false;
    this.#places[size] = found;
    this.#told.push(tell(rule, label, place, reason));
  }

  #grow(): void {
    const places = new Float64Array(this.#places.length * 2);
    places.set(this.#places);
    this.#places = places;
  }

  /** Those by promotion, then by standing; and after them others. */
  list(others: readonly Refused[]): readonly Refused[] {
    const told = this.#isSorted ? this.#told.slice() : this.#inOrder();
    return others.length === 0 ? told : [...told, ...others];
  }

  #inOrder(): readonly Refused[] {
    const order = [...this.#told.keys()];
    order.sort((a, b) => (this.#places[a] as number) - (this.#places[b] as number));
    return order.map((index) => this.#told[index] as Refused);
  }
}

/** The two refusals that most carts have are written in place, because spreading members costs ten times as much. */
function tell(rule: Rule, label: Standing['for'], place: Standing['row'], reason: Reason): Refused {
  const { id: promotion, layerName: layer } = rule;
  if (layer !== undefined && place === undefined) {
    if (reason.reason === 'short') {
      const { measured, threshold, missing } = reason;
      return label
        ? { promotion, for: label, layer, reason: 'short', measured, threshold, missing }
        : { promotion, layer, reason: 'short', measured, threshold, missing };
    }
    if (reason.reason === 'condition-false' && label === undefined)
      return { promotion, layer, reason: 'condition-false', failed: reason.failed };
  }
  return { promotion, ...nameOf({ label, place }), ...(layer !== undefined && { layer }), ...reason };
}
