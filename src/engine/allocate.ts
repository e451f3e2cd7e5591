import { spread as spreadBy } from '../money/allocation/spread.js';
import type { AllocationPolicy } from '../plan/types.js';
import type { CartLine } from '../cart/types.js';
import type { Moment } from './moment.js';

export type Policy = Pick<AllocationPolicy, 'share' | 'remainder' | 'overflow'>;

/** The spread of an amount over cells, with the last round's amount and weights so that a reader can follow every unit. */
export interface Spread {
  /** Ascending. */
  readonly cells: readonly number[];
  readonly parts: readonly number[];
  /** Of the last round; -1 where a cell was set to what it could bear before it. */
  readonly weights: readonly number[];
  readonly amount: number;
  /** Of the weights of the last round. */
  readonly sum: number;
}

/**
 * Section 2, "allocated": each its share by weight; who cannot bear its share is set to what it can, and the rest is
 * allocated anew over the others until none overflows, or is given up. A cell without weight takes no share.
 */
export function allocate(
  amount: number,
  cells: readonly number[],
  weights: readonly number[],
  most: readonly number[],
  policy: Policy,
  moment: Moment,
): Spread {
  const places = [...cells.keys()].filter((place) => (weights[place] as number) > 0);
  places.sort((a, b) => byId(cells[a] as number, cells[b] as number, moment));
  const found = spreadBy(
    amount,
    places.map((place) => weights[place] as number),
    { ...policy, zeroParts: 'skip', capAtRemaining: false },
    places.map((place) => most[place] as number),
  );
  const full = new Set(policy.overflow === 'dropped' ? [] : found.full);
  const shares = places.map((place, index) => ({
    cell: cells[place] as number,
    part: found.parts[index] as number,
    weight: full.has(index) ? -1 : (weights[place] as number),
  }));
  const toFull = shares.reduce((total, { weight, part }) => (weight < 0 ? total + part : total), 0);
  shares.sort((a, b) => a.cell - b.cell);
  return {
    cells: shares.map(({ cell }) => cell),
    parts: shares.map(({ part }) => part),
    weights: shares.map(({ weight }) => weight),
    amount: amount - toFull,
    sum: found.sum,
  };
}

/** Lines by id, then charges by id. */
function byId(a: number, b: number, { lines, lineCount, cart }: Moment): number {
  const isLine = a < lineCount;
  if (isLine !== b < lineCount) return isLine ? -1 : 1;
  const idOf = (cell: number): string =>
    isLine ? (lines[cell] as CartLine).id : (cart.shipping[cell - lineCount]?.id ?? '');
  return idOf(a) < idOf(b) ? -1 : 1;
}
