import { describe, expect, it } from 'vitest';
import { one, priced, takes } from './shop.js';

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
