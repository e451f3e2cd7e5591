import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { cartDigest } from '../../src/cart/digest.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';
import { cart, rules, withLine } from './support.js';

const others: CartRules = {
  ...rules,
  attributes: {
    ...rules.attributes,
    line: [...rules.attributes.line, { name: '品牌', type: 'text', optional: true }],
  },
};

describe('the digest of a cart', () => {
  it('is SHA-256 over the canonical JSON of what the cart means', () => {
    const input = {
      ...withLine({ 品牌: '云杉 😀', cost: '80.50', clearance: true }),
      usage: { '9': {}, b: { total: 1 }, a: { spent: '2.00' } },
    };
    const none = { customer: 0, customerDay: 0, customerUnits: 0, spent: 0, total: 0 };
    const canonical = canonicalize({
      currency: 'CNY',
      instant: Date.UTC(2026, 10, 10, 16, 30),
      customer: { tier: 'vip' },
      order: {},
      codes: ['CAT88'],
      lines: [
        {
          id: '1',
          sku: 'SHIRT',
          quantity: 2,
          price: '12900',
          attributes: { store: 'S1', brand: 'mijia', 品牌: '云杉 😀', cost: 8050, clearance: true },
        },
      ],
      shipping: [{ id: 'shipping', amount: 1000, attributes: {} }],
      usage: [
        { ...none, promotion: 'a', spent: 200 },
        { ...none, promotion: 'b', total: 1 },
      ],
    });
    const expected = createHash('sha256')
      .update(canonical ?? '', 'utf8')
      .digest('hex');
    expect(digestOf(input)).toBe(`sha256:${expected}`);
  });

  it.each([
    ['shipping left out and shipping of 0', { ...cart, shipping: undefined }, { ...cart, shipping: '0.00' }],
    [
      'minor units',
      cart,
      {
        ...cart,
        amounts: 'minor',
        lines: [{ ...cart.lines[0], price: 12900 }],
        shipping: 1000,
        usage: { CAT88: { total: 9120, spent: 40128000 } },
      },
    ],
    ['another offset', cart, { ...cart, at: '2026-11-10T16:30:00.000Z' }],
    ['a code twice', cart, { ...cart, codes: ['CAT88', 'CAT88'] }],
    ['a flag of false', cart, withLine({ clearance: false })],
    ['undeclared attributes', cart, withLine({ colour: 'red' })],
    ['a number written otherwise', withLine({ weight: '2.50' }), withLine({ weight: '2.5' })],
    ['usage of nothing', { ...cart, usage: undefined }, { ...cart, usage: { CAT88: { total: 0 } } }],
  ])('does not tell apart: %s', (_, one, other) => {
    expect(digestOf(one)).toBe(digestOf(other));
  });

  it.each([
    ['a price', withLine({ price: '129.01' })],
    ['an instant', { ...cart, at: '2026-11-11T00:30:00.001+08:00' }],
    ['an attribute', withLine({ brand: 'Mijia' })],
    ['an attribute that is missing', withLine({ brand: undefined })],
    ['a flag', withLine({ clearance: true })],
    ['a code', { ...cart, codes: [] }],
    ['usage', { ...cart, usage: { CAT88: { total: 1 } } }],
    ['half a surrogate pair', withLine({ brand: '\uD83D' })],
    ['the escape of half a surrogate pair', withLine({ brand: '\\ud83d' })],
    ['the sign that stands for what cannot be read', withLine({ brand: '\uFFFD' })],
  ])('tells apart: %s', (_, other) => {
    const all = [cart, other].map(digestOf);
    expect(new Set(all).size).toBe(2);
    expect(all[1]).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('counts the order of the lines, for a breakdown lists them so', () => {
    const lines = [...cart.lines, { ...cart.lines[0], id: '2' }];
    expect(digestOf({ ...cart, lines })).not.toBe(digestOf({ ...cart, lines: lines.toReversed() }));
  });
});

function digestOf(input: unknown): string {
  const result = validateCart(input, others);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return cartDigest(result.cart, others.attributes);
}
