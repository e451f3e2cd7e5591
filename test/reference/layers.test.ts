import { describe, expect, it } from 'vitest';
import { many, one, pays, priced, refusals, takes } from './shop.js';

const TWO = [one('a', '100.00'), one('b', '300.00')];

describe('a layer without words', () => {
  it('runs each promotion on what the earlier ones left', () => {
    // 10 % of 400.00 is 40.00, 20 % of 360.00 is 72.00
    const rules = 'promotion p take 10% off promotion q take 20% off';
    expect(takes(priced(rules, TWO))).toBe('p 40.00, q 72.00');
  });

  it('runs higher priorities first, equals as they stand, layers as declared', () => {
    const rules = `
      layers early, late
      promotion p layer late take 1.00 off
      promotion q layer early take 1.00 off
      promotion r layer early priority 1 take 1.00 off
      promotion s layer early take 1.00 off
      promotion t layer early priority 2 take 1.00 off`;
    const breakdown = priced(rules, TWO);
    expect(breakdown.promotions.map(({ promotion }) => promotion).join(' ')).toBe('t r q s p');
  });

  it('tests thresholds on what is left when the turn comes', () => {
    // 400.00 - 100.00 = 300.00; 299.99 is short by 0.01
    const rules = 'promotion p take 100.01 off promotion q spend 300.00 take 1.00 off';
    expect(priced(rules, TWO).refused).toMatchObject([{ reason: 'short', missing: '0.01' }]);
  });
});

describe('together', () => {
  const rules = (p: string, q: string): string => `
    layers item together
    promotion p layer item ${p}
    promotion q layer item ${q}`;

  it('forms every amount on what was left when the layer began', () => {
    expect(takes(priced(rules('take 10% off', 'take 20% off'), TWO))).toBe('p 40.00, q 80.00');
    expect(takes(priced(rules('take 100.01 off', 'spend 400.00 take 1.00 off'), TWO))).toBe(
      'p 100.01, q 1.00',
    );
    expect(takes(priced(rules('take 100.01 off', 'when left >= 400.00 take 1.00 off'), TWO))).toBe(
      'p 100.01, q 1.00',
    );
  });

  it('begins where the earlier layers ended', () => {
    const later = `
      layers item, store together
      promotion o layer item take 50% off
      promotion p layer store take 10% off
      promotion q layer store take 10% off`;
    expect(takes(priced(later, TWO))).toBe('o 200.00, p 20.00, q 20.00');
  });

  it('cuts line by line to what is left, and hands nothing on', () => {
    // a has 20.00 left; 40.00 by 100 : 300 is 10.00 and 30.00, 120.00 is 30.00 and 90.00: a bears 20.00
    const onA = 'on lines where sku is "a" take 80.00 off';
    expect(pays(priced(rules(onA, 'take 40.00 off'), TWO))).toBe('a 10.00, b 270.00');
    const breakdown = priced(rules(onA, 'take 120.00 off'), TWO);
    expect(pays(breakdown)).toBe('a 0.00, b 210.00');
    expect(breakdown.promotions[1]).toMatchObject({
      face: '120.00',
      amount: '110.00',
      steps: [{ cuts: [{ why: 'left', by: '10.00' }] }],
    });
  });

  it('tests caps and floors when a promotion is applied', () => {
    // q: 40.00 is cut to 25.00; 120.00 would be 30.00 and 90.00, and a may keep 15.00 of its 20.00
    const onA = 'on lines where sku is "a" take 80.00 off';
    expect(takes(priced(rules(onA, 'take 40.00 off capped at 25.00'), TWO))).toBe('p 80.00, q 25.00');
    const floor = 'leave at least 15.00 per line take 120.00 off';
    expect(pays(priced(rules(onA, floor), TWO))).toBe('a 15.00, b 210.00');
    // 20.00 + 300.00 are left; 250.00 must remain in all
    expect(takes(priced(rules(onA, 'leave at least 250.00 in all take 120.00 off'), TWO))).toBe(
      'p 80.00, q 70.00',
    );
  });

  it('sees its own earlier offers', () => {
    // 100.00 off, then 10 % of 300.00
    expect(takes(priced(rules('take 1.00 off', 'take 100.00 off also take 10% off'), TWO))).toBe(
      'p 1.00, q 130.00',
    );
  });
});

describe('best', () => {
  const best = (how: string, ...promotions: readonly string[]): string =>
    `layers item ${how} ${promotions.map((text, index) => `promotion p${index + 1} layer item ${text}`).join('\n')}`;

  it('lets the greatest amount of all win the layer', () => {
    const breakdown = priced(best('best', 'take 10% off', 'take 50.00 off', 'take 30.00 off'), TWO);
    expect(takes(breakdown)).toBe('p2 50.00');
    expect(breakdown.refused).toMatchObject([
      { promotion: 'p1', reason: 'lost', to: 'p2', by: '10.00' },
      { promotion: 'p3', reason: 'lost', to: 'p2', by: '20.00' },
    ]);
  });

  it('ties go to the higher priority, then to the first declared', () => {
    expect(takes(priced(best('best', 'take 40.00 off', 'take 10% off'), TWO))).toBe('p1 40.00');
    expect(takes(priced(best('best', 'take 40.00 off', 'priority 1 take 10% off'), TWO))).toBe('p2 40.00');
  });

  it('works each promotion out in full: threshold, cap, floor', () => {
    // 50 % of 400.00 is capped at 30.00; the floor lets 35.00 through
    const rules = best(
      'best',
      'take 50% off capped at 30.00',
      'take 50% off leave at least 365.00 in all',
      'take 34.99 off',
    );
    expect(takes(priced(rules, TWO))).toBe('p2 35.00');
  });

  it('is decided line by line with `best per line`', () => {
    // a: 10.00 against 15.00; b: 30.00 against 15.00
    const breakdown = priced(
      best('best per line', 'take 10% off each line', 'take 15.00 off each line'),
      TWO,
    );
    expect(takes(breakdown)).toBe('p1 30.00, p2 15.00');
    expect(pays(breakdown)).toBe('a 85.00, b 270.00');
  });

  it('what is not won is given up: thresholds are not re-tested, nothing is re-allocated', () => {
    // p1: 100.00 over 400.00 is 25.00 and 75.00; a goes to p2 for 30.00, p1 keeps 75.00 on b
    const breakdown = priced(
      best('best per line', 'spend 400.00 take 100.00 off', 'on lines where sku is "a" take 30.00 off'),
      TWO,
    );
    expect(pays(breakdown)).toBe('a 70.00, b 225.00');
    expect(breakdown.promotions[0]).toMatchObject({
      face: '100.00',
      amount: '75.00',
      cuts: [{ why: 'lost', by: '25.00', to: 'p2' }],
    });
  });

  it('is decided value by value with `best per store`, lines without one together', () => {
    const lines = [
      one('a', '100.00', { store: 'S1' }),
      one('b', '100.00', { store: 'S1' }),
      one('c', '100.00', { store: 'S2' }),
      one('d', '10.00'),
      one('e', '10.00'),
    ];
    // p1: 15 % of 320.00 is 48.00: 15, 15, 15, 1.50, 1.50; p2: 20.00 per store on S1 and S2; p3: 2.00 on d and e
    const rules = best(
      'best per store',
      'take 15% off',
      'for each store take 20.00 off',
      'on lines where not (store is "S1" or store is "S2") take 4.00 off',
    );
    // S1: 30.00 against 20.00; S2: 15.00 against 20.00; none: 3.00 against 4.00
    const breakdown = priced(rules, lines);
    expect(pays(breakdown)).toBe('a 85.00, b 85.00, c 80.00, d 8.00, e 8.00');
    expect(takes(breakdown)).toBe('p1 30.00, p2 S2 20.00, p3 4.00');
    expect(breakdown.refused).toMatchObject([
      { for: { store: 'S1' }, reason: 'lost', to: 'p1', by: '10.00' },
    ]);
  });

  it('a shipping charge is contested too', () => {
    const rules = best('best', 'ship free', 'take 5.00 off');
    const lines = [one('a', '100.00')];
    expect(takes(priced(rules, lines, { shipping: '6.00' }))).toBe('p1 6.00');
    expect(takes(priced(rules, lines, { shipping: '4.00' }))).toBe('p2 5.00');
    expect(
      takes(priced(best('best per line', 'ship free', 'take 5.00 off'), lines, { shipping: '4.00' })),
    ).toBe('p1 4.00, p2 5.00');
  });

  it('the next layer sees what the winners left', () => {
    const rules = `
      layers item best, late
      promotion p1 layer item take 10% off
      promotion p2 layer item take 20% off
      promotion q layer late take 10% off`;
    expect(takes(priced(rules, TWO))).toBe('p2 80.00, q 32.00');
  });
});

describe('each unit once', () => {
  it('keeps later promotions to the units that no earlier one used', () => {
    // 30.00 and 20.00 are a pair; 10 % of 10.00
    const rules = `
      layers item each unit once
      promotion p layer item every 2 units make the cheapest 1 free
      promotion q layer item take 10% off each unit`;
    const lines = [one('a', '30.00'), one('b', '20.00'), one('c', '10.00')];
    expect(takes(priced(rules, lines))).toBe('p 20.00, q 1.00');
  });

  it('leaves the last units of a line that was used in part', () => {
    // three of five: 3 × 10.00 for 24.00; 2 of (50.00 - 6.00) / 5 = 8.80 are left
    const rules = `
      layers item each unit once
      promotion p layer item every 3 units pay 24.00
      promotion q layer item take 50% off each unit`;
    expect(takes(priced(rules, [many('a', 5, '10.00')]))).toBe('p 6.00, q 8.80');
  });

  it('begins anew in the next layer', () => {
    const rules = `
      layers item each unit once, more each unit once
      promotion p layer item take 10% off
      promotion q layer item take 10% off
      promotion r layer more take 10% off`;
    expect(takes(priced(rules, [one('a', '100.00')]))).toBe('p 10.00, r 9.00');
  });

  it('a sum is spread over the units that are left', () => {
    const rules = `
      layers item each unit once
      promotion p layer item on lines where sku is "a" take 10.00 off
      promotion q layer item take 6.00 off`;
    expect(pays(priced(rules, [one('a', '30.00'), one('b', '20.00'), one('c', '10.00')]))).toBe(
      'a 20.00, b 16.00, c 8.00',
    );
  });
});

describe('caps and floors of a layer', () => {
  const layer = (words: string, ...promotions: readonly string[]): string =>
    `layers item ${words} ${promotions.map((text, index) => `promotion p${index + 1} layer item ${text}`).join('\n')}`;

  it('a cap is used up in order of application', () => {
    const breakdown = priced(
      layer('capped at 50.00', 'take 30.00 off', 'take 30.00 off', 'take 1.00 off'),
      TWO,
    );
    expect(takes(breakdown)).toBe('p1 30.00, p2 20.00');
    expect(refusals(breakdown)).toBe('p3 nothing-left');
    expect(breakdown.promotions[1]?.steps[0]?.cuts).toEqual([
      { why: 'layer-cap', limit: '50.00', by: '10.00' },
    ]);
  });

  it('several caps all bind', () => {
    expect(takes(priced(layer('capped at 50% of list capped at 35.00', 'take 300.00 off'), TWO))).toBe(
      'p1 35.00',
    );
    expect(takes(priced(layer('capped at 5% of list capped at 35.00', 'take 300.00 off'), TWO))).toBe(
      'p1 20.00',
    );
  });

  it('shipping is outside', () => {
    const rules = layer(
      'capped at 5.00',
      'ship free',
      'take 10.00 off',
      'on shipping and lines take 10.00 off',
    );
    // the charge of 6.00 goes, 5.00 of goods; then no goods may go
    const breakdown = priced(rules, TWO, { shipping: '6.00' });
    expect(takes(breakdown)).toBe('p1 6.00, p2 5.00');
  });

  it('a floor holds under each line, or under all of them', () => {
    expect(pays(priced(layer('leave at least 80.00 per line', 'take 50% off each line'), TWO))).toBe(
      'a 80.00, b 150.00',
    );
    expect(
      pays(priced(layer('leave at least 40.00 per unit', 'take 50% off each line'), [many('c', 2, '50.00')])),
    ).toBe('c 80.00');
    expect(takes(priced(layer('leave at least 390.00 in all', 'take 8.00 off', 'take 8.00 off'), TWO))).toBe(
      'p1 8.00, p2 2.00',
    );
  });

  it('a floor whose attribute is missing is unchecked, and binds nothing there', () => {
    const lines = [one('a', '100.00', { cost: '90.00' }), one('b', '100.00')];
    const breakdown = priced(layer('leave at least cost', 'take 50% off each line'), lines);
    expect(pays(breakdown)).toBe('a 90.00, b 50.00');
    expect(breakdown.unchecked).toEqual([
      { layer: 'item', floor: 'leave at least cost', line: 'b', missing: ['cost'] },
    ]);
  });

  it('bind the winners of a `best` layer, in order of application', () => {
    // each wins a line of its own; 35.00 in all
    const onA = 'on lines where sku is "a" take 30.00 off';
    const rules = layer('best per line capped at 35.00', onA, 'on lines where sku is "b" take 30.00 off');
    expect(takes(priced(rules, TWO))).toBe('p1 30.00, p2 5.00');
  });

  it('bind a `together` layer', () => {
    expect(takes(priced(layer('together capped at 50.00', 'take 10% off', 'take 10% off'), TWO))).toBe(
      'p1 40.00, p2 10.00',
    );
  });

  it('`layers capped at` binds all layers, goods only', () => {
    const rules = `
      layers capped at 15% of list, item, late
      promotion p layer item take 10% off
      promotion q layer late take 10% off
      promotion r layer late ship free`;
    // 60.00 in all: 40.00, then 20.00 of 36.00
    expect(takes(priced(rules, TWO, { shipping: '6.00' }))).toBe('p 40.00, q 20.00, r 6.00');
  });

  it('settings after a layer are defaults for its promotions', () => {
    const rules = `
      layers item rounding down, late
      promotion p layer item take 5% off
      promotion q layer item rounding up take 5% off
      promotion r layer late take 5% off`;
    // 0.1275 down; 5 % of 2.43 is 0.1215, up; 5 % of 2.30 is 0.115, half up
    expect(takes(priced(rules, [one('a', '2.55')]))).toBe('p 0.12, q 0.13, r 0.12');
  });
});
