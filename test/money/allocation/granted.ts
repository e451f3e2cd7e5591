import { type Allocation, allocate, type Policy } from '../../../src/money/index.js';

export { sumOf } from '../../../src/money/allocation/round.js';

/** `allocate` where the input is known to be well formed. */
export function granted(amount: number, weights: readonly number[], policy: Policy = {}): Allocation<number> {
  const result = allocate(amount, weights, policy);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result;
}

/** The same for a wide amount. */
export function grantedWide(
  amount: bigint,
  weights: readonly number[],
  policy: Policy = {},
): Allocation<bigint> {
  const result = allocate(amount, weights, policy);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result;
}
