import { splitDecimal } from './decimal.js';

/** The greatest amount, in minor units: above it a double no longer holds every whole number. */
export const MAX_AMOUNT: number = Number.MAX_SAFE_INTEGER;

/**
 * `malformed`: not `^(0|[1-9]\d*)(\.\d+)?$`; `too-many-decimals`: more than the currency has; `too-large`:
 * above `MAX_AMOUNT`.
 */
export type AmountFailure = 'malformed' | 'too-many-decimals' | 'too-large';

export type ParsedAmount =
  | { readonly ok: true; readonly minor: number }
  | { readonly ok: false; readonly failure: AmountFailure };

/**
 * Reads an amount in major units (`"129.00"`) as minor units of a currency with `digits` decimals. Never
 * rounds: a decimal too many is a failure even where it is a zero, because whoever wrote it had another
 * currency or unit in mind.
 */
export function parseAmount(text: string, digits: number): ParsedAmount {
  const decimal = splitDecimal(text);
  if (decimal === undefined) return { ok: false, failure: 'malformed' };
  if (decimal.fraction.length > digits) return { ok: false, failure: 'too-many-decimals' };
  // Rounding to a double is monotone, so a text above the limit never reads as the limit or less.
  const minor = Number(decimal.whole + decimal.fraction.padEnd(digits, '0'));
  return minor <= MAX_AMOUNT ? { ok: true, minor } : { ok: false, failure: 'too-large' };
}

/**
 * Writes minor units (a safe integer) in major units with exactly `digits` decimals: `-5` with 2 is `-0.05`.
 */
export function formatAmount(minor: number, digits: number): string {
  const sign = minor < 0 ? '-' : '';
  const units = String(Math.abs(minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + units;
  const point = units.length - digits;
  return `${sign}${units.slice(0, point)}.${units.slice(point)}`;
}
