import type { Commission } from '../check/ruleset.js';
import { amountOf, type LineCell } from './cells.js';
import { mayHold } from './gate.js';
import { floor, rational, withinMoney } from './rational.js';
import type { Run } from './run.js';
import { type ByParty, fundingOf, partyOf } from './settlement.js';

/** What a party earns on one line. */
export interface Earned {
  readonly line: LineCell;
  readonly party: string;
  readonly amount: bigint;
}

export function commissionOf(run: Run): ByParty {
  const totals = new Map<string, bigint>();
  for (const { party, amount } of earnedIn(run))
    totals.set(party, withinMoney((totals.get(party) ?? 0n) + amount));
  return totals;
}

/**
 * Section 5, `commission`: on final amounts of the scope's lines, rounded down per line, for every promotion that might stand
 * on this cart, whether or not it granted anything.
 */
export function* earnedIn(run: Run): Generator<Earned> {
  for (const { promotion, closed, stands } of run.candidates) {
    if (closed || !mayHold(stands, run.view) || run.keepOut(promotion, run.appliedIds)) continue;
    const lines = new Set(stands.flatMap((stand) => stand.lines));
    for (const share of promotion.commission) {
      for (const line of lines)
        yield { line, party: partyOf(share, line), amount: commissionOnLine(share, line, run) };
    }
  }
}

function commissionOnLine(share: Commission, line: LineCell, run: Run): bigint {
  const base =
    share.of === 'list' ? line.list : amountOf(run.left, line) + subsidyOn(line, share.subsidyBy, run);
  return floor(rational(base).mul(rational(share.percent)).div(100));
}

/** What a party pays of all that was taken off this line. */
function subsidyOn(line: LineCell, party: string | undefined, { applied }: Run): bigint {
  if (party === undefined) return 0n;
  return applied.reduce((total, { stand, parts }) => {
    const funding = fundingOf(stand.promotion, new Map([[line, amountOf(parts, line)]]));
    return total + (funding.get(party) ?? 0n);
  }, 0n);
}
