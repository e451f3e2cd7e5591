import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { cartJsonSchema } from '../../src/cart/schema.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';
import { bareRules, cart, rules, withLine } from './support.js';

const strict = { strict: true, allErrors: true };
const general = new Ajv2020(strict).compile(cartJsonSchema());
const accepts = new Ajv2020(strict).compile(cartJsonSchema(rules));

const minor = {
  ...cart,
  amounts: 'minor',
  lines: [{ ...cart.lines[0], price: 12900, cost: 8000 }],
  shipping: [{ id: 'a', amount: 0, method: 'air' }],
  usage: {},
};

describe('the JSON Schema of a cart', () => {
  it('is plain JSON, and the same each time', () => {
    const schema = cartJsonSchema(rules);
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(cartJsonSchema(rules)).toEqual(schema);
  });

  it('of a ruleset knows its declarations', () => {
    expect(cartJsonSchema(rules)).toMatchSnapshot();
  });

  it.each([
    ['the example', cart],
    ['minor units', minor],
    ['an empty cart', { currency: 'CNY', at: cart.at, lines: [] }],
    ['undeclared attributes', { ...withLine({ colour: 7, size: null }), customer: { id: 5 } }],
    ['a missing flag', withLine({})],
  ])('accepts %s, with the rules and without', (_, input) => {
    expect([accepts(input), general(input), validateCart(input, rules).ok]).toEqual([true, true, true]);
  });

  it.each([
    ['another currency', { ...cart, currency: 'USD' }],
    ['an unknown member of a word list', { ...cart, customer: { tier: 'gold' } }],
    ['a missing required attribute', withLine({ store: undefined })],
    ['a decimal too many', withLine({ price: '1.005' })],
    ['an attribute of another type', withLine({ labels: 'a' })],
    ['a decimal too many in an attribute', withLine({ cost: '1.005' })],
  ])('refuses %s when made from the rules', (_, input) => {
    const sent: unknown = JSON.parse(JSON.stringify(input));
    expect([accepts(sent), general(sent), validateCart(sent, rules).ok]).toEqual([false, true, false]);
  });

  it.each([
    ['an unknown member', { ...cart, lnes: [] }],
    ['an unknown count', { ...cart, usage: { A: { totals: 1 } } }],
    ['numbers for amounts in major units', withLine({ price: 129 })],
    ['texts for amounts in minor units', { ...minor, shipping: '10.00' }],
    ['another word for amounts', { ...minor, amounts: 'major' }],
    ['no lines', { currency: 'CNY', at: cart.at }],
    ['a quantity of 0', withLine({ quantity: 0 })],
    ['an empty id', withLine({ id: '' })],
    ['an instant without offset', { ...cart, at: '2026-11-11T00:30:00' }],
  ])('refuses %s, with the rules and without', (_, input) => {
    expect([accepts(input), general(input), validateCart(input, rules).ok]).toEqual([false, false, false]);
  });

  it.each([
    ['ids that repeat', { ...cart, lines: [cart.lines[0], cart.lines[0]] }],
    ['a day that does not exist', { ...cart, at: '2026-02-30T00:00:00Z' }],
    ['an amount beyond the greatest', withLine({ price: '9'.repeat(20) })],
    ['a sum beyond the greatest', withLine({ price: '90071992547409.91' })],
  ])('cannot say: %s', (_, input) => {
    expect([accepts(input), validateCart(input, rules).ok]).toEqual([true, false]);
  });

  it('has as many decimals as the currency, and six for finer prices', () => {
    const line = (price: string) => ({ id: '1', sku: 'A', quantity: 1, price });
    const fine: CartRules = { ...bareRules(0), prices: { mode: 'half-up', per: 'line' } };
    const accepted = ['5', '5.1', '5.123456', '5.1234567'].map((price) =>
      [bareRules(0), bareRules(3), fine].map((some) => {
        const input = { currency: some.currency.code, at: cart.at, lines: [line(price)] };
        return new Ajv2020(strict).compile(cartJsonSchema(some))(input);
      }),
    );
    expect(accepted).toEqual([
      [true, true, true],
      [false, true, true],
      [false, false, true],
      [false, false, false],
    ]);
  });

  it('allows one amount of 0 where charges must carry attributes', () => {
    const method = { name: 'method', type: 'text' as const, optional: false };
    const others: CartRules = { ...rules, attributes: { ...rules.attributes, shipping: [method] } };
    const allows = new Ajv2020(strict).compile(cartJsonSchema(others));
    const carts = ['0', '0.00', '0.01', []].map((shipping) => ({ ...cart, shipping }));
    expect(carts.map((input) => allows(input))).toEqual([true, true, false, true]);
    expect(carts.map((input) => validateCart(input, others).ok)).toEqual([true, true, false, true]);
  });
});
