import { describe, expect, it } from 'vitest';
import { line, priced } from './priced.js';

describe('who pays for a discount', () => {
  const rules = `
    currency CNY
    line has store text, brand text

    coupon PLATFORM10
      spend 50.00 take 10.00 off
      funded by platform 70%, its store 30%

    promotion host-deal
      take 9.99 off
      funded by host 34%, platform 33%, its brand 33%
  `;
  const lines = [
    line('1', 1, '40.00', { store: 'A', brand: 'X' }),
    line('2', 1, '30.00', { store: 'B', brand: 'X' }),
  ];
  const breakdown = priced(rules, lines, { codes: ['PLATFORM10'] });

  it('is split line by line', () => {
    // 5.71 and 4.29 of the coupon: the platform 4.00 (3.997) and 3.00 (3.003), the stores 1.71 and 1.29.
    expect(breakdown.promotions[0]?.funding).toEqual({ platform: '7.00', A: '1.71', B: '1.29' });
  });

  it('sums to the discount', () => {
    const fen = Object.values(breakdown.funding).map((amount) => Number(String(amount).replace('.', '')));
    expect(fen.reduce((sum, amount) => sum + amount, 0)).toBe(1999);
    expect(breakdown.total.discount).toBe('19.99');
  });
});

it('the chain of receipts: total, less the merchant, less the platform, is what the buyer pays', () => {
  const rules = `
    currency CNY
    promotion merchant
      take 12.00 off
      funded by merchant 100%
    promotion platform
      take 5.00 off
      funded by platform 100%
  `;
  const { total, funding } = priced(rules, [line('A', 1, '100.00')]);
  expect([total.list, funding['merchant'], funding['platform'], total.pay]).toEqual([
    '100.00',
    '12.00',
    '5.00',
    '83.00',
  ]);
});

it('an offer across stores is spread over all lines at once, not store by store', () => {
  const rules = `
    currency CNY
    line has store text
    promotion cross-store
      take 1.00 off
      funded by its store 100%
  `;
  // Each line's exact share is 0.3333: 0.34, 0.33 and 0.33. Store by store, A's two lines would have had 0.67 and B 0.33.
  const lines = [
    line('1', 1, '10.00', { store: 'B' }),
    line('2', 1, '10.00', { store: 'A' }),
    line('3', 1, '10.00', { store: 'A' }),
  ];
  expect(priced(rules, lines).funding).toEqual({ A: '0.66', B: '0.34' });
});
