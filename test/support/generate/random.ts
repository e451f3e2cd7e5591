/** Repeatable choices from one seed (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0;
  }

  /** From 0 up to, not including, 1. */
  unit(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number, both ends included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const found = from[this.int(0, from.length - 1)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** Between `least` and `most` different ones, in the order they stand. */
  some<T>(from: readonly T[], least: number, most: number): readonly T[] {
    const open = [...from];
    const count = Math.min(from.length, this.int(least, most));
    while (open.length > count) open.splice(this.int(0, open.length - 1), 1);
    return open;
  }

  shuffle<T>(from: readonly T[]): readonly T[] {
    const open = [...from];
    return from.flatMap(() => open.splice(this.int(0, open.length - 1), 1));
  }
}

/** Whole units as a decimal with so many digits after the point. */
export function decimal(units: number, digits: number): string {
  if (digits === 0) return String(units);
  const text = String(units).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
