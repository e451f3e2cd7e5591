import { describe, expect, it } from 'vitest';
import { summary } from '../examples/summary.js';
import { line, priced } from './priced.js';

/** What a single line of one unit costs under one promotion's clauses. */
function pay(clauses: string, list: string): unknown {
  return priced(`currency CNY\npromotion one\n${clauses}`, [line('A', 1, list)]).total.pay;
}

describe('a threshold', () => {
  it.each([
    ['299.99', '299.99'],
    ['300.00', '250.00'],
    ['300.01', '250.01'],
  ])('is exact to the fen: %s costs %s', (list, cost) => {
    expect(pay('spend 300.00 take 50.00 off', list)).toBe(cost);
  });

  it.each([
    ['299.99', '299.99'],
    ['599.99', '549.99'],
    ['600.00', '500.00'],
    ['1200.00', '1050.00'],
  ])('repeats up to three times: %s costs %s', (list, cost) => {
    expect(pay('every 300.00 take 50.00 off up to 3 times', list)).toBe(cost);
  });

  it('may ask for units: 8 of 10 from three, 7 of 10 from five', () => {
    const rules = `
      currency CNY
      promotion by-count
        buy 3 pay 80%
        buy 5 pay 70%
    `;
    const cost = (units: number): unknown => priced(rules, [line('A', units, '10.00')]).total.pay;
    expect([2, 3, 4, 5, 6].map(cost)).toEqual(['20.00', '24.00', '32.00', '35.00', '42.00']);
  });
});

describe('a threshold over other lines than the discount', () => {
  const rules = (over: string): string => `
    currency CNY
    line has clearance flag
    promotion clear-out
      on lines where clearance
      spend 500.00 ${over} take 30% off each line
  `;
  const lines = [line('OLD', 1, '100.00', { clearance: true }), line('NEW', 1, '400.00')];

  it.each([
    ['', '500.00'],
    ['over all lines', '470.00'],
    ['over lines where quantity > 1', '500.00'],
  ])('measures what it says: %s', (over, cost) => {
    expect(priced(rules(over), lines).total.pay).toBe(cost);
  });
});

describe('a percentage', () => {
  it('is what is paid, `pay 80%`, or what comes off, `take 20% off`', () => {
    expect(pay('spend 200.00 pay 80%', '300.00')).toBe('240.00');
    expect(pay('spend 200.00 take 20% off', '300.00')).toBe('240.00');
  });

  it('may be capped', () => {
    expect(pay('spend 200.00 pay 80% capped at 50.00', '300.00')).toBe('250.00');
  });

  // 15 % of 0.10 is 0.015: the discount rounds half up to 0.02, the price half up to 0.09.
  it.each([
    ['', '0.08'],
    ['rounding half-even', '0.08'],
    ['rounding half-down', '0.09'],
    ['rounding up', '0.08'],
    ['rounding down', '0.09'],
    ['rounding half-up of price', '0.09'],
  ])('rounds once where the discount is formed (%s)', (rounding, cost) => {
    expect(pay(`take 15% off ${rounding}`, '0.10')).toBe(cost);
  });
});

describe('a brand day with a cap and two payers', () => {
  const rules = `
    currency CNY
    line has brand text
    promotion brand-day
      active from 2026-11-11 through 2026-11-11
      on lines where brand is "mijia"
      spend 100.00 take 15% off capped at 60.00
      funded by its brand 70%, platform 30%
  `;
  const lines = [line('A', 1, '299.00', { brand: 'mijia' }), line('B', 1, '50.00', { brand: 'other' })];

  it('takes 44.85 of one brand, of which the brand pays 31.40', () => {
    // 44.85 splits as 31.395 and 13.455; both fractions are half a fen, and the first named party takes it.
    expect(summary(priced(rules, lines))).toEqual([
      'list 349.00, discount 44.85, shipping 0.00, pay 304.15',
      'line A pays 254.15',
      'line B pays 50.00',
      'brand-day takes 44.85',
      'mijia funds 31.40',
      'platform funds 13.45',
    ]);
  });

  it("is over at midnight in the file's zone", () => {
    const late = priced(rules.replace('currency CNY', 'currency CNY timezone Asia/Shanghai'), lines, {
      at: '2026-11-11T16:00:00Z',
    });
    expect(late.total.discount).toBe('0.00');
  });
});

it('a first order takes 10.00 off', () => {
  const rules = `
    currency CNY
    customer has paid-orders number
    promotion first-order
      when customer.paid-orders is 0
      take 10.00 off
  `;
  const cost = (orders: string): unknown =>
    priced(rules, [line('A', 1, '30.00')], { customer: { 'paid-orders': orders } }).total.pay;
  expect([cost('0'), cost('1')]).toEqual(['20.00', '30.00']);
});

describe('points', () => {
  const rules = `
    currency CNY
    customer has points number
    order has point-worth money
    promotion points
      take min(customer.points * order.point-worth, 50% of left) off
  `;
  const cost = (points: string): unknown =>
    priced(rules, [line('A', 1, '80.00')], { customer: { points }, order: { 'point-worth': '0.01' } }).total
      .pay;

  it('are worth a fen each', () => {
    expect(cost('1234')).toBe('67.66');
  });

  it('pay half the order at most', () => {
    expect(cost('5000')).toBe('40.00');
  });
});

it('a red packet never pays more than what is left', () => {
  const rules = `
    currency CNY
    order has red-packet money
    promotion red-packet
      take order.red-packet off
  `;
  const breakdown = priced(rules, [line('A', 1, '7.20')], { order: { 'red-packet': '10.00' } });
  expect(breakdown.promotions[0]).toMatchObject({ face: '10.00', amount: '7.20' });
  expect(breakdown.total.pay).toBe('0.00');
});

describe('a unit price', () => {
  const rules = `
    currency CNY
    line has group-price optional money
    order has group-full flag
    promotion group-price
      when order.group-full
      price group-price each
  `;
  const lines = (price: string): Parameters<typeof priced>[1] => [
    line('A', 3, '39.90', { 'group-price': price }),
  ];

  it('replaces a dearer one when the group is full', () => {
    expect(priced(rules, lines('29.90'), { order: { 'group-full': true } }).total.pay).toBe('89.70');
    expect(priced(rules, lines('29.90')).total.pay).toBe('119.70');
  });

  it('never raises a price', () => {
    expect(summary(priced(rules, lines('45.00'), { order: { 'group-full': true } }))).toEqual([
      'list 119.70, discount 0.00, shipping 0.00, pay 119.70',
      'line A pays 119.70',
      'group-price refused: nothing-left',
    ]);
  });
});

it('a subsidised price is made up by the platform', () => {
  const rules = `
    currency CNY
    line has subsidised money
    promotion ten-billion
      price subsidised each
      funded by platform 100%
  `;
  const { total, funding } = priced(rules, [line('PHONE', 1, '5999.00', { subsidised: '5499.00' })]);
  expect([total.pay, funding]).toEqual(['5499.00', { platform: '500.00' }]);
});

describe('free shipping from 88.00', () => {
  const rules = (counting: string): string => `
    currency CNY
    line has member-price optional money
    layers item, coupons, shipping
    promotion member-price
      layer item
      price member-price each
    coupon TEN
      layer coupons
      take 10.00 off
    promotion postage
      layer shipping
      spend 88.00 ${counting} ship free
  `;
  const cost = (counting: string, list: string): unknown =>
    priced(rules(counting), [line('A', 1, list, { 'member-price': '90.00' })], {
      codes: ['TEN'],
      shipping: '8.00',
    }).total.shipping;

  it.each([
    ['what is paid in the end', '', '8.00'],
    ['member prices', 'counting left after item', '0.00'],
    ['list prices', 'counting list', '0.00'],
  ])('measured on %s', (_, counting, shipping) => {
    expect(cost(counting, '95.00')).toBe(shipping);
  });
});

describe('limits', () => {
  const rules = `
    currency CNY
    coupon TWENTY
      take 20.00 off
      limit 1 per customer, 1000 in total
      budget 5000.00
  `;
  const refused = (usage: Readonly<Record<string, number | string>>): unknown =>
    priced(rules, [line('A', 1, '50.00')], { codes: ['TWENTY'], usage: { TWENTY: usage } }).refused.map(
      ({ promotion, reason }) => [promotion, reason],
    );

  it.each([
    ['the customer used it', { customer: 1 }],
    ['the last one is gone', { total: 1000 }],
    ['the budget would be passed', { spent: '4980.01' }],
  ])('refuse when %s', (_, usage) => {
    expect(refused(usage)).toEqual([['TWENTY', 'spent']]);
  });

  it('grant what they still allow', () => {
    expect(refused({ customer: 0, total: 999, spent: '4980.00' })).toEqual([]);
  });
});
