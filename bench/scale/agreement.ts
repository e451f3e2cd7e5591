import type { Breakdown } from '../yardstick/order.js';
import { linesByHand, type Priced, shortText, takenText, totalText } from '../yardstick/priced.js';

/** What the indexed yardstick says of a cart, in the words of Reckon: a promotion for one key has one standing. */
export function scalePriced(byHand: Breakdown): Priced {
  const { lines, rules, notApplied, list, discount, shipping, payable } = byHand;
  const amounts = new Map<string, number>();
  for (const { rule, amount } of rules) amounts.set(rule, (amounts.get(rule) ?? 0) + amount);
  return {
    total: totalText(list, discount, shipping, payable),
    lines: linesByHand(lines, () => ''),
    promotions: [...amounts].map(([rule, amount]) => takenText(rule, '', amount)).sort(),
    refused: notApplied.map(({ rule, need, actual }) => shortText(rule, '', actual, need)).sort(),
  };
}
