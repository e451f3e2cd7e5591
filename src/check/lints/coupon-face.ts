import { shownMoney } from './amounts.js';
import type { Lint } from './lint.js';

/** RK2003: a coupon worth as much as its threshold, or more, pays for a whole order. */
export const couponFace: Lint = (subject) => {
  for (const { discount, made, rule, threshold, where } of subject.sums) {
    if (rule.promotion.kind !== 'coupon' || discount.lt(threshold)) continue;
    subject.findings.add('RK2003', made.node.span, {
      threshold: shownMoney(threshold, subject.ruleset),
      discount: shownMoney(discount, subject.ruleset),
      where,
    });
  }
};
