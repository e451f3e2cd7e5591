import { expect, test } from 'vitest';
import { type Breakdown, type CartInput, compareBreakdowns, compile, price } from '../../src/index.js';

const CART: CartInput = {
  currency: 'EUR',
  at: '2026-11-02T10:00:00Z',
  lines: [
    { id: '1', sku: 'KETTLE', quantity: 1, price: '60.00' },
    { id: '2', sku: 'CUP', quantity: 2, price: '20.00' },
  ],
  shipping: '5.00',
};

function priced(rules: string, cart: CartInput = CART): Breakdown {
  const compiled = compile(rules);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  const result = price(compiled.ruleset, cart);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.breakdown;
}

const TEN = 'currency EUR\npromotion ten\n  take 10.00 off\n';
const TWELVE = 'currency EUR\npromotion twelve\n  take 12.00 off\npromotion post\n  ship free\n';

test('two prices of a cart stand side by side: in all, by line, by promotion', () => {
  const compared = compareBreakdowns(priced(TEN), priced(TWELVE));
  expect(compared).toMatchObject({
    ok: true,
    comparison: {
      currency: 'EUR',
      same: false,
      total: {
        list: { before: '100.00', after: '100.00', change: '0.00' },
        discount: { before: '10.00', after: '12.00', change: '2.00' },
        shipping: { before: '5.00', after: '0.00', change: '-5.00' },
        pay: { before: '95.00', after: '88.00', change: '-7.00' },
      },
      lines: [
        { id: '1', sku: 'KETTLE', quantity: 1, pay: { before: '54.00', after: '52.80', change: '-1.20' } },
        {
          id: '2',
          promotions: [
            { promotion: 'twelve', before: '0.00', after: '4.80', change: '4.80' },
            { promotion: 'ten', before: '4.00', after: '0.00', change: '-4.00' },
          ],
        },
      ],
      shipping: [{ id: 'shipping', pay: { before: '5.00', after: '0.00', change: '-5.00' } }],
    },
  });
});

test('amounts are in the notation of both', () => {
  const minor: CartInput = {
    ...CART,
    amounts: 'minor',
    lines: [{ id: '1', sku: 'KETTLE', quantity: 1, price: 6000 }],
    shipping: 500,
  };
  const compared = compareBreakdowns(priced(TEN, minor), priced(TWELVE, minor));
  expect(compared).toMatchObject({
    comparison: { amounts: 'minor', total: { pay: { before: 5500, after: 4800, change: -700 } } },
  });
  const mixed = compareBreakdowns(priced(TEN, minor), priced(TWELVE));
  expect(mixed).toEqual({
    ok: false,
    message: 'a price in minor units and one in decimals cannot be compared: price both carts alike',
  });
});

test('the same price is the same, whatever file its rules stand in', () => {
  expect(compareBreakdowns(priced(TEN), priced(`# Ten\n\n${TEN}`))).toMatchObject({
    comparison: { same: true },
  });
});

test('lines that one cart alone has are compared with nothing', () => {
  const one: CartInput = { ...CART, lines: CART.lines.slice(0, 1) };
  const compared = compareBreakdowns(priced(TEN, one), priced(TEN));
  expect(compared).toMatchObject({
    comparison: {
      lines: [{ id: '1' }, { id: '2', list: { before: '0.00', after: '40.00', change: '40.00' } }],
    },
  });
});

test('two currencies cannot be compared', () => {
  const yen = priced('currency JPY\n', { ...CART, currency: 'JPY', lines: [], shipping: '5' });
  expect(compareBreakdowns(priced(TEN), yen)).toEqual({
    ok: false,
    message: 'a price in EUR and one in JPY cannot be compared',
  });
});
