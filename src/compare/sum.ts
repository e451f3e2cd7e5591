/** An exact sum of whole minor units: `low` while a double holds it, `high` beyond. Plain data, so that workers can send it. */
export interface Sum {
  low: number;
  high: bigint;
}

/** What something was by the one rules, and what it is by the other. */
export interface Sides<Value> {
  readonly before: Value;
  readonly after: Value;
}

export const SIDES: readonly (keyof Sides<unknown>)[] = ['before', 'after'];

/** How many there are on either side. */
export type Counts = Record<keyof Sides<unknown>, number>;

export function noCounts(): Counts {
  return { before: 0, after: 0 };
}

export function addCounts(into: Counts, from: Counts): void {
  into.before += from.before;
  into.after += from.after;
}

export function noSum(): Sum {
  return { low: 0, high: 0n };
}

export function noSums(): Sides<Sum> {
  return { before: noSum(), after: noSum() };
}

/** Adds a safe integer. Rounding to a double is monotone: a sum that no double holds never looks as if one did. */
export function add(sum: Sum, minor: number): void {
  const next = sum.low + minor;
  if (Number.isSafeInteger(next)) {
    sum.low = next;
    return;
  }
  sum.high += BigInt(sum.low);
  sum.low = minor;
}

export function addSums(into: Sides<Sum>, from: Sides<Sum>): void {
  for (const side of SIDES) addSum(into[side], from[side]);
}

export function addSum(into: Sum, { low, high }: Sum): void {
  add(into, low);
  into.high += high;
}

export function totalOf({ low, high }: Sum): bigint {
  return high + BigInt(low);
}
