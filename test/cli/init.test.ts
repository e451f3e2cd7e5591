import { describe, expect, test } from 'vitest';
import { reckon, type World } from './memory-io.js';

describe('init', () => {
  test.each([
    [[], 'shop.reckon', 'cart.json'],
    [['my-shop'], 'my-shop/shop.reckon', 'my-shop/cart.json'],
    [['./a/b/'], 'a/b/shop.reckon', 'a/b/cart.json'],
  ])('%j writes a rule file and a cart with which every command succeeds', async (args, rules, cart) => {
    const { code, out, err, files: written } = await reckon(['init', ...args]);
    expect([code, err]).toEqual([0, '']);
    expect(Object.keys(written)).toEqual([rules, cart]);
    expect(out).toContain(`wrote ${rules} and ${cart}\n\nNext:\n  reckon check ${rules} `);
    const world: World = { files: written };
    expect(await reckon(['check', rules], world)).toMatchObject({ code: 0, screen: '' });
    const tested = await reckon(['test', rules, '--threshold', '100'], world);
    expect([tested.code, tested.err]).toEqual([0, '']);
    expect(tested.out).toContain('4 scenarios in 1 file: 4 passed, 0 failed');
    const priced = await reckon(['price', '--rules', rules, '--cart', cart], world);
    expect([priced.code, priced.err]).toEqual([0, '']);
    const scenario = await reckon(['scenario', '--rules', rules, '--cart', cart], world);
    expect([scenario.code, scenario.err]).toEqual([0, '']);
  });

  test.each([
    [{ 'cart.json': '{}' }, '`cart.json` is'],
    [{ 'cart.json': '', 'shop.reckon': '' }, '`shop.reckon` and `cart.json` are'],
    [{ 'shop.reckon': { code: 'EISDIR' } }, '`shop.reckon` is'],
  ])('never replaces a file: %j', async (files, what) => {
    expect(await reckon(['init'], { files })).toMatchObject({
      code: 2,
      out: '',
      err: `error: ${what} there already: nothing was written\n`,
      files: {},
    });
  });
});
