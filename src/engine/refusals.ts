import type { Reason, Refused, Standing } from '../breakdown/types.js';
import { nameOf } from './grant.js';
import type { Rule } from './rule.js';

/** More standings than any promotion has on one cart. */
const MANY = 2 ** 31;

/** What was refused in one pricing, as the breakdown tells it, with its place in the order of evaluation. */
export class Refusals {
  readonly #told: Refused[] = [];
  readonly #places: number[] = [];
  #size = 0;
  #isSorted = true;

  clear(): void {
    this.#size = 0;
    this.#isSorted = true;
  }

  /** Takes back what was refused after there were so many. */
  truncate(size: number): void {
    this.#size = size;
  }

  get size(): number {
    return this.#size;
  }

  /** Refuses a standing of a promotion, or the whole promotion as its first. */
  add(rule: Rule, order: number, label: Standing['for'], place: Standing['row'], reason: Reason): void {
    const size = this.#size++;
    const found = rule.ordinal * MANY + order;
    if (size > 0 && found < (this.#places[size - 1] as number)) this.#isSorted = false;
    this.#told[size] = tell(rule, label, place, reason);
    this.#places[size] = found;
  }

  /** Those by promotion, then by standing; and after them others. */
  list(others: readonly Refused[]): readonly Refused[] {
    const size = this.#size;
    const told = new Array<Refused>(size + others.length);
    const order = this.#isSorted ? undefined : this.#order();
    for (let index = 0; index < size; index += 1)
      told[index] = this.#told[order?.[index] ?? index] as Refused;
    for (let index = 0; index < others.length; index += 1) told[size + index] = others[index] as Refused;
    return told;
  }

  #order(): readonly number[] {
    const order = Array.from({ length: this.#size }, (_, index) => index);
    return order.sort((a, b) => (this.#places[a] as number) - (this.#places[b] as number));
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
