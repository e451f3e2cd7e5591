import { readFileSync } from 'node:fs';
import type { Applied, Breakdown } from '../../src/breakdown/types.js';

/** A marketplace's cart: three stores, nine lines, every layer at work. */
export const bigDay: Breakdown = JSON.parse(
  readFileSync(new URL('samples/big-day.json', import.meta.url), 'utf8'),
) as Breakdown;

export const DIGEST = 'sha256:9d1c55a0b7e24f3f8a6b1c2d3e4f5061728394a5b6c7d8e9f00112233445566a';

export const nothing: Breakdown = {
  reckon: 1,
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  ruleset: DIGEST,
  optimal: true,
  total: { list: '0.00', discount: '0.00', shipping: '0.00', pay: '0.00' },
  lines: [],
  shipping: [],
  promotions: [],
  refused: [],
  gifts: [],
  funding: {},
  commission: {},
  violations: [],
  unchecked: [],
};

export const emptyCartWithPostage: Breakdown = {
  ...nothing,
  total: { list: '0.00', discount: '0.00', shipping: '10.00', pay: '10.00' },
  shipping: [{ id: 'shipping', list: '10.00', adjustments: [], pay: '10.00' }],
};

export const standing = (
  applied: Partial<Applied> & Pick<Applied, 'promotion' | 'face' | 'amount'>,
): Applied => ({
  kind: 'promotion',
  steps: [],
  file: 'shop.reckon',
  line: 12,
  ...applied,
});

/** Two shirts of a member: 258.00 less 20.00 of the store, less 5 %. */
export const twoShirts: Breakdown = {
  ...nothing,
  total: { list: '258.00', discount: '31.90', shipping: '0.00', pay: '226.10' },
  lines: [
    {
      id: '1',
      sku: 'SHIRT',
      quantity: 2,
      list: '258.00',
      adjustments: [
        { promotion: 'store-tiers', for: { store: 'S1' }, layer: 'store', amount: '20.00', base: '258.00' },
        { promotion: 'vip-5', layer: 'member', amount: '11.90', base: '238.00' },
      ],
      pay: '226.10',
      units: [{ count: 2, pay: '113.05' }],
    },
  ],
  shipping: [
    {
      id: 'shipping',
      list: '10.00',
      adjustments: [{ promotion: 'postage', layer: 'shipping', amount: '10.00', base: '10.00' }],
      pay: '0.00',
    },
  ],
  promotions: [
    standing({
      promotion: 'store-tiers',
      for: { store: 'S1' },
      title: 'Store full reduction',
      layer: 'store',
      face: '20.00',
      amount: '20.00',
      threshold: { kind: 'spend', measured: '258.00', reached: '199.00', tier: 1 },
      steps: [{ offer: 'take 20.00 off', base: '258.00', face: '20.00', amount: '20.00' }],
    }),
    standing({
      promotion: 'vip-5',
      title: 'Member price',
      layer: 'member',
      face: '11.90',
      amount: '11.90',
      steps: [
        {
          offer: 'take 5% off capped at 100.00',
          base: '238.00',
          percent: '5',
          face: '11.90',
          amount: '11.90',
        },
      ],
    }),
    standing({
      promotion: 'postage',
      layer: 'shipping',
      face: '10.00',
      amount: '10.00',
      threshold: { kind: 'spend', measured: '226.10', reached: '99.00' },
      steps: [{ offer: 'ship free', base: '10.00', face: '10.00', amount: '10.00' }],
    }),
  ],
  refused: [
    {
      promotion: 'cross-store',
      layer: 'platform',
      reason: 'short',
      measured: '258.00',
      threshold: '300.00',
      missing: '42.00',
    },
  ],
};

/** One line that nothing touches, in a file without layers. */
export const oneLine: Breakdown = {
  ...nothing,
  currency: 'JPY',
  total: { list: '1480', discount: '0', shipping: '0', pay: '1480' },
  lines: [
    {
      id: '1',
      sku: '抹茶',
      quantity: 1,
      list: '1480',
      adjustments: [],
      pay: '1480',
      units: [{ count: 1, pay: '1480' }],
    },
  ],
};

/** Amounts in minor units: a third of 100.00 over three lines of a dinar with three decimals. */
export const inMinorUnits: Breakdown = {
  ...nothing,
  currency: 'KWD',
  amounts: 'minor',
  total: { list: 100000, discount: 33333, shipping: 1500, pay: 68167 },
  lines: ['a', 'b'].map((id, index) => ({
    id,
    sku: `SKU-${id}`,
    quantity: 3,
    list: 50000,
    adjustments: [{ promotion: 'third', amount: 16667 - index, base: 50000 }],
    pay: 33333 + index,
    units:
      index === 0
        ? [{ count: 3, pay: 11111 }]
        : [
            { count: 1, pay: 11112 },
            { count: 2, pay: 11111 },
          ],
  })),
  shipping: [{ id: 'shipping', list: 1500, adjustments: [], pay: 1500 }],
  promotions: [
    standing({
      promotion: 'third',
      face: 33333,
      amount: 33333,
      steps: [
        {
          offer: 'take list / 3 off',
          base: 100000,
          exact: '100000/3',
          face: 33333,
          amount: 33333,
          allocation: {
            amount: 33333,
            sum: '100000',
            parts: [
              { line: 'a', weight: '50000', remainder: '50000', amount: 16667 },
              { line: 'b', weight: '50000', remainder: '50000', amount: 16666 },
            ],
          },
        },
      ],
      funding: { brand: 20000, shop: 13333 },
    }),
  ],
  refused: [
    { promotion: 'big-spender', reason: 'short', measured: 100000, threshold: 200000, missing: 100000 },
    { promotion: 'WELCOME', reason: 'spent', limit: 'budget 500000', used: 499000, needed: 2000 },
  ],
  funding: { brand: 20000, shop: 13333 },
};
