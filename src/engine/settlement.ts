import type { CartLine } from '../cart/types.js';
import { spread } from '../money/allocation/spread.js';
import type { PartyShare } from '../plan/types.js';
import { bottom, decimal, type Exact, multiply, toNumber } from './exact.js';
import { lineReader } from './expressions.js';
import type { Names } from './names.js';
import type { Moment } from './moment.js';

/** Amounts by party, in the order in which parties first appear. */
export type ByParty = Map<string, number>;

/** Who funds a promotion, compiled. */
export interface Settlement {
  readonly parties: readonly ((cell: number, moment: Moment) => string)[];
  /** Percentages as whole numbers in the same proportion. */
  readonly weights: readonly number[];
}

export function settlementOf(funding: readonly PartyShare[], names: Names): Settlement {
  return {
    parties: funding.map((share) => partyIn(share, names)),
    weights: wholeWeights(funding.map(({ percent }) => decimal(percent))),
  };
}

function wholeWeights(percents: readonly Exact[]): readonly number[] {
  const scale = percents.reduce<Exact>(
    (common, percent) => multiply(common, Number(bottom(multiply(percent, common)))),
    1,
  );
  return percents.map((percent) => toNumber(multiply(percent, scale)));
}

/** `its store`: the value of the line's (or charge's) attribute; a cell without one is funded under the attribute's name. */
export function partyIn({ party }: PartyShare, names: Names): (cell: number, moment: Moment) => string {
  const { name } = party;
  if (party.kind === 'name') return () => name;
  const ofLine = lineReader(name, names.slots.line.get(name) ?? -1);
  const slot = names.slots.shipping.get(name) ?? -1;
  return (cell, { lines, lineCount, cart }) => {
    const value =
      cell < lineCount ? ofLine(lines[cell] as CartLine) : cart.shipping[cell - lineCount]?.values[slot];
    return typeof value === 'string' ? value : name;
  };
}

/** Adds the shares of what is taken off one cell: exact, largest fraction, ties as listed. */
export function addShares(
  { parties, weights }: Settlement,
  cell: number,
  amount: number,
  moment: Moment,
  totals: ByParty,
): void {
  const shares = sharesOf(amount, weights);
  for (let place = 0; place < parties.length; place += 1) {
    const party = parties[place]?.(cell, moment) ?? '';
    totals.set(party, (totals.get(party) ?? 0) + (shares[place] as number));
  }
}

function sharesOf(amount: number, weights: readonly number[]): readonly number[] {
  if (weights.length === 1) return [amount];
  return spread(amount, weights, EXACT).parts;
}

const EXACT = {
  share: 'down',
  remainder: 'largest-fraction',
  zeroParts: 'skip',
  overflow: 'to-others',
  capAtRemaining: false,
} as const;
