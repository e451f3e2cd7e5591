import { describe, expect, it } from 'vitest';
import { type CartInput, type CartLineInput, type Hint, verify } from '../../src/index.js';
import { price } from '../support/price.js';
import { line, rulesetOf } from './priced.js';

function hints(
  rules: string,
  lines: readonly CartLineInput[],
  more: Partial<CartInput> = {},
): readonly Hint[] {
  const cart: CartInput = { currency: 'CNY', at: '2026-11-11T12:00:00+08:00', lines, ...more };
  const result = price(rulesetOf(rules), cart, { hints: true });
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  expect(verify(result.breakdown)).toEqual([]);
  return result.breakdown.hints ?? [];
}

describe('the gap to the next tier', () => {
  const rules = `
    currency CNY
    promotion tiers
      spend 200.00 take 20.00 off
      spend 400.00 take 50.00 off
      spend 600.00 take 90.00 off
  `;

  it.each([
    ['150.00', '50.00', '20.00', '30.00'],
    ['380.00', '20.00', '30.00', '-10.00'],
    ['399.99', '0.01', '30.00', '-29.99'],
    ['400.00', '200.00', '40.00', '160.00'],
  ])('at %s: add %s, save %s, which costs %s', (list, spend, saving, cost) => {
    expect(hints(rules, [line('A', 1, list)])).toEqual([{ promotion: 'tiers', spend, saving, cost }]);
  });

  it('is none past the last', () => {
    expect(hints(rules, [line('A', 1, '600.00')])).toEqual([]);
  });
});

it('the next step of every 300.00', () => {
  const rules = `
    currency CNY
    promotion cross-store
      every 300.00 take 50.00 off
  `;
  expect(hints(rules, [line('A', 1, '650.00')])).toEqual([
    { promotion: 'cross-store', spend: '250.00', saving: '50.00', cost: '200.00' },
  ]);
});

it('one unit more for the second at half price', () => {
  const rules = `
    currency CNY
    promotion second-half
      every 2 units take 50% off the cheapest 1
  `;
  expect(hints(rules, [line('A', 3, '39.90')])).toEqual([
    { promotion: 'second-half', units: 1, line: 'A', saving: '19.95', cost: '19.95' },
  ]);
});

it('what is saved after all other promotions: 5 % of 28.00 are lost again', () => {
  const rules = `
    currency CNY
    layers basket, member
    promotion tier
      layer basket
      spend 300.00 take 30.00 off
    promotion member-5
      layer member
      take 5% off
  `;
  // 280.00 cost 266.00. With 20.00 more, 300.00 - 30.00 = 270.00, less 5 % of the 252.00 that are not the filler's.
  expect(hints(rules, [line('A', 1, '280.00')])).toEqual([
    { promotion: 'tier', spend: '20.00', saving: '28.60', cost: '-8.60' },
  ]);
});

it('the best net gain first', () => {
  const rules = `
    currency CNY
    layers basket, shipping
    promotion tier
      layer basket
      spend 200.00 take 20.00 off
    promotion postage
      layer shipping
      spend 99.00 ship free
  `;
  expect(hints(rules, [line('A', 1, '95.00')], { shipping: '10.00' })).toEqual([
    { promotion: 'postage', spend: '4.00', saving: '10.00', cost: '-6.00' },
    { promotion: 'tier', spend: '105.00', saving: '20.00', cost: '85.00' },
  ]);
});
