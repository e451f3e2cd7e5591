import { Decimal } from 'decimal.js';
import { numberOf, shownPercent } from './amounts.js';
import type { Lint } from './lint.js';
import type { Percentage } from './percentages.js';
import { isConfused } from './paid-or-off.js';

/** The share of the price, in percent, above which a discount looks like a mistake. */
const MOST = 60;

/** RK2004: 70 % off without a cap or a floor, or a percentage that grows with every step. */
export const largeShare: Lint = (subject) => {
  for (const found of subject.percentages) {
    const share = shareOf(found);
    if (share.lte(MOST) || isConfused(found) || isBounded(found)) continue;
    subject.findings.add('RK2004', found.made.node.span, {
      share: shownPercent(share),
      where: found.at.where === '' && share.gt(found.off) ? ' in the end' : found.at.where,
    });
  }
};

/** Under `every AMOUNT` a percentage counts once for each step, up to all of the price. */
function shareOf({ at, made, off, rule }: Percentage): Decimal {
  if (rule.promotion.opens.kind !== 'every-amount') return off;
  const times = [made.offer.limits, rule.promotion.limits]
    .flatMap(({ times: most }) => (most === undefined ? [] : [numberOf(most, at)]))
    .at(0);
  const share = times === undefined ? off.mul(100) : off.mul(times);
  return Decimal.min(share, 100);
}

function isBounded({ made, rule }: Percentage): boolean {
  const { floors, limits } = rule.promotion;
  const caps = [...made.offer.limits.caps, ...limits.caps];
  return floors.length > 0 || caps.length > 0;
}
