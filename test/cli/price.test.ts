import { describe, expect, test } from 'vitest';
import { breakdownText } from '../../src/breakdown/text.js';
import type { Breakdown } from '../../src/breakdown/types.js';
import { type Ran, reckon, type World } from './memory-io.js';
import { CART, FILES, WARNED_RULES } from './shop.js';

const PRICE = ['price', '--rules', 'shop.reckon', '--cart', 'cart.json'];

function withCart(change: Readonly<Record<string, unknown>>): World {
  const cart = { ...(JSON.parse(CART) as object), ...change };
  return { files: { ...FILES, 'cart.json': JSON.stringify(cart) } };
}

function breakdownIn({ out }: Ran): Breakdown {
  return JSON.parse(out) as Breakdown;
}

describe('the price', () => {
  test('is printed as text', async () => {
    const { code, out, err } = await reckon(PRICE, { files: FILES });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('衬衫');
    expect(out).toMatch(/\nto pay 226\.10 CNY = 258\.00 - 31\.90 \+ 0\.00 shipping\n$/);
  });

  test('is printed as JSON, alone on standard output', async () => {
    const ran = await reckon([...PRICE, '--json'], { files: FILES });
    expect([ran.code, ran.err]).toEqual([0, '']);
    const breakdown = breakdownIn(ran);
    expect(breakdown.total.pay).toBe('226.10');
    expect((await reckon(PRICE, { files: FILES })).out).toBe(breakdownText(breakdown));
  });

  test('is the same for a cart from standard input', async () => {
    const args = ['price', '--rules', 'shop.reckon', '--cart', '-'];
    const fromInput = await reckon(args, { files: FILES, input: CART });
    expect(fromInput).toEqual(await reckon(PRICE, { files: FILES }));
  });

  test('comes with the warnings of the rule file on standard error', async () => {
    const ran = await reckon([...PRICE, '--json'], { files: { ...FILES, 'shop.reckon': WARNED_RULES } });
    expect(ran.code).toBe(0);
    expect(ran.err).toContain('1 warning in 1 file');
    expect(breakdownIn(ran).total.pay).toBe('226.10');
  });
});

describe('options', () => {
  test('--at prices as of another instant', async () => {
    const ran = await reckon(
      [...PRICE, '--json', '--at', '2026-04-01T00:00:00Z'],
      withCart({ codes: ['SPRING'] }),
    );
    expect(breakdownIn(ran)).toMatchObject({ at: '2026-04-01T00:00:00Z', total: { pay: '216.60' } });
  });

  test('--code adds codes to those of the cart, each once', async () => {
    const args = [...PRICE, '--json', '--code', 'SPRING', '--code', 'NOBODY', '--code', 'NOBODY'];
    const ran = await reckon(args, withCart({ codes: ['SPRING'], at: '2026-04-01T00:00:00Z' }));
    const { promotions, refused } = breakdownIn(ran);
    expect(promotions.map(({ promotion }) => promotion)).toContain('SPRING');
    expect(refused).toEqual([{ reason: 'unknown-code', code: 'NOBODY' }]);
  });

  test('--explain tells of promotions that would go unmentioned', async () => {
    const ran = await reckon([...PRICE, '--explain', 'SPRING', '--explain', 'vip-5'], { files: FILES });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('SPRING: needs the code SPRING');
  });

  test('--explain of a promotion that the rules do not have is wrong usage', async () => {
    const ran = await reckon([...PRICE, '--explain', 'no-such'], { files: FILES });
    expect(ran).toMatchObject({
      code: 2,
      out: '',
      err: 'error: no promotion in `shop.reckon` is named `no-such`\n',
    });
  });

  test('--at with anything but an instant is wrong usage', async () => {
    const ran = await reckon([...PRICE, '--at', 'tomorrow'], { files: FILES });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^error: `--at` must be an instant such as .*, found "tomorrow"\n$/);
  });
});

describe('a broken guarantee', () => {
  const world = withCart({
    lines: [{ id: '1', sku: 'S', quantity: 2, price: '129.00', store: 'S1', cost: '120.00' }],
  });

  test('is told loudly in the text', async () => {
    const ran = await reckon(PRICE, world);
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(ran.out).toContain('GUARANTEE BROKEN: DO NOT CHARGE');
  });

  test('is told on standard error beside JSON', async () => {
    const ran = await reckon([...PRICE, '--json'], world);
    expect(ran.code).toBe(1);
    expect(breakdownIn(ran).violations.length).toBe(1);
    expect(ran.err).toBe('error: the price breaks the guarantee `no loss` on line `1`: do not charge it\n');
  });
});

describe('nothing is priced', () => {
  test('by a rule file with errors', async () => {
    const args = ['price', '--rules', 'broken.reckon', '--cart', 'cart.json', '--json'];
    const ran = await reckon(args, { files: FILES });
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain('2 errors in 1 file');
  });

  test('of a cart with errors, which are told all at once', async () => {
    const world = withCart({
      currency: 'EUR',
      lines: [{ id: '1', sku: 'S', quantity: 0, price: '1.5.0', store: 'S1' }],
    });
    const ran = await reckon(PRICE, world);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain('`currency`');
    expect(ran.err).toContain('`lines[0].quantity`');
    expect(ran.err).toContain('`lines[0].price`');
    expect(ran.err).toMatch(/\n3 errors in cart.json\n$/);
  });

  test.each(['null', '[]', '"cart"', '12'])('of %s', async (cart) => {
    const files = { ...FILES, 'cart.json': cart };
    const ran = await reckon([...PRICE, '--at', '2026-04-01T00:00:00Z', '--code', 'A'], { files });
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain('1 error in cart.json');
  });

  test('of a cart whose codes are no list, whatever `--code` adds', async () => {
    const ran = await reckon([...PRICE, '--code', 'A'], withCart({ codes: 'SPRING' }));
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('`codes`');
  });

  test('of a cart that names strange things, which are shown escaped', async () => {
    const ran = await reckon(PRICE, withCart({ 'a\u001b[31m\u202eb': 1 }));
    expect(ran.code).toBe(1);
    expect(ran.err).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u);
  });
});

describe('in Chinese', () => {
  test('the text is, with what the rules say', async () => {
    const { code, out } = await reckon([...PRICE, '--lang', 'zh', '--explain', 'SPRING'], { files: FILES });
    expect(code).toBe(0);
    expect(out).toContain('258.00，已满199.00：减20元');
    expect(out).toContain('SPRING：须输入优惠码SPRING');
    expect(out).toContain('应付226.10 CNY = 商品原价258.00 - 优惠31.90 + 运费0.00');
  });

  test('JSON is the same', async () => {
    const english = await reckon([...PRICE, '--json'], { files: FILES });
    expect(await reckon([...PRICE, '--json', '--lang', 'zh'], { files: FILES })).toEqual(english);
  });
});

describe('a receipt', () => {
  test('is what a customer may be shown', async () => {
    const { code, out, err } = await reckon([...PRICE, '--receipt'], {
      files: FILES,
      env: { RECKON_LANG: 'zh' },
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^ {2}店铺满减 +-¥20\.00$/m);
    expect(out).toMatch(/^应付总额 +¥226\.10\n已为您节省 +¥31\.90$/m);
  });

  test('of a price that must not be charged says so, and ends with 1', async () => {
    const cart = withCart({
      lines: [{ id: '1', sku: 'A', quantity: 2, price: '129.00', store: 'S1', cost: '128.00' }],
    });
    const { code, out, err } = await reckon([...PRICE, '--receipt'], cart);
    expect(code).toBe(1);
    expect(out).toContain('This price is not valid and must not be charged.');
    expect(err).toContain('the price breaks the guarantee `no loss`');
  });

  test.each([[[...PRICE, '--json']], [['price', '--rules', 'shop.reckon', '--carts', 'carts.ndjson']]])(
    'goes with one cart, and without JSON: %j',
    async (args) => {
      const { code, err } = await reckon([...args, '--receipt'], {
        files: { ...FILES, 'carts.ndjson': CART },
      });
      expect([code, err]).toEqual([2, 'error: `--receipt` goes with one cart, and without `--json`\n']);
    },
  );
});
