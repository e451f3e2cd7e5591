import type { Breakdown } from '../../src/breakdown/types.js';
import { DIGEST, nothing, standing, twoShirts } from './samples.js';

/** Everything a breakdown may hold beside lines and promotions, and two guarantees broken. */
export const troubled: Breakdown = {
  ...twoShirts,
  cart: DIGEST,
  optimal: false,
  promotions: [
    standing({
      promotion: 'three-for-two',
      kind: 'coupon',
      layer: 'store',
      row: { table: 'tiers', line: 7 },
      face: '150.00',
      amount: '97.50',
      threshold: { kind: 'every-units', measured: 10, reached: 3, times: 3 },
      steps: [
        {
          offer: 'make the cheapest 1 free',
          face: '129.00',
          amount: '100.00',
          groups: [
            { units: [{ line: '1', count: 3, left: '129.00' }], times: 2, amount: '43.00' },
            {
              units: [{ line: '1', count: 1, left: '129.00' }],
              qualifiers: [
                { line: '2', count: 1, left: '130.00' },
                { line: '2', count: 1, left: '129.99' },
              ],
              amount: '43.00',
            },
          ],
          cuts: [
            { why: 'floor', by: '20.00' },
            { why: 'overflow', by: '9.00' },
          ],
        },
        {
          offer: 'take 7.5% off',
          base: '280.00',
          of: '280',
          percent: '7.5',
          times: 2,
          face: '21.00',
          amount: '21.00',
          allocation: {
            amount: '11.00',
            sum: '30000',
            parts: [
              { line: '1', full: true, amount: '10.00' },
              { line: '2', weight: '10000', remainder: '10000', amount: '3.67' },
              { shipping: 'van', weight: '20000', remainder: '20000', amount: '7.33' },
            ],
          },
        },
      ],
      cuts: [
        { why: 'layer-cap', limit: '110.00', by: '11.00' },
        { why: 'layers-cap', limit: '100.00', by: '10.00' },
        { why: 'layer-floor', by: '1.00' },
        { why: 'budget', limit: '98.00', by: '1.00' },
        { why: 'left', limit: '97.50', by: '0.50' },
      ],
      funding: { brand: '60.00', 'platform of the northern provinces': '20.00', 云杉数码旗舰店: '17.50' },
    }),
    standing({
      promotion: 'gift-99',
      layer: 'store',
      face: '0.00',
      amount: '0.00',
      threshold: { kind: 'spend', measured: '258.00', reached: '99.00' },
    }),
    standing({ promotion: 'gift-for-all', layer: 'gifts', face: '0.00', amount: '0.00' }),
  ],
  gifts: [
    { promotion: 'gift-99', skus: ['MUG', 'TEA'], count: 1, value: '19.90' },
    { promotion: 'gift-199', skus: ['BAG'], count: 2 },
  ],
  addOns: [{ promotion: 'add-a-mug', sku: 'MUG-XL', count: 1, price: '9.90' }],
  funding: { brand: '70.00', platform: '27.50' },
  commission: { host: '45.22' },
  hints: [
    { promotion: 'cross-store', spend: '42.00', saving: '50.00', cost: '-8.00' },
    { promotion: 'store-tiers', for: { store: 'S1' }, units: 1, line: '1', saving: '12.00', cost: '117.00' },
  ],
  unchecked: [
    { guarantee: 'for each line pay at least cost', line: '1', missing: ['cost'] },
    { promotion: 'vip-5', layer: 'member', floor: 'leave at least cost', line: '1', missing: ['cost'] },
    { layer: 'store', floor: 'leave at least order.least + 1.00', missing: ['order.least', 'order.x'] },
  ],
  violations: [
    {
      guarantee: 'no loss',
      line: '1',
      failed: [{ test: 'pay at least cost', seen: { pay: '226.10', cost: '240.00' } }],
      promotions: ['store-tiers', 'vip-5'],
    },
    {
      guarantee: 'for each line pay at least floor-price',
      line: '1',
      failed: [{ test: 'pay at least floor-price', seen: { pay: '226.10' }, missing: ['floor-price'] }],
      promotions: [],
    },
  ],
};

/** One refusal of every kind. */
export const refusals: Breakdown = {
  ...nothing,
  refused: [
    {
      promotion: 'app-only',
      layer: 'item',
      reason: 'condition-false',
      failed: [
        { test: 'customer.tier is vip', seen: { 'customer.tier': 'none' } },
        { test: 'order.codes has "A"', seen: { 'order.codes': [] }, missing: ['order.channel'] },
        { test: 'not clearance', seen: { clearance: true, tags: ['a', 'b'] } },
      ],
    },
    {
      promotion: 'four-packs',
      for: { line: '8' },
      layer: 'item',
      reason: 'short',
      measured: 2,
      threshold: 4,
      missing: 2,
    },
    { promotion: 'brand-day', layer: 'item', reason: 'lost', to: 'live-price', by: '5.30' },
    {
      promotion: 'CAT88',
      layer: 'coupons',
      reason: 'excluded',
      constraint: 'allow 1 of vip-5, CAT88',
      by: ['vip-5'],
    },
    { promotion: 'ANY', layer: 'coupons', reason: 'excluded', constraint: 'ANY alone', by: ['a', 'b', 'c'] },
    { promotion: 'second', layer: 'coupons', reason: 'stopped', by: 'first' },
    { promotion: 'ONCE', layer: 'coupons', reason: 'spent', limit: '1 per customer', used: 1 },
    {
      promotion: 'BUDGET',
      layer: 'coupons',
      reason: 'spent',
      limit: 'budget 500.00',
      used: '490.00',
      needed: '20.00',
    },
    { promotion: 'empty', layer: 'coupons', reason: 'nothing-left' },
    { promotion: 'CODED', layer: 'coupons', reason: 'code-missing', codes: ['A', 'like D11-*'] },
    {
      promotion: 'over',
      layer: 'coupons',
      reason: 'inactive',
      windows: ['from 2026-09-28 through 2026-09-29', 'on mondays'],
    },
    {
      promotion: 'elsewhere',
      row: { table: 'tiers', line: 3 },
      layer: 'a very long layer',
      reason: 'no-lines',
    },
    { reason: 'unknown-code', code: 'HELLO88' },
  ],
};

/** Names that are very long, and names a terminal would obey, hide or reorder. */
export const strangeNames: Breakdown = {
  ...nothing,
  total: { list: '9007199254740.99', discount: '1.00', shipping: '0.00', pay: '9007199254739.99' },
  lines: [
    {
      id: '7d3f0c52-9b1e-4a7e-8c54-2f1d0b6a9e11',
      sku: 'red \u001b[31mand\u001b[0m reordered \u202eecirp\u202c, two\nlines, zero\u200bwidth, half \ud83d, family 👩‍👩‍👧',
      quantity: 1_000_000,
      list: '9007199254740.99',
      adjustments: [
        {
          promotion:
            'the-promotion-whose-name-somebody-generated-from-the-title-of-a-campaign-of-last-spring',
          for: { store: '超级无敌长的店铺名称旗舰店（官方）天猫国际海外直营专卖店' },
          layer: 'store-promotions-of-the-north',
          amount: '1.00',
          base: '9007199254740.99',
        },
      ],
      pay: '9007199254739.99',
      units: [
        { count: 739_999, pay: '9007199.26' },
        { count: 260_001, pay: '9007199.25' },
      ],
    },
  ],
  promotions: [
    standing({
      promotion: 'the-promotion-whose-name-somebody-generated-from-the-title-of-a-campaign-of-last-spring',
      for: { store: '超级无敌长的店铺名称旗舰店（官方）天猫国际海外直营专卖店' },
      title: '双十一狂欢购物节，全场满减、折上折！（限时两小时，先到先得，最终解释权归本店所有）',
      layer: 'store-promotions-of-the-north',
      face: '1.00',
      amount: '1.00',
      steps: [{ offer: 'take 1.00 off', base: '9007199254740.99', face: '1.00', amount: '1.00' }],
      funding: { '超级无敌长的店铺名称旗舰店（官方）天猫国际海外直营专卖店和它的品牌方与平台方': '1.00' },
    }),
  ],
  refused: [{ reason: 'unknown-code', code: '\u202e\u0007evil' }],
};
