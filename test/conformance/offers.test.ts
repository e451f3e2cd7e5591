import { describe } from 'vitest';
import { A, B, C, five, line, passes, post, rule, tenth, unit } from './by-hand.js';
import type { RowCart, RowEffect, RowRule } from './row.js';

const twoWays: Partial<RowCart> = {
  shipping: [
    { id: 's', method: 'post', amount: '10.00' },
    { id: 't', method: 'van', amount: '30.00' },
  ],
};

describe('units', () => {
  const equal = [line('b', '10.00', 1), line('a', '10.00', 1)];

  passes('the dearest units', [A, B], [rule('r', { ...unit, maxUnits: '2', pick: 'dearest' })], {
    byRule: { r: { a: '1.00', b: '1.00' } },
  });
  passes(
    'equal units in the order of the cart',
    equal,
    [rule('r', { ...unit, maxUnits: '1', pick: 'cart' })],
    { byRule: { r: { b: '1.00' } } },
  );
  passes(
    'the later of equal lines',
    [line('a', '10.00', 1), line('b', '10.00', 1)],
    [rule('r', { ...unit, maxUnits: '1', pick: 'dearest_line_total_last' })],
    { byRule: { r: { b: '1.00' } } },
  );
  passes('some units of each line', [A, C], [rule('r', { ...unit, maxUnitsPerLine: '2' })], {
    orderDiscount: '4.00',
  });
  passes('whole groups of units', [A, C], [rule('r', { ...unit, groupOf: '2' })], {
    byRule: { r: { c: '3.00', a: '1.00' } },
  });
  passes(
    'a first unit and the next ones, at most the price',
    [C, line('d', '1.00', 3)],
    [rule('r', { kind: 'first_next', first: '2.00', next: '0.50', maxUnits: '2' })],
    { byRule: { r: { c: '2.50', d: '2.50' } } },
  );
  passes(
    'the same, beyond what the line costs',
    [line('d', '1.00', 2)],
    [rule('r', { kind: 'first_next', first: '2.00', next: '0.50' })],
    { total: '0' },
  );
  passes(
    'a set for a sum, again and again',
    [C],
    [rule('r', { kind: 'price', per: 'set', setQty: '1', value: '4.00', repeat: true })],
    { total: '12.00' },
  );
  passes(
    'gifts for every two units',
    [C],
    [rule('r', { kind: 'gift', sku: 'cup', perUnits: '2', qty: '3' })],
    { gifts: [{ sku: 'cup', qty: 3 }] },
  );
  passes('used units are used up', [C], [rule('one', buyTwo()), rule('two', buyTwo())], {
    byRule: { one: { c: '5.00' }, two: {} },
  });
  passes(
    'what a unit costs',
    [line('d', '1.00', 3)],
    [rule('r', { kind: 'amount', per: 'order', value: '1.00' })],
    { lines: [{ id: 'd', units: ['0.66', '0.67', '0.67'] }] },
  );
  passes(
    'what is taken off a unit',
    [line('d', '1.00', 3)],
    [rule('r', { kind: 'amount', per: 'order', value: '1.00' })],
    { lines: [{ id: 'd', units: ['0.34', '0.33', '0.33'] }] },
  );
  passes(
    'counted units less what the line lost',
    [line('d', '100.00', 3)],
    [
      rule('one', { kind: 'amount', per: 'line', value: '30.00' }),
      rule('two', {
        kind: 'percent',
        per: 'line',
        value: '50',
        maxUnitsPerLine: '1',
        limitedBase: 'units_total_minus_line_discount',
      }),
    ],
    { byRule: { two: { d: '35.00' } } },
  );
});

describe('tiers', () => {
  const tiers = [
    { from: '0', value: '1.00' },
    { from: '15', value: '2.00' },
  ];
  const perLine = { kind: 'amount_tiers', per: 'line', tiers } as const;

  passes('by the line', [A, C, B], [rule('r', { ...perLine, measure: 'line_total' })], {
    byRule: { r: { a: '2.00', b: '2.00', c: '2.00' } },
  });
  passes('by the unit price', [A, C, B], [rule('r', { ...perLine, measure: 'unit_price' })], {
    byRule: { r: { a: '1.00', b: '2.00', c: '1.00' } },
  });
  passes(
    'by the units in scope',
    [A, C],
    [
      rule('r', {
        ...tenth,
        kind: 'percent_tiers',
        measure: 'scope_qty',
        tiers: [{ from: '3', value: '20' }],
        scope: { category: ['x'] },
      }),
    ],
    { orderDiscount: '3.00' },
  );
  passes(
    'by the whole order, for a part of it',
    [A, C],
    [rule('r', { ...perLine, measure: 'order_total', scope: { category: ['x'] } })],
    { byRule: { r: { c: '2.00' } } },
  );
  passes(
    'of a shipping charge',
    [B],
    [
      rule('r', {
        kind: 'percent_tiers',
        target: 'shipping',
        tiers: [
          { from: '0', value: '10' },
          { from: '20', value: '50' },
        ],
      }),
    ],
    {
      shippingLines: [
        { id: 's', discount: '1.00' },
        { id: 't', discount: '15.00' },
      ],
    },
    {},
    twoWays,
  );
});

describe('shipping', () => {
  passes(
    'an amount off each charge',
    [],
    [rule('r', { kind: 'amount', target: 'shipping', value: '15.00' })],
    { byRule: { r: { s: '10.00', t: '15.00' } } },
    {},
    twoWays,
  );
  passes(
    'one sum over the charges',
    [],
    [rule('r', { kind: 'amount', target: 'shipping', per: 'order', value: '20.00' })],
    { byRule: { r: { s: '5.00', t: '15.00' } } },
    {},
    twoWays,
  );
  passes(
    'some methods only',
    [],
    [rule('r', { kind: 'free', target: 'shipping', shipScope: ['van'] })],
    { shipping: '10.00' },
    {},
    twoWays,
  );
  passes(
    'a price for a charge',
    [],
    [rule('r', { kind: 'price', target: 'shipping', value: '4.00' })],
    { shipping: '4.00' },
    {},
    post,
  );
  passes(
    'percentages of the original charge',
    [],
    [1, 2].map((number) =>
      rule(`r${number}`, { kind: 'percent', target: 'shipping', value: '30', base: 'original' }),
    ),
    { shipping: '4.00' },
    {},
    post,
  );
  // 5.01 over 20.00 and 10.00: the goods' part is 3.34, the rest is the shipping's.
  passes(
    'a sum over goods and shipping',
    [B],
    [rule('r', { ...five, value: '5.01', includeShipping: true })],
    { subtotal: '16.66', shipping: '8.33' },
    {},
    post,
  );
  passes(
    'a percentage over goods and shipping',
    [B],
    [rule('r', { ...tenth, includeShipping: true })],
    { total: '27.00' },
    {},
    post,
  );
});

describe('limits and budgets', () => {
  const spend = (used: string): Partial<RowRule> => ({ budget: { type: 'spend', limit: '10', used } });
  const perLine = { kind: 'amount', per: 'line', value: '6.00' } as const;

  passes('a budget for each line', [A, B], [rule('r', perLine, spend('0'))], {
    byRule: { r: { a: '6.00' } },
  });
  passes('a budget that is used up', [A], [rule('r', perLine, spend('10'))], { notApplied: ['r'] });
  passes('so many redemptions', [A], [rule('r', perLine, { budget: { type: 'usage', limit: 3, used: 3 } })], {
    notApplied: ['r'],
  });
  passes('none at all', [A], [rule('r', perLine, { usage: { limit: 0, used: 0 } })], { notApplied: ['r'] });
  passes('a rule switched off', [A], [rule('r', perLine, { enabled: false })], { applied: [] });
});

function buyTwo(): RowEffect {
  const discount = { kind: 'percent', value: '100' } as const;
  return { kind: 'buy_get', buy: { qty: '1' }, get: { qty: '1', discount }, allOrNothing: true };
}
