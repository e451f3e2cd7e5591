import { describe, expect, it } from 'vitest';
import { many, mistakes, one, pays, priced, refusals, takes } from './shop.js';

const TWO = [one('a', '100.00'), one('b', '300.00')];

describe('capped at', () => {
  it.each([
    ['take 50% off capped at 80.00', '80.00'],
    ['take 50% off capped at 200.00', '200.00'],
    ['take 50% off capped at 10% of list', '40.00'],
    ['capped at 80.00 take 50% off', '80.00'],
    ['take 50% off capped at 80.00 capped at 70.00', '70.00'],
    ['take 50% off capped at order.deposit', '25.00'],
    ['take 50% off capped at order.deposit - 30.00', '0.00'],
    ['every 100.00 take 30.00 off capped at 80.00', '80.00'],
    ['every 100.00 take 30.00 off capped at 80.00 up to 2 times', '60.00'],
    ['pay 100.00 capped at 80.00', '80.00'],
    ['price 10.00 each capped at 80.00', '80.00'],
    ['take 50% off capped at 30.00 also take 20.00 off', '50.00'],
    ['take 50% off capped at 30.00 also take 20.00 off capped at 5.00', '35.00'],
    ['capped at 40.00 take 30.00 off also take 20.00 off', '40.00'],
    ['capped at 40.00 take 30.00 off capped at 15.00 also take 20.00 off', '35.00'],
    ['spend 100.00 take 10.00 off capped at 5.00 spend 200.00 take 30.00 off capped at 25.00', '25.00'],
  ])('%s', (rules, expected) => {
    const { total } = priced(`promotion p ${rules}`, TWO, { order: { deposit: '25.00' } });
    expect(total.discount).toBe(expected);
  });

  it('an amount that is missing refuses the offer', () => {
    expect(priced('promotion p take 50% off capped at order.deposit', TWO).refused).toMatchObject([
      { reason: 'condition-false', failed: [{ test: 'order.deposit', missing: ['order.deposit'] }] },
    ]);
  });

  it('per line and per unit', () => {
    const lines = [many('a', 2, '50.00'), one('b', '200.00')];
    // 15.00 and 30.00; 2 × 15.00 and 60.00
    expect(pays(priced('promotion p take 15% off each line capped at 20.00 per line', lines))).toBe(
      'a 85.00, b 180.00',
    );
    expect(pays(priced('promotion p take 30% off each unit capped at 16.00 per unit', lines))).toBe(
      'a 70.00, b 184.00',
    );
    expect(pays(priced('promotion p take 30% off each unit capped at 4.00 per unit', lines))).toBe(
      'a 92.00, b 196.00',
    );
    // both bounds: 8.00 and 4.00 are cut to 6.00
    expect(
      takes(priced('promotion p take 30% off each unit capped at 4.00 per unit capped at 6.00', lines)),
    ).toBe('p 6.00');
  });

  it('per line by what the line carries', () => {
    const lines = [many('a', 2, '50.00', { cost: '3.00' }), one('b', '200.00')];
    // 2 × 3.00; a line without cost gets nothing
    expect(pays(priced('promotion p take 15% off each line capped at cost per line', lines))).toBe(
      'a 94.00, b 200.00',
    );
    expect(pays(priced('promotion p take 15% off each line capped at 2% of list per line', lines))).toBe(
      'a 98.00, b 196.00',
    );
  });

  it('per unit bounds each unit that is picked', () => {
    const lines = [many('a', 4, '12.00')];
    // half of 12.00 on two units, at most 4.00 on each
    expect(
      takes(priced('promotion p every 2 units take 50% off the cheapest 1 capped at 4.00 per unit', lines)),
    ).toBe('p 8.00');
    expect(takes(priced('promotion p take 50% off for at most 1 units capped at 4.00 per unit', lines))).toBe(
      'p 4.00',
    );
    expect(takes(priced('promotion p units 3 take 50% off capped at 4.00 per unit', lines))).toBe('p 8.00');
    expect(takes(priced('promotion p capped at 4.00 per unit units 3 take 50% off', lines))).toBe('p 8.00');
    expect(
      takes(
        priced('promotion p capped at 4.00 per unit unit 1 take 50% off also unit 2 take 50% off', lines),
      ),
    ).toBe('p 8.00');
  });

  it('a capped sum is spread once', () => {
    // 20.00 over 100.00 and 300.00
    expect(pays(priced('promotion p take 50% off capped at 20.00', TWO))).toBe('a 95.00, b 285.00');
  });

  it('a capped percentage is allocated anew by the usual weights', () => {
    // formed 10.00 and 30.00; 20.00 by value, equally, by quantity
    const rules = (share: string): string => `promotion p ${share} take 10% off each line capped at 20.00`;
    const lines = [many('a', 4, '25.00'), one('b', '300.00')];
    expect(pays(priced(rules(''), lines))).toBe('a 95.00, b 285.00');
    expect(pays(priced(rules('share equally'), lines))).toBe('a 90.00, b 290.00');
    expect(pays(priced(rules('share by quantity'), lines))).toBe('a 84.00, b 296.00');
  });

  it('of units in groups that is what is left on those units', () => {
    // half of 50.00 and of one 10.00 of ten: 25.00 and 5.00; 24.00 over 50.00 and 10.00
    const lines = [one('a', '50.00'), many('b', 10, '10.00')];
    expect(pays(priced('promotion p take 50% off the dearest 2 capped at 24.00', lines))).toBe(
      'a 30.00, b 96.00',
    );
  });

  it('any other capped offer is allocated anew by the discounts it had formed', () => {
    // formed 90.00 and 290.00; 38.00
    expect(pays(priced('promotion p price 10.00 each capped at 38.00', TWO))).toBe('a 91.00, b 271.00');
    // formed 30.00 and 30.00; 20.00
    expect(pays(priced('promotion p take 30.00 off each line capped at 20.00', TWO))).toBe(
      'a 90.00, b 290.00',
    );
  });

  it('tells the cut', () => {
    expect(priced('promotion p take 50% off capped at 80.00', TWO).promotions[0]).toMatchObject({
      face: '200.00',
      amount: '80.00',
      steps: [{ face: '200.00', amount: '80.00', cuts: [{ why: 'cap', limit: '80.00', by: '120.00' }] }],
    });
  });

  it('stands directly after its offer, or before the first', () => {
    expect(mistakes('promotion p take 50% off limit 1 per customer capped at 5.00')).toEqual(['RK1065']);
    expect(mistakes('promotion p spend 1.00 take 1.00 off spend 2.00 take 2.00 off capped at 5.00')).toEqual([
      'RK1064',
    ]);
    expect(mistakes('promotion p for each store take 50% off capped at 5.00')).toEqual(['RK1066']);
  });
});

describe('up to N times', () => {
  it.each([
    ['every 100.00 take 30.00 off up to 3 times', '90.00'],
    ['every 100.00 take 30.00 off up to 9 times', '120.00'],
    ['every 100.00 take 5% off up to 3 times', '60.00'],
    ['up to 3 times every 100.00 take 30.00 off', '90.00'],
    ['up to 3 times every 100.00 take 30.00 off up to 2 times also take 1.00 off', '63.00'],
    ['every 100.00 take 30.00 off up to 2 times also take 1.00 off', '64.00'],
  ])('%s', (rules, expected) => {
    expect(priced(`promotion p ${rules}`, TWO).total.discount).toBe(expected);
  });

  it('counts gifts and add-ons too', () => {
    const rules =
      'promotion p every 100.00 give 2 of "G" up to 3 times also offer 1 of "M" for 1.00 up to 2 times';
    const breakdown = priced(rules, TWO);
    expect(breakdown.gifts).toMatchObject([{ count: 6 }]);
    expect(breakdown.addOns).toMatchObject([{ count: 2 }]);
  });
});

describe('leave at least', () => {
  const lines = [
    many('a', 2, '50.00', { cost: '35.00' }),
    one('b', '20.00', { cost: '30.00' }),
    one('c', '40.00'),
  ];

  it.each([
    // 2 × 35.00; b is below its cost already; c has none
    ['take 50% off each line leave at least cost', 'a 70.00, b 20.00, c 20.00'],
    ['leave at least cost take 50% off each line', 'a 70.00, b 20.00, c 20.00'],
    ['take 50% off each line leave at least 30.00 per unit', 'a 60.00, b 20.00, c 30.00'],
    ['take 50% off each line leave at least 30.00 per line', 'a 50.00, b 20.00, c 30.00'],
    ['take 50% off leave at least 120.00 in all', 'a 75.00, b 15.00, c 30.00'],
    ['take 50% off each line leave at least 90% of list per line', 'a 90.00, b 18.00, c 36.00'],
    ['take 50% off each line leave at least cost * 110% per unit', 'a 77.00, b 20.00, c 20.00'],
    ['take 50% off each line leave at least cost leave at least 25.00 per line', 'a 70.00, b 20.00, c 25.00'],
    // 80.00 over 160.00 is 50.00, 10.00, 20.00; a bears 30.00, b nothing
    ['take 80.00 off leave at least cost', 'a 70.00, b 20.00, c 0.00'],
    ['make the cheapest 1 free leave at least 1.00 per line', 'a 100.00, b 1.00, c 40.00'],
    ['price 1.00 each leave at least cost', 'a 70.00, b 20.00, c 1.00'],
    ['pay 100.00 leave at least cost', 'a 70.00, b 20.00, c 10.00'],
    ['take 20% off each line also take 20% off each line leave at least cost', 'a 70.00, b 20.00, c 25.60'],
  ])('%s', (rules, expected) => {
    expect(pays(priced(`promotion p ${rules}`, lines))).toBe(expected);
  });

  it('of a line without the attribute is listed as unchecked', () => {
    const breakdown = priced('promotion p take 50% off each line leave at least cost', lines);
    expect(breakdown.unchecked).toEqual([
      { promotion: 'p', floor: 'leave at least cost', line: 'c', missing: ['cost'] },
    ]);
  });

  it('binds every offer of the promotion wherever it stands', () => {
    const rules = 'promotion p take 30.00 off leave at least 100.00 in all also take 40.00 off';
    expect(takes(priced(rules, lines))).toBe('p 60.00');
    const tiers =
      'promotion p spend 1.00 take 50.00 off leave at least 120.00 in all spend 100.00 take 90.00 off';
    expect(takes(priced(tiers, lines))).toBe('p 40.00');
  });

  it('does not bind other promotions', () => {
    const rules = 'promotion p take 50% off leave at least 120.00 in all promotion q take 50% off';
    expect(takes(priced(rules, lines))).toBe('p 40.00, q 60.00');
  });

  it('must say for what it holds, unless it reads the line', () => {
    expect(mistakes('promotion p take 50% off leave at least 10.00')).toEqual(['RK1068']);
  });

  it('that leaves nothing to take refuses', () => {
    expect(refusals(priced('promotion p take 50% off leave at least 500.00 in all', lines))).toBe(
      'p nothing-left',
    );
  });
});

it('a floor may speak of what is left on a unit', () => {
  expect(
    pays(priced('promotion p take 90% off leave at least left - 1.00 per unit', [many('a', 2, '10.00')])),
  ).toBe('a 18.00');
});

it('a cap in all that is missing refuses every standing', () => {
  const stores = [one('a', '30.00', { store: 'S1' }), one('b', '30.00', { store: 'S2' })];
  expect(
    refusals(priced('promotion p for each store take 5.00 off capped at order.deposit in all', stores)),
  ).toBe('p S1 condition-false, p S2 condition-false');
});

it('the last group that a limit on units cuts keeps its dearest picks, or its cheapest', () => {
  const prices = ['30.00', '20.00', '10.00', '9.00', '8.00', '7.00'];
  const lines = prices.map((price) => one(`at ${price}`, price));
  const rules = 'promotion p every 3 units take 50% off the cheapest 2 for at most 3 units';
  // Half of 20.00 and 10.00, and of 8.00 or 7.00
  expect(takes(priced(rules, lines))).toBe('p 19.00');
  expect(takes(priced(`${rules} the cheapest`, lines))).toBe('p 18.50');
});
