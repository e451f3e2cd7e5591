import { Environment } from '@marcbachmann/cel-js';
import { decidedPricer } from '../d11/decided.js';
import type { Breakdown, Cart } from '../yardstick/order.js';

/** Numbers of JavaScript are doubles in CEL, so the amounts are written as such. */
const amounts = new Environment().registerVariable('left', 'double');
const lines = new Environment().registerVariable('brand', 'string').registerVariable('category', 'string');
const carts = new Environment().registerVariable('codes', 'list<string>').registerVariable('customer', 'map');

function amount(expression: string): (left: number) => number {
  const evaluate = amounts.parse(expression);
  return (left) => Number(evaluate({ left }));
}

function test(environment: Environment, expression: string): (data: object) => boolean {
  const evaluate = environment.parse(expression);
  return (data) => evaluate(data) === true;
}

/** CEL decides, its expressions parsed once; host code carries out. */
export const celPricer = (): ((cart: Cart) => Breakdown) =>
  decidedPricer({
    isPromoted: test(lines, 'brand in ["B03", "B11", "B19", "B27", "B42"]'),
    storeTier: amount(
      'left >= 69900.0 ? 11000.0 : left >= 39900.0 ? 5000.0 : left >= 19900.0 ? 2000.0 : 0.0',
    ),
    platform: amount('left >= 300000.0 ? 50000.0 : double(int(left / 30000.0)) * 5000.0'),
    hasCode: test(carts, '"CAT88" in codes'),
    isInCategories: test(lines, 'category in ["C03", "C07"]'),
    cat88: amount('left >= 80000.0 ? 8800.0 : 0.0'),
    isVip: test(carts, 'customer.tier == "vip"'),
    member: amount('left >= 200000.0 ? 10000.0 : left * 5.0 / 100.0'),
    postage: amount('left >= 9900.0 ? 0.0 : 1000.0'),
  });
