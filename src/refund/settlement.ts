import type { Position } from './position.js';
import type { RestPriced } from './rest.js';
import type { Sale } from './sale.js';
import { addAll, byName, byPromotion, type Sums, type SumsByPromotion } from './sums.js';
import type { ReturnPolicy } from './types.js';

/** What parties pay of discounts, by promotion, and what they earn. */
export interface Parties {
  readonly funding: SumsByPromotion;
  readonly commission: Sums;
}

/** What parties paid and earned of the whole order, in the order in which they first appear. */
export function partiesOf({ lines, charges }: Sale): Parties {
  const taken = [...lines, ...charges].flatMap((cell) => cell.taken);
  const earned = lines.flatMap((line) => line.earned);
  return {
    funding: byPromotion(
      taken.map(({ adjustment, funding }) => ({ promotion: adjustment.promotion, funding })),
    ),
    commission: byName(earned.map(({ party, amount }) => [party, amount])),
  };
}

/** What is known once so much has come back. */
export interface Moment {
  readonly position: Position;
  readonly policy: ReturnPolicy;
  /** What is kept priced alone, where that could be done and something is kept. */
  readonly rest: RestPriced | undefined;
  /** How much is held back of what was paid. */
  readonly held: bigint;
}

/**
 * What is to be taken back of parties: what belongs to the goods that came back and, where thresholds are tested again,
 * what promotions give no longer to what is kept.
 */
export function partiesBack(was: Parties, { position, policy, rest, held }: Moment): Parties {
  const isKept = rest === undefined || policy === 'keep' || (policy === 'rules' && held === 0n);
  if (isKept) return position;
  if (policy === 'retest' || held === rest.worth) {
    const commission = less(was.commission, rest.commission);
    return { funding: lessAll(was.funding, rest.funding), commission };
  }
  return { funding: mixed(was, position, rest), commission: position.commission };
}

/** A promotion whose discount on what is kept stands gives back with the goods; any other what it gives no longer. */
function mixed(was: Parties, position: Position, { retested, funding }: RestPriced): Parties['funding'] {
  const again = lessAll(was.funding, funding);
  return new Map(
    [...again].map(([id, sums]) => [id, retested.has(id) ? sums : (position.funding.get(id) ?? new Map())]),
  );
}

function lessAll(was: Parties['funding'], now: Parties['funding']): Parties['funding'] {
  const promotions = new Set([...was.keys(), ...now.keys()]);
  return new Map([...promotions].map((id) => [id, less(was.get(id), now.get(id))]));
}

/** May be below zero where a promotion gives more now. */
function less(was: Sums = new Map(), now: Sums = new Map()): Sums {
  const names = new Set([...was.keys(), ...now.keys()]);
  return new Map([...names].map((name) => [name, (was.get(name) ?? 0n) - (now.get(name) ?? 0n)]));
}

/** By party, whatever the promotion. */
export function byParty(funding: Parties['funding']): Sums {
  const sums = new Map<string, bigint>();
  for (const parties of funding.values()) addAll(sums, parties);
  return sums;
}
