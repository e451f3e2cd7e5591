import type { Adjustment, Breakdown, Cart, Line, NotApplied, RuleTotal } from '../yardstick/order.js';

/**
 * An order as readable host code keeps it: what is left on each line, and the audit. A rules tool that knows conditions but
 * no allocation decides, and this carries out. Amounts are whole minor units.
 */
export class Order {
  readonly #cart: Cart;
  readonly #left: number[];
  readonly #adjustments: readonly Adjustment[][];
  readonly #rules: RuleTotal[] = [];
  readonly #refused: NotApplied[] = [];
  /** Every line, by its place in the cart. */
  readonly all: readonly number[];

  constructor(cart: Cart) {
    this.#cart = cart;
    this.#left = cart.lines.map(({ unitPrice, qty }) => unitPrice * qty);
    this.#adjustments = cart.lines.map(() => []);
    this.all = cart.lines.map((_, index) => index);
  }

  /** The lines that pass a test. */
  where(test: (line: Line) => boolean): readonly number[] {
    return this.all.filter((index) => test(this.#cart.lines[index]!));
  }

  left(lines: readonly number[]): number {
    let total = 0;
    for (const index of lines) total += this.#left[index]!;
    return total;
  }

  /** The lines of each store, in the order in which the stores appear. */
  stores(): ReadonlyMap<string, readonly number[]> {
    const stores = new Map<string, number[]>();
    for (const [index, { store }] of this.#cart.lines.entries()) {
      const lines = stores.get(store);
      if (lines === undefined) stores.set(store, [index]);
      else lines.push(index);
    }
    return stores;
  }

  /** A percentage off each line, rounded half up; where the sum passes the cap, the cap is spread anew. Gives the amount. */
  takePercent(rule: string, lines: readonly number[], percent: number, cap: number): number {
    const shares = lines.map((index) => Math.floor((this.#left[index]! * percent + 50) / 100));
    const formed = shares.reduce((total, share) => total + share, 0);
    if (formed > cap) this.take(rule, '', lines, cap);
    else if (formed > 0) this.#book(rule, '', lines, shares, formed);
    return Math.min(formed, cap);
  }

  /** Spreads an amount by what is left, largest remainder first, ties to the earlier line. */
  take(rule: string, group: string, lines: readonly number[], amount: number): void {
    const total = this.left(lines);
    const products = lines.map((index) => amount * this.#left[index]!);
    const shares = products.map((product) => Math.floor(product / total));
    const missing = amount - shares.reduce((given, share) => given + share, 0);
    if (missing > 0) {
      const remainders = products.map((product, index) => product - shares[index]! * total);
      const order = [...shares.keys()].sort((a, b) => remainders[b]! - remainders[a]! || a - b);
      for (const index of order.slice(0, missing)) shares[index]! += 1;
    }
    this.#book(rule, group, lines, shares, amount);
  }

  #book(
    rule: string,
    group: string,
    lines: readonly number[],
    shares: readonly number[],
    amount: number,
  ): void {
    for (const [place, index] of lines.entries()) {
      const share = shares[place]!;
      if (share === 0) continue;
      this.#left[index]! -= share;
      this.#adjustments[index]!.push({ rule, group, amount: share });
    }
    this.#rules.push({ rule, group, amount });
  }

  refuse(rule: string, reason: string, need: number = 0, actual: number = 0, group: string = ''): void {
    this.#refused.push({ rule, group, reason, need, actual });
  }

  /** The whole of it, with a fee for shipping or none. */
  finish(shipping: number): Breakdown {
    if (shipping > 0) this.#rules.push({ rule: 'shipping', group: '', amount: -shipping });
    const list = this.#cart.lines.reduce((total, { unitPrice, qty }) => total + unitPrice * qty, 0);
    const goods = this.left(this.all);
    return {
      cartId: this.#cart.id,
      lines: this.#cart.lines.map(({ sku, unitPrice, qty }, index) => {
        const adjustments = this.#adjustments[index]!;
        return { sku, list: unitPrice * qty, adjustments, payable: this.#left[index]! };
      }),
      rules: this.#rules,
      notApplied: this.#refused,
      list,
      discount: list - goods,
      goods,
      shipping,
      payable: goods + shipping,
    };
  }
}
