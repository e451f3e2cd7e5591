import { describe, expect, it } from 'vitest';
import { many, one, priced, takes } from './shop.js';

describe('many promotions', () => {
  const names = Array.from({ length: 40 }, (_, index) => `p${index + 1}`);
  const small = names.map((name) => `promotion ${name} take 1.00 off`).join('\n');

  it('one that stands with none of forty is weighed against all of them', () => {
    // {p1 … p40} take 40.00, {q} takes 39.99 or 40.01
    const rules = (amount: string): string =>
      `${small} promotion q not with ${names.join(', ')} take ${amount} off`;
    expect(priced(rules('39.99'), [one('a', '100.00')]).total.pay).toBe('60.00');
    expect(takes(priced(rules('40.01'), [one('a', '100.00')]))).toBe('q 40.01');
  });

  it('one that stands alone too', () => {
    const rules = `${small} promotion q alone take 40.01 off`;
    const breakdown = priced(rules, [one('a', '100.00')]);
    expect([takes(breakdown), breakdown.optimal]).toEqual(['q 40.01', true]);
  });

  it('twelve pairs are 4,096 sets, thirteen are more than the search limit', () => {
    const pairs = (count: number): string =>
      names
        .slice(0, count)
        .map(
          (name) =>
            `promotion ${name} take 1.00 off promotion or-${name} take 2.00 off allow 1 of ${name}, or-${name}`,
        )
        .join('\n');
    const twelve = priced(pairs(12), [one('a', '100.00')]);
    expect([twelve.total.pay, twelve.optimal]).toEqual(['76.00', true]);
    // the list begins with p1; of the second half of it 4,096 sets are not priced
    const thirteen = priced(pairs(13), [one('a', '100.00')]);
    expect([thirteen.total.pay, thirteen.optimal]).toEqual(['75.00', false]);
  });
});

describe('a line of a million units', () => {
  const MILLION = [many('a', 1_000_000, '10.01')];

  it.each([
    ['every 2 units make the cheapest 1 free', '5005000.00'],
    ['every 3 units pay 25.00', '1676664.99'], // 333,333 × 5.03
    ['every 999999 units take 5.00 off', '5.00'],
    ['take 10% off for at most 999999 units', '1000999.00'], // 10 % of 10009989.99
    ['take 10.00 off for at most 999999 units', '10.00'],
    ['price 5.00 each for at most 999999 units', '5009994.99'], // 999,999 × 5.01
    ['every 1.00 make the cheapest 1 free', '10010000.00'],
    ['units 2 take 5.00 off', '5.00'],
    ['units 2 to 999999 take 0.01 off each unit', '9999.98'],
    ['every 2 units cheapest of all take 1.00 off the cheapest 1', '500000.00'],
    ['bundle 300000 of sku "a" pay 1.00', '9008997.00'], // 3 × (3003000.00 - 1.00)
    ['shares in turn every 500000 units take 0.07 off', '0.14'],
    ['rest to first every 500000 units take 0.07 off', '0.14'],
  ])('%s: %s', (offer, discount) => {
    expect(priced(`promotion p ${offer}`, MILLION).total.discount).toBe(discount);
  });

  it('each unit once', () => {
    const rules = `
      layers item each unit once
      promotion p layer item take 10.00 off for at most 400000 units
      promotion q layer item take 10% off`;
    // 10009990.00 are 999,000 units at 10.01 and 1,000 at 10.00; behind the first 400,000 stand 6005990.00
    const { promotions } = priced(rules, MILLION);
    expect(promotions.map(({ amount }) => amount)).toEqual(['10.00', '600599.00']);
  });

  it('gives many lines and a long table their turns', () => {
    const lines = Array.from({ length: 1500 }, (_, index) => one(`l${index}`, '10.00'));
    const breakdown = priced('promotion p for each line spend 10.01 take 1.00 off', lines);
    expect(breakdown.refused).toHaveLength(1500);
  });
});
