import { Columns } from './parts.js';

/** A run whose arrays are made for it alone, or the one that is kept from cart to cart. */
export interface Scratch {
  readonly left: Float64Array;
  readonly parts: Columns;
}

/** Carts of up to so many cells are priced in arrays that are there already. */
export const FEW_CELLS = 64;

const FEW_PARTS = 16 * FEW_CELLS;

/** What the kept run counts in: arrays in constants are reached without a look at their owner. */
export const KEPT: Scratch = { left: new Float64Array(FEW_CELLS), parts: new Columns(FEW_PARTS) };

export function newScratch(): Scratch {
  return { left: new Float64Array(FEW_CELLS), parts: new Columns(2 * FEW_CELLS) };
}
