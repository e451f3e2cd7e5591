import type { Expression } from '../../syntax/ast.js';
import type { Lint } from './lint.js';
import type { Made } from './rule.js';

/** Up to this many units people count: a dozen. */
const MOST = 12;

/** RK2011: `every 3 make the cheapest 1 free`, which is one for each 3.00 that is spent and not one in three. */
export const unitsMeant: Lint = ({ findings, rules, ruleset: { currency } }) => {
  for (const { clause } of rules.flatMap(({ offers }) => offers.filter(isOfUnits).slice(0, 1))) {
    if (clause.kind !== 'every-amount' || !isFew(clause.amount)) continue;
    const { digits, span } = clause.amount;
    const money = `${digits}.${'0'.repeat(currency.digits)}`;
    const orMoney = currency.digits === 0 ? '' : `, \`every ${money}\` for money`;
    findings.add('RK2011', span, { digits, currency: currency.code, orMoney });
  }
};

/** Whether an offer is of whole units that come again with every step. */
function isOfUnits({ offer }: Made): boolean {
  if (offer.kind === 'give' || offer.kind === 'add-on') return true;
  return 'pick' in offer && offer.pick !== undefined;
}

/** A whole number as one writes units; who means money writes its decimals. */
function isFew(amount: Expression): amount is Extract<Expression, { kind: 'number' }> {
  return amount.kind === 'number' && /^\d+$/.test(amount.digits) && Number(amount.digits) <= MOST;
}
