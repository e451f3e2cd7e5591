import type { Breakdown, Gift } from '../breakdown/types.js';
import type { Printer } from '../reference/print.js';
import type { RestPriced } from './rest.js';
import { minor } from './sale.js';
import type { ReturnPolicy } from './types.js';

/**
 * Gifts of the order that what is kept does not earn: all once nothing is kept, else those of promotions that are tested
 * again. They cost nothing, so no amount depends on them.
 */
export function giftsBack(
  breakdown: Breakdown,
  policy: ReturnPolicy,
  rest: RestPriced | undefined,
  isOver: boolean,
  printer: Printer,
): readonly Gift[] {
  if (isOver) return breakdown.gifts;
  if (rest === undefined || policy === 'keep') return [];
  const earned = new Map<string, number>();
  for (const gift of rest.breakdown.gifts)
    earned.set(keyOf(gift), (earned.get(keyOf(gift)) ?? 0) + gift.count);
  return breakdown.gifts.flatMap((gift) => {
    if (policy === 'rules' && !rest.retested.has(gift.promotion)) return [];
    const kept = Math.min(gift.count, earned.get(keyOf(gift)) ?? 0);
    earned.set(keyOf(gift), (earned.get(keyOf(gift)) ?? 0) - kept);
    return kept === gift.count ? [] : [fewer(gift, gift.count - kept, printer)];
  });
}

function keyOf({ promotion, skus }: Gift): string {
  return JSON.stringify([promotion, skus]);
}

/** The value of a gift is that of one, as often as it is given. */
function fewer({ promotion, skus, count, value }: Gift, back: number, printer: Printer): Gift {
  const worth =
    value === undefined ? {} : { value: printer.money((minor(value) * BigInt(back)) / BigInt(count)) };
  return { promotion, skus, count: back, ...worth };
}
