import { describe, expect, it } from 'vitest';
import { many, mistakes, one, pays, priced, refusals, takes } from './shop.js';

describe('minor units', () => {
  it('a currency without minor units rounds to whole units', () => {
    // 15 % of 3333 is 499.95
    const rules = 'currency JPY promotion p take 15% off';
    expect(priced(rules, [one('a', '3333')]).total).toMatchObject({ discount: '500', pay: '2833' });
  });

  it('a currency with three rounds to thousandths', () => {
    // 5 % of 1.250 is 0.0625
    const rules = 'currency KWD promotion p take 5% off';
    expect(priced(rules, [one('a', '1.250')]).total).toMatchObject({ discount: '0.063', pay: '1.187' });
  });

  it('a literal with more decimals is refused, never rounded', () => {
    expect(mistakes('promotion p spend 1.005 take 1.00 off')).toEqual(['RK1024']);
  });
});

describe('finer unit prices', () => {
  const list = (words: string, price: string, quantity: number): unknown =>
    priced(`default prices rounded ${words} promotion p spend 9000000.00 take 1.00 off`, [
      many('a', quantity, price),
    ]).total.list;

  it.each([
    ['half-up per line', '1.01'], // 3 × 0.335 = 1.005
    ['half-even per line', '1.00'], // 100.5 fen: 100 is even
    ['half-down per line', '1.00'],
    ['down per line', '1.00'],
    ['up per line', '1.01'],
    ['half-up per unit', '1.02'], // 3 × 0.34
    ['half-even per unit', '1.02'], // 33.5 fen: 34 is even
    ['half-down per unit', '0.99'], // 3 × 0.33
    ['up per unit', '1.02'],
  ])('3 × 0.335 rounded %s is %s', (words, expected) => {
    expect(list(words, '0.335', 3)).toBe(expected);
  });

  it('six decimals are kept until the line is summed', () => {
    expect(list('half-up per line', '0.000001', 1_000_000)).toBe('1.00');
  });
});

describe('amounts near 2^53', () => {
  const MOST = '90071992547409.91';

  it('a percentage is exact to the fen', () => {
    // 33 % of 9007199254740991 fen is 2972375754064527.03
    const { total } = priced('promotion p take 33% off', [one('a', MOST)]);
    expect(total).toMatchObject({ discount: '29723757540645.27', pay: '60348235006764.64' });
  });

  it('an allocation is exact to the fen', () => {
    // half of 2a - 1 fen with a = 4503599627370496 is a - 0.5, so a; shares a²/(2a-1) = a/2 + 0.25… and a/2 - 0.25…
    const breakdown = priced('promotion p take 50% off', [
      one('a', '45035996273704.96'),
      one('b', '45035996273704.95'),
    ]);
    expect(breakdown.total.discount).toBe('45035996273704.96');
    expect(pays(breakdown)).toBe('a 22517998136852.48, b 22517998136852.47');
  });

  it('a threshold is exact to the fen', () => {
    const rules = `promotion p spend ${MOST} take 1.00 off`;
    expect(takes(priced(rules, [one('a', MOST)]))).toBe('p 1.00');
    expect(priced(rules, [one('a', '90071992547409.90')]).refused).toMatchObject([
      { reason: 'short', missing: '0.01' },
    ]);
  });

  it('as whole minor units too', () => {
    const lines = [{ id: 'a', sku: 'a', quantity: 1, price: 9_007_199_254_740_991 }];
    const { total } = priced('promotion p take 33% off', lines, { amounts: 'minor' });
    expect(total).toMatchObject({ discount: 2_972_375_754_064_527, pay: 6_034_823_500_676_464 });
  });
});

describe('the one rounding', () => {
  const discount = (rounding: string, price: string): unknown =>
    priced(`promotion p rounding ${rounding} take 5% off`, [one('a', price)]).total.discount;

  it.each([
    // 5 % of 2.50 is 0.125
    ['half-up', '0.13'],
    ['half-even', '0.12'],
    ['half-down', '0.12'],
    ['up', '0.13'],
    ['down', '0.12'],
    // 2.375 remains
    ['half-up of price', '0.12'],
    ['half-even of price', '0.12'],
    ['half-down of price', '0.13'],
    ['up of price', '0.12'],
    ['down of price', '0.13'],
  ])('5 %% of 2.50, rounding %s, is %s', (rounding, expected) => {
    expect(discount(rounding, '2.50')).toBe(expected);
  });

  it.each([
    // 5 % of 2.41 is 0.1205; 2.2895 remains
    ['half-up', '0.12'],
    ['up', '0.13'],
    ['half-up of price', '0.12'],
    ['up of price', '0.12'],
    ['down of price', '0.13'],
  ])('5 %% of 2.41, rounding %s, is %s', (rounding, expected) => {
    expect(discount(rounding, '2.41')).toBe(expected);
  });

  it('happens once for the whole scope, once for a line, once for a unit', () => {
    // 10 % of 1.32 = 0.132; 0.099 + 0.033; 4 × 0.033
    const lines = [many('a', 3, '0.33'), one('b', '0.33')];
    const off = (words: string): unknown => priced(`promotion p take 10% off${words}`, lines).total.discount;
    expect([off(''), off(' each line'), off(' each unit')]).toEqual(['0.13', '0.13', '0.12']);
  });

  it('of price holds per unit too', () => {
    // a unit of 2.50 keeps 2.375, rounded to 2.38: 3 × 0.12
    const rules = 'promotion p rounding half-up of price take 5% off each unit';
    expect(priced(rules, [many('a', 3, '2.50')]).total.discount).toBe('0.36');
  });

  it('a cap is rounded down, a floor up, a threshold not at all', () => {
    // a third of 10.00 is 3.33…; 10.00 keeps 3.34; 3.34 is more than 3.33…, and 3.33 less
    expect(takes(priced('promotion p take 5.00 off capped at list / 3', [one('a', '10.00')]))).toBe('p 3.33');
    expect(
      takes(priced('promotion p take 9.00 off leave at least list / 3 in all', [one('a', '10.00')])),
    ).toBe('p 6.66');
    const third = 'on lines where kind is "x" spend 10.00 / 3 take 1.00 off';
    expect(takes(priced(`promotion p ${third}`, [one('a', '3.34', { kind: 'x' })]))).toBe('p 1.00');
    expect(priced(`promotion p ${third}`, [one('a', '3.33', { kind: 'x' })]).refused).toMatchObject([
      { measured: '3.33', threshold: '3.34', missing: '0.01' },
    ]);
  });

  it('a negative amount counts as 0, a division by zero is a missing value', () => {
    const lines = [one('a', '10.00')];
    const order = { deposit: '3.00' };
    expect(refusals(priced('promotion p take order.deposit - 5.00 off', lines, { order }))).toBe(
      'p nothing-left',
    );
    const divided = priced('promotion p take 5.00 / customer.points off', lines, {
      customer: { points: '0' },
    });
    expect(divided.refused).toMatchObject([
      {
        reason: 'condition-false',
        failed: [{ test: 'a division by zero', seen: { 'customer.points': '0' } }],
      },
    ]);
  });
});

describe('weights', () => {
  const layers = `
    layers item, middle, last
    promotion first layer item on lines where kind is "x" take 50% off each line
    promotion second layer middle on lines where kind is "x" take 50.00 off
    promotion p layer last`;
  // a: list 400.00, 200.00 after item, 150.00 left, 2 units; b: 100.00, 3 units
  const lines = [many('a', 2, '200.00', { kind: 'x' }), many('b', 3, '33.33'), one('c', '0.01')];

  it.each([
    // 25.00 over 150.00, 99.99, 0.01
    ['share by value', '135.00', '89.99', '0.01'], // 15.00, 9.999, 0.001: the missing one to b
    ['share by value after item', '133.33', '91.66', '0.01'], // over 300.00: 16.666…, 8.3325, 0.0008…
    ['share by list', '130.00', '94.99', '0.01'], // over 500.00: 20.00, 4.9995, 0.0005
    ['share by quantity', '140.00', '85.00', '0.00'], // c bears 0.01 of 4.17; then 24.99 over 5: 9.996 and 14.994
    ['share equally', '137.50', '87.50', '0.00'], // c bears 0.01: 24.99 halved is 12.495
  ])('%s', (words, a, b, c) => {
    expect(pays(priced(`${layers} ${words} take 25.00 off`, lines))).toBe(`a ${a}, b ${b}, c ${c}`);
  });
});

describe('shares and missing units', () => {
  const abc = [one('a', '10.00'), one('b', '20.00'), one('c', '40.00')];

  it.each([
    // 0.50 over 10, 20 and 40: 7.142…, 14.285…, 28.571… fen
    ['', '9.93, 19.86, 39.71'], // 7 + 14 + 28 = 49; the missing one to .571
    ['to largest line', '9.93, 19.86, 39.71'],
    ['to first', '9.92, 19.86, 39.72'],
    ['to last', '9.93, 19.86, 39.71'],
    ['shares half-up to first', '9.93, 19.86, 39.71'], // 7 + 14 + 29
    ['shares in turn', '9.93, 19.86, 39.71'], // 7; 43 × 20/60 = 14; 29
  ])('0.50 over 10.00, 20.00 and 40.00 with `%s`', (words, expected) => {
    const breakdown = priced(`promotion p ${words} take 0.50 off`, abc);
    expect(breakdown.lines.map(({ pay }) => pay).join(', ')).toBe(expected);
  });

  it.each([
    // 0.08 over five alike: 1.6 fen each
    ['', '2, 2, 2, 1, 1'], // 5 × 1, three are missing
    ['to last', '1, 1, 2, 2, 2'],
    ['rest to first', '4, 1, 1, 1, 1'],
    ['rest to last', '1, 1, 1, 1, 4'],
    ['shares half-up', '1, 1, 2, 2, 2'], // 5 × 2 is two too many; the first give them back
    ['shares half-up to last', '2, 2, 2, 1, 1'],
    ['shares half-up rest to first', '0, 2, 2, 2, 2'],
    ['shares half-up rest to last', '2, 2, 2, 2, 0'],
    ['shares in turn', '1, 1, 2, 2, 2'], // 8/5 = 1, 7/4 = 1, 6/3 = 2, 4/2 = 2, 2
  ])('0.08 over five alike with `%s`', (words, expected) => {
    const lines = ['a', 'b', 'c', 'd', 'e'].map((id) => one(id, '1.00'));
    const breakdown = priced(`promotion p ${words} take 0.08 off`, lines);
    const shares = breakdown.lines.map(({ pay }) => 100 - Number(String(pay).replace('.', '')));
    expect(shares.join(', ')).toBe(expected);
  });

  it.each([
    // 0.15 over 10.00 and 10.00: 7.5 fen each; over 10.00 and 30.00: 3.75 and 11.25
    ['shares half-even', '10.00', '9.93, 9.92'], // 8 + 8 is one too many, a gives back: 7, 8
    ['shares half-down', '10.00', '9.92, 9.93'], // 7 + 7, the missing one to a
    ['shares half-even', '30.00', '9.96, 29.89'], // 4 + 11
  ])('`%s` of 0.15 over 10.00 and %s', (words, second, expected) => {
    const breakdown = priced(`promotion p ${words} take 0.15 off`, [one('a', '10.00'), one('b', second)]);
    expect(breakdown.lines.map(({ pay }) => pay).join(', ')).toBe(expected);
  });

  it('half-even shares go to the even side', () => {
    // 0.05 over two alike: 2.5 fen, 2 + 2, the missing one to a
    const breakdown = priced('promotion p shares half-even take 0.05 off', [
      one('a', '1.00'),
      one('b', '1.00'),
    ]);
    expect(pays(breakdown)).toBe('a 0.97, b 0.98');
  });

  it('ties and "first" go by line id, compared by UTF-16 code unit, not by the order in the cart', () => {
    // U+1D482 is written D835 DC82, which is below FB00 and above 0061
    const lines = [one('\uFB00', '1.00'), one('\u{1D482}', '1.00'), one('a', '1.00')];
    const one3 = priced('promotion p take 0.01 off', lines.slice(0, 2));
    expect(pays(one3)).toBe('\uFB00 1.00, \u{1D482} 0.99');
    expect(pays(priced('promotion p take 0.02 off', lines))).toBe('\uFB00 1.00, \u{1D482} 0.99, a 0.99');
  });
});

describe('what lines cannot bear', () => {
  const lines = [one('a', '2.00'), one('b', '10.00'), one('c', '88.00')];

  it('is allocated anew over the others until none overflows', () => {
    // 20.00 each; a bears 2.00; 29.00 each; b bears 10.00; 48.00
    const breakdown = priced('promotion p share equally take 60.00 off', lines);
    expect(pays(breakdown)).toBe('a 0.00, b 0.00, c 40.00');
    expect(breakdown.promotions[0]).toMatchObject({ face: '60.00', amount: '60.00' });
  });

  it('is given up with `overflow dropped`, and face value and granted amount tell so', () => {
    // 20.00 each: 2.00 + 10.00 + 20.00
    const breakdown = priced('promotion p share equally overflow dropped take 60.00 off', lines);
    expect(pays(breakdown)).toBe('a 0.00, b 0.00, c 68.00');
    expect(breakdown.promotions[0]).toMatchObject({ face: '60.00', amount: '32.00' });
    expect(breakdown.promotions[0]?.steps[0]?.cuts).toEqual([{ why: 'overflow', by: '28.00' }]);
  });

  it('a floor makes a line overflow too', () => {
    // 30.00 each; a may give 10.00, b 80.00
    const costly = [one('a', '100.00', { cost: '90.00' }), one('b', '100.00', { cost: '20.00' })];
    const rules = (words: string): string => `promotion p ${words} take 60.00 off leave at least cost`;
    expect(pays(priced(rules(''), costly))).toBe('a 90.00, b 50.00');
    expect(pays(priced(rules('overflow dropped'), costly))).toBe('a 90.00, b 70.00');
  });

  it('with `overflow dropped` each line gives its share or what it can, and no less', () => {
    // 30.00 each of 60.00; a may give 10.00, b 20.00: 30.00 in all
    const costly = [one('a', '100.00', { cost: '90.00' }), one('b', '100.00', { cost: '80.00' })];
    const rules = 'promotion p overflow dropped take 60.00 off leave at least cost';
    expect(pays(priced(rules, costly))).toBe('a 90.00, b 80.00');
  });

  it('zero-price lines take no share', () => {
    const free = [one('a', '0.00'), one('b', '5.00')];
    expect(pays(priced('promotion p share equally take 1.00 off', free))).toBe('a 0.00, b 4.00');
    expect(pays(priced('promotion p share by quantity to first take 0.01 off', free))).toBe('a 0.00, b 4.99');
  });

  it('weights all zero refuse the discount', () => {
    expect(refusals(priced('promotion p take 1.00 off', [one('a', '0.00')]))).toBe('p nothing-left');
  });
});

describe('units of a line', () => {
  it('share what is left evenly, larger ones first', () => {
    const { lines } = priced('promotion p take 0.01 off', [many('a', 3, '3.34')]);
    expect(lines[0]?.units).toEqual([
      { count: 2, pay: '3.34' },
      { count: 1, pay: '3.33' },
    ]);
  });

  it('what is left on a unit is what a later offer sees', () => {
    // 20.00 over three: 6.67, 6.67, 6.66; 10 % of each is 0.67
    const rules = 'promotion p take 10.00 off promotion q take 10% off each unit';
    expect(takes(priced(rules, [many('a', 3, '10.00')]))).toBe('p 10.00, q 2.01');
  });
});

describe('whatever is taken', () => {
  it('nothing is charged below zero', () => {
    const rules = 'promotion p take 60.00 off promotion q take 60.00 off promotion r take 1.00 off';
    const breakdown = priced(rules, [one('a', '100.00')]);
    expect(takes(breakdown)).toBe('p 60.00, q 40.00');
    expect(refusals(breakdown)).toBe('r nothing-left');
  });

  it('the order of the lines changes nothing', () => {
    const rules = 'promotion p take 0.07 off promotion q share equally to last take 0.05 off';
    const lines = [one('c', '1.00'), one('a', '1.00'), one('b', '1.00')];
    const there = priced(rules, lines).lines.toSorted((x, y) => (x.id < y.id ? -1 : 1));
    expect(priced(rules, lines.toReversed()).lines.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(there);
  });
});

it('what is missing goes to the largest lines, wherever they stand', () => {
  const lines = [one('a', '10.00'), one('b', '30.00'), one('c', '20.00')];
  const taking = (amount: string): string =>
    pays(priced(`default to largest line promotion p take ${amount} off`, lines));
  expect(taking('0.02')).toBe('a 10.00, b 29.98, c 20.00');
  // 0.83, 2.50 and 1.67 cents: two are missing
  expect(taking('0.05')).toBe('a 10.00, b 29.97, c 19.98');
});

it('a surplus is taken back from the share that was rounded up the most', () => {
  const lines = [one('a', '2.00'), one('b', '3.00'), one('c', '5.00')];
  // 0.6, 0.9 and 1.5 cents
  expect(pays(priced('default shares half-up promotion p take 0.03 off', lines))).toBe(
    'a 1.99, b 2.99, c 4.99',
  );
});
