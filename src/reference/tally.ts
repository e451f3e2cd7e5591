import type { Cap } from '../check/ruleset.js';

/** What has been taken so far in one run, for the caps and budgets that several standings share. */
export class Tally {
  /** Off the goods, by all promotions. */
  goods = 0n;
  readonly #layers = new Map<string, bigint>();
  readonly #promotions = new Map<string, bigint>();
  readonly #units = new Map<string, bigint>();
  readonly #caps = new Map<Cap, bigint>();

  /** The same amounts, to be counted on apart. */
  fork(): Tally {
    const fork = new Tally();
    fork.goods = this.goods;
    for (const [layer, taken] of this.#layers) fork.#layers.set(layer, taken);
    for (const [id, taken] of this.#promotions) fork.#promotions.set(id, taken);
    for (const [id, units] of this.#units) fork.#units.set(id, units);
    for (const [cap, taken] of this.#caps) fork.#caps.set(cap, taken);
    return fork;
  }

  ofLayer(layer: string): bigint {
    return this.#layers.get(layer) ?? 0n;
  }

  ofPromotion(id: string): bigint {
    return this.#promotions.get(id) ?? 0n;
  }

  /** Units that a promotion was granted on, for `for at most N units per customer`. */
  unitsOf(id: string): bigint {
    return this.#units.get(id) ?? 0n;
  }

  bookUnits(id: string, units: bigint): void {
    this.#units.set(id, this.unitsOf(id) + units);
  }

  ofCap(cap: Cap): bigint {
    return this.#caps.get(cap) ?? 0n;
  }

  /** Books what a standing took: off the goods, and in all. */
  book(layer: string, promotion: string, goods: bigint, total: bigint, caps: ReadonlyMap<Cap, bigint>): void {
    this.goods += goods;
    this.#layers.set(layer, this.ofLayer(layer) + goods);
    this.#promotions.set(promotion, this.ofPromotion(promotion) + total);
    for (const [cap, taken] of caps) this.#caps.set(cap, this.ofCap(cap) + taken);
  }
}
