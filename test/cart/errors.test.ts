import { describe, expect, it } from 'vitest';
import type { CartError } from '../../src/cart/types.js';
import { cartMessages } from '../../src/cart/messages.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';
import { bareRules, cart, rules, withLine } from './support.js';

const LONG = 'x'.repeat(1001);

const noQuantity = { id: '1', sku: 'SHIRT', price: '129.00', store: 'S1' };
const twice = [
  { id: '7', sku: 'A', quantity: 1, price: '1.00', store: 'S1' },
  { id: '7', sku: 'B', quantity: 1, price: '1.00', store: 'S1' },
];

/** One mistake each: what it is called, the cart, and other rules where the mistake needs them. */
const mistakes: readonly (readonly [name: string, input: unknown, others?: CartRules])[] = [
  ['RC0001: a list for a cart', [cart]],
  ['RC0001: JSON that was not parsed', JSON.stringify(cart)],
  ['RC0001: a price that is no text', withLine({ price: 129 })],
  ['RC0001: text in a cart of minor units', { ...cart, amounts: 'minor', lines: [], usage: {} }],
  ['RC0001: null', withLine({ brand: null })],
  ['RC0001: null for a required attribute', withLine({ store: null })],
  ['RC0001: a flag in quotes', withLine({ clearance: 'true' })],
  ['RC0001: a number without quotes', withLine({ weight: 2.5 })],
  ['RC0001: a list of anything', withLine({ labels: ['new', 7] })],
  ['RC0001: one code alone', { ...cart, codes: 'CAT88' }],
  ['RC0001: no charges', { ...cart, shipping: {} }],
  ['RC0001: a quantity in quotes', withLine({ quantity: '2' })],
  ['RC0001: a date object', { ...cart, at: new Date(0) }],
  ['RC0001: a usage that is a number', { ...cart, usage: { CAT88: 3 } }],
  ['RC0001: a line that is a text', { ...cart, lines: ['SHIRT'] }],
  ['RC0002: no lines', { ...cart, lines: undefined }],
  ['RC0002: no quantity', { ...cart, lines: [noQuantity] }],
  ['RC0002: a quantity by another name', { ...cart, lines: [{ ...noQuantity, Quantity: 1 }] }],
  ['RC0002: a required attribute', withLine({ store: undefined })],
  ['RC0002: a gap', { ...cart, codes: ['A', undefined, 'B'] }],
  [
    'RC0002: an attribute that one amount cannot carry',
    { ...cart, currency: 'CNY', lines: [], usage: {} },
    {
      ...rules,
      attributes: { ...rules.attributes, shipping: [{ name: 'method', type: 'text', optional: false }] },
    },
  ],
  ['RC0003: a misspelt member', { ...cart, coupons: ['A'], code: ['CAT88'] }],
  ['RC0003: a misspelt count', { ...cart, usage: { CAT88: { totals: 1 } } }],
  ['RC0004: another currency', { ...cart, currency: 'USD' }],
  ['RC0005: no offset', { ...cart, at: '2026-11-11T00:30:00' }],
  ['RC0005: a day that does not exist', { ...cart, at: '2026-02-29T00:30:00Z' }],
  ['RC0005: a date alone', withLine({ restocked: '2026-11-11' })],
  ['RC0006: a decimal comma', withLine({ price: '129,00' })],
  ['RC0006: half a minor unit', { ...cart, amounts: 'minor', lines: [], shipping: 10.5, usage: {} }],
  ['RC0007: a decimal too many', withLine({ price: '129.005' })],
  ['RC0007: a decimal too many in a cost', withLine({ cost: '129.000' })],
  ['RC0007: decimals of yen', { currency: 'JPY', at: cart.at, lines: [], shipping: '5.0' }, bareRules(0)],
  ['RC0008: more than can be priced', withLine({ price: '90071992547409.92' })],
  ['RC0009: a line', withLine({ price: '90071992547409.91' })],
  [
    'RC0009: the goods',
    {
      ...cart,
      lines: ['1', '2'].map((id) => ({ ...cart.lines[0], id, quantity: 1, price: '90071992547409.91' })),
    },
  ],
  [
    'RC0009: goods and shipping',
    { ...withLine({ quantity: 1, price: '90071992547409.91' }), shipping: '0.01' },
  ],
  ['RC0010: a number in words', withLine({ weight: 'heavy' })],
  ['RC0011: no unit', withLine({ quantity: 0 })],
  ['RC0011: half a unit', withLine({ quantity: 1.5 })],
  ['RC0012: an id without a character', withLine({ id: '' })],
  ['RC0013: an id twice', { ...cart, lines: twice }],
  ['RC0014: an unknown word', { ...cart, customer: { tier: 'VIP' } }],
  ['RC0014: an unknown way of writing amounts', { ...cart, amounts: 'major' }],
  ['RC0015: less than nothing', { ...cart, usage: { CAT88: { total: -1 } } }],
  ['RC0016: codes', { ...cart, codes: Array.from({ length: 1001 }, (_, index) => String(index)) }],
  ['RC0016: lines', { ...cart, lines: new Array(10_001).fill(cart.lines[0]) }],
  ['RC0016: charges', { ...cart, shipping: new Array<number>(1001).fill(0) }],
  ['RC0016: texts of a list', withLine({ labels: new Array(1001).fill('new') })],
  [
    'RC0016: usage',
    { ...cart, usage: Object.fromEntries(Array.from({ length: 100_001 }, (_, at) => [at, {}])) },
  ],
  ['RC0017: an id', withLine({ id: LONG })],
  ['RC0017: an attribute', withLine({ brand: LONG })],
  ['RC0017: a code', { ...cart, codes: ['A', LONG] }],
];

const named = mistakes.map(([name, input, others = rules]) => ({ name, input, others }));

describe('the errors of a cart', () => {
  it.each(named)('$name', ({ input, others }) => {
    expect(errorsOf(input, others)).toMatchSnapshot();
  });

  it.each(named)('$name: that code alone, in a sentence without full stop', ({ name, input, others }) => {
    const errors = errorsOf(input, others);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set([name.slice(0, 6)]));
    for (const { message } of errors) expect(message).toMatch(/^[a-z`][^\n]*[^.]$/);
  });

  it('all have a mistake of their own here', () => {
    const tried = new Set(mistakes.map(([name]) => name.slice(0, 6)));
    // RC0018 follows a thousand others.
    const told = Object.keys(cartMessages).filter((code) => code !== 'RC0018');
    expect([...tried].toSorted()).toEqual(told.toSorted());
  });
});

function errorsOf(input: unknown, others: CartRules): readonly CartError[] {
  const result = validateCart(input, others);
  return result.ok ? [] : result.errors;
}
