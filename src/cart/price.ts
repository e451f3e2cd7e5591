import type { Ruleset } from '../check/ruleset.js';
import { MAX_AMOUNT, parseAmount } from '../money/amount.js';
import { type Decimal, splitDecimal } from '../money/decimal.js';
import { roundRatioWide } from '../money/rounding/round.js';
import { amount, badAmount, type Currency, type Notation, notText, roundIt, textAmount } from './amount.js';
import { Faults, type Kind } from './fault.js';

type Rounding = NonNullable<Ruleset['prices']>;

/** The decimals that a unit price may have where the rules say `default prices …`. */
export const FINE_DECIMALS = 6;

/** The list price of one unit. */
export interface UnitPrice {
  /** Whole minor units; of a finer price its whole part. */
  readonly price: number;
  /** A price that is not whole: minor units as an exact decimal. */
  readonly finer: string | undefined;
  /** The list amount of so many units in minor units; above `MAX_AMOUNT` where it is no amount. */
  readonly times: (quantity: number) => number;
}

/** A line's `price`: an amount, or with `rounding` one with up to 6 decimals. */
export function unitPrice(
  currency: Currency,
  rounding: Rounding | undefined,
  notation: Notation,
): Kind<UnitPrice> {
  const plain = amount(currency, notation, rounding === undefined ? FINER : roundIt(currency));
  if (notation !== 'text' || rounding === undefined || currency.digits >= FINE_DECIMALS) {
    return { expected: plain.expected, read: (value) => wholePrice(plain.read(value)) };
  }
  return { expected: plain.expected, read: (value) => readFine(value, currency, rounding) };
}

const FINER = 'round it before, or let the rules say `default prices rounded half-up per line`';

function wholePrice(minor: number | Faults): UnitPrice | Faults {
  if (minor instanceof Faults) return minor;
  return { price: minor, finer: undefined, times: (quantity) => minor * quantity };
}

function readFine(value: unknown, currency: Currency, rounding: Rounding): UnitPrice | Faults {
  if (typeof value !== 'string') return notText(value, textAmount(currency));
  const parsed = parseAmount(value, currency.digits);
  if (parsed.ok) return wholePrice(parsed.minor);
  const limits = { currency, decimals: FINE_DECIMALS, finer: roundIt(currency) };
  const decimal = parsed.failure === 'too-many-decimals' ? splitDecimal(value) : undefined;
  if (decimal === undefined || decimal.fraction.length > FINE_DECIMALS)
    return badAmount(value, parsed.failure, limits);
  return finePrice(decimal, currency.digits, rounding) ?? badAmount(value, 'too-large', limits);
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
  const finer = parts % scale === 0n ? undefined : shiftPoint(whole, fraction, digits);
  if (per === 'unit') return { price, finer, times: (quantity) => Number(unit) * quantity };
  return { price, finer, times: (quantity) => Number(roundRatioWide(mode, parts * BigInt(quantity), scale)) };
}

/** A decimal with more than `digits` decimals, its point moved that far to the right, without needless zeros. */
function shiftPoint(whole: string, fraction: string, digits: number): string {
  const shifted = (whole + fraction.slice(0, digits)).replace(/^0+(?=\d)/, '');
  return `${shifted}.${fraction.slice(digits).replace(/0+$/, '')}`;
}
