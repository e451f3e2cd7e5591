import { describe, expect, it } from 'vitest';
import { price, verify } from '../../src/index.js';
import { cartsOf, compileExample, exampleFolders, expectedBlocks, readExample } from './folder.js';
import { summary } from './summary.js';

describe.each(exampleFolders())('the example %s', (folder) => {
  it('says what each of its carts costs', () => {
    const carts = cartsOf(folder);
    expect(carts).toContain('cart.json');
    expect([...expectedBlocks(folder).keys()].sort()).toEqual(carts);
  });

  it.each(cartsOf(folder))('prices %s as worked out by hand', (name) => {
    const priced = price(compileExample(folder), JSON.parse(readExample(folder, name)));
    if (!priced.ok) throw new Error(JSON.stringify(priced.errors, null, 2));
    expect(summary(priced.breakdown)).toEqual(expectedBlocks(folder).get(name));
    expect(verify(priced.breakdown)).toEqual([]);
  });
});
