import { MAX_AMOUNT } from '../amount.js';
import { GOES_UP, type RoundingMode } from './modes.js';

/** Rounds `n / d` to a whole number, exactly. `n` and `d` are safe integers, `d` is above 0. */
export function roundRatio(mode: RoundingMode, n: number, d: number): number {
  const cut = cutOf(n, d);
  const left = n - cut * d;
  if (left === 0) return cut;
  const floor = left < 0 ? cut - 1 : cut;
  const rest = left < 0 ? left + d : left;
  return GOES_UP[mode](2 * rest - d, floor, n < 0) ? floor + 1 : floor;
}

/** `roundRatio` for numbers of any size; `d` is above 0. */
export function roundRatioWide(mode: RoundingMode, n: bigint, d: bigint): bigint {
  const rest = restOf(n, d);
  const floor = (n - rest) / d;
  if (rest === 0n) return floor;
  return GOES_UP[mode](Number(2n * rest - d), Number(BigInt.asUintN(1, floor)), n < 0n) ? floor + 1n : floor;
}

/**
 * Rounds `a * b / d` to a whole number, exactly, also where the product passes 2^53. `a`, `b`, `d` are safe
 * integers, `d` is above 0. A result beyond the safe integers is no amount and comes back as an infinity of
 * its sign, which loses against every cap and fails every check for a safe integer.
 */
export function mulDivRound(mode: RoundingMode, a: number, b: number, d: number): number {
  const product = a * b;
  if (isExact(product)) return roundRatio(mode, product, d);
  const wide = Number(roundRatioWide(mode, BigInt(a) * BigInt(b), BigInt(d)));
  return isExact(wide) ? wide : wide * Number.POSITIVE_INFINITY;
}

/**
 * What `a * b / d` leaves over its floor, in `d`-ths: exact, at least 0, below `d`. Takes what `mulDivRound`
 * takes.
 */
export function mulDivRest(a: number, b: number, d: number): number {
  const product = a * b;
  if (!isExact(product)) return Number(restOf(BigInt(a) * BigInt(b), BigInt(d)));
  const left = product - cutOf(product, d) * d + 0;
  return left < 0 ? left + d : left;
}

/**
 * `n / d` without its decimals. Dividing the doubles is exact enough: a quotient that is not whole lies at
 * least `1 / d` from the next whole number, and half the spacing of doubles there is less. Cut, not floored,
 * because the floor times `d` may pass 2^53 below zero. Adding 0 turns -0 into 0.
 */
function cutOf(n: number, d: number): number {
  return Math.trunc(n / d) + 0;
}

function restOf(n: bigint, d: bigint): bigint {
  const rest = n % d;
  return rest < 0n ? rest + d : rest;
}

/** A product of safe integers rounds to a double within these bounds only where it is exact. */
function isExact(product: number): boolean {
  return product <= MAX_AMOUNT && product >= -MAX_AMOUNT;
}
