import { describe, expect, it } from 'vitest';
import {
  type Breakdown,
  type CartInput,
  compile,
  plainBreakdown,
  type Ruleset,
  verify,
} from '../../src/index.js';
import { price } from '../support/price.js';
import { edited } from './edit.js';

const RULES = 'currency CNY\npromotion ten "Ten off"\n  spend 100.00 take 10.00 off\n  funded by shop 100%\n';
const CART: CartInput = {
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  lines: [{ id: '1', sku: 'SHIRT', quantity: 3, price: '45.37' }],
};

function compiled(rules: string, name = 'ten.reckon'): Ruleset {
  const result = compile(rules, { name });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.ruleset;
}

const ruleset = compiled(RULES);
const origin = { ruleset, cart: CART };

function pricedWith(
  options: { hints?: boolean; cartDigest?: boolean; explain?: readonly string[] } = {},
): Breakdown {
  const result = price(ruleset, CART, options);
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return plainBreakdown(result.breakdown);
}

const breakdown = pricedWith();

describe('with the rules and the cart it was made from', () => {
  it.each([
    ['plain', breakdown],
    ['with hints', pricedWith({ hints: true })],
    ['with the digest of its cart', pricedWith({ cartDigest: true })],
    ['with explanations', pricedWith({ explain: ['ten'] })],
    ['with its members in another order', Object.fromEntries(Object.entries(breakdown).reverse())],
  ])('a breakdown %s holds', (_, one) => {
    expect(verify(one, origin)).toEqual([]);
  });

  it('what does not add up is told first, without rules and cart', () => {
    const broken = edited(breakdown, { 'total.pay': '126.10' });
    expect(verify(broken, origin)).toEqual(verify(broken));
  });

  it('the first member that differs is named with both values', () => {
    const cheaper = edited(breakdown, { 'promotions[0].threshold.measured': '136.10' });
    expect(verify(cheaper)).toEqual([]);
    expect(verify(cheaper, origin)).toEqual([
      {
        equation: 'repriced',
        path: 'promotions[0].threshold.measured',
        expected: '"136.11"',
        found: '"136.10"',
        message:
          'the rules and the cart, priced again, give what the breakdown says; it names no cart by its digest, so this may be another: expected "136.11", found "136.10"',
      },
    ]);
  });

  it('a member more or less is named', () => {
    const paths = (changes: Readonly<Record<string, unknown>>): readonly string[] =>
      verify(edited(breakdown, changes), origin).map(
        ({ path, expected, found }) => `${path}: ${expected}, ${found}`,
      );
    expect(paths({ 'promotions[0].title': undefined })).toEqual(['promotions[0].title: "Ten off", nothing']);
    expect(paths({ 'promotions[0].texts': [] })).toEqual(['promotions[0].texts: nothing, a list']);
    expect(paths({ 'refused[0]': { reason: 'unknown-code', code: 'X' } })).toEqual([
      'refused: 0 entries, 1 entry',
    ]);
  });
});

describe('with other rules or another cart', () => {
  const other = compiled(RULES.replace('10.00', '11.00'));
  const named = pricedWith({ cartDigest: true });
  const equations = (one: unknown, against: typeof origin): readonly string[] =>
    verify(one, against).map(({ equation, path }) => `${equation} ${path}`);

  it('other rules are told by their digest, and nothing else is', () => {
    expect(verify(breakdown, { ruleset: other, cart: CART })).toEqual([
      {
        equation: 'ruleset',
        path: 'ruleset',
        expected: other.digest,
        found: ruleset.digest,
        message: `the rules are those that the breakdown was made from: expected ${other.digest}, found ${ruleset.digest}`,
      },
    ]);
  });

  it('another cart is told by its digest where the breakdown has one', () => {
    const cart = { ...CART, lines: [{ ...CART.lines[0]!, price: '45.38' }] };
    expect(equations(named, { ruleset, cart })).toEqual(['cart cart']);
    expect(equations(breakdown, { ruleset, cart })).toContain('repriced total.pay');
  });

  it('a cart that is written otherwise is the same cart', () => {
    const [line] = CART.lines;
    const cart = { ...CART, codes: [], shipping: '0.00', lines: [{ ...line!, tint: 'undeclared' }] };
    expect(equations(named, { ruleset, cart })).toEqual([]);
  });

  it('a cart that cannot be priced is told with its mistakes', () => {
    const cart = { ...CART, lines: [{ ...CART.lines[0]!, quantity: 0 }] };
    expect(verify(breakdown, { ruleset, cart })[0]).toMatchObject({
      equation: 'cart-valid',
      path: 'lines[0].quantity',
      found: '0',
    });
    expect(equations(breakdown, { ruleset, cart: null as unknown as CartInput })[0]).toMatch(/^cart-valid/);
  });

  it('rules that were moved or formatted mean the same: only places differ', () => {
    const moved = compiled(`\n\n# moved\n${RULES}`, 'elsewhere.reckon');
    expect(equations(breakdown, { ruleset: moved, cart: CART })).toEqual([
      'place promotions[0].file',
      'place promotions[0].line',
    ]);
  });

  it('rules that compile did not make are a mistake in the program', () => {
    expect(() => verify(breakdown, { ruleset: {} as Ruleset, cart: CART })).toThrow(TypeError);
  });
});
