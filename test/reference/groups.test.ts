import { describe, expect, it } from 'vitest';
import { many, one, pays, priced, refusals, takes } from './shop.js';

/** 100.00, 80.00, 60.00, 40.00, 20.00 */
const FIVE = ['100.00', '80.00', '60.00', '40.00', '20.00'].map((price, index) =>
  one(`${'abcde'[index]}`, price),
);

const off = (rules: string, lines = FIVE): unknown => priced(`promotion p ${rules}`, lines).total.discount;

describe('every N units', () => {
  it.each([
    ['every 2 units take 10% off', '28.00'], // 180.00 and 100.00; 20.00 is left over
    ['every 2 units cheapest first take 10% off', '20.00'], // 60.00 and 140.00; 100.00 is left over
    ['every 2 units dearest first take 10% off', '28.00'],
    ['every 3 units take 10.00 off', '10.00'], // one group of three
    ['every 5 units take 10.00 off', '10.00'],
    ['every 1 units take 10.00 off', '50.00'],
    ['every 2 units take 30.00 off each unit', '120.00'],
    ['every 2 units pay 150.00', '30.00'], // 180.00 for 150.00; 100.00 costs less
    ['every 2 units pay 90.00', '100.00'], // 90.00 + 10.00
    ['every 2 units pay 50%', '140.00'],
    ['every 2 units price 50.00 each', '90.00'], // 50.00 + 30.00 + 10.00 + nothing
    ['every 2 units make the cheapest 1 free', '120.00'], // 80.00 + 40.00
    ['every 2 units make the dearest 1 free', '160.00'], // 100.00 + 60.00
    ['every 2 units cheapest first make the cheapest 1 free', '80.00'], // of 20, 40 and of 60, 80
    ['every 2 units cheapest first make the dearest 1 free', '120.00'],
    ['every 2 units cheapest of all make the cheapest 1 free', '60.00'], // two groups: 20.00 + 40.00
    ['every 2 units cheapest of all make the dearest 1 free', '180.00'],
    ['every 2 units take 50% off the cheapest 1', '60.00'],
    ['every 4 units take 50% off the cheapest 3', '90.00'], // 80.00, 60.00, 40.00
    ['every 2 units take 5.00 off the cheapest 1', '10.00'], // 5.00 per group
    ['every 2 units take 50.00 off the cheapest 1', '90.00'], // 50.00 and, of 40.00, 40.00
    ['every 2 units pay 10.00 the cheapest 1', '100.00'], // 70.00 + 30.00
    ['every 2 units pay 50.00 the cheapest 1', '30.00'], // 30.00 + nothing
    ['every 2 units price 35.00 each the cheapest 1', '50.00'], // 45.00 + 5.00
    ['every 2 units make the cheapest 1 free up to 1 times', '80.00'],
    ['up to 1 times every 2 units make the cheapest 1 free', '80.00'],
    ['every 2 units take 10% off for at most 3 units', '24.00'], // 180.00, then 60.00 of 60.00 and 40.00
    ['every 2 units take 10% off for at most 3 units the cheapest', '22.00'], // 180.00, then 40.00
    ['every 6 units make the cheapest 1 free', '0.00'],
  ])('%s', (offer, expected) => {
    expect(off(offer)).toBe(expected);
  });

  it('a short last group earns nothing', () => {
    expect(off('every 3 units pay 99.00', [many('x', 8, '40.00')])).toBe('42.00'); // 2 × 21.00
    expect(off('every 3 units pay 99.00', [many('x', 9, '40.00')])).toBe('63.00');
    expect(priced('promotion p every 3 units pay 99.00', [many('x', 2, '40.00')]).refused).toMatchObject([
      { reason: 'short', measured: 2, threshold: 3, missing: 1 },
    ]);
  });

  it('a percentage is rounded per picked unit, a sum once per group', () => {
    // half of 0.05 is 0.025, 0.03 each; 4 × 0.03
    expect(off('every 2 units take 50% off', [many('x', 4, '0.05')])).toBe('0.12');
    // 3 × 0.05 for 0.10 is 0.05 per group
    expect(off('every 3 units pay 0.10', [many('x', 6, '0.05')])).toBe('0.10');
  });

  it('with `cheapest of all` a sum is still one per group', () => {
    expect(off('every 2 units cheapest of all take 5.00 off the cheapest 1')).toBe('10.00');
    // 30.00 off 20.00 is 20.00, 30.00 off 40.00 is 30.00
    expect(off('every 2 units cheapest of all take 30.00 off the cheapest 1')).toBe('50.00');
    // 20.00 costs less than 30.00; 40.00 for 30.00
    expect(off('every 2 units cheapest of all pay 30.00 the cheapest 1')).toBe('10.00');
    expect(off('every 4 units cheapest of all take 9.00 off the cheapest 2')).toBe('9.00');
  });

  it('a sum is allocated over the group it is of, by what is left', () => {
    // 30.00 over 100.00 and 80.00: 16.666… and 13.333…; over 60.00 and 40.00: 18.00 and 12.00
    expect(pays(priced('promotion p every 2 units take 30.00 off', FIVE))).toBe(
      'a 83.33, b 66.67, c 42.00, d 28.00, e 20.00',
    );
  });

  it('the ranking is by what is left, not by list', () => {
    // a has 30.00 left: groups 80, 60 and 40, 30; 20.00 is left over
    const rules = `
      promotion o on lines where sku is "a" take 70.00 off
      promotion p every 2 units make the cheapest 1 free`;
    expect(takes(priced(rules, FIVE))).toBe('o 70.00, p 90.00');
  });

  it('ties go by SKU, then by line id', () => {
    const lines = [
      { ...one('1', '10.00'), sku: 'B' },
      { ...one('2', '10.00'), sku: 'A' },
      { ...one('3', '10.00'), sku: 'A' },
    ];
    // the ranking is 2, 3, 1
    expect(pays(priced('promotion p every 3 units make the cheapest 1 free', lines))).toBe(
      '1 0.00, 2 10.00, 3 10.00',
    );
    expect(pays(priced('promotion p every 2 units take 4.00 off', lines))).toBe('1 10.00, 2 8.00, 3 8.00');
    expect(pays(priced('promotion p every 2 units cheapest first take 4.00 off', lines))).toBe(
      '1 8.00, 2 10.00, 3 8.00',
    );
  });

  it('units of a line that were split unevenly are ranked one by one', () => {
    // 10.00 over three: 3.34, 3.33, 3.33; the pair is 3.34 and 3.33
    const rules = 'promotion o take 0.02 off promotion p every 2 units make the dearest 1 free';
    expect(takes(priced(rules, [many('x', 3, '3.34')]))).toBe('o 0.02, p 3.34');
  });

  it('tells its groups', () => {
    const { promotions } = priced('promotion p every 2 units make the cheapest 1 free', [
      many('x', 5, '10.00'),
    ]);
    expect(promotions[0]).toMatchObject({
      threshold: { kind: 'every-units', measured: 5, reached: 2, times: 2 },
      steps: [
        {
          groups: [
            {
              units: [{ line: 'x', count: 1, left: '10.00' }],
              qualifiers: [{ line: 'x', count: 1, left: '10.00' }],
              times: 2,
              amount: '10.00',
            },
          ],
        },
      ],
    });
  });
});

describe('targets apart from qualifiers', () => {
  const tea = { kind: 'tea' };
  const pot = { kind: 'pot' };
  const ofTea = 'of lines where kind is "tea"';
  const ofPots = 'of lines where kind is "pot"';
  const shop = [
    many('t', 5, '12.00', tea),
    one('p', '80.00', pot),
    one('q', '60.00', pot),
    one('r', '50.00', pot),
  ];

  it.each([
    [`every 2 units ${ofTea} take 50% off the cheapest 1 ${ofPots}`, '55.00'], // 25.00 + 30.00
    [`every 2 units ${ofTea} take 50% off the dearest 1 ${ofPots}`, '70.00'], // 40.00 + 30.00
    [`every 2 units ${ofTea} make the cheapest 2 ${ofPots} free`, '190.00'], // 50 + 60, then 80
    [`every 2 units ${ofTea} make the cheapest 2 ${ofPots} all or none free`, '110.00'],
    [`every 1 units ${ofTea} make the cheapest 1 ${ofPots} free`, '190.00'], // three pots, then no more
    [`every 1 units ${ofTea} make the cheapest 1 ${ofPots} free up to 2 times`, '110.00'],
    [`every 5 units ${ofTea} take 9.00 off the cheapest 2 ${ofPots}`, '9.00'],
    [`every 2 units ${ofTea} pay 9.00 the cheapest 1 ${ofPots}`, '92.00'], // 41.00 + 51.00
    [`every 1 units ${ofPots} make the cheapest 2 ${ofTea} free`, '60.00'], // 2, 2 and 1 of five
    [`every 1 units ${ofPots} make the cheapest 2 ${ofTea} all or none free`, '48.00'],
    [`every 3 units ${ofPots} make the cheapest 2 ${ofTea} free`, '24.00'],
  ])('%s', (offer, expected) => {
    expect(off(offer, shop)).toBe(expected);
  });

  it('where they overlap, qualifiers come first', () => {
    const all = 'of lines where kind is "tea"';
    const teas = [one('a', '30.00', tea), one('b', '20.00', tea), one('c', '10.00', tea)];
    // 30.00 and 20.00 qualify, 10.00 is the target
    expect(off(`every 2 units ${all} make the dearest 1 ${all} free`, teas)).toBe('10.00');
    expect(off(`every 2 units ${all} cheapest first make the dearest 1 ${all} free`, teas)).toBe('30.00');
    // 30.00 opens 10.00; 20.00 would open itself
    expect(off(`every 1 units ${all} make the cheapest 1 ${all} free`, teas)).toBe('10.00');
  });

  it('a unit is used once, also of one line', () => {
    // buy 2, get 1 of the same seven: two rounds
    const rules = `every 2 units ${ofTea} make the cheapest 1 ${ofTea} free`;
    expect(off(rules, [many('t', 7, '12.00', tea)])).toBe('24.00');
    expect(off(rules, [many('t', 2, '12.00', tea)])).toBe('0.00');
  });

  it('nothing to target refuses the offer', () => {
    const rules = `promotion p every 2 units ${ofTea} make the cheapest 1 ${ofPots} free`;
    expect(refusals(priced(rules, [many('t', 4, '12.00', tea)]))).toBe('p nothing-left');
    expect(refusals(priced(rules, [one('p', '80.00', pot)]))).toBe('p short');
  });
});

describe('picks without groups', () => {
  it.each([
    ['take 50% off the cheapest 2', '30.00'],
    ['take 50% off the dearest 1', '50.00'],
    ['take 30.00 off the dearest 2', '30.00'], // one sum for both
    ['pay 100.00 the dearest 2', '80.00'],
    ['price 50.00 each the dearest 3', '90.00'],
    ['make the cheapest 1 free', '20.00'],
    ['make the cheapest 9 free', '300.00'],
    ['make the cheapest 9 of lines where sku is "a" all or none free', '0.00'],
    ['make the cheapest 1 of lines where price >= 60.00 free', '60.00'],
    ['every 100.00 make the cheapest 1 free', '120.00'], // three steps: 20.00, 40.00, 60.00
    ['every 100.00 take 30.00 off the cheapest 1', '80.00'], // 20.00 + 30.00 + 30.00
    ['spend 300.00 take 10% off the dearest 2', '18.00'],
    ['buy 5 take 10.00 off the dearest 1', '10.00'],
  ])('%s', (offer, expected) => {
    expect(off(offer)).toBe(expected);
  });
});

describe('unit positions', () => {
  it.each([
    ['unit 1 take 5.00 off', '5.00'],
    ['unit 2 take 10% off', '8.00'],
    ['units 2 to 4 take 1.00 off each unit', '3.00'],
    ['units 2 to 4 take 9.00 off', '9.00'],
    ['units 4 take 10% off', '6.00'], // 40.00 and 20.00
    ['unit 5 make free', '20.00'],
    ['unit 6 make free', '0.00'],
    ['units 4 to 9 make free', '60.00'],
    ['units 2 to 3 price 50.00 each', '40.00'],
    ['units 1 to 2 pay 90.00', '90.00'],
    ['unit 1 take 1% off also unit 2 take 2% off also units 3 take 3% off', '6.20'], // 1.00 + 1.60 + 3.60
  ])('%s', (offer, expected) => {
    expect(off(offer)).toBe(expected);
  });

  it('count within a standing', () => {
    const lines = [many('a', 3, '10.00', { store: 'S1' }), many('b', 2, '20.00', { store: 'S2' })];
    // the second and all after it, of each store: 2 × 1.00 and 1 × 2.00
    expect(takes(priced('promotion p for each store units 2 take 10% off', lines))).toBe(
      'p S1 2.00, p S2 2.00',
    );
  });
});

describe('for at most N units', () => {
  const lines = [one('a', '30.00'), many('b', 3, '20.00')];

  it.each([
    ['take 10% off for at most 2 units', '5.00'], // of 30.00 + 20.00 together
    ['take 10% off for at most 2 units the cheapest', '4.00'],
    ['take 10% off for at most 2 units the dearest', '5.00'],
    ['take 10% off for at most 2 units per line', '7.00'], // 30.00 + 40.00
    ['take 50% off for at most 9 units', '45.00'],
    ['price 15.00 each for at most 2 units', '20.00'],
    ['price 15.00 each for at most 1 units per line', '20.00'],
    ['take 6.00 off each unit for at most 2 units', '12.00'],
    ['take 6.00 off for at most 2 units', '6.00'],
    ['pay 40.00 for at most 2 units', '10.00'],
    ['make the dearest 3 free for at most 1 units', '30.00'],
    ['make the dearest 3 free for at most 1 units per line', '50.00'],
    ['take 10% off each line for at most 2 units', '5.00'],
  ])('%s', (offer, expected) => {
    expect(off(offer, lines)).toBe(expected);
  });

  it('a percentage of units together is rounded once', () => {
    // 10 % of 0.10 is 0.01; of each 0.05 it would be 0.005, 0.01
    expect(off('take 10% off for at most 2 units', [many('a', 3, '0.05')])).toBe('0.01');
    expect(off('take 10% off each unit for at most 2 units', [many('a', 3, '0.05')])).toBe('0.02');
  });

  it('per customer is less what the customer had', () => {
    const rules = 'promotion p price 15.00 each for at most 3 units per customer';
    const usage = (customerUnits: number): object => ({ usage: { p: { customerUnits } } });
    expect(priced(rules, lines, usage(0)).total.discount).toBe('25.00');
    expect(priced(rules, lines, usage(2)).total.discount).toBe('15.00');
    expect(refusals(priced(rules, lines, usage(3)))).toBe('p nothing-left');
    expect(refusals(priced(rules, lines, usage(7)))).toBe('p nothing-left');
  });

  it('per customer counts over all standings, else each has its own', () => {
    const stores = [many('a', 2, '30.00', { store: 'S1' }), many('b', 2, '20.00', { store: 'S2' })];
    const rules = (per: string): string =>
      `promotion p for each store take 10% off for at most 1 units${per}`;
    expect(takes(priced(rules(''), stores))).toBe('p S1 3.00, p S2 2.00');
    expect(takes(priced(rules(' per customer'), stores))).toBe('p S1 3.00');
  });
});

describe('bundles', () => {
  const camera = many('camera', 2, '500.00');
  const card = many('card', 3, '30.00');

  it.each([
    ['bundle 1 of sku "camera", 2 of sku "card" pay 520.00', '40.00'], // one set: 560.00
    ['bundle 1 of sku "camera", 1 of sku "card" pay 520.00', '20.00'], // two sets: 2 × 10.00
    ['bundle 1 of sku "camera", 1 of sku "card" pay 540.00', '0.00'], // costs less already
    ['bundle 1 of sku "camera", 1 of sku "card" take 10% off', '106.00'],
    ['bundle 1 of sku "camera", 1 of sku "card" take 7.00 off', '14.00'],
    ['bundle 1 of sku "camera", 1 of sku "card" take 7.00 off up to 1 times', '7.00'],
    ['bundle 2 of sku "camera", 3 of sku "card" pay 1000.00', '90.00'],
    ['bundle 1 of sku "camera", 1 of sku "lens" pay 1.00', '0.00'],
  ])('%s', (offer, expected) => {
    expect(off(offer, [camera, card])).toBe(expected);
  });

  it('spreads what a set saves over its units', () => {
    // 40.00 over 500.00 and 2 × 30.00: 35.714 and 2 × 2.143: 35.72 and 4.28
    const breakdown = priced('promotion p bundle 1 of sku "camera", 2 of sku "card" pay 520.00', [
      camera,
      card,
    ]);
    expect(pays(breakdown)).toBe('camera 964.28, card 85.72');
  });

  it('makes as many sets as can be filled, whichever part takes which unit', () => {
    // x fits both parts, y only the first, z only the second: two sets, not one
    const lines = [
      one('x', '50.00', { kind: 'k', brand: 'b' }),
      one('y', '40.00', { kind: 'k' }),
      many('z', 2, '10.00', { brand: 'b' }),
    ];
    const rules = 'bundle 1 of lines where kind is "k", 1 of lines where brand is "b" take 1.00 off';
    expect(off(rules, lines)).toBe('2.00');
    // with one z, x may stand for it: x + z and … y + x is the other way round
    expect(off(rules, [...lines.slice(0, 2), one('z', '10.00', { brand: 'b' })])).toBe('1.00');
    expect(off(rules, lines.slice(0, 2))).toBe('1.00');
  });

  it('parts in order take the dearest units that leave the later ones enough', () => {
    // part 1 takes x (90.00) where y is left for part 2, and y (50.00) where only x fits part 2
    const rules = 'bundle 1 of lines where kind is "k", 1 of lines where brand is "b" pay 10.00';
    const x = one('x', '90.00', { kind: 'k', brand: 'b' });
    const y = one('y', '50.00', { kind: 'k' });
    expect(pays(priced(`promotion p ${rules}`, [x, y, one('z', '20.00', { brand: 'b' })]))).toBe(
      'x 8.18, y 50.00, z 1.82', // 100.00 off 110.00: 81.818… and 18.181…
    );
    expect(off(rules, [x, y])).toBe('130.00');
  });

  it('a bundle that no cart fills is short', () => {
    const rules = 'promotion p bundle 1 of sku "camera", 4 of sku "card" pay 520.00';
    expect(refusals(priced(rules, [camera, card]))).toBe('p short');
  });

  it('opens behind a threshold too', () => {
    const rules = 'promotion p spend 1090.00 bundle 1 of sku "camera", 1 of sku "card" pay 520.00';
    expect(takes(priced(rules, [camera, card]))).toBe('p 20.00');
    expect(refusals(priced(rules, [camera]))).toBe('p short');
  });

  it('of many parts that want the same units comes to an end', () => {
    const parts = Array.from({ length: 20 }, (_, index) => `1 of lines where price >= ${index + 1}.00`);
    const lines = Array.from({ length: 20 }, (_, index) => many(`l${index}`, 100, `${index + 1}.00`));
    // each line has its part; 100 sets of 1.00 + … + 20.00 = 210.00
    expect(off(`bundle ${parts.join(', ')} pay 209.00`, lines)).toBe('100.00');
  });
});
