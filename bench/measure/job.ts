/** Something to measure: carts, in the form it takes them, and what prices one. */
export interface Job<T = unknown, R = unknown> {
  readonly items: readonly T[];
  readonly price: (item: T) => R | Promise<R>;
  /** Throws a `Disagreement` unless a result is right. */
  readonly check: (index: number, result: R) => void;
  /** Milliseconds that it took to make ready, by step. */
  readonly steps?: Readonly<Record<string, number>>;
}

/** One row of the report. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  /** Left out of a quick run: it takes long, or needs the packages of `bench/package.json`. */
  readonly fullOnly?: true;
  /** Whether its memory is of interest; it is unless said. */
  readonly memory?: false;
  readonly prepare: () => Job | Promise<Job>;
}

/** Keeps the types of an item and its result together while they are written, and forgets them after. */
export const job = <T, R>(made: Job<T, R>): Job => made as unknown as Job;

/** How long something took, in milliseconds. */
export function timed<T>(work: () => T): readonly [result: T, milliseconds: number] {
  const start = process.hrtime.bigint();
  const result = work();
  return [result, Number(process.hrtime.bigint() - start) / 1e6];
}
