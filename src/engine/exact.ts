import { MAX_AMOUNT, type RoundingMode, roundRatioWide } from '../money/index.js';

/**
 * An exact rational: a whole number within ±(2^53 - 1) is a plain number, everything else a `Ratio`. Nearly all values of a
 * cart are plain, so arithmetic stays on doubles and leaves them only where a result would not be exact.
 */
export type Exact = number | Ratio;

/** A fraction in lowest terms with a denominator above zero; whole only beyond 2^53. */
export class Ratio {
  readonly n: bigint;
  readonly d: bigint;

  constructor(n: bigint, d: bigint) {
    this.n = n;
    this.d = d;
  }
}

const WIDE = BigInt(MAX_AMOUNT);

/** `n / d` in lowest terms; `d` is not zero. */
function exact(n: bigint, d: bigint): Exact {
  let divisor = d;
  for (let rest = n; rest !== 0n; ) [divisor, rest] = [rest, divisor % rest];
  if (divisor < 0n !== d < 0n) divisor = -divisor;
  const whole = n / divisor;
  const parts = d / divisor;
  return parts === 1n && whole <= WIDE && whole >= -WIDE ? Number(whole) : new Ratio(whole, parts);
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a decimal as carts and plans write it. */
export function decimal(text: string): Exact {
  const short = text.length < 16 ? Number(text) : Number.NaN;
  if (Number.isInteger(short)) return short + 0;
  const [, sign = '', whole = '0', fraction = ''] = DECIMAL.exec(text) ?? [];
  return exact(BigInt(`${sign}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

function isSafe(value: number): boolean {
  return value <= MAX_AMOUNT && value >= -MAX_AMOUNT;
}

/** The whole numerator of a value. */
export function top(value: Exact): bigint {
  return typeof value === 'number' ? BigInt(value) : value.n;
}

/** The denominator of a value in lowest terms. */
export function bottom(value: Exact): bigint {
  return typeof value === 'number' ? 1n : value.d;
}

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isSafe(sum)) return sum;
  }
  return exact(top(a) * bottom(b) + top(b) * bottom(a), bottom(a) * bottom(b));
}

export function subtract(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (isSafe(difference)) return difference;
  }
  return exact(top(a) * bottom(b) - top(b) * bottom(a), bottom(a) * bottom(b));
}

export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number') {
    // Adding 0 turns -0 into 0.
    const product = a * b + 0;
    if (isSafe(product)) return product;
  }
  return exact(top(a) * top(b), bottom(a) * bottom(b));
}

/** The divisor is not zero. */
export function divide(a: Exact, b: Exact): Exact {
  if (typeof a === 'number' && typeof b === 'number' && a % b === 0) return a / b + 0;
  return exact(top(a) * bottom(b), bottom(a) * top(b));
}

/** Below 0, 0 or above 0, as `a` is less than, equal to or greater than `b`. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = top(a) * bottom(b);
  const right = top(b) * bottom(a);
  return left < right ? -1 : left > right ? 1 : 0;
}

export function isWhole(value: Exact): boolean {
  return typeof value === 'number' || value.d === 1n;
}

/** The greatest whole number not above a value. */
export function floor(value: Exact): Exact {
  return typeof value === 'number' ? value : exact(roundRatioWide('floor', value.n, value.d), 1n);
}

/** The least whole number not below a value. */
export function ceil(value: Exact): Exact {
  return typeof value === 'number' ? value : exact(roundRatioWide('ceil', value.n, value.d), 1n);
}

/** The one rounding, where a discount is formed. */
export function round(mode: RoundingMode, value: Exact): Exact {
  return typeof value === 'number' ? value : exact(roundRatioWide(mode, value.n, value.d), 1n);
}

/** The lesser of a whole value and a plain number. */
export function atMost(value: Exact, most: number): number {
  if (typeof value === 'number') return value <= most ? value : most;
  return value.n < 0n ? Number(value.n) : most;
}

export function lesser(a: Exact, b: Exact): Exact {
  return compare(a, b) <= 0 ? a : b;
}

/** A negative amount counts as 0. */
export function positive(value: Exact): Exact {
  return compare(value, 0) > 0 ? value : 0;
}

/** A whole value as a number, the nearest double where it is past 2^53. */
export function toNumber(value: Exact): number {
  return typeof value === 'number' ? value : Number(value.n);
}

/** A finite decimal, or `n/d` where none exists. */
export function exactText(value: Exact): string {
  if (typeof value === 'number') return String(value);
  const places = decimalPlaces(value.d);
  if (places === undefined) return `${value.n}/${value.d}`;
  const scaled = (value.n * 10n ** BigInt(places)) / value.d;
  return withPoint(scaled, places);
}

/** A whole number of the last of so many decimals. */
export function withPoint(value: bigint | number, places: number): string {
  const sign = value < 0 ? '-' : '';
  const digits = String(value < 0 ? -value : value).padStart(places + 1, '0');
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** How many decimals 1/denominator needs, or nothing if it never ends. */
function decimalPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
