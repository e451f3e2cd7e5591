import { describe, expect, it } from 'vitest';
import { allocate } from '../../src/index.js';
import { summary } from '../examples/summary.js';
import { line, priced } from './priced.js';

describe('what the host of a live room earns', () => {
  const rules = (base: string): string => `
    currency CNY
    order has live flag
    layers item, coupons
    promotion store-price
      layer item
      take 20.00 off each line
      funded by store 100%
    coupon PLATFORM30
      layer coupons
      spend 100.00 take 30.00 off
      funded by platform 60%, store 40%
    promotion live-room
      layer coupons
      when order.live
      spend 1000.00 take 1.00 off
      commission host 20% of ${base}
  `;
  const lines = [line('A', 1, '199.00')];
  const cart = { codes: ['PLATFORM30'], order: { live: true } };

  // 199.00 - 20.00 - 30.00 = 149.00; the platform bears 18.00 of it.
  it.each([
    ['paid', '29.80'],
    ['paid and subsidy by platform', '33.40'],
    ['list', '39.80'],
  ])('20%% of %s', (base, earned) => {
    const { commission, refused } = priced(rules(base), lines, cart);
    expect(commission).toEqual({ host: earned });
    expect(refused).toMatchObject([{ promotion: 'live-room', reason: 'short' }]);
  });

  it('is nothing outside the live room', () => {
    expect(priced(rules('paid'), lines, { codes: ['PLATFORM30'] }).commission).toEqual({});
  });

  it('is rounded down line by line', () => {
    const small = [line('A', 1, '0.99'), line('B', 1, '0.99')];
    const each = 'currency CNY\npromotion one\ntake 0.01 off\ncommission host 10% of list';
    expect(priced(each, small).commission).toEqual({ host: '0.18' });
  });
});

describe('freight and goods', () => {
  it('paid with 810.00 of 1000.00 are 486.00 and 324.00', () => {
    const rules = `
      currency CNY
      promotion agreed
        pay 810.00
    `;
    expect(summary(priced(rules, [line('A', 1, '600.00'), line('B', 1, '400.00')]))).toEqual([
      'list 1000.00, discount 190.00, shipping 0.00, pay 810.00',
      'line A pays 486.00',
      'line B pays 324.00',
      'agreed takes 190.00',
    ]);
  });

  it('share what was paid for both, 100.00, as 33.33, 33.33 and 33.34, the last line taking the rest', () => {
    expect(allocate(10_000, [3_000, 3_000, 3_000], { remainder: 'rest-to-last' })).toMatchObject({
      parts: [3_333, 3_333, 3_334],
    });
  });

  it('share one discount: 10.00 off 90.00 of goods and 10.00 of freight', () => {
    const rules = `
      currency CNY
      promotion all-in
        on shipping and lines
        take 10.00 off
    `;
    const lines = ['A', 'B', 'C'].map((id) => line(id, 1, '30.00'));
    expect(summary(priced(rules, lines, { shipping: '10.00' }))).toEqual([
      'list 90.00, discount 9.00, shipping 9.00, pay 90.00',
      'line A pays 27.00',
      'line B pays 27.00',
      'line C pays 27.00',
      'shipping shipping pays 9.00',
      'all-in takes 10.00',
    ]);
  });

  it('pay one price together: 88.00 for both', () => {
    const rules = `
      currency CNY
      promotion all-in
        on shipping and lines
        pay 88.00
    `;
    const { total } = priced(rules, [line('A', 1, '70.00'), line('B', 1, '30.00')], { shipping: '10.00' });
    expect(total).toEqual({ list: '100.00', discount: '20.00', shipping: '8.00', pay: '88.00' });
  });
});
