import { describe, expect, it } from 'vitest';
import {
  type Breakdown,
  breakdownJson,
  type CartInput,
  compile,
  load,
  plainBreakdown,
  planOf,
} from '../../src/index.js';

const RULES = `currency CNY
line has store text
layers item, store, shipping
promotion item
  layer item
  on lines where store is "S1"
  take 15% off each line
promotion store
  layer store
  for each store
  spend 20.00 take 3.00 off
promotion postage
  layer shipping
  spend 10.00 ship free
`;

function shop(): (cart: CartInput) => Breakdown {
  const compiled = compile(RULES);
  const loaded = compiled.ok ? load(JSON.stringify(planOf(compiled.ruleset))) : undefined;
  if (!loaded?.ok) throw new Error('the rules do not load');
  const { pricer } = loaded;
  return (cart) => {
    const checked = pricer.validate(cart);
    if (!checked.ok) throw new Error(checked.errors.map(({ message }) => message).join('\n'));
    return pricer.priceValid(checked.cart);
  };
}

function cartOf(...prices: readonly string[]): CartInput {
  return {
    currency: 'CNY',
    at: '2026-11-11T00:30:00+08:00',
    lines: prices.map((price, n) => ({
      id: `l${n}`,
      sku: `K${n}`,
      quantity: 1,
      price,
      store: `S${n % 2}`,
    })),
    shipping: '8.00',
  };
}

const CART = cartOf('12.34', '23.45', '7.89');
const LARGE = cartOf(...Array.from({ length: 200 }, (_, n) => `${n}.99`));

describe('what a breakdown tells when it is read', () => {
  it.each([
    ['a small one', cartOf('99.99', '0.01')],
    ['one past the arrays that are kept', LARGE],
    ['an empty one', cartOf()],
  ])('is what it would have told at once, after other carts were priced: %s', (_, other) => {
    const price = shop();
    const atOnce = breakdownJson(price(CART));
    const read = price(CART);
    for (let times = 0; times < 3; times += 1) price(other);
    expect(breakdownJson(read)).toBe(atOnce);
    expect(JSON.stringify(read)).toBe(atOnce);
    expect(breakdownJson(price(CART))).toBe(atOnce);
  });

  it('is told the same way however often it is read', () => {
    const { lines, shipping } = shop()(CART);
    const [first] = lines;
    expect(first?.adjustments).toBe(first?.adjustments);
    expect([first?.list, first?.pay, first?.units]).toEqual(['12.34', '10.51', [{ count: 1, pay: '10.51' }]]);
    expect([shipping[0]?.list, shipping[0]?.pay]).toEqual(['8.00', '0.00']);
    expect(shipping[0]?.adjustments).toMatchObject([{ promotion: 'postage', amount: '8.00' }]);
  });

  it('is plain data in a plain breakdown, for copies of it say the same', () => {
    const read = shop()(CART);
    const plain = plainBreakdown(read);
    expect(structuredClone(plain)).toEqual(JSON.parse(breakdownJson(read)));
    expect(JSON.stringify({ ...plain, lines: plain.lines.map((line) => ({ ...line })) })).toBe(
      breakdownJson(read),
    );
  });
});
