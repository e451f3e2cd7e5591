import type { Cell } from './cells.js';
import { earnedIn } from './commission.js';
import type { Run } from './run.js';
import { type ByParty, fundingOf } from './settlement.js';

/** A line or a shipping charge, by its id. */
export interface Place {
  readonly kind: 'line' | 'shipping';
  readonly id: string;
}

/** What one standing took off one line or charge, in minor units, and who pays for it. */
export interface TakenEntry {
  readonly on: Place;
  readonly promotion: string;
  readonly amount: bigint;
  /** By party; empty where nobody is named. */
  readonly funding: ByParty;
}

/** What a party earns on one line, in minor units. */
export interface EarnedEntry {
  readonly on: Place;
  readonly party: string;
  readonly amount: bigint;
}

/** The account behind a price: its adjustments in order of evaluation, and its commission, line by line. */
export interface Books {
  readonly taken: readonly TakenEntry[];
  readonly earned: readonly EarnedEntry[];
}

export function booksOf(run: Run): Books {
  const taken = run.applied.flatMap(({ parts, stand: { promotion } }) =>
    [...parts].map(([cell, amount]) => ({
      on: placeOf(cell),
      promotion: promotion.id,
      amount,
      funding: promotion.funding.length === 0 ? new Map() : fundingOf(promotion, new Map([[cell, amount]])),
    })),
  );
  const earned = [...earnedIn(run)].map(({ line, ...entry }) => ({ on: placeOf(line), ...entry }));
  return { taken, earned };
}

function placeOf({ kind, id }: Cell): Place {
  return { kind, id };
}
