import type { Breakdown } from '../breakdown/types.js';
import type { Grant } from './grant.js';
import type { Moment } from './moment.js';
import type { Printer } from './printer.js';
import { addShares, type ByParty } from './settlement.js';

/** Section 5, `funded by`: shares of what is taken off each cell, exact (largest fraction, ties as listed). */
export function addFunding({ rule, from, to }: Grant, moment: Moment, totals: ByParty): void {
  const { cell, amount } = moment.parts;
  for (let part = from; part < to; part += 1)
    if ((amount[part] as number) > 0)
      addShares(rule.settlement, cell[part] as number, amount[part] as number, moment, totals);
}

export function printParties(totals: ByParty, printer: Printer): Breakdown['funding'] {
  return Object.fromEntries([...totals].map(([party, amount]) => [party, printer.money(amount)]));
}
