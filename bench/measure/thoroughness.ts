/** How thoroughly to measure. */
export interface Thoroughness {
  readonly warmCarts: number;
  /** The most time for warming up one entry. */
  readonly warmMilliseconds: number;
  readonly rounds: number;
  readonly sliceMilliseconds: number;
  readonly calls: number;
  readonly callMilliseconds: number;
  readonly results: number;
}

export const FULL: Thoroughness = {
  warmCarts: 25_000,
  warmMilliseconds: 20_000,
  rounds: 41,
  sliceMilliseconds: 30,
  calls: 100_000,
  callMilliseconds: 2000,
  results: 5000,
};

export const QUICK: Thoroughness = {
  warmCarts: 25_000,
  warmMilliseconds: 1000,
  rounds: 15,
  sliceMilliseconds: 20,
  calls: 20_000,
  callMilliseconds: 500,
  results: 2000,
};
