import { describe, expect, it } from 'vitest';
import type { CartLineInput, Hint } from '../../src/index.js';
import { type Case, many, one, priced } from './shop.js';

function hints(rules: string, lines: readonly CartLineInput[], more: Case = {}): readonly Hint[] {
  return priced(rules, lines, { ...more, options: { hints: true } }).hints ?? [];
}

const NINETY_FIVE = [one('a', '95.00')];

describe('hints', () => {
  it('tell the gap to the next step, the saving and the net cost', () => {
    expect(hints('promotion p spend 100.00 take 10.00 off', NINETY_FIVE)).toEqual([
      { promotion: 'p', spend: '5.00', saving: '10.00', cost: '-5.00' },
    ]);
    // 95.00 - 2.00 now; 200.00 - 30.00 then: 28.00 more for 105.00
    expect(hints('promotion p spend 50.00 take 2.00 off spend 200.00 take 30.00 off', NINETY_FIVE)).toEqual([
      { promotion: 'p', spend: '105.00', saving: '28.00', cost: '77.00' },
    ]);
    expect(hints('promotion p spend 50.00 take 2.00 off', NINETY_FIVE)).toEqual([]);
  });

  it('the next step of a ladder of steps', () => {
    // 240.00: two steps, the third at 300.00
    expect(hints('promotion p every 100.00 take 7.00 off', [one('a', '240.00')])).toEqual([
      { promotion: 'p', spend: '60.00', saving: '7.00', cost: '53.00' },
    ]);
    expect(hints('promotion p every 100.00 take 7.00 off', [one('a', '200.00')])).toEqual([
      { promotion: 'p', spend: '100.00', saving: '7.00', cost: '93.00' },
    ]);
    expect(hints('promotion p every 100.00 take 7.00 off up to 2 times', [one('a', '240.00')])).toEqual([]);
  });

  it('units: more of the cheapest line in scope', () => {
    const lines = [one('a', '30.00'), one('b', '20.00')];
    // 30.00, 20.00 and 20.00: the last is free
    expect(hints('promotion p every 3 units make the cheapest 1 free', lines)).toEqual([
      { promotion: 'p', units: 1, line: 'b', saving: '20.00', cost: '0.00' },
    ]);
    // 10 % of 70.00
    expect(hints('promotion p buy 3 take 10% off', lines)).toEqual([
      { promotion: 'p', units: 1, line: 'b', saving: '7.00', cost: '13.00' },
    ]);
    // two more: 10 % of 90.00
    expect(hints('promotion p buy 4 take 10% off', lines)).toEqual([
      { promotion: 'p', units: 2, line: 'b', saving: '9.00', cost: '31.00' },
    ]);
  });

  it('units: of lines that count', () => {
    const lines = [one('a', '30.00', { kind: 'tea' }), one('b', '20.00'), one('c', '40.00', { kind: 'pot' })];
    const ofTea = 'of lines where kind is "tea"';
    // another a opens half off a pot
    expect(
      hints(
        `promotion p every 2 units ${ofTea} take 50% off the cheapest 1 of lines where kind is "pot"`,
        lines,
      ),
    ).toEqual([{ promotion: 'p', units: 1, line: 'a', saving: '20.00', cost: '10.00' }]);
    expect(hints('promotion p buy 2 over lines where kind is "tea" take 10% off', lines)).toEqual([
      { promotion: 'p', units: 1, line: 'a', saving: '12.00', cost: '18.00' },
    ]);
  });

  it('only what saves is told, the best net gain first', () => {
    const rules = `
      promotion p spend 100.00 take 1.00 off
      promotion q spend 200.00 take 150.00 off
      promotion r when customer.tier is gold spend 96.00 take 50.00 off`;
    expect(hints(rules, NINETY_FIVE)).toEqual([
      // 200.00 - 1.00 = 199.00 is short of 200.00: a filler that p does not see is 105.00
      { promotion: 'q', spend: '105.00', saving: '150.00', cost: '-45.00' },
      { promotion: 'p', spend: '5.00', saving: '1.00', cost: '4.00' },
    ]);
  });

  it('after all other promotions: a saving that another one eats up is none', () => {
    // with 100.00 p would take 3.00, and q, which needs 95.00 of the rest, would take 5.00 no more
    const rules = `
      layers first, second
      promotion p layer first spend 100.00 take 3.00 off
      promotion q layer second on lines where sku is "a" spend 95.00 take 5.00 off`;
    expect(hints(rules, NINETY_FIVE)).toEqual([]);
  });

  it('the filler is seen by its own promotion alone, and is not discounted by others', () => {
    // 5.00 more: 10 % of 95.00 by p as before, 10.00 by q
    const rules = 'promotion p take 10% off promotion q counting list spend 100.00 take 10.00 off';
    expect(hints(rules, NINETY_FIVE)).toEqual([
      { promotion: 'q', spend: '5.00', saving: '10.00', cost: '-5.00' },
    ]);
  });

  it('each standing has its own', () => {
    const lines = [one('a', '95.00', { store: 'S2' }), one('b', '80.00', { store: 'S1' })];
    expect(hints('promotion p for each store spend 100.00 take 10.00 off', lines)).toEqual([
      { promotion: 'p', for: { store: 'S2' }, spend: '5.00', saving: '10.00', cost: '-5.00' },
      { promotion: 'p', for: { store: 'S1' }, spend: '20.00', saving: '10.00', cost: '10.00' },
    ]);
  });

  it('free postage is a saving too', () => {
    expect(hints('promotion p spend 99.00 ship free', NINETY_FIVE, { shipping: '6.00' })).toEqual([
      { promotion: 'p', spend: '4.00', saving: '6.00', cost: '-2.00' },
    ]);
  });

  it('gifts save nothing', () => {
    expect(hints('promotion p spend 100.00 give 1 of "G"', NINETY_FIVE)).toEqual([]);
  });

  it('a coupon whose code was not entered, and what is closed, gives none', () => {
    const rules = `
      coupon C spend 100.00 take 10.00 off
      promotion p active until 2020-01-01 00:00 spend 100.00 take 10.00 off
      promotion q limit 1 per customer spend 100.00 take 10.00 off`;
    expect(
      hints(
        rules.replace(
          'limit 1 per customer spend 100.00 take 10.00 off',
          'spend 100.00 take 10.00 off limit 1 per customer',
        ),
        NINETY_FIVE,
        { usage: { q: { customer: 1 } } },
      ),
    ).toEqual([]);
    expect(hints('coupon C spend 100.00 take 10.00 off', NINETY_FIVE, { codes: ['C'] })).toHaveLength(1);
  });

  it('what another promotion keeps out may be worth more with a little more in the cart', () => {
    // now 90.00; with 5.00 more q would stand instead of p: 100.00 - 50.00
    const rules = 'promotion p take 5.00 off promotion q spend 100.00 take 50.00 off allow 1 of p, q';
    expect(hints(rules, NINETY_FIVE)).toEqual([
      { promotion: 'q', spend: '5.00', saving: '45.00', cost: '-40.00' },
    ]);
  });

  it('what loses in a `best` layer too', () => {
    const rules = `
      layers item best
      promotion p layer item take 5.00 off
      promotion q layer item spend 100.00 take 50.00 off`;
    expect(hints(rules, NINETY_FIVE)).toEqual([
      { promotion: 'q', spend: '5.00', saving: '45.00', cost: '-40.00' },
    ]);
  });

  it('what does not count towards a threshold leaves the gap as it is', () => {
    const rules = 'promotion p spend 100.00 offer 1 of "mug" for 9.90 also take 5.00 off';
    // 20.00 is missing, whatever the mug costs; then 20.00 and 5.00 are saved
    expect(hints(rules, [one('a', '80.00'), one('mug', '29.90')])).toEqual([
      { promotion: 'p', spend: '20.00', saving: '25.00', cost: '-5.00' },
    ]);
  });

  it('measured over all lines, the filler counts', () => {
    const rules = 'promotion p on lines where kind is "x" spend 100.00 over all lines take 10% off';
    // 10 % of 60.00 and of the filler
    expect(hints(rules, [one('a', '60.00', { kind: 'x' }), one('b', '35.00')])).toEqual([
      { promotion: 'p', spend: '5.00', saving: '6.50', cost: '-1.50' },
    ]);
  });

  it('finer unit prices are rounded as the rules say', () => {
    // 2 × 0.335 is 0.67, 3 × 0.335 = 1.005 is 1.00 rounded down
    const rules = 'default prices rounded down per line promotion p buy 3 take 1.00 off';
    expect(hints(rules, [many('a', 2, '0.335')])).toEqual([
      { promotion: 'p', units: 1, line: 'a', saving: '1.00', cost: '-0.67' },
    ]);
  });

  it('are in minor units where the cart is', () => {
    const lines = [{ id: 'a', sku: 'a', quantity: 1, price: 9500 }];
    expect(hints('promotion p spend 100.00 take 10.00 off', lines, { amounts: 'minor' })).toEqual([
      { promotion: 'p', spend: 500, saving: 1000, cost: -500 },
    ]);
  });

  it('are not there unless asked for', () => {
    expect(priced('promotion p spend 100.00 take 10.00 off', NINETY_FIVE)).not.toHaveProperty('hints');
  });
});

describe('a fuller cart that no checkout could send gets no hint', () => {
  it('a line of more than a million units', () => {
    const [upTo, past] = [1_000_000, 1_000_001].map((units) => `promotion p buy ${units} take 10% off`);
    expect(hints(upTo ?? '', [many('a', 999_999, '0.10')])).toHaveLength(1);
    expect(hints(past ?? '', [many('a', 999_999, '0.10')])).toEqual([]);
  });

  it('amounts past the greatest', () => {
    const rules = 'promotion p on lines where sku is "a" spend 200.00 take 10.00 off';
    expect(hints(rules, [one('a', '100.00'), one('b', '90071992547209.91')])).toHaveLength(1);
    expect(hints(rules, [one('a', '100.00'), one('b', '90071992547309.91')])).toEqual([]);
  });
});

it('one more unit costs what the file rounds', () => {
  const rules = (per: string): string =>
    `currency CNY timezone Asia/Shanghai default prices rounded half-up per ${per} promotion p buy 3 take 0.10 off`;
  const costs = (per: string): unknown => hints(rules(per), [one('a', '0.125')]).map(({ cost }) => cost);
  // 3 × 0.13 - 0.13, and 0.38 - 0.13
  expect([costs('unit'), costs('line')]).toEqual([['0.16'], ['0.15']]);
});
