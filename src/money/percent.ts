import { formatAmount, MAX_AMOUNT } from './amount.js';
import { splitDecimal } from './decimal.js';

/**
 * An exact percentage: 12.5 % is 125 / 1000. The denominator is 100 times a power of ten, the smallest that
 * serves.
 */
export interface Percent {
  readonly numerator: number;
  readonly denominator: number;
}

/** `malformed`: not `^(0|[1-9]\d*)(\.\d+)?$`; `too-long`: numerator or denominator would pass 2^53. */
export type PercentFailure = 'malformed' | 'too-long';

export type ParsedPercent =
  | { readonly ok: true; readonly percent: Percent }
  | { readonly ok: false; readonly failure: PercentFailure };

/** Reads the number before a percent sign: `15`, `12.5`. Zeros at the end of the decimals do not count. */
export function parsePercent(text: string): ParsedPercent {
  const decimal = splitDecimal(text);
  if (decimal === undefined) return { ok: false, failure: 'malformed' };
  const decimals = trimZeros(decimal.fraction);
  const numerator = Number(decimal.whole + decimals);
  const denominator = 100 * 10 ** decimals.length;
  if (numerator > MAX_AMOUNT || denominator > MAX_AMOUNT) return { ok: false, failure: 'too-long' };
  return { ok: true, percent: { numerator, denominator } };
}

/** Writes a percentage without its sign and without needless zeros: 125 / 1000 is `12.5`. */
export function formatPercent(percent: Percent): string {
  return formatAmount(percent.numerator, String(percent.denominator).length - '100'.length);
}

/** A loop and not `/0+$/`, which takes quadratic time on many zeros before another digit. */
function trimZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}
