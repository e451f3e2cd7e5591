/** One equation that does not hold, with its numbers. */
export interface Finding {
  /** Its name in `equations`, or `shape`. */
  readonly equation: string;
  /** Where in the breakdown: `lines[0].units[1]`; empty for the whole of it. */
  readonly path: string;
  readonly expected: string;
  readonly found: string;
  /** The rule and both numbers in one sentence. */
  readonly message: string;
}

/** A value as an equation names it; a bigint is money in minor units and is printed as the breakdown prints money. */
export type Said = bigint | string | readonly (bigint | string)[];

/** A place where an equation does not hold. */
export interface Failure {
  readonly path: string;
  readonly expected: Said;
  readonly found: Said;
}

export type Failures = Iterable<Failure>;

/** Two amounts that must be equal. */
export function* same(path: string, expected: bigint, found: bigint): Generator<Failure> {
  if (expected !== found) yield { path, expected, found };
}

/** Two whole numbers that are no money and must be equal. */
export function* sameCount(path: string, expected: bigint, found: bigint): Generator<Failure> {
  if (expected !== found) yield { path, expected: String(expected), found: String(found) };
}

/** An amount that must be one of several; equal ones are named once. */
export function* oneOf(path: string, expected: readonly bigint[], found: bigint): Generator<Failure> {
  if (expected.includes(found)) return;
  yield {
    path,
    expected: [...new Set(expected)].flatMap((one, index) => (index ? ['or', one] : [one])),
    found,
  };
}

export function* atMost(path: string, limit: bigint, found: bigint): Generator<Failure> {
  if (found > limit) yield { path, expected: ['at most', limit], found };
}

export function* atLeast(path: string, limit: bigint, found: bigint): Generator<Failure> {
  if (found < limit) yield { path, expected: ['at least', limit], found };
}

/** A statement without numbers that must be true. */
export function* holds(truth: boolean, path: string, expected: Said, found: Said): Generator<Failure> {
  if (!truth) yield { path, expected, found };
}
