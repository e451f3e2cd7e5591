/** Sums by name: of parties, of promotions. */
export type Sums = ReadonlyMap<string, bigint>;

/** Adds an amount to a map in place. */
function add(to: Map<string, bigint>, name: string, amount: bigint): void {
  to.set(name, (to.get(name) ?? 0n) + amount);
}

export function addAll(to: Map<string, bigint>, sums: Sums): void {
  for (const [name, amount] of sums) add(to, name, amount);
}

/** Sums by promotion, then by party. */
export type SumsByPromotion = ReadonlyMap<string, Sums>;

/** What parties pay of discounts together. */
export function byPromotion(
  parts: Iterable<{ readonly promotion: string; readonly funding: Sums }>,
): SumsByPromotion {
  const promotions = new Map<string, Map<string, bigint>>();
  for (const { promotion, funding } of parts) {
    const sums = promotions.get(promotion) ?? new Map<string, bigint>();
    promotions.set(promotion, sums);
    addAll(sums, funding);
  }
  return promotions;
}

/** Amounts under one name, together. */
export function byName(amounts: Iterable<readonly [name: string, amount: bigint]>): Sums {
  const sums = new Map<string, bigint>();
  for (const [name, amount] of amounts) add(sums, name, amount);
  return sums;
}

export function totalOf(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

export function most(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

export function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
