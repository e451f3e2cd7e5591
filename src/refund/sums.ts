/** Sums by name: of parties, of promotions. */
export type Sums = ReadonlyMap<string, bigint>;

/** Adds an amount to a map in place. */
export function add(to: Map<string, bigint>, name: string, amount: bigint): void {
  to.set(name, (to.get(name) ?? 0n) + amount);
}

export function addAll(to: Map<string, bigint>, sums: Sums): void {
  for (const [name, amount] of sums) add(to, name, amount);
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
