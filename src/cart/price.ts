import type { Ruleset } from '../check/ruleset.js';
import { amountFailure, MAX_AMOUNT, minorUnits } from '../money/amount.js';
import { type Decimal, splitDecimal } from '../money/decimal.js';
import { roundRatioWide } from '../money/rounding/round.js';
import { amount, badAmount, type Currency, type Notation, notText, roundIt, textAmount } from './amount.js';
import type { Kind } from './fault.js';

type Rounding = NonNullable<Ruleset['prices']>;

/** The decimals that a unit price may have where the rules say `default prices …`. */
export const FINE_DECIMALS = 6;

/** The list price of one unit in minor units: a whole number of them, or finer. */
export type UnitPrice = number | FinePrice;

/** A price with more decimals than the currency has. */
export interface FinePrice {
  /** The whole minor units. */
  readonly price: number;
  /** Minor units as an exact decimal. */
  readonly finer: string;
  /** The list amount of so many units in minor units; above `MAX_AMOUNT` where it is no amount. */
  readonly times: (quantity: number) => number;
}

/** A line's `price`: an amount, or with `rounding` one with up to 6 decimals. */
export function unitPrice(
  currency: Currency,
  rounding: Rounding | undefined,
  notation: Notation,
): Kind<UnitPrice> {
  if (notation !== 'text' || rounding === undefined || currency.digits >= FINE_DECIMALS) {
    return amount(currency, notation, rounding === undefined ? FINER : roundIt(currency));
  }
  const limits = { currency, decimals: FINE_DECIMALS, finer: roundIt(currency) };
  return {
    expected: textAmount(currency),
    read: (value) => (typeof value === 'string' ? readFine(value, currency.digits, rounding) : undefined),
    faults(value) {
      if (typeof value !== 'string') return notText(value, textAmount(currency));
      return badAmount(value, amountFailure(value, FINE_DECIMALS), limits);
    },
  };
}

const FINER = 'round it before, or let the rules say `default prices rounded half-up per line`';

function readFine(text: string, digits: number, rounding: Rounding): UnitPrice | undefined {
  const whole = minorUnits(text, digits);
  if (whole !== undefined) return whole;
  const decimal = splitDecimal(text);
  if (decimal === undefined || decimal.fraction.length <= digits) return undefined;
  return decimal.fraction.length > FINE_DECIMALS ? undefined : finePrice(decimal, digits, rounding);
}

/** A price with more decimals than the currency: the list amount is rounded once, for the line or for one unit. */
function finePrice(
  { whole, fraction }: Decimal,
  digits: number,
  { mode, per }: Rounding,
): UnitPrice | undefined {
  // A text of a million digits is turned away before it is multiplied.
  if (whole.length > String(MAX_AMOUNT).length) return undefined;
  const parts = BigInt(whole + fraction);
  const scale = 10n ** BigInt(fraction.length - digits);
  const unit = roundRatioWide(mode, parts, scale);
  if (unit > MAX_AMOUNT) return undefined;
  const price = Number(parts / scale);
  if (parts % scale === 0n) return price;
  const finer = shiftPoint(whole, fraction, digits);
  if (per === 'unit') return { price, finer, times: (quantity) => Number(unit) * quantity };
  return { price, finer, times: (quantity) => Number(roundRatioWide(mode, parts * BigInt(quantity), scale)) };
}

/** A decimal with more than `digits` decimals, its point moved that far to the right, without needless zeros. */
function shiftPoint(whole: string, fraction: string, digits: number): string {
  const shifted = (whole + fraction.slice(0, digits)).replace(/^0+(?=\d)/, '');
  return `${shifted}.${fraction.slice(digits).replace(/0+$/, '')}`;
}
