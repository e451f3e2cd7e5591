import { describe, expect, it } from 'vitest';
import { line, priced } from './priced.js';

// Accidents that made the news, and the clause that would have stopped each.

it('299.01 does not pass for 300.00', () => {
  const rules = `
    currency CNY
    promotion tier
      spend 300.00 take 50.00 off
  `;
  expect(priced(rules, [line('A', 1, '299.01')]).refused).toMatchObject([
    { reason: 'short', missing: '0.99' },
  ]);
});

describe('an offer of 1000.00 entered twice on goods of 2000.00', () => {
  const rules = (stacking: string): string => `
    currency CNY
    promotion opening-offer
      take 1000.00 off
      ${stacking}
    promotion opening-offer-again
      take 1000.00 off
    guarantee "not for nothing" pay at least 0.01
  `;
  const kitchen = [line('KITCHEN', 1, '2000.00')];

  it('gives them away, and the guarantee says so', () => {
    const { total, violations } = priced(rules(''), kitchen);
    expect(total.pay).toBe('0.00');
    expect(violations).toMatchObject([
      { guarantee: 'not for nothing', promotions: ['opening-offer', 'opening-offer-again'] },
    ]);
  });

  it('stands once where the two may not stand together', () => {
    const { total, violations } = priced(rules('not with opening-offer-again'), kitchen);
    expect([total.pay, violations]).toEqual(['1000.00', []]);
  });
});

it('200.00 off from 200.00, meant as 20.00, breaks a limit on the share of list', () => {
  const rules = `
    currency CNY
    promotion tier
      spend 200.00 take 200.00 off
    guarantee "at most 60 %" discount at most 60% of list
  `;
  expect(priced(rules, [line('A', 1, '320.00')]).violations).toMatchObject([{ guarantee: 'at most 60 %' }]);
  expect(priced(rules, [line('A', 1, '400.00')]).violations).toEqual([]);
});

it('a box of 79.00 for 3.50 breaks the guarantee on cost', () => {
  const rules = `
    currency CNY
    line has cost money
    promotion wrong-price
      price 3.50 each
    guarantee for each line pay at least cost
  `;
  const lines = [line('WATER', 3, '79.00', { cost: '41.00' }), line('CUP', 1, '3.00', { cost: '1.00' })];
  const { total, violations } = priced(rules, lines);
  expect(total.pay).toBe('13.50');
  expect(violations).toMatchObject([{ line: 'WATER', promotions: ['wrong-price'] }]);
});

it('a coupon claimed again and again is spent once per customer', () => {
  const rules = `
    currency CNY
    coupon SHOW100
      take 100.00 off
      limit 1 per customer
  `;
  const usage = { SHOW100: { customer: 1, total: 430000, spent: '43000000.00' } };
  expect(priced(rules, [line('TOP-UP', 1, '100.44')], { codes: ['SHOW100'], usage })).toMatchObject({
    total: { pay: '100.44' },
    refused: [{ promotion: 'SHOW100', reason: 'spent' }],
  });
});

it('a floor stops what the guarantee would only report', () => {
  const rules = `
    currency CNY
    line has cost money
    promotion wrong-price
      take 95% off each line
      leave at least cost
    guarantee for each line pay at least cost
  `;
  const { total, violations } = priced(rules, [line('WATER', 3, '79.00', { cost: '41.00' })]);
  expect([total.pay, violations]).toEqual(['123.00', []]);
});
