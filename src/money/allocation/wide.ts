import { MAX_AMOUNT } from '../amount.js';

/**
 * How many whole rounds of the weights a wide amount holds: each gives every part exactly its weight, so only
 * what is left after them needs a policy. That is left large (more than one round for each part), so that
 * shares capped by what remains behave as in the whole, and the number of rounds is even, so that half-even
 * sees the same parity.
 */
export function wholeRounds(amount: bigint, sum: number, count: number): bigint {
  if (isNarrow(amount) || sum === 0) return 0n;
  const rounds = amount / BigInt(sum);
  const spare = BigInt(count + 2);
  const taken = rounds < 0n ? rounds + spare : rounds - spare;
  return taken - (taken % 2n);
}

/** Whether what `wholeRounds` leaves over is a safe integer; what no weight takes is never spread at all. */
export function leavesNarrow(amount: bigint, sum: number, count: number): boolean {
  return isNarrow(amount) || sum * (count + 4) <= MAX_AMOUNT;
}

/** Whether the amount is a safe integer. */
export function isNarrow(amount: bigint): boolean {
  return amount <= BigInt(MAX_AMOUNT) && amount >= -BigInt(MAX_AMOUNT);
}
