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

const POINT = 46;
const ZERO = 48;

/**
 * Reads an amount in major units (`"129.00"`) as minor units of a currency with `digits` decimals. Never
 * rounds: a decimal too many is a failure even where it is a zero, because whoever wrote it had another
 * currency or unit in mind.
 */
export function parseAmount(text: string, digits: number): ParsedAmount {
  const minor = minorUnits(text, digits);
  return minor === undefined ? { ok: false, failure: amountFailure(text, digits) } : { ok: true, minor };
}

/** `parseAmount`, but for the reason of a failure: character by character, because a checkout reads millions. */
export function minorUnits(text: string, digits: number): number | undefined {
  const { length } = text;
  let minor = 0;
  let point = length;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    // Rounding to a double is monotone, so a text above the limit never reads as the limit or less.
    if (code >= ZERO && code <= ZERO + 9) minor = minor * 10 + (code - ZERO);
    else if (code === POINT && point === length) point = at;
    else return undefined;
  }
  const decimals = point === length ? 0 : length - point - 1;
  const isForm = point > 0 && point !== length - 1 && (point === 1 || text.charCodeAt(0) !== ZERO);
  if (!isForm || decimals > digits) return undefined;
  for (let missing = decimals; missing < digits; missing += 1) minor *= 10;
  return minor <= MAX_AMOUNT ? minor : undefined;
}

/** Why a text is no amount, where `minorUnits` reads none. */
export function amountFailure(text: string, digits: number): AmountFailure {
  const decimal = splitDecimal(text);
  if (decimal === undefined) return 'malformed';
  return decimal.fraction.length > digits ? 'too-many-decimals' : 'too-large';
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
