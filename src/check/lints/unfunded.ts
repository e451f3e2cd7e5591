import type { Lint } from './lint.js';
import type { Rule } from './rule.js';

/** RK2010: a promotion that does not say who pays for it, where most others do. */
export const unfunded: Lint = ({ findings, rules }) => {
  const costing = rules.filter(takes);
  const silent = costing.filter(({ promotion }) => promotion.funding.length === 0);
  if (silent.length * 2 >= costing.length) return;
  for (const { promotion, statement } of silent) {
    findings.add('RK2010', statement.name.span, { name: promotion.id });
  }
};

/** A gift is not paid for by anybody's share of the price. */
function takes(rule: Rule): boolean {
  return rule.offers.some(({ offer }) => offer.kind !== 'give');
}
