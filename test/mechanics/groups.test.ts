import { describe, expect, it } from 'vitest';
import type { CartInput, CartLineInput } from '../../src/index.js';
import { summary } from '../examples/summary.js';
import { line, priced } from './priced.js';

/** What a cart costs under one promotion's clauses. */
function pay(clauses: string, lines: readonly CartLineInput[], more: Partial<CartInput> = {}): unknown {
  return priced(`currency CNY\npromotion one\n${clauses}`, lines, more).total.pay;
}

/** A line of one unit for each price, named by it. */
function units(...prices: readonly string[]): readonly CartLineInput[] {
  return prices.map((price) => line(price, 1, price));
}

describe('the second at half price', () => {
  it('takes two halves of five: 5 x 39.90 cost 159.60', () => {
    expect(pay('every 2 units take 50% off the cheapest 1', [line('A', 5, '39.90')])).toBe('159.60');
  });

  // Half of 39.99 is 19.995: the discount rounds half up to 20.00, the price half up to 20.00 too.
  it.each([
    ['', '59.99'],
    ['rounding down', '60.00'],
    ['rounding half-up of price', '60.00'],
  ])('of an odd price leaves 19.99 or 20.00 beside 40.00 (%s)', (rounding, cost) => {
    const clauses = `every 2 units take 50% off the cheapest 1 ${rounding}`;
    expect(pay(clauses, units('40.00', '39.99'))).toBe(cost);
  });

  it.each([
    ['pairs neighbours in price', '', '200.00', '220.00'],
    ['pairs them from the cheapest up', 'cheapest first', '210.00', '220.00'],
    ['counts pairs and halves the cheapest of all', 'cheapest of all', '210.00', '230.00'],
  ])('%s: 100.00, 80.00, 60.00, and 40.00 with them', (_, pairing, three, four) => {
    const clauses = `every 2 units ${pairing} take 50% off the cheapest 1`;
    const mixed = units('100.00', '80.00', '60.00', '40.00');
    expect([pay(clauses, mixed.slice(0, 3)), pay(clauses, mixed)]).toEqual([three, four]);
  });

  it('of one article only', () => {
    const clauses = 'for each sku every 2 units take 50% off the cheapest 1';
    expect(pay(clauses, [line('A', 3, '40.00'), line('B', 1, '60.00')])).toBe('160.00');
  });
});

describe('any three for 99.00', () => {
  const rules = `
    currency CNY
    promotion any-three
      every 3 units pay 99.00
  `;

  it('splits 48.00 off 147.00 as 19.27, 16.00 and 12.73', () => {
    expect(summary(priced(rules, units('29.00', '39.00', '49.00', '59.00')))).toEqual([
      'list 176.00, discount 48.00, shipping 0.00, pay 128.00',
      'line 29.00 pays 29.00',
      'line 39.00 pays 26.27',
      'line 49.00 pays 33.00',
      'line 59.00 pays 39.73',
      'any-three takes 48.00',
    ]);
  });

  it('leaves a second group alone that costs less', () => {
    const six = units('59.00', '49.00', '39.00', '29.00', '25.00', '20.00');
    expect(priced(rules, six).total.discount).toBe('48.00');
  });

  it.each([
    [2, '80.00'],
    [3, '99.00'],
    [5, '179.00'],
    [6, '198.00'],
  ])('makes whole groups only: %i at 40.00 cost %s', (count, cost) => {
    expect(priced(rules, [line('A', count, '40.00')]).total.pay).toBe(cost);
  });
});

describe('two gifts with every three, four times at most', () => {
  const rules = `
    currency CNY
    promotion gift
      every 3 units give 2 of "GIFT" up to 4 times
  `;

  it.each([
    [2, []],
    [3, ['gift gives 2 of GIFT']],
    [7, ['gift gives 4 of GIFT']],
    [30, ['gift gives 8 of GIFT']],
  ])('with %i units', (count, gifts) => {
    const lines = summary(priced(rules, [line('A', count, '10.00')]));
    expect(lines.filter((one) => one.includes('gives'))).toEqual(gifts);
  });
});

it('a gift that is a line of the cart costs nothing, and the sums stay in sight', () => {
  const rules = `
    currency CNY
    promotion gift
      every 3 units of lines where sku is "A" make the cheapest 1 of lines where sku is "GIFT" free
  `;
  expect(summary(priced(rules, [line('A', 7, '10.00'), line('GIFT', 3, '8.00')]))).toEqual([
    'list 94.00, discount 16.00, shipping 0.00, pay 78.00',
    'line A pays 70.00',
    'line GIFT pays 8.00',
    'gift takes 16.00',
  ]);
});

describe('an add-on for 1.00 from 99.00', () => {
  const rules = `
    currency CNY
    promotion socks
      spend 99.00 offer 1 of "SOCKS" for 1.00
  `;

  it('is one pair of two', () => {
    expect(summary(priced(rules, [line('A', 1, '99.00'), line('SOCKS', 2, '12.90')]))).toEqual([
      'list 124.80, discount 11.90, shipping 0.00, pay 112.90',
      'line A pays 99.00',
      'line SOCKS pays 13.90',
      'socks takes 11.90',
      'socks offers 1 of SOCKS for 1.00',
    ]);
  });

  it('does not help to reach its own threshold', () => {
    const { refused } = priced(rules, [line('A', 1, '98.99'), line('SOCKS', 2, '12.90')]);
    expect(refused).toMatchObject([{ reason: 'short', missing: '0.01' }]);
  });
});

describe('three units a customer at 10.00', () => {
  it.each([
    [0, '70.00'],
    [2, '90.00'],
    [3, '100.00'],
  ])('where %i were had before', (customerUnits, cost) => {
    const usage = { one: { customerUnits } };
    const clauses = 'price 10.00 each for at most 3 units per customer';
    expect(pay(clauses, [line('A', 5, '20.00')], { usage })).toBe(cost);
  });

  it('counts each order for itself where it does not say `per customer`', () => {
    expect(pay('price 10.00 each for at most 3 units', [line('A', 5, '20.00')])).toBe('70.00');
  });
});

describe('a set', () => {
  const rules = (price: string): string => `
    currency CNY
    promotion camera-set
      bundle 1 of sku "CAMERA", 2 of sku "CARD" ${price}
  `;

  // 45.00 over 500.00 and 60.00: 40.1786 and 4.8214.
  it('costs what it says', () => {
    const lines = [line('CAMERA', 1, '500.00'), line('CARD', 2, '30.00')];
    expect(summary(priced(rules('pay 515.00'), lines))).toEqual([
      'list 560.00, discount 45.00, shipping 0.00, pay 515.00',
      'line CAMERA pays 459.82',
      'line CARD pays 55.18',
      'camera-set takes 45.00',
    ]);
  });

  it('comes as often as the scarcest part', () => {
    const lines = [line('CAMERA', 3, '500.00'), line('CARD', 5, '30.00')];
    expect(priced(rules('take 10.00 off'), lines).total.discount).toBe('20.00');
  });

  it('never costs more', () => {
    const lines = [line('CAMERA', 1, '400.00'), line('CARD', 2, '30.00')];
    expect(priced(rules('pay 515.00'), lines).total.pay).toBe('460.00');
  });
});
