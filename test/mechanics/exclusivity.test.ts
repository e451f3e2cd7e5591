import { describe, expect, it } from 'vitest';
import { summary } from '../examples/summary.js';
import { line, priced } from './priced.js';

describe('platform and store coupon', () => {
  const rules = (stacking: string): string => `
    currency CNY
    line has store text
    coupon STORE15
      on lines where store is "A"
      spend 100.00 take 15.00 off
    coupon PLATFORM20
      spend 150.00 counting list take 20.00 off
    ${stacking}
  `;
  const lines = [line('1', 1, '120.00', { store: 'A' }), line('2', 1, '40.00', { store: 'B' })];
  const codes = ['STORE15', 'PLATFORM20'];

  it('stack', () => {
    expect(priced(rules(''), lines, { codes }).total.pay).toBe('125.00');
  });

  it('or exclude each other, and the better one stands', () => {
    const breakdown = priced(rules('allow 1 of STORE15, PLATFORM20'), lines, { codes });
    expect(breakdown.total.pay).toBe('140.00');
    expect(summary(breakdown).at(-1)).toBe('STORE15 refused: excluded by PLATFORM20');
  });
});

describe('flash-sale lines', () => {
  const rules = `
    currency CNY
    line has flash-price optional money, flash flag
    promotion flash-sale
      on lines where flash
      price flash-price each
    coupon TEN
      on lines where not flash
      spend 50.00 take 10.00 off
  `;

  it('take no coupon and do not help to reach it', () => {
    const lines = [line('1', 1, '99.00', { flash: true, 'flash-price': '9.90' }), line('2', 1, '49.99')];
    expect(summary(priced(rules, lines, { codes: ['TEN'] }))).toEqual([
      'list 148.99, discount 89.10, shipping 0.00, pay 59.89',
      'line 1 pays 9.90',
      'line 2 pays 49.99',
      'flash-sale takes 89.10',
      'TEN refused: short by 0.01',
    ]);
  });
});

describe('one item price per line', () => {
  const rules = `
    currency CNY
    line has flash-price optional money, member-price optional money
    customer has member flag
    layers item best per line
    promotion flash-sale
      layer item
      price flash-price each
    promotion member-price
      layer item
      when customer.member
      price member-price each
  `;

  it('is the lowest', () => {
    const lines = [
      line('1', 2, '50.00', { 'flash-price': '40.00', 'member-price': '45.00' }),
      line('2', 1, '50.00', { 'flash-price': '47.00', 'member-price': '45.00' }),
    ];
    expect(summary(priced(rules, lines, { customer: { member: true } }))).toEqual([
      'list 150.00, discount 25.00, shipping 0.00, pay 125.00',
      'line 1 pays 80.00',
      'line 2 pays 45.00',
      'flash-sale takes 20.00',
      'member-price takes 5.00',
    ]);
  });
});

it('offers of one layer that each count the same threshold, the better of two', () => {
  const rules = `
    currency CNY
    layers platform best
    promotion fifty
      layer platform
      spend 300.00 take 50.00 off
    promotion fifth
      layer platform
      spend 200.00 take 20% off capped at 60.00
  `;
  expect(summary(priced(rules, [line('A', 1, '320.00')]))).toEqual([
    'list 320.00, discount 60.00, shipping 0.00, pay 260.00',
    'line A pays 260.00',
    'fifth takes 60.00',
    'fifty refused: lost to fifth by 10.00',
  ]);
});
