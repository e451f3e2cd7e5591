import type { Decimal } from 'decimal.js';
import { type Case, capOf, numberOf, shownMoney } from './amounts.js';
import type { Lint } from './lint.js';
import type { Made, Rule } from './rule.js';

const NOWHERE: Case = { where: '' };

/** RK2007: a budget that no redemption fits into, so that the promotion never applies. */
export const budgetTooSmall: Lint = ({ findings, rules, ruleset }) => {
  for (const rule of rules) {
    const { budget } = rule.promotion;
    const clause = rule.statement.clauses.find(({ kind }) => kind === 'budget');
    const most = budget && numberOf(budget.amount, NOWHERE);
    if (budget === undefined || budget.partly || most === undefined || clause === undefined) continue;
    const amount = rule.offers.flatMap((made) => sumOf(made, rule) ?? []).find((sum) => sum.gt(most));
    if (amount === undefined) continue;
    findings.add('RK2007', clause.span, {
      budget: shownMoney(most, ruleset),
      amount: shownMoney(amount, ruleset),
    });
  }
};

/** What one redemption takes off, where that is a sum of money whatever is in the cart. */
function sumOf({ clause, offer }: Made, { promotion }: Rule): Decimal | undefined {
  if (clause.kind === 'every-units' || offer.kind !== 'take' || offer.amount.kind !== 'money')
    return undefined;
  if (offer.off !== 'scope' || offer.pick !== undefined || offer.units !== undefined) return undefined;
  const sum = numberOf(offer.amount.amount, NOWHERE);
  const cap = capOf([offer.limits, promotion.limits], NOWHERE);
  return sum !== undefined && cap?.lt(sum) === true ? cap : sum;
}
