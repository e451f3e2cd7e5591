import type { Breakdown, Refused } from '../../src/breakdown/types.js';

const digest = `sha256:${'0a'.repeat(32)}`;
const standing = { for: { store: 'S1', outlet: false, size: 40 }, row: { table: 'tiers', line: 3 } };
const failed = [
  {
    test: 'customer.tier is vip',
    seen: { 'customer.tier': 'none', list: 12, new: true, labels: ['a'] },
    missing: ['cost'],
  },
];

const reasons: readonly Refused[] = [
  { promotion: 'a', layer: 'item', ...standing, reason: 'condition-false', failed },
  { promotion: 'b', reason: 'short', measured: '180.00', threshold: '199.00', missing: '19.00' },
  { promotion: 'c', reason: 'lost', to: 'd', by: '3.00' },
  { promotion: 'd', reason: 'excluded', constraint: 'allow 1 of c, d', by: ['c'] },
  { promotion: 'e', reason: 'stopped', by: 'c' },
  { promotion: 'f', reason: 'spent', limit: 'budget 5.00', used: '5.00', needed: '1.00' },
  { promotion: 'g', reason: 'nothing-left' },
  { promotion: 'h', reason: 'code-missing', codes: ['H'] },
  { promotion: 'i', reason: 'inactive', windows: ['from 2026-11-11'] },
  { promotion: 'j', reason: 'no-lines' },
  { reason: 'unknown-code', code: 'NOPE' },
];

/** A breakdown with every member that there is, all optional ones too; its amounts do not add up. */
export const whole: Breakdown = {
  reckon: 1,
  currency: 'CNY',
  amounts: 'minor',
  at: '2026-11-11T00:30:00+08:00',
  ruleset: digest,
  cart: digest,
  optimal: false,
  total: { list: 25800, discount: 3190, shipping: 0, pay: 22610 },
  lines: [
    {
      id: '1',
      sku: 'SHIRT',
      quantity: 2,
      list: '258.00',
      adjustments: [{ promotion: 'p', ...standing, layer: 'store', amount: '20.00', base: '258.00' }],
      pay: '226.10',
      units: [{ count: 2, pay: '113.05' }],
    },
  ],
  shipping: [
    { id: 'shipping', list: '10.00', adjustments: [{ promotion: 'q', amount: 0, base: 1000 }], pay: 0 },
  ],
  promotions: [
    {
      promotion: 'p',
      title: 'P',
      kind: 'coupon',
      layer: 'store',
      ...standing,
      face: '21.00',
      amount: '20.00',
      threshold: { kind: 'every-units', measured: 7, reached: 6, tier: 2, times: 2 },
      steps: [
        {
          offer: 'take 15% off',
          base: '258.00',
          percent: '12.5',
          times: 1,
          exact: '113/3',
          face: '21.00',
          amount: '20.00',
          cuts: [{ why: 'cap', limit: '20.00', by: '1.00' }],
          allocation: {
            amount: '20.00',
            sum: '25800',
            parts: [
              { line: '1', weight: '25800', remainder: '0', full: true, amount: '20.00' },
              { shipping: 'shipping', amount: '0.00' },
            ],
          },
          parts: [{ line: '1', base: '258.00', exact: '20.005', amount: '20.00' }],
          groups: [
            {
              units: [{ line: '1', count: 2, left: '129.00' }],
              qualifiers: [{ line: '2', count: 1, left: '9.00' }],
              times: 3,
              amount: '20.00',
            },
          ],
        },
      ],
      cuts: [{ why: 'lost', by: '0.00', to: 'q' }],
      funding: { brand: '14.00', platform: '6.00' },
      file: 'shop.reckon',
      line: 12,
    },
  ],
  refused: reasons,
  gifts: [{ promotion: 'p', skus: ['A', 'B'], count: 1, value: '9.90' }],
  addOns: [{ promotion: 'p', sku: 'MUG', count: 1, price: '9.90' }],
  funding: { brand: '14.00' },
  commission: { host: '3.00' },
  violations: [{ guarantee: 'no loss', line: '1', failed, promotions: ['p'] }],
  unchecked: [
    {
      guarantee: 'no loss',
      promotion: 'p',
      layer: 'store',
      floor: 'leave at least cost',
      line: '1',
      missing: ['cost'],
    },
  ],
  hints: [
    { promotion: 'p', ...standing, spend: '19.00', units: 1, line: '1', saving: '20.00', cost: '-1.00' },
  ],
};
