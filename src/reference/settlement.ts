import type { Breakdown } from '../breakdown/types.js';
import type { PartyShare, Promotion } from '../check/ruleset.js';
import { allocate } from './allocate.js';
import type { Amounts, Cell } from './cells.js';
import type { Printer } from './print.js';
import { isWhole, floor, rational, type Rational } from './rational.js';
import { valueOfLine } from './standings.js';

/** Amounts by party, in the order in which parties first appear. */
export type ByParty = ReadonlyMap<string, bigint>;

/** Section 5, `funded by`: shares of each line's adjustment, exact (largest fraction, ties as listed). */
export function fundingOf(promotion: Promotion, parts: Amounts): ByParty {
  const totals = new Map<string, bigint>();
  for (const [cell, amount] of parts) {
    for (const [party, share] of sharesOf(promotion.funding, cell, amount))
      totals.set(party, (totals.get(party) ?? 0n) + share);
  }
  return totals;
}

function sharesOf(
  funding: readonly PartyShare[],
  cell: Cell,
  amount: bigint,
): readonly (readonly [string, bigint])[] {
  const weights = wholeWeights(funding.map((share) => rational(share.percent)));
  const holders = funding.map((_, index) => ({ ...cell, id: String(index).padStart(4, '0') }));
  const claims = holders.map((holder, index) => ({
    cell: holder,
    weight: weights[index] ?? 0n,
    most: amount,
  }));
  const { parts } = allocate(amount, claims, {
    share: 'down',
    remainder: 'largest-fraction',
    overflow: 'to-others',
  });
  return holders.map((holder, index) => [partyOf(funding[index], cell), parts.get(holder) ?? 0n] as const);
}

/** Percentages with decimals, as whole numbers in the same proportion. */
function wholeWeights(percents: readonly Rational[]): readonly bigint[] {
  const scale = percents.reduce(
    (common, percent) => (isWhole(percent.mul(rational(common))) ? common : common * percent.d),
    1n,
  );
  return percents.map((percent) => floor(percent.mul(rational(scale))));
}

/** `its store`: the value of the line's (or charge's) attribute; a cell without one is funded under the attribute's name. */
export function partyOf(share: PartyShare | undefined, cell: Cell): string {
  if (!share) return '';
  if (share.party.kind === 'name') return share.party.name;
  const { name } = share.party;
  const value = cell.kind === 'line' ? valueOfLine(cell, name) : cell.values.get(name);
  return typeof value === 'string' ? value : name;
}

export function printParties(totals: ByParty, printer: Printer): Breakdown['funding'] {
  return Object.fromEntries([...totals].map(([party, amount]) => [party, printer.money(amount)]));
}

export function addParties(all: readonly ByParty[]): ByParty {
  const totals = new Map<string, bigint>();
  for (const parties of all)
    for (const [party, amount] of parties) totals.set(party, (totals.get(party) ?? 0n) + amount);
  return totals;
}
