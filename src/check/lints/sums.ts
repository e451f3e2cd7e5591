import type { Decimal } from 'decimal.js';
import type { Offer, Ruleset, Scalar } from '../ruleset.js';
import { type Case, capOf, casesOf, numberOf } from './amounts.js';
import type { Made, Rule } from './rule.js';

/** A threshold, and the fixed sum that is taken off once it is reached. */
export interface SumOff {
  readonly rule: Rule;
  readonly made: Made;
  readonly threshold: Decimal;
  readonly discount: Decimal;
  readonly where: string;
}

/** The sums that promotions take off a whole scope once so much is spent, those of table rows too. */
export function sumsOff(rules: readonly Rule[], ruleset: Ruleset): readonly SumOff[] {
  return rules.flatMap((rule) =>
    rule.offers.flatMap((made) =>
      casesOf(rule.promotion, ruleset).flatMap((at) => sumOff(rule, made, at) ?? []),
    ),
  );
}

function sumOff(rule: Rule, made: Made, at: Case): SumOff | undefined {
  if (made.spend === undefined || !isOfGoods(made.spend.counting)) return undefined;
  const threshold = numberOf(made.spend.amount, at);
  const discount = threshold && sumAt(threshold, made.offer, at);
  if (threshold === undefined || discount === undefined || !threshold.gt(0)) return undefined;
  const cap = capOf([made.offer.limits, rule.promotion.limits], at);
  const least = cap?.lt(discount) === true ? cap : discount;
  return { rule, made, threshold, discount: least, where: at.where };
}

/** What is spent on goods can be compared with what is taken off them; a deposit or points cannot. */
function isOfGoods(counting: Scalar): boolean {
  return counting.op === 'measure' && (counting.what === 'list' || counting.what === 'left');
}

function sumAt(threshold: Decimal, offer: Offer, at: Case): Decimal | undefined {
  if (
    (offer.kind !== 'take' && offer.kind !== 'pay') ||
    offer.pick !== undefined ||
    offer.units !== undefined
  )
    return undefined;
  if (offer.amount.kind !== 'money' || (offer.kind === 'take' && offer.off !== 'scope')) return undefined;
  const amount = numberOf(offer.amount.amount, at);
  return amount && (offer.kind === 'take' ? amount : threshold.sub(amount));
}
