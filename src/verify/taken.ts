import { minor, sumMoney } from './amounts.js';
import { cellOf, type StepAt } from './postings.js';

/** Amounts by line or charge, as `cellOf` names them. */
export type ByCell = ReadonlyMap<string, bigint>;

/** One step with what the earlier steps of its standing took, where that is told. Read it before going on to the next. */
export interface StepTurn {
  readonly at: StepAt;
  readonly taken: ByCell | undefined;
}

/** Offers joined by `also` run in turn, each on what the earlier left. */
export function* stepTurns(steps: Iterable<StepAt>): Generator<StepTurn> {
  let taken: Map<string, bigint> | undefined;
  for (const at of steps) {
    if (at.place === 0) taken = new Map();
    yield { at, taken };
    taken = added(taken, takenBy(at));
  }
}

/** Adds to a map in place; nothing when either is not told. */
export function added(
  to: Map<string, bigint> | undefined,
  amounts: readonly (readonly [string, bigint])[] | undefined,
): Map<string, bigint> | undefined {
  if (to === undefined || amounts === undefined) return undefined;
  for (const [cell, amount] of amounts) to.set(cell, (to.get(cell) ?? 0n) + amount);
  return to;
}

/** What a step took off each line and charge; nothing where it was cut after it was spread, and no one tells how. */
export function takenBy({ step, of }: StepAt): readonly (readonly [string, bigint])[] | undefined {
  const parts = step.allocation?.parts ?? step.parts;
  const amount = minor(step.amount);
  if (parts !== undefined) {
    const isAsSpread = sumMoney(parts.map((part) => part.amount)) === amount;
    return isAsSpread ? parts.map((part) => [cellOf(part), minor(part.amount)]) : undefined;
  }
  return of.onlyCell === undefined ? undefined : [[of.onlyCell, amount]];
}
