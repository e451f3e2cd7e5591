/** Carts as they are read: some whole lines of a source, each a JSON text. */
export interface Batch {
  /** UTF-8; the last line may lack its line break. */
  readonly bytes: Uint8Array;
  /** The line of its file that the first one is; the others follow, unless `numbers` tells the line of each. */
  readonly first: number;
  readonly numbers?: readonly number[];
  /** Carts that cannot be read at all, and so stand in no batch; they come before those in `bytes`. */
  readonly bad: readonly BadCart[];
}

/** What is wrong with the cart that begins on a line: never nothing. */
export interface BadCart {
  readonly line: number;
  readonly mistakes: readonly Mistake[];
}

export interface Mistake {
  /** Of the cart's own mistakes, as `docs/cart.md` lists them. */
  readonly code?: string;
  readonly message: string;
}

/** Something to tell of a cart that went well otherwise. */
export interface Complaint {
  readonly line: number;
  readonly message: string;
}

/** What a job made of a batch: plain data, because it comes from a worker. */
export interface Result {
  /** The lines out, UTF-8, each with its line break, in the order of the carts. */
  readonly output: Uint8Array;
  /** Carts that went well. */
  readonly carts: number;
  readonly bad: readonly BadCart[];
  readonly complaints: readonly Complaint[];
  /** The line on which the last cart of the batch begins. */
  readonly last: number;
  /** What the job's `tally` gave. */
  readonly tally: unknown;
}

/** What became of one cart. */
export type Outcome =
  | {
      readonly ok: true;
      /** The line out, without its line break. */
      readonly text: string;
      readonly complaints?: readonly string[];
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** What a worker needs to do its job: plain data; `Setup` in `jobs.ts` knows its kinds. */
export interface AnySetup {
  readonly kind: string;
}

/** One of those who do a job, a batch at a time. */
export interface Hand {
  /** Rejects where the job itself fails, which is a fault of ours; a bad cart is part of the result. */
  run(batch: Batch): Promise<Result>;
  close(): void;
}

/** What is done with each cart. */
export interface Job {
  /** Reads a line; `JSON.parse` unless given. Throws where it is no JSON. */
  parse?(text: string): unknown;
  /** Called with what a line of JSON holds and the number of that line. INVARIANT: the outcome depends on nothing else. */
  run(value: unknown, line: number): Outcome;
  /** What the carts since the last call come to besides, as plain data; called after each batch. */
  tally?(): unknown;
}
