import { totalOf } from './sums.js';

/**
 * What the last `units` of a line's `quantity` units have of an amount that is split evenly over them, larger ones first:
 * a return takes units from the end.
 */
export function fromTheEnd(amount: bigint, quantity: bigint, units: bigint): bigint {
  const larger = amount % quantity;
  const smaller = quantity - larger;
  return (amount / quantity) * units + (units > smaller ? units - smaller : 0n);
}

/**
 * What each of `wholes` has of the first `part` minor units of their sum: each its share of what is still to give, cut to
 * whole minor units. The shares sum to `part`; none falls when `part` grows, and each is its whole when `part` is the sum. So
 * whatever comes back in whatever steps, what has come back decides alone.
 */
export function sharesOf(part: bigint, wholes: readonly bigint[]): readonly bigint[] {
  let toGive = part;
  let left = totalOf(wholes);
  return wholes.map((whole) => {
    const share = left === 0n ? 0n : (toGive * whole) / left;
    toGive -= share;
    left -= whole;
    return share;
  });
}
