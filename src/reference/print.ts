import type { Exact, Money } from '../breakdown/types.js';
import { exactText, floor, isWhole, MOST_MONEY, type Rational, ratio } from './rational.js';

/** Prints amounts as the cart carries them: decimal strings in major units, or whole numbers of minor units. */
export class Printer {
  readonly #digits: number;
  readonly #minor: boolean;

  constructor(digits: number, minor: boolean) {
    this.#digits = digits;
    this.#minor = minor;
  }

  money(amount: bigint): Money {
    if (this.#minor) return Number(amount);
    const sign = amount < 0n ? '-' : '';
    const digits = (amount < 0n ? -amount : amount).toString().padStart(this.#digits + 1, '0');
    if (this.#digits === 0) return sign + digits;
    return `${sign}${digits.slice(0, -this.#digits)}.${digits.slice(-this.#digits)}`;
  }

  /** A value before rounding, in the unit of the amounts. */
  exact(amount: Rational): Exact {
    return exactText(this.#minor ? amount : amount.mul(ratio(1n, 10n ** BigInt(this.#digits))));
  }

  /** Money among the values a test saw: exact where it is no amount of minor units. */
  seen(amount: Rational): Money {
    const isAmount = isWhole(amount) && amount.compare(0) >= 0 && amount.compare(MOST_MONEY) <= 0;
    return isAmount ? this.money(floor(amount)) : this.exact(amount);
  }
}
