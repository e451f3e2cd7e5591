import type { Money } from '../breakdown/types.js';
import type { Change as AnyChange } from './breakdowns.js';
import { type Sides, type Sum, totalOf } from './sum.js';
import type { Change } from './types.js';

/** Writes whole minor units of any size as decimal strings of a currency. */
export class Amounts {
  readonly #digits: number;

  constructor(digits: number) {
    this.#digits = digits;
  }

  of(minor: bigint): string {
    const sign = minor < 0n ? '-' : '';
    const units = String(minor < 0n ? -minor : minor).padStart(this.#digits + 1, '0');
    if (this.#digits === 0) return sign + units;
    const point = units.length - this.#digits;
    return `${sign}${units.slice(0, point)}.${units.slice(point)}`;
  }

  ofSum(sum: Sum): string {
    return this.of(totalOf(sum));
  }

  change(before: bigint, after: bigint): Change {
    return { before: this.of(before), after: this.of(after), change: this.of(after - before) };
  }

  changeOf({ before, after }: Sides<Sum>): Change {
    return this.change(totalOf(before), totalOf(after));
  }

  /** Of amounts that are minor units already. */
  decimal({ before, after }: AnyChange): Change {
    return this.change(wholeOf(before), wholeOf(after));
  }
}

function wholeOf(amount: Money): bigint {
  return BigInt(amount);
}
