import type { Breakdown, Cart, NotApplied } from '../yardstick/order.js';
import {
  linesByHand,
  type Priced,
  refusedText,
  shortText,
  takenText,
  totalText,
} from '../yardstick/priced.js';
import { CATEGORIES, type D11Numbers, POSTAGE } from './numbers.js';

/** Which words of the language keep coupon and member price apart: a `best` layer, or `not with`. */
export type Apart = 'best' | 'not-with';

/** What D11 by hand says of a cart, in the words of Reckon. */
export function d11Priced(
  cart: Cart,
  byHand: Breakdown,
  { freeFrom }: D11Numbers,
  apart: Apart = 'best',
): Priced {
  const { lines, rules, notApplied, list, discount, goods, shipping, payable } = byHand;
  const taken = rules
    .filter(({ rule }) => rule !== 'shipping')
    .map(({ rule, group, amount }) => takenText(rule, group, amount));
  const refused = notApplied.map((refusal) => refusalOf(cart, byHand, refusal, apart));
  // By hand shipping is a fee that may be waived; in the rule file it is a charge that a promotion takes off.
  if (shipping === 0) taken.push(takenText('postage', '', POSTAGE));
  else refused.push(shortText('postage', '', goods, freeFrom));
  return {
    total: totalText(list, discount, shipping, payable),
    lines: linesByHand(lines, ({ group }) => group),
    promotions: taken.sort(),
    refused: [...refused.filter((text) => text !== undefined), ...unknownCodes(cart)].sort(),
  };
}

/** Nothing where Reckon does not tell it: a promotion without a line in scope, a coupon without its code. */
function refusalOf(cart: Cart, byHand: Breakdown, refusal: NotApplied, apart: Apart): string | undefined {
  const { rule, group, reason, need, actual } = refusal;
  switch (reason) {
    case 'NO_MATCHING_LINES':
    case 'NO_CODE':
    case 'WAIVED':
      return undefined;
    case 'NOT_ELIGIBLE':
      return refusedText(rule, group, 'condition-false');
    case 'NOTHING_LEFT':
      return refusedText(rule, group, 'nothing-left');
    case 'EXCLUDED_BY':
      return refusedText(rule, group, apart === 'best' ? 'lost' : 'excluded');
    default:
      return rule === 'cat88'
        ? couponShort(cart, byHand, refusal, apart)
        : shortText(rule, group, actual, need);
  }
}

/** Under `not with` a coupon that is short beside a member price is excluded by it: the choice comes before the threshold. */
function couponShort(cart: Cart, byHand: Breakdown, refusal: NotApplied, apart: Apart): string {
  const { rule, group, need, actual } = refusal;
  if (!cart.lines.some(({ category }) => CATEGORIES.includes(category)))
    return refusedText(rule, group, 'no-lines');
  const member = byHand.rules.some((other) => other.rule === 'member');
  if (apart === 'not-with' && member) return refusedText(rule, group, 'excluded');
  return shortText(rule, group, actual, need);
}

const unknownCodes = ({ codes }: Cart): readonly string[] =>
  codes.filter((code) => code !== 'CAT88').map((code) => `unknown-code ${code}`);

/** How often each promotion applied over many carts, and how often shipping was charged. */
export type Counts = Readonly<Record<string, number>>;

export function countsOf(breakdowns: Iterable<Breakdown>): Counts {
  const counts: Record<string, number> = {};
  for (const { rules } of breakdowns) {
    for (const { rule } of rules) counts[rule] = (counts[rule] ?? 0) + 1;
  }
  return counts;
}
