import { describe, expect, test } from 'vitest';
import { reckon, type World } from './memory-io.js';
import { BROKEN_RULES, CART, FILES, RULES } from './shop.js';

const SCENARIO = ['scenario', '--rules', 'shop.reckon', '--cart', 'cart.json'];

function withCart(change: Readonly<Record<string, unknown>>): NonNullable<World['files']> {
  return { ...FILES, 'cart.json': JSON.stringify({ ...(JSON.parse(CART) as object), ...change }) };
}

describe('scenario', () => {
  test('prints what can be pasted, and holds', async () => {
    const { code, out, err } = await reckon([...SCENARIO, '--lines'], { files: FILES });
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(`scenario "cart"
  at 2026-11-10 16:30
  customer tier vip
  cart
    2 of "衬衫" at 129.00 store "S1" cost 100.00
  expect store-tiers takes 20.00
  expect vip-5 takes 11.90
  expect line "1" pays 226.10
  expect pay 226.10
`);
    const tested = await reckon(['test', 'x.reckon'], { files: { 'x.reckon': RULES + out } });
    expect(tested).toMatchObject({ code: 0, err: '' });
  });

  test('takes its title from the file of the cart, and numbers it', async () => {
    const cart = 'carts/late-night_cart.json';
    const title = async (files: NonNullable<World['files']>): Promise<string | undefined> => {
      const { out } = await reckon(['scenario', '--rules', 'shop.reckon', '--cart', cart], { files });
      return out.split('\n')[0];
    };
    const files = { ...FILES, [cart]: CART };
    expect(await title(files)).toBe('scenario "late night cart"');
    const taken = 'scenario "late night cart" customer tier none expect pay 0.00\n';
    expect(await title({ ...files, 'shop.reckon': RULES + taken })).toBe('scenario "late night cart 2"');
    const imported = { ...files, 'shop.reckon': 'import "base.reckon"', 'base.reckon': RULES + taken };
    expect(await title(imported)).toBe('scenario "late night cart 2"');
  });

  test('takes another title, instant and codes, and the cart from standard input', async () => {
    const args = ['--title', 'spring', '--at', '2026-04-01T00:00:00Z', '--code', 'SPRING'];
    const { code, out } = await reckon(['scenario', '--rules', 'shop.reckon', '--cart', '-', ...args], {
      files: FILES,
      input: CART,
    });
    expect(code).toBe(0);
    expect(out).toContain('scenario "spring"\n  at 2026-04-01\n');
    expect(out).toContain('  code "SPRING"\n');
    expect(out).toContain('  expect SPRING takes 10.00\n');
    const unnamed = await reckon(['scenario', '--rules', 'shop.reckon', '--cart', '-'], {
      files: FILES,
      input: CART,
    });
    expect(unnamed.out).toContain('scenario "a cart"\n');
  });

  test('does not give a title twice', async () => {
    const files = { ...FILES, 'shop.reckon': `${RULES}scenario "x" customer tier none expect pay 0.00` };
    const { code, err } = await reckon([...SCENARIO, '--title', 'x'], { files });
    expect([code, err]).toEqual([2, 'error: `shop.reckon` has a scenario with the title `x` already\n']);
  });

  test('tells a broken guarantee that it expects', async () => {
    const lines = [{ id: '1', sku: 'A', quantity: 1, price: '300.00', store: 'S1', cost: '300.00' }];
    const { code, out, err } = await reckon(SCENARIO, { files: withCart({ lines }) });
    expect([code, err]).toEqual([
      0,
      'warning: the price breaks the guarantee `no loss`: the scenario expects it\n',
    ]);
    expect(out).toContain('  expect violation "no loss"\n');
  });

  test('tells what it has no words for, and fails where that changes the price', async () => {
    const usage = { 'vip-5': { customerUnits: 1 } };
    const told = 'warning: a scenario has no words for `usage.vip-5.customerUnits`: it is left out\n';
    expect(await reckon(SCENARIO, { files: withCart({ usage }) })).toMatchObject({ code: 0, err: told });
    const limited = RULES.replace('take 5% off', 'take 5% off for at most 1 units per customer');
    const files = { ...withCart({ usage }), 'shop.reckon': limited };
    expect(await reckon(SCENARIO, { files })).toMatchObject({
      code: 1,
      err: `${told}warning: the scenario does not hold: what is left out of it changes the price\n`,
    });
  });

  test('is not written from rules or a cart with errors', async () => {
    const broken = await reckon(SCENARIO, { files: { ...FILES, 'shop.reckon': BROKEN_RULES } });
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain('2 errors in 1 file');
    const cart = await reckon(SCENARIO, { files: withCart({ at: 'now' }) });
    expect([cart.code, cart.out]).toEqual([1, '']);
    expect(cart.err).toContain('1 error in cart.json');
    const at = await reckon([...SCENARIO, '--at', 'now'], { files: FILES });
    expect([at.code, at.out]).toEqual([2, '']);
    expect(at.err).toContain('`--at` must be');
  });
});
