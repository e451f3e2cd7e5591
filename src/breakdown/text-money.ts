import { currencyOf, formatAmount } from '../money/index.js';
import type { Breakdown, Exact, Money } from './types.js';

/** How many decimals beyond the currency's are shown: of a value that was rounded, enough to see a tie; of a share, a few. */
const EXACT_DECIMALS = 4;
const SHARE_DECIMALS = 2;

/** What says which currency and unit amounts are in. */
export type InCurrency = Pick<Breakdown, 'currency' | 'amounts'>;

/** Writes the amounts of one breakdown in major units, whichever units it is in. */
export class MoneyText {
  readonly #digits: number;
  readonly #inMinor: boolean;
  readonly #ellipsis: string;

  constructor(breakdown: InCurrency, ellipsis: string) {
    this.#digits = currencyOf(breakdown.currency)?.digits ?? 0;
    this.#inMinor = breakdown.amounts === 'minor';
    this.#ellipsis = ellipsis;
  }

  amount(amount: Money): string {
    return typeof amount === 'number' && this.#inMinor ? this.ofMinor(amount) : String(amount);
  }

  /** Where amounts are decimal strings, a number counts units. */
  isCount(value: Money): boolean {
    return typeof value === 'number' && !this.#inMinor;
  }

  /** An amount that stands within a text of the breakdown. */
  printed(amount: string): string {
    return this.amount(this.#inMinor ? Number(amount) : amount);
  }

  ofMinor(minor: number): string {
    return formatAmount(minor, this.#digits);
  }

  /** An amount in whole minor units. */
  minor(amount: Money): number {
    return typeof amount === 'number' ? amount : Number(amount.replace('.', ''));
  }

  /** A value before rounding: all its decimals, or the first few and an ellipsis. */
  exact(exact: Exact): string {
    const [over = '0', under = '1'] = exact.split('/');
    const { digits, decimals } = wholeOf(over);
    const scale = 10n ** BigInt(decimals + (this.#inMinor ? this.#digits : 0));
    return this.#ratio(digits, BigInt(under) * scale, EXACT_DECIMALS);
  }

  /** `over / under` in major units. */
  #ratio(over: bigint, under: bigint, decimals: number): string {
    const places = this.#digits + decimals;
    const scaled = over * 10n ** BigInt(places);
    const text = formatScaled(scaled / under, places);
    if (scaled % under !== 0n) return text + this.#ellipsis;
    const needless = text.length - text.replace(/0+$/, '').length;
    return text.slice(0, text.length - Math.min(needless, decimals));
  }

  /** The part of a spread before it was made whole: `amount * weight / sum`. */
  share(amount: Money, weight: string, sum: string): string {
    const scale = 10n ** BigInt(this.#digits);
    return this.#ratio(BigInt(this.minor(amount)) * BigInt(weight), BigInt(sum) * scale, SHARE_DECIMALS);
  }
}

function wholeOf(decimal: string): { readonly digits: bigint; readonly decimals: number } {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { digits: BigInt(whole + fraction), decimals: fraction.length };
}

function formatScaled(scaled: bigint, places: number): string {
  const sign = scaled < 0n ? '-' : '';
  const digits = scaled
    .toString()
    .replace('-', '')
    .padStart(places + 1, '0');
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}
