import { describe, expect, it } from 'vitest';
import { type Breakdown, type CartInput, verify } from '../../src/index.js';
import { price } from '../support/price.js';
import { cartsOf, compileExample, exampleFolders, expectedBlocks, readCart } from './folder.js';
import { summary } from './summary.js';

describe.each(exampleFolders())('the example %s', (folder) => {
  const carts = cartsOf(folder);

  function priceCart(cart: CartInput): Breakdown {
    const priced = price(compileExample(folder), cart);
    if (!priced.ok) throw new Error(JSON.stringify(priced.errors, null, 2));
    return priced.breakdown;
  }

  it('says what each of its carts costs', () => {
    expect(carts).toContain('cart.json');
    expect([...expectedBlocks(folder).keys()].sort()).toEqual(carts);
  });

  it.each(carts)('prices %s as worked out by hand', (name) => {
    const breakdown = priceCart(readCart(folder, name));
    expect(summary(breakdown)).toEqual(expectedBlocks(folder).get(name));
    expect(verify(breakdown)).toEqual([]);
  });

  it.each(carts)('prices %s the same with its lines the other way round', (name) => {
    const cart = readCart(folder, name);
    const reversed = { ...cart, lines: cart.lines.toReversed() };
    expect(new Set(summary(priceCart(reversed)))).toEqual(new Set(expectedBlocks(folder).get(name)));
  });
});
