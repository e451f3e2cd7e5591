import type { Cart, CartError, CartInput, CartLineInput } from '../../src/cart/types.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';

/** The declarations of the language's first example, with one attribute of every other type beside them. */
export const rules: CartRules = {
  currency: { code: 'CNY', digits: 2 },
  attributes: {
    line: [
      { name: 'store', type: 'text', optional: false },
      { name: 'brand', type: 'text', optional: true },
      { name: 'cost', type: 'money', optional: true },
      { name: 'clearance', type: 'flag', optional: false },
      { name: 'weight', type: 'number', optional: true },
      { name: 'restocked', type: 'time', optional: true },
      { name: 'labels', type: 'list', optional: true },
    ],
    customer: [{ name: 'tier', type: 'one-of', optional: true, members: ['none', 'vip'] }],
    order: [{ name: 'deposit', type: 'money', optional: true }],
    shipping: [{ name: 'method', type: 'text', optional: true }],
  },
};

const line: CartLineInput = {
  id: '1',
  sku: 'SHIRT',
  quantity: 2,
  price: '129.00',
  store: 'S1',
  brand: 'mijia',
  category: 'apparel',
};

/** A cart that those rules accept. */
export const cart: CartInput = {
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  customer: { id: 'c1', tier: 'vip' },
  order: { channel: 'app' },
  codes: ['CAT88'],
  lines: [line],
  shipping: '10.00',
  usage: { CAT88: { customer: 0, customerDay: 0, total: 9120, spent: '401280.00' } },
};

/** The cart with other members in its one line. */
export function withLine(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...cart, lines: [{ ...line, ...members }] };
}

/** Rules that declare nothing, in a currency with so many decimals. */
export function bareRules(digits: number): CartRules {
  const code = ['JPY', 'ZZZ', 'CNY', 'KWD', 'CLF'][digits] ?? 'CNY';
  return { currency: { code, digits }, attributes: { line: [], customer: [], order: [], shipping: [] } };
}

/** The cart that the validator makes of it. */
export function accepted(input: unknown, others: CartRules = rules): Cart {
  const result = validateCart(input, others);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.cart;
}

/** What the validator finds wrong with it. */
export function refused(input: unknown, others: CartRules = rules): readonly CartError[] {
  const result = validateCart(input, others);
  return result.ok ? [] : result.errors;
}
