import { evaluateExpressionSync } from '@gorules/zen-engine';
import { decidedPricer } from '../d11/decided.js';
import type { Breakdown, Cart } from '../yardstick/order.js';

/** A context is copied to native code, so it holds nothing that the expression does not read. */
function test<T>(expression: string, read: (from: T) => object): (from: T) => boolean {
  return (from) => evaluateExpressionSync(expression, read(from)) === true;
}

const amount =
  (expression: string) =>
  (left: number): number =>
    Number(evaluateExpressionSync(expression, { left }));

/**
 * The expression language of zen-engine decides, host code carries out. Expressions are evaluated on the calling thread,
 * unlike tables and graphs; they are read anew each time, for there is no way to keep them.
 */
export const zenExpressionsPricer = (): ((cart: Cart) => Breakdown) =>
  decidedPricer({
    isPromoted: test('brand in ["B03", "B11", "B19", "B27", "B42"]', ({ brand }) => ({ brand })),
    storeTier: amount('left >= 69900 ? 11000 : left >= 39900 ? 5000 : left >= 19900 ? 2000 : 0'),
    platform: amount('min([floor(left / 30000) * 5000, 50000])'),
    hasCode: test('contains(codes, "CAT88")', ({ codes }) => ({ codes })),
    isInCategories: test('category in ["C03", "C07"]', ({ category }) => ({ category })),
    cat88: amount('left >= 80000 ? 8800 : 0'),
    isVip: test('tier == "vip"', ({ customer }) => ({ tier: customer.tier })),
    member: amount('min([left * 5 / 100, 10000])'),
    postage: amount('left >= 9900 ? 0 : 1000'),
  });
