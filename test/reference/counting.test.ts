import { describe, expect, it } from 'vitest';
import { many, mistakes, one, pays, priced, refusals, takes } from './shop.js';

describe('counting', () => {
  const layers = (counting: string): string => `
    layers item, store, platform
    promotion o layer item take 10.00 off
    promotion p layer store take 20.00 off
    promotion q layer platform ${counting} spend 300.00 take 50.00 off`;

  it.each([
    // 329.99 at list, 319.99 after item, 299.99 left
    ['', 'short'],
    ['counting left', 'short'],
    ['counting left after store', 'short'],
    ['counting left after item', '50.00'],
    ['counting list', '50.00'],
    ['counting left + 0.01', '50.00'],
    ['counting left after item - order.deposit', 'short'], // 319.99 - 20.00
    ['counting list - order.deposit', '50.00'], // 309.99
  ])('a threshold of 300.00 %s: %s', (counting, expected) => {
    const breakdown = priced(layers(counting), [one('a', '329.99')], { order: { deposit: '20.00' } });
    const found = breakdown.promotions.find(({ promotion }) => promotion === 'q')?.amount;
    expect(found ?? breakdown.refused[0]?.reason).toBe(expected);
  });

  it('is a default on a layer, a setting of the file, and a word in the threshold', () => {
    const lines = [one('a', '310.00')];
    const layer =
      'layers item, store counting list promotion o layer item take 20.00 off promotion q layer store';
    expect(takes(priced(`${layer} spend 300.00 take 5.00 off`, lines))).toBe('o 20.00, q 5.00');
    expect(refusals(priced(`${layer} counting left spend 300.00 take 5.00 off`, lines))).toBe('q short');
    expect(refusals(priced(`${layer} spend 300.00 counting left take 5.00 off`, lines))).toBe('q short');
    const file = 'default counting list promotion o take 20.00 off promotion q spend 300.00 take 5.00 off';
    expect(takes(priced(file, lines))).toBe('o 20.00, q 5.00');
  });

  it('sets steps too', () => {
    // 310.00 at list are three steps, 290.00 left would be two
    const rules = 'promotion o take 20.00 off promotion q every 100.00 counting list take 5.00 off';
    expect(takes(priced(rules, [one('a', '310.00')]))).toBe('o 20.00, q 15.00');
  });

  it('never sets the base of a percentage, nor the weights', () => {
    // 10 % of the 80.00 that are left; over 60.00 and 20.00
    const rules = `
      promotion o on lines where sku is "b" take 20.00 off
      promotion q counting list spend 100.00 take 10% off`;
    expect(pays(priced(rules, [one('a', '60.00'), one('b', '40.00')]))).toBe('a 54.00, b 18.00');
  });

  it('a layer that has not run cannot be counted after', () => {
    expect(
      mistakes('layers x, y promotion p layer x counting left after y spend 1.00 take 1.00 off'),
    ).toEqual(['RK1080']);
  });
});

describe('what a percentage is of', () => {
  it.each([
    ['take 5% off', '4.00'],
    ['take 5% of list off', '5.00'],
    ['take 5% of left off', '4.00'],
    ['take 5% of list of lines where (flagged) off', '3.00'],
    ['take 5% of (left + 20.00) off', '5.00'],
    ['take 5% of total of cost off', '2.50'],
  ])('%s of 100.00 at list, 80.00 left', (offer, expected) => {
    const lines = [one('a', '60.00', { flagged: true, cost: '30.00' }), one('b', '40.00', { cost: '20.00' })];
    const rules = `promotion o take 20.00 off promotion q ${offer}`;
    expect(takes(priced(rules, lines))).toBe(`o 20.00, q ${expected}`);
  });

  it('of list, off each line and each unit', () => {
    const rules = 'promotion o take 50% off promotion q take 5% of list off each';
    // 5 % of 60.00 and 40.00; of 20.00 three times and 40.00
    expect(takes(priced(`${rules} line`, [many('a', 3, '20.00'), one('b', '40.00')]))).toBe(
      'o 50.00, q 5.00',
    );
    expect(takes(priced(`${rules} unit`, [many('a', 3, '20.00'), one('b', '40.00')]))).toBe(
      'o 50.00, q 5.00',
    );
  });

  it('takes no more than is left, whatever it is of', () => {
    expect(
      takes(priced('promotion o take 97.00 off promotion q take 5% of list off', [one('a', '100.00')])),
    ).toBe('o 97.00, q 3.00');
  });
});

describe('over', () => {
  const lines = [
    one('a', '100.00', { kind: 'x' }),
    one('b', '50.00', { kind: 'x', flagged: true }),
    one('c', '150.00'),
  ];

  it('all lines measures the whole cart, what is taken stays in the scope', () => {
    const rules = (amount: string): string =>
      `promotion p on lines where kind is "x" spend ${amount} over all lines take 50% off`;
    expect(takes(priced(rules('300.00'), lines))).toBe('p 75.00');
    expect(priced(rules('300.01'), lines).refused).toMatchObject([{ reason: 'short', measured: '300.00' }]);
  });

  it('lines where measures a part of the standing', () => {
    const rules = (amount: string): string =>
      `promotion p on lines where kind is "x" spend ${amount} over lines where (flagged) take 10% off`;
    expect(takes(priced(rules('50.00'), lines))).toBe('p 15.00');
    expect(refusals(priced(rules('50.01'), lines))).toBe('p short');
  });

  it('holds for units and steps too', () => {
    expect(
      takes(priced('promotion p on lines where kind is "x" buy 3 over all lines take 10% off', lines)),
    ).toBe('p 15.00');
    expect(refusals(priced('promotion p buy 2 over lines where (flagged) take 1.00 off', lines))).toBe(
      'p short',
    );
    expect(
      takes(
        priced('promotion p on lines where kind is "x" every 100.00 over all lines take 1.00 off', lines),
      ),
    ).toBe('p 3.00');
  });

  it('goes with counting', () => {
    const rules = `
      promotion o take 10.00 off
      promotion p on lines where kind is "x" spend 300.00 over all lines counting list take 1.00 off`;
    expect(takes(priced(rules, lines))).toBe('o 10.00, p 1.00');
  });

  it('under `for each` all lines are still all lines', () => {
    const stores = [one('a', '10.00', { store: 'S1' }), one('b', '20.00', { store: 'S2' })];
    const rules = 'promotion p for each store spend 30.00 over all lines counting list take 1.00 off';
    expect(takes(priced(rules, stores))).toBe('p S1 1.00, p S2 1.00');
    // what is left shrinks from standing to standing: 30.00, then 29.00
    expect(takes(priced(rules.replace('counting list', ''), stores))).toBe('p S1 1.00');
  });
});

describe('thresholds', () => {
  it('never look at shipping', () => {
    const rules = 'promotion p on shipping and lines spend 100.00 take 10.00 off';
    expect(refusals(priced(rules, [one('a', '99.99')], { shipping: '50.00' }))).toBe('p short');
  });

  it.each([
    ['99.99', 'short'],
    ['100.00', '1.00'],
    ['199.99', '1.00'],
    ['200.00', '3.00'],
    ['299.99', '3.00'],
    ['300.00', '6.00'],
  ])('the highest tier reached counts alone: %s', (price, expected) => {
    const rules =
      'promotion p spend 100.00 take 1.00 off spend 200.00 take 3.00 off spend 300.00 take 6.00 off';
    const { promotions, refused } = priced(rules, [one('a', price)]);
    expect(promotions[0]?.amount ?? refused[0]?.reason).toBe(expected);
  });

  it('tell what was measured, what was reached, and which tier', () => {
    const rules = 'promotion p spend 100.00 take 1.00 off spend 200.00 take 3.00 off';
    expect(priced(rules, [one('a', '250.00')]).promotions[0]?.threshold).toEqual({
      kind: 'spend',
      measured: '250.00',
      reached: '200.00',
      tier: 2,
    });
  });

  it('in units open an offer on the whole scope', () => {
    const rules = 'promotion p buy 3 take 10% off buy 5 take 20% off';
    expect(priced(rules, [many('a', 2, '10.00')]).refused).toMatchObject([
      { reason: 'short', measured: 2, threshold: 3, missing: 1 },
    ]);
    expect(takes(priced(rules, [many('a', 2, '10.00'), many('b', 2, '10.00')]))).toBe('p 4.00');
    expect(takes(priced(rules, [many('a', 2, '10.00'), many('b', 3, '10.00')]))).toBe('p 10.00');
  });

  it.each([
    ['99.99', 'short'],
    ['100.00', '7.00'],
    ['199.99', '7.00'],
    ['200.00', '14.00'],
    ['1000.00', '70.00'],
  ])('every 100.00 take 7.00: %s', (price, expected) => {
    const { promotions, refused } = priced('promotion p every 100.00 take 7.00 off', [one('a', price)]);
    expect(promotions[0]?.amount ?? refused[0]?.reason).toBe(expected);
  });

  it('a percentage counts as often, to all of it at most', () => {
    // 3 × 20 % of 350.00; 6 × 20 % would be 120 %
    const rules = 'promotion p every 100.00 take 20% off';
    expect(takes(priced(rules, [one('a', '350.00')]))).toBe('p 210.00');
    expect(takes(priced(rules, [one('a', '600.00')]))).toBe('p 600.00');
  });

  it('a step of nothing opens nothing', () => {
    const rules = 'promotion p every order.deposit take 1.00 off';
    expect(refusals(priced(rules, [one('a', '10.00')], { order: { deposit: '0.00' } }))).toBe(
      'p nothing-left',
    );
  });

  it('a tier whose amount is missing is not reached', () => {
    const rules = 'promotion p spend 10.00 take 1.00 off spend order.deposit take 5.00 off';
    expect(takes(priced(rules, [one('a', '100.00')]))).toBe('p 1.00');
    expect(takes(priced(rules, [one('a', '100.00')], { order: { deposit: '50.00' } }))).toBe('p 5.00');
  });

  it('several offers run in turn, each on what the earlier left', () => {
    // 10.00; 10 % of 90.00; postage; a gift
    const rules =
      'promotion p spend 100.00 take 10.00 off also take 10% off also ship free also give 1 of "G"';
    const breakdown = priced(rules, [one('a', '100.00')], { shipping: '5.00' });
    expect(takes(breakdown)).toBe('p 24.00');
    expect(breakdown.total.pay).toBe('81.00');
    expect(breakdown.gifts).toMatchObject([{ skus: ['G'], count: 1 }]);
  });
});
