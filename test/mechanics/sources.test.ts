import { describe, expect, it } from 'vitest';
import { summary } from '../examples/summary.js';
import { line, priced } from './priced.js';

// Worked examples that marketplaces and shop systems give of their own rules; the numbers are theirs.

describe('a shopping allowance across stores', () => {
  const rules = `
    currency CNY
    order has allowance money
    promotion allowance "购物津贴"
      every 400.00 take 50.00 off capped at order.allowance
  `;
  const plenty = { order: { allowance: '1000.00' } };

  it('is shared by what the stores sell for', () => {
    expect(summary(priced(rules, [line('A', 1, '80.00'), line('B', 1, '320.00')], plenty))).toEqual([
      'list 400.00, discount 50.00, shipping 0.00, pay 350.00',
      'line A pays 70.00',
      'line B pays 280.00',
      'allowance takes 50.00',
    ]);
  });

  it('repeats without end', () => {
    expect(priced(rules, [line('A', 1, '800.00')], plenty).total.pay).toBe('700.00');
    expect(priced(rules, [line('A', 5, '800.00')], plenty).total.pay).toBe('3500.00');
  });

  it('is limited by the balance held', () => {
    const lines = [line('A', 1, '160.00'), line('B', 1, '640.00')];
    expect(summary(priced(rules, lines, { order: { allowance: '70.00' } }))).toEqual([
      'list 800.00, discount 70.00, shipping 0.00, pay 730.00',
      'line A pays 146.00',
      'line B pays 584.00',
      'allowance takes 70.00',
    ]);
  });
});

describe('a platform discount on item prices over a line with little left', () => {
  const rules = `
    currency CNY
    line has store text
    layers item, store counting left after item, platform counting left after item

    promotion store-promotion
      layer store
      on lines where store is "A"
      spend 150.00 take 100.00 off

    coupon SHOP30
      layer store
      on lines where store is "A"
      spend 150.00 take 30.00 off

    promotion jingtie "京贴"
      layer platform
      every 200.00 take 30.00 off
      share by value after item
      overflow dropped
  `;
  const breakdown = priced(
    rules,
    [line('A', 1, '150.00', { store: 'A' }), line('B', 1, '50.00', { store: 'B' })],
    {
      codes: ['SHOP30'],
    },
  );

  it('drops what the line cannot bear: 0.00 and 42.50', () => {
    expect(summary(breakdown)).toEqual([
      'list 200.00, discount 157.50, shipping 0.00, pay 42.50',
      'line A pays 0.00',
      'line B pays 42.50',
      'store-promotion takes 100.00',
      'SHOP30 takes 30.00',
      'jingtie takes 27.50',
    ]);
  });

  it('shows face value beside what was granted', () => {
    expect(breakdown.promotions.at(-1)).toMatchObject({
      promotion: 'jingtie',
      face: '30.00',
      amount: '27.50',
    });
  });
});

describe('thresholds all tested on one subtotal', () => {
  it('let a store tier and a coupon stand together: 70.00 off 100.00', () => {
    const rules = `
      currency CNY
      default counting list
      promotion tier
        spend 100.00 take 20.00 off
      coupon FIFTY
        spend 100.00 take 50.00 off
    `;
    expect(summary(priced(rules, [line('A', 1, '100.00')], { codes: ['FIFTY'] }))).toEqual([
      'list 100.00, discount 70.00, shipping 0.00, pay 30.00',
      'line A pays 30.00',
      'tier takes 20.00',
      'FIFTY takes 50.00',
    ]);
  });

  it('let a platform and a merchant coupon stand together: 60.00', () => {
    const rules = `
      currency CNY
      coupon MERCHANT
        spend 100.00 counting list take 20.00 off
      coupon PLATFORM
        spend 100.00 counting list take 20.00 off
    `;
    expect(priced(rules, [line('A', 1, '100.00')], { codes: ['PLATFORM', 'MERCHANT'] }).total.pay).toBe(
      '60.00',
    );
  });
});

describe('a discount whose rest goes to the last line', () => {
  const lines = [line('1', 1, '2.00'), line('2', 1, '1.50')];

  it('splits 0.50 over 2.00 and 1.50 as 0.28 and 0.22', () => {
    const rules = `
      currency CNY
      promotion tier
        spend 2.00 take 0.50 off
        shares down
        rest to last
    `;
    expect(summary(priced(rules, lines))).toEqual([
      'list 3.50, discount 0.50, shipping 0.00, pay 3.00',
      'line 1 pays 1.72',
      'line 2 pays 1.28',
      'tier takes 0.50',
    ]);
  });

  it('splits a coupon of half, capped at 0.70, as 0.40 and 0.30', () => {
    const rules = `
      currency CNY
      coupon HALF
        take 50% off capped at 0.70
        shares down
        rest to last
    `;
    const breakdown = priced(rules, lines, { codes: ['HALF'] });
    expect(summary(breakdown)).toEqual([
      'list 3.50, discount 0.70, shipping 0.00, pay 2.80',
      'line 1 pays 1.60',
      'line 2 pays 1.20',
      'HALF takes 0.70',
    ]);
    expect(breakdown.promotions[0]).toMatchObject({ face: '1.75', amount: '0.70' });
  });
});

it('three layers one after the other: 200.00, 180.00, 170.00, 160.00', () => {
  const rules = `
    currency CNY
    line has special optional money
    layers item, store, coupons
    promotion special-price
      layer item
      price special each
    promotion tier
      layer store
      spend 100.00 take 10.00 off
    coupon TEN
      layer coupons
      spend 150.00 take 10.00 off
  `;
  expect(
    summary(priced(rules, [line('MILK', 1, '200.00', { special: '180.00' })], { codes: ['TEN'] })),
  ).toEqual([
    'list 200.00, discount 40.00, shipping 0.00, pay 160.00',
    'line MILK pays 160.00',
    'special-price takes 20.00',
    'tier takes 10.00',
    'TEN takes 10.00',
  ]);
});

it('a phone top-up of 100.44 for 0.44 with a coupon without a threshold', () => {
  const rules = `
    currency CNY
    coupon SHOW
      take 100.00 off
  `;
  expect(priced(rules, [line('TOP-UP', 1, '100.44')], { codes: ['SHOW'] }).total.pay).toBe('0.44');
});
