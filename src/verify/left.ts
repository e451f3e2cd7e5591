import { minor } from './amounts.js';
import { cellOfPriced, type Priced, standingKey, type Stood } from './postings.js';

/** One adjustment with what was left on its line or charge before it, and before the first of its layer. */
export interface Turn {
  readonly path: string;
  readonly layer: string | undefined;
  /** Of its standing, in the order of evaluation. */
  readonly place: number;
  readonly amount: bigint;
  readonly base: bigint;
  readonly left: bigint;
  readonly leftAtLayer: bigint;
}

type Places = ReadonlyMap<string, Pick<Stood, 'place'>>;

/** The adjustments of a line or charge, one after the other. */
export function turnsOn(on: Priced, byKey: Places): readonly Turn[] {
  let left = minor(on.list);
  let leftAtLayer = left;
  let layer: string | undefined;
  return on.adjustments.map((adjustment, index) => {
    if (adjustment.layer === undefined || adjustment.layer !== layer) leftAtLayer = left;
    layer = adjustment.layer;
    const path = `${on.path}.adjustments[${index}]`;
    const place = byKey.get(standingKey(adjustment))?.place ?? 0;
    const amount = minor(adjustment.amount);
    const turn = { path, layer, place, amount, base: minor(adjustment.base), left, leftAtLayer };
    left -= amount;
    return turn;
  });
}

/** What was left on a line or charge when a standing began, and when its layer began: its amounts are formed on one of them. */
export interface Left {
  readonly now: bigint;
  readonly atLayer: bigint;
}

/** Tells what was left on any line or charge when any standing began. */
export class LeftWhen {
  readonly #cells: ReadonlyMap<string, { readonly pay: bigint; readonly turns: readonly Turn[] }>;

  constructor(priced: readonly Priced[], byKey: Places) {
    this.#cells = new Map(
      priced.map((on) => [cellOfPriced(on), { pay: minor(on.pay), turns: turnsOn(on, byKey) }]),
    );
  }

  /** `cell` as `cellOf` names it; nothing for one that is not in the breakdown. */
  at(cell: string, { place, applied: { layer } }: Pick<Stood, 'place' | 'applied'>): Left | undefined {
    const found = this.#cells.get(cell);
    if (found === undefined) return undefined;
    const index = firstFrom(found.turns, place);
    const now = found.turns[index]?.left ?? found.pay;
    const before = found.turns[index - 1];
    const isInLayer = layer !== undefined && before?.layer === layer;
    return { now, atLayer: isInLayer ? before.leftAtLayer : now };
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
