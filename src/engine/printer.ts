import type { Exact as ExactText, Money } from '../breakdown/types.js';
import { divide, type Exact, exactText, withPoint } from './exact.js';

/** Prints amounts as the cart carries them: decimal strings in major units, or whole numbers of minor units. */
export class Printer {
  readonly isMinor: boolean;
  readonly #digits: number;
  readonly #unit: number;

  constructor(digits: number, isMinor: boolean) {
    this.isMinor = isMinor;
    this.#digits = digits;
    this.#unit = 10 ** digits;
  }

  /** A whole number of minor units. */
  money(amount: Exact): Money {
    if (this.isMinor) return typeof amount === 'number' ? amount : Number(amount.n);
    return withPoint(typeof amount === 'number' ? amount : amount.n, this.#digits);
  }

  /** A value before rounding, in the unit of the amounts. */
  exact(amount: Exact): ExactText {
    return exactText(this.isMinor ? amount : divide(amount, this.#unit));
  }

  /** Money among the values a test saw: exact where it is no amount of minor units. */
  seen(amount: Exact): Money {
    return typeof amount === 'number' && amount >= 0 ? this.money(amount) : this.exact(amount);
  }
}
