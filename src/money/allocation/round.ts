/**
 * One spreading of `amount` over parts: `amount * weight = share * sum + remainder` for each part when its
 * share is formed.
 */
export interface Round {
  readonly amount: number;
  /** The sum of the weights; above zero. */
  readonly sum: number;
  /** First the shares, then what the parts get. */
  readonly parts: number[];
  /** In `sum`-ths, below zero where the share was rounded up. */
  readonly remainders: number[];
}

/** The number at a position that is known to exist, which the type of an array does not say. */
export function at(numbers: readonly number[], position: number): number {
  return numbers[position] as number;
}

export function sumOf(numbers: readonly number[]): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}
