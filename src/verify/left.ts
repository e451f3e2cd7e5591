import { minor } from './amounts.js';
import type { StepTurn } from './taken.js';
import { cellOfPriced, type Priced, standingKey, type Stood } from './postings.js';

/** One adjustment with what was left on its line or charge before it, and before the first of its layer. */
export interface Turn {
  readonly path: string;
  readonly layer: string | undefined;
  /** Of its standing, in the order of evaluation. */
  readonly place: number;
  /** Whether what it was formed on cannot be told. */
  readonly isObscured: boolean;
  readonly amount: bigint;
  readonly base: bigint;
  readonly left: bigint;
  readonly leftAtLayer: bigint;
}

type Standings = ReadonlyMap<string, Stood>;

/** The adjustments of a line or charge, one after the other. */
export function turnsOn(on: Priced, byKey: Standings): readonly Turn[] {
  let left = minor(on.list);
  let leftAtLayer = left;
  let layer: string | undefined;
  return on.adjustments.map((adjustment, index) => {
    if (adjustment.layer === undefined || adjustment.layer !== layer) leftAtLayer = left;
    layer = adjustment.layer;
    const path = `${on.path}.adjustments[${index}]`;
    const of = byKey.get(standingKey(adjustment));
    const where = {
      path,
      layer,
      place: of?.place ?? 0,
      isObscured: of?.isObscured(cellOfPriced(on)) ?? false,
    };
    const amount = minor(adjustment.amount);
    const turn = { ...where, amount, base: minor(adjustment.base), left, leftAtLayer };
    left -= amount;
    return turn;
  });
}

/** Tells what was left on any line or charge when any standing began. */
export class LeftWhen {
  readonly #cells: ReadonlyMap<string, { readonly pay: bigint; readonly turns: readonly Turn[] }>;

  constructor(priced: readonly Priced[], byKey: Standings) {
    this.#cells = new Map(
      priced.map((on) => [cellOfPriced(on), { pay: minor(on.pay), turns: turnsOn(on, byKey) }]),
    );
  }

  /**
   * What a step may have been formed on: the base of its standing's adjustment; where it has none, what was left when the
   * standing began, or when its layer began; in either case less what earlier steps took. `cell` is as `cellOf` names it;
   * nothing where that is not told.
   */
  under(cell: string, { at: { of }, taken }: StepTurn): readonly [now: bigint, atLayer: bigint] | undefined {
    const before = taken?.get(cell) ?? 0n;
    const found = taken === undefined ? undefined : this.#at(cell, of);
    return found === undefined ? undefined : [found[0] - before, found[1] - before];
  }

  #at(cell: string, of: Stood): readonly [now: bigint, atLayer: bigint] | undefined {
    const base = of.bases.get(cell);
    if (base !== undefined) return [base, base];
    const found = this.#cells.get(cell);
    if (found === undefined || of.isObscured(cell)) return undefined;
    const index = firstFrom(found.turns, of.place);
    const now = found.turns[index]?.left ?? found.pay;
    const before = found.turns[index - 1];
    const isInLayer = of.applied.layer !== undefined && before?.layer === of.applied.layer;
    return [now, isInLayer ? before.leftAtLayer : now];
  }
}

/** The index of the first turn at or after a place; turns stand in order of evaluation. */
function firstFrom(turns: readonly Turn[], place: number): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.place ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
