import { describe, expect, it } from 'vitest';
import { many, one, priced } from '../reference/shop.js';

/** What random pairs have found: each is a pair on which the two evaluators once differed, cut down, and what is right. */
describe('once found by random pairs', () => {
  it('an add-on costs what the table row says that was reached, and what it cost when it was offered', () => {
    const files = { 'tiers.csv': 'store,need,off\nS1,50.00,5.00\nS1,150.00,20.00\n' };
    const rules = `
      table tiers = "tiers.csv" with store text, need money, off money
      promotion by-row for each store of tiers spend row.need offer 1 of "MUG" for row.off
      promotion half offer 1 of "MUG" for left / 2
      promotion later take 100.00 off`;
    const { addOns } = priced(rules, [one('a', '200.00', { store: 'S1' })], { files });
    expect(addOns?.map(({ price }) => price)).toEqual(['20.00', '100.00']);
  });

  it('a standing that takes off shipping leaves the lines of the next standing alone', () => {
    const lines = [one('a', '0.07', { kind: 'b' }), one('b', '110.00', { kind: 'a' })];
    const rules = 'promotion p for each kind spend 104.50 ship free';
    const { refused } = priced(rules, lines, {
      shipping: [
        { id: 's1', amount: '2.52' },
        { id: 's2', amount: '6.90' },
      ],
    });
    expect(refused).toMatchObject([{ for: { kind: 'b' }, measured: '0.07', missing: '104.43' }]);
  });

  it('gifts that are worth more than an amount may be say no value', () => {
    const giftsAt = (unit: string): unknown => priced('promotion p give 7 of "a"', [one('a', unit)]).gifts;
    const gift = { promotion: 'p', skus: ['a'], count: 7 };
    expect(giftsAt('12867427506772.84')).toEqual([{ ...gift, value: '90071992547409.88' }]);
    expect(giftsAt('12867427506772.85')).toEqual([gift]);
  });

  it('a fuller cart that would be refused for its amount or its units gets no hint', () => {
    const options = { hints: true };
    const hintsOf = (rules: string, quantity: number, price: string, shipping: string): unknown =>
      priced(rules, [many('a', quantity, price)], { options, shipping }).hints;
    const spend = 'promotion p spend 80000000000000.00 take 10% off';
    expect(hintsOf(spend, 1, '79999999999999.00', '5.00')).toHaveLength(1);
    expect(hintsOf(spend, 1, '79999999999999.00', '10071992547409.91')).toHaveLength(1);
    expect(hintsOf(spend, 1, '79999999999999.00', '10071992547409.92')).toEqual([]);
    const buy = (units: number): string => `promotion p buy ${units} take 10% off`;
    expect(hintsOf(buy(1_000_000), 999_999, '1.00', '0.00')).toHaveLength(1);
    expect(hintsOf(buy(1_000_001), 999_999, '1.00', '0.00')).toEqual([]);
  });
});
