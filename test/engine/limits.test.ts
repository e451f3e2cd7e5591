import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CartInput, compile, load, planOf, type Ruleset, verify } from '../../src/index.js';
import { formatAmount } from '../../src/money/index.js';
import { price } from '../support/price.js';
import { RUNS } from '../support/runs.js';

function compiled(text: string): Ruleset {
  const result = compile(text);
  if (!result.ok) throw new Error(result.diagnostics.map(({ message }) => message).join('\n'));
  return result.ruleset;
}

const SHOP = compiled(`currency CNY
line has store text
layers item, store, shipping
promotion item
  layer item
  on lines where store in "S1", "S2"
  take 15% off each line capped at 200.00
promotion store
  layer store
  for each store
  spend 199.00 take 20.01 off
promotion postage
  layer shipping
  spend 99.00 ship free
`);

function cartOf(lines: number, price_: string, quantity = 1): CartInput {
  return {
    currency: 'CNY',
    at: '2026-11-11T00:30:00+08:00',
    lines: Array.from({ length: lines }, (_, n) => ({
      id: `l${n}`,
      sku: `K${n}`,
      quantity,
      price: price_,
      store: `S${n % 7}`,
    })),
    shipping: '10.00',
  };
}

describe('any number of lines', () => {
  it.each([0, 1, 2, 63, 64, 65, 200])('%i lines price as the reference says', (lines) => {
    expect(price(SHOP, cartOf(lines, '12.34')).ok).toBe(true);
  });

  it('sets are found among a thousand lines', () => {
    const rules = compiled(
      'currency CNY\npromotion set\n  bundle 1 of lines where price > 1.00, 2 of lines where price < 9.00 pay 5.00\n',
    );
    const { lines, ...others } = cartOf(1000, '5.00', 3);
    const prices = ['0.50', '5.00', '10.00'];
    const mixed = lines.map((line, n) => ({ ...line, price: prices[n % 3] as string }));
    const result = price(rules, { ...others, lines: mixed });
    expect(result.ok && result.breakdown.promotions[0]?.steps[0]?.groups?.length).toBeGreaterThan(0);
  });

  it('a cart of 10,000 lines costs what its parts sum to', () => {
    const loaded = load(planOf(SHOP));
    const result = loaded.ok && loaded.pricer.price(cartOf(10_000, '12.34'));
    const breakdown = result && result.ok ? result.breakdown : undefined;
    expect(breakdown?.total).toEqual({
      list: '123400.00',
      discount: '340.07',
      shipping: '0.00',
      pay: '123059.93',
    });
    expect(breakdown?.lines).toHaveLength(10_000);
  });
});

describe('a bundle of many parts', () => {
  it('takes a cart of 2,000 lines as it takes one', () => {
    const parts = Array.from({ length: 20 }, (_, part) => `1 of lines where price > 0.${10 + part}`).join(
      ', ',
    );
    const shop = compiled(`currency CNY\npromotion set bundle ${parts} take 5.00 off\n`);
    const loaded = load(planOf(shop));
    const result = loaded.ok && loaded.pricer.price(cartOf(2000, '1.00', 20));
    // 40,000 units make 2,000 sets.
    expect(result && result.ok && result.breakdown.total.discount).toBe('10000.00');
  });
});

describe('amounts near 2^53', () => {
  it.each(['90071992547399.91', '30000000000000.03', '45035996273704.95'])('%s is exact', (amount) => {
    expect(price(SHOP, cartOf(1, amount)).ok).toBe(true);
  });

  it('products past 2^53 are exact', () => {
    expect(price(SHOP, cartOf(3, '30000000000000.01')).ok).toBe(true);
    expect(price(SHOP, cartOf(7, '12000000000000.07')).ok).toBe(true);
  });
});

const GREATEST = Number.MAX_SAFE_INTEGER;

/** Rules that come to more than the greatest amount, whatever the cart costs. */
const BEYOND = [
  'every 1.00 take 8.00 off each unit',
  'every 0.01 unit 1 take 8.00 off each line',
  'take order.deposit * 1000000.3 off',
  'take order.deposit * 1000000.3 off each line',
  'take order.deposit * 1000000.3 off each unit',
  'take 50% of order.deposit * 1000000 off',
  'take order.deposit * 1000000 off each unit\n  capped at 20.00',
  'rounding half-up of price\n  take order.deposit * 1000000.3 off each line',
  'capped at order.deposit * 1000000 in all\n  take 5% off',
  'capped at order.deposit * 1000000 per unit\n  take order.deposit * 900000 off',
  'take order.deposit * 1000000 off also take order.deposit * 1000000 off shipping',
  'spend order.deposit * 1000000 take 1.00 off',
  'spend 1.00 counting list * 100000000000000 take 1.00 off',
  'every 0.01 counting list * 100000000000000 take 1% off',
  'every order.deposit / 100000000000000000 take 0.01 off',
  'every order.deposit * 1000000 take 1.00 off',
  'buy 2 take order.deposit * 1000000 off',
  'leave at least order.deposit * 1000000 in all\n  take 1.00 off',
  'when order.deposit * 1000000 < 1.00\n  take 1.00 off',
  'bundle 1 of lines where price > 0.01 take order.deposit * 1000000 off each unit',
  'every 2 units take order.deposit * 1000000 off the cheapest 1',
  'every order.deposit / 100000000000000000 give 1000000 of "K0"',
  'every order.deposit / 100000000000000000 offer 1000000 of "K0" for order.deposit * 3',
];

/** Amounts of all sizes, the greatest among them. */
const drawnAmount = fc.oneof(fc.nat({ max: 100_000 }), fc.integer({ min: 1, max: GREATEST }));
const drawnCart = fc.record({
  deposit: fc.oneof(fc.constant(GREATEST), drawnAmount),
  lines: fc.array(fc.record({ price: drawnAmount, quantity: fc.integer({ min: 1, max: 1_000_000 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
});

type Drawn = typeof drawnCart extends fc.Arbitrary<infer Cart> ? Cart : never;

/** The cart in minor units and in major ones; prices that no cart may come to are brought down. */
function cartsOf({ deposit, lines }: Drawn): readonly CartInput[] {
  const head = { currency: 'CNY', at: '2026-11-11T00:30:00+08:00' };
  const fit = lines.map(({ price: drawn, quantity }, index) => {
    const most = Math.floor(GREATEST / quantity / 8);
    return { id: `l${index}`, sku: `K${index % 2}`, quantity, price: Math.min(drawn, most) };
  });
  const major = fit.map((line) => ({ ...line, price: yuan(line.price) }));
  return [
    { ...head, amounts: 'minor', order: { deposit }, lines: fit, shipping: 1000 },
    { ...head, order: { deposit: yuan(deposit) }, lines: major, shipping: '10.00' },
  ];
}

function yuan(minor: number): string {
  return formatAmount(minor, 2);
}

describe('what comes to more than the greatest amount counts as it, and the audit adds up', () => {
  it.each(BEYOND)('%s', (rule) => {
    const rules = compiled(`currency CNY\norder has deposit optional money\npromotion p\n  ${rule}\n`);
    fc.assert(
      fc.property(drawnCart, (drawn) => {
        for (const cart of cartsOf(drawn)) {
          const result = price(rules, cart, { hints: true });
          if (!result.ok) throw new Error(JSON.stringify(result.errors));
          expect(verify(result.breakdown, { ruleset: rules, cart })).toEqual([]);
        }
      }),
      { numRuns: Math.ceil(RUNS / 25) },
    );
  });
});

it('a party earns no more than the greatest amount', () => {
  const rules = compiled(
    'currency CNY\npromotion p\n  take 1% off\n  commission x 100% of list\n  commission x 100% of list\n',
  );
  const result = price(rules, cartOf(1, '90071992547399.91'));
  expect(result.ok && result.breakdown.commission).toEqual({ x: '90071992547409.91' });
  expect(result.ok && verify(result.breakdown)).toEqual([]);
});

describe('hints of a cart of many lines', () => {
  const rules = compiled(`currency CNY
promotion per-line
  for each line
  spend 100.00 take 1.00 off
promotion whole
  spend 1000000.00 take 1000.00 off
`);

  // The steps of `per-line` have no room for more, so that they cost no price.
  it.each([
    [600, ['whole']],
    [2000, []],
  ])('of %i lines', (lines, expected) => {
    const result = price(rules, cartOf(lines, '1.00'), { hints: true });
    expect(result.ok && result.breakdown.hints?.map(({ promotion }) => promotion)).toEqual(expected);
  });
});

describe('one cart after the other', () => {
  it('nothing of a cart is left for the next', () => {
    const loaded = load(planOf(SHOP));
    if (!loaded.ok) throw new Error('no plan');
    const { pricer } = loaded;
    const text = (cart: CartInput): string => JSON.stringify(pricer.price(cart));
    const small = text(cartOf(3, '129.00'));
    const large = text(cartOf(500, '1.99'));
    expect(text(cartOf(0, '1.00'))).toContain('"lines":[]');
    expect(text(cartOf(3, '129.00'))).toBe(small);
    expect(text(cartOf(500, '1.99'))).toBe(large);
  });

  it('a breakdown stays as it was when further carts are priced', () => {
    const loaded = load(planOf(SHOP));
    if (!loaded.ok) throw new Error('no plan');
    const first = loaded.pricer.price({
      ...cartOf(3, '129.00'),
      amounts: 'minor',
      lines: [{ id: 'a', sku: 'K', quantity: 3, price: 12_900, store: 'S1' }],
      shipping: 1000,
    });
    const before = JSON.stringify(first);
    loaded.pricer.price(cartOf(40, '17.00'));
    expect(JSON.stringify(first)).toBe(before);
  });

  it('a cart that prices another while it is read disturbs neither', () => {
    const loaded = load(planOf(SHOP));
    if (!loaded.ok) throw new Error('no plan');
    const { pricer } = loaded;
    const checked = pricer.validate(cartOf(3, '129.00'));
    if (!checked.ok) throw new Error('no cart');
    const expected = JSON.stringify(pricer.priceValid(checked.cart));
    const { lines } = checked.cart;
    const nested: string[] = [];
    const meddling = Object.defineProperty({ ...checked.cart }, 'codes', {
      get: () => {
        nested.push(JSON.stringify(pricer.priceValid(checked.cart)));
        return [];
      },
    });
    expect(JSON.stringify(pricer.priceValid({ ...meddling, lines }))).toBe(expected);
    expect(JSON.stringify(pricer.priceValid(meddling as typeof checked.cart))).toBe(expected);
    expect(new Set(nested)).toEqual(new Set([expected]));
  });
});
