import { entryOf } from './entries.js';
import { add, addSum, noSum, type Sum } from './sum.js';

/** How many carts change by an amount between two bounds, and by how much in all. */
export interface Bin {
  carts: number;
  readonly change: Sum;
}

/** Bins by their number: 0 for no change, `n` for the nth step of dearer, `-n` of cheaper. */
export type Histogram = Map<number, Bin>;

/** 1, 2 and 5 times the powers of ten, in minor units: steps that do not depend on what is counted can be merged. */
const STEPS: readonly number[] = Array.from({ length: 16 }, (_, power) =>
  [1, 2, 5].map((step) => step * 10 ** power),
).flat();

export function count(histogram: Histogram, change: number): void {
  const bin = entryOf(histogram, binOf(change), noBin);
  bin.carts += 1;
  add(bin.change, change);
}

export function mergeHistogram(into: Histogram, from: Histogram): void {
  for (const [number, { carts, change }] of from) {
    const bin = entryOf(into, number, noBin);
    bin.carts += carts;
    addSum(bin.change, change);
  }
}

/** The least and the greatest change that a bin counts, both inclusive, in minor units. */
export function boundsOf(bin: number): readonly [from: bigint, to: bigint] {
  if (bin === 0) return [0n, 0n];
  const size = Math.abs(bin);
  const [least, most] = [BigInt(STEPS[size - 1] ?? 0), BigInt(STEPS[size] ?? 10 ** 16) - 1n];
  return bin > 0 ? [least, most] : [-most, -least];
}

function binOf(change: number): number {
  const size = Math.abs(change);
  const next = STEPS.findIndex((step) => size < step);
  const bin = next === -1 ? STEPS.length : next;
  return change < 0 ? -bin : bin;
}

export function noBin(): Bin {
  return { carts: 0, change: noSum() };
}
