/** What the measuring process asks one that holds an entry; they take turns, so that one works at a time. */
export type Request =
  /** Makes the entry ready, and checks one cart after the other for so long. */
  | { readonly kind: 'prepare'; readonly entry: string; readonly checkMilliseconds: number }
  /** Prices so many carts, or for so long. */
  | { readonly kind: 'warm'; readonly carts: number; readonly milliseconds: number }
  | { readonly kind: 'slice'; readonly carts: number }
  /** Times single calls, so many or for so long. */
  | { readonly kind: 'latency'; readonly calls: number; readonly milliseconds: number }
  | { readonly kind: 'memory'; readonly results: number };

export interface Answers {
  readonly prepare: Prepared;
  /** Microseconds of processor time for one cart. */
  readonly warm: number;
  readonly slice: number;
  readonly latency: Latency;
  readonly memory: Memory;
}

export interface Prepared {
  /** How many carts came out right. */
  readonly agreed: number;
  /** Milliseconds, by step. */
  readonly steps: Readonly<Record<string, number>>;
}

/** Microseconds, the reading of the clock included. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** Bytes of the JavaScript heap for one result. */
export interface Memory {
  readonly retained: number;
  readonly allocated: number;
}

export type Answer =
  | { readonly kind: 'answer'; readonly value: Answers[Request['kind']] }
  /** A cart came out differently: what is timed is not the same work. */
  | { readonly kind: 'disagreement'; readonly message: string }
  | { readonly kind: 'fault'; readonly message: string };
