/** Numbers in [0, 1) that are the same for the same seed: mulberry32. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A whole number below `limit`. */
export const below = (random: Random, limit: number): number => (random() * limit) | 0;

export const oneOf = <T>(random: Random, items: readonly T[]): T => items[below(random, items.length)]!;

/** Unit prices from 9.90 to 599.00, log-uniform, in minor units. */
export const unitPrice = (random: Random): number => Math.round(990 * (59_900 / 990) ** random());

/** How many lines a cart has: 1 + Binomial(7, 3/7), 4 on average. */
export function lineCount(random: Random): number {
  let count = 1;
  for (let k = 0; k < 7; k++) if (random() < 3 / 7) count++;
  return count;
}

/** The 1, 2 or 3 stores that a cart draws from. */
export function storesOf(random: Random, stores: number): readonly number[] {
  const share = random();
  const count = share < 0.5 ? 1 : share < 0.85 ? 2 : 3;
  return Array.from({ length: count }, () => below(random, stores));
}

/** Through JSON, as a server gets its carts: nothing is shared, no text is interned. */
export const fresh = <T>(carts: readonly T[]): readonly T[] =>
  JSON.parse(JSON.stringify(carts)) as readonly T[];
