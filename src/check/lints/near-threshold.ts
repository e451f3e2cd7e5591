import { shownMoney, shownPercent } from './amounts.js';
import type { Lint } from './lint.js';

/** The share of its threshold, in percent, above which a sum looks like a slip of the keyboard. */
const MOST = 50;

/** RK2002: 200.00 off 200.00, where 20.00 was meant. */
export const nearThreshold: Lint = (subject) => {
  for (const { discount, made, rule, threshold, where } of subject.sums) {
    const share = discount.div(threshold).mul(100);
    const isFree = rule.promotion.kind === 'coupon' && share.gte(100);
    if (share.lte(MOST) || isFree) continue;
    subject.findings.add('RK2002', made.node.span, {
      threshold: shownMoney(threshold, subject.ruleset),
      discount: shownMoney(discount, subject.ruleset),
      share: shownPercent(share),
      most: MOST,
      where,
    });
  }
};
