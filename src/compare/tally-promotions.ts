import type { Applied, Breakdown } from '../breakdown/types.js';
import { add, addCounts, addSums, type Counts, noCounts, noSums, type Sides, type Sum } from './sum.js';
import { entryOf } from './entries.js';

/** What a promotion did to all carts; its standings in one cart count as one. */
export interface PromotionTally {
  /** Carts in which it applied. */
  readonly carts: Counts;
  /** Carts in which it takes more than before, and less. */
  more: number;
  less: number;
  readonly discount: Sides<Sum>;
  /** Units given away. */
  readonly gifts: Counts;
}

type Tallies = Map<string, PromotionTally>;

export function countPromotions(tallies: Tallies, before: Breakdown, after: Breakdown): void {
  const earlier = countSide(tallies, before, 'before');
  const later = countSide(tallies, after, 'after');
  for (const [id, amount] of later) countChange(tallies, id, amount - (earlier.get(id) ?? 0));
  for (const [id, amount] of earlier) if (!later.has(id)) countChange(tallies, id, -amount);
}

function countSide(
  tallies: Tallies,
  { promotions, gifts }: Breakdown,
  side: keyof Sides<unknown>,
): ReadonlyMap<string, number> {
  const taken = takenBy(promotions);
  for (const [id, amount] of taken) {
    const tally = entryOf(tallies, id, noPromotion);
    tally.carts[side] += 1;
    add(tally.discount[side], amount);
  }
  for (const { promotion, count } of gifts) entryOf(tallies, promotion, noPromotion).gifts[side] += count;
  return taken;
}

/** What each promotion takes in one cart, in minor units. */
function takenBy(promotions: readonly Applied[]): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  for (const { promotion, amount } of promotions)
    taken.set(promotion, (taken.get(promotion) ?? 0) + (amount as number));
  return taken;
}

function countChange(tallies: Tallies, id: string, change: number): void {
  if (change > 0) entryOf(tallies, id, noPromotion).more += 1;
  if (change < 0) entryOf(tallies, id, noPromotion).less += 1;
}

export function mergePromotions(into: Tallies, from: Tallies): void {
  for (const [id, { carts, more, less, discount, gifts }] of from) {
    const tally = entryOf(into, id, noPromotion);
    addCounts(tally.carts, carts);
    addCounts(tally.gifts, gifts);
    addSums(tally.discount, discount);
    tally.more += more;
    tally.less += less;
  }
}

export function noPromotion(): PromotionTally {
  return { carts: noCounts(), more: 0, less: 0, discount: noSums(), gifts: noCounts() };
}
