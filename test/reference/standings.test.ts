import { describe, expect, it } from 'vitest';
import { many, one, pays, priced, refusals, takes } from './shop.js';

const STORES = [
  one('a', '120.00', { store: 'S2' }),
  one('b', '80.00', { store: 'S1' }),
  one('c', '90.00', { store: 'S2' }),
  one('d', '500.00'),
];

describe('for each attribute', () => {
  it('stands once per value, each with its own threshold and allocation; a line without one stands nowhere', () => {
    // S1 80.00; S2 210.00: 12.00 over 120.00 and 90.00 is 6.857 and 5.143
    const rules = 'promotion p for each store spend 80.00 take 5.00 off spend 200.00 take 12.00 off';
    const breakdown = priced(rules, STORES);
    expect(takes(breakdown)).toBe('p S1 5.00, p S2 12.00');
    expect(pays(breakdown)).toBe('a 113.14, b 75.00, c 84.86, d 500.00');
  });

  it('has its own condition and amounts', () => {
    const rules = 'promotion p for each store when quantity >= 2 and left > 200.00 take 10% of left off';
    const breakdown = priced(rules, STORES);
    expect(takes(breakdown)).toBe('p S2 21.00');
    expect(breakdown.refused).toMatchObject([
      {
        for: { store: 'S1' },
        reason: 'condition-false',
        failed: [
          { test: 'quantity >= 2', seen: { quantity: 1 } },
          { test: 'left > 200.00', seen: { left: '80.00' } },
        ],
      },
    ]);
  });

  it('stands by value: texts by code unit, numbers by size, false before true', () => {
    const lines = [
      one('a', '1.00', { store: 'b', weight: '10', flagged: true }),
      one('b', '1.00', { store: 'B', weight: '9.5' }),
      one('c', '1.00', { store: 'ä', weight: '9.50', flagged: false }),
    ];
    const each = (name: string): string => takes(priced(`promotion p for each ${name} take 0.01 off`, lines));
    expect(each('store')).toBe('p B 0.01, p b 0.01, p ä 0.01');
    expect(each('weight')).toBe('p 9.5 0.01, p 10 0.01');
    expect(each('flagged')).toBe('p false 0.01, p true 0.01');
    expect(each('sku')).toBe('p a 0.01, p b 0.01, p c 0.01');
    expect(each('line')).toBe('p a 0.01, p b 0.01, p c 0.01');
  });

  it('by money, shown as money', () => {
    const lines = [one('a', '1.00', { cost: '10.00' }), one('b', '1.00', { cost: '9.00' }), one('c', '1.00')];
    expect(takes(priced('promotion p for each cost take 0.01 off', lines))).toBe('p 9.00 0.01, p 10.00 0.01');
  });

  it('long numbers that a double could not tell apart stand by size all the same', () => {
    // 0.05 in all: the smaller number comes first, wherever it stands in the cart
    const lines = [
      one('a', '1.00', { weight: '0.12345678901234567892' }),
      one('b', '1.00', { weight: '0.12345678901234567891' }),
    ];
    const rules = 'promotion p for each weight take 0.04 off capped at 0.05 in all';
    expect(pays(priced(rules, lines))).toBe('a 0.99, b 0.96');
    expect(pays(priced(rules, lines.toReversed()))).toBe('b 0.96, a 0.99');
  });

  it('shares a cap `in all`, and keeps its own `each`', () => {
    const rules = (cap: string): string => `promotion p for each store take 10% off capped at ${cap}`;
    // 8.00 and 21.00
    expect(takes(priced(rules('10.00 each'), STORES))).toBe('p S1 8.00, p S2 10.00');
    expect(takes(priced(rules('10.00 in all'), STORES))).toBe('p S1 8.00, p S2 2.00');
    expect(takes(priced('promotion p capped at 25.00 in all for each store take 10% off', STORES))).toBe(
      'p S1 8.00, p S2 17.00',
    );
    expect(refusals(priced(rules('8.00 in all'), STORES))).toBe('p S2 nothing-left');
  });

  it('charges that carry the attribute stand with their value, others with every standing', () => {
    const shipping = [
      { id: 'x', amount: '4.00', store: 'S1' },
      { id: 'y', amount: '6.00', store: 'S2' },
      { id: 'z', amount: '1.00' },
    ];
    const rules = 'promotion p for each store spend 100.00 ship free';
    expect(priced(rules, STORES, { shipping }).total.shipping).toBe('5.00');
    const undeclared = `
      currency CNY line has store text
      promotion p for each store ship for 3.00`;
    const lines = [one('a', '1.00', { store: 'S1' }), one('b', '1.00', { store: 'S2' })];
    expect(takes(priced(undeclared, lines, { shipping: '5.00' }))).toBe('p S1 2.00');
  });
});

describe('for each line', () => {
  it('has its own threshold, units and cap', () => {
    const lines = [many('a', 3, '50.00'), many('b', 3, '49.99'), one('c', '200.00')];
    expect(
      takes(priced('promotion p for each line spend 150.00 take 10% off capped at 16.00 each', lines)),
    ).toBe('p a 15.00, p c 16.00');
    expect(takes(priced('promotion p for each line buy 3 take 1.00 off', lines))).toBe('p a 1.00, p b 1.00');
    // pairs of the same line only
    expect(takes(priced('promotion p for each line every 2 units make the cheapest 1 free', lines))).toBe(
      'p a 50.00, p b 49.99',
    );
  });
});

describe('tables', () => {
  const files = {
    'offers.csv':
      'brand,need,off,most\nB1,100.00,10.00,\nB2,50.00,6.00,4.00\nB3,1.00,1.00,1.00\nB1,200.00,30.00,\n',
    'tiers.csv': 'store,need,off\nS1,200.00,30.00\nS1,100.00,10.00\nS2,150.00,\n,1.00,0.50\n',
  };
  const offers = 'table offers = "offers.csv" with brand text, need money, off money, most optional money ';
  const tiers = 'table tiers = "tiers.csv" with store optional text, need money, off optional money ';
  const lines = [
    one('a', '210.00', { brand: 'B1', store: 'S1' }),
    one('b', '60.00', { brand: 'B2', store: 'S2' }),
    one('c', '160.00', { store: 'S2' }),
  ];

  it('a promotion stands once for each row, in the order of the file; rows without lines are left out', () => {
    // 210.00 - 10.00 = 200.00 reaches the fourth row
    const rules = `${offers} promotion p for each row of offers on lines where brand is row.brand spend row.need take row.off off`;
    const breakdown = priced(rules, lines, { files });
    expect(takes(breakdown)).toBe('p row 2 10.00, p row 3 6.00, p row 5 30.00');
    expect(breakdown.refused).toEqual([]);
    expect(breakdown.promotions[0]?.row).toEqual({ table: 'offers', line: 2 });
  });

  it('an empty cell is missing: its row is refused, and says which value', () => {
    const rules = `${offers} promotion p for each row of offers on lines where brand is row.brand
      spend row.need take row.off off capped at row.most each`;
    const breakdown = priced(rules, lines, { files });
    expect(takes(breakdown)).toBe('p row 3 4.00');
    expect(breakdown.refused).toMatchObject([
      { row: { line: 2 }, reason: 'condition-false', failed: [{ missing: ['row.most'] }] },
      { row: { line: 5 }, reason: 'condition-false', failed: [{ missing: ['row.most'] }] },
    ]);
  });

  it('with a column before `of` the rows of a value are tiers, however they stand in the file', () => {
    const rules = `${tiers} promotion p for each store of tiers spend row.need take row.off off`;
    const breakdown = priced(rules, lines, { files });
    expect(takes(breakdown)).toBe('p S1 row 2 30.00');
    expect(breakdown.promotions[0]).toMatchObject({
      for: { store: 'S1' },
      row: { line: 2 },
      threshold: { measured: '210.00', reached: '200.00', tier: 2 },
    });
    // S2 reaches its row, whose amount is empty
    expect(breakdown.refused).toMatchObject([
      { for: { store: 'S2' }, reason: 'condition-false', failed: [{ missing: ['row.off'] }] },
    ]);
  });

  it('the lowest tier tells what is short', () => {
    const rules = `${tiers} promotion p for each store of tiers spend row.need take 1.00 off`;
    const breakdown = priced(rules, [one('a', '99.99', { store: 'S1' }), one('b', '1.00', { store: 'S9' })], {
      files,
    });
    expect(breakdown.refused).toMatchObject([{ for: { store: 'S1' }, reason: 'short', threshold: '100.00' }]);
    expect(breakdown.refused).toHaveLength(1);
  });

  it('a row gives counts and percentages too', () => {
    const rules = `table t = "t.csv" with kind text, size number, rate number
      promotion p for each row of t on lines where kind is row.kind every row.size units take row.rate * 1% off the cheapest 1`;
    const csv = { 't.csv': 'kind,size,rate\nx,2,50\ny,3,100\n' };
    const goods = [many('a', 5, '10.00', { kind: 'x' }), many('b', 3, '8.00', { kind: 'y' })];
    expect(takes(priced(rules, goods, { files: csv }))).toBe('p row 2 10.00, p row 3 8.00');
  });
});

describe('scope', () => {
  const lines = [
    one('a', '10.00', { brand: 'B1', kind: 'x', cost: '8.00', weight: '1.50' }),
    many('b', 3, '20.00', { brand: 'B2', flagged: true, weight: '2' }),
    one('c', '30.00', { kind: 'y' }),
  ];
  const scope = (where: string): string =>
    priced(`promotion p on lines where ${where} take 1.00 off each line`, lines)
      .lines.filter(({ adjustments }) => adjustments.length > 0)
      .map(({ id }) => id)
      .join('');

  it.each([
    ['brand is "B1"', 'a'],
    // a missing value makes the smallest comparison false, also of `is not` and `not in`
    ['brand is not "B1"', 'b'],
    ['not (brand is "B1")', 'bc'],
    ['brand not in "B1", "B3"', 'b'],
    ['not brand in "B1", "B3"', 'bc'],
    ['not (cost < 5.00)', 'abc'],
    ['cost >= 5.00 or kind is "y"', 'ac'],
    ['flagged', 'b'],
    ['not flagged', 'ac'],
    ['flagged is false', 'ac'],
    ['weight is 1.5', 'a'],
    ['weight >= 1.5 and weight < 2', 'a'],
    ['weight more than 1.5', 'b'],
    ['weight at most 1.50', 'a'],
    ['quantity > 1', 'b'],
    ['list >= 30.00', 'bc'],
    ['price >= 20.00', 'bc'],
    ['sku starts with "b"', 'b'],
    ['id in "a", "c"', 'ac'],
    ['brand starts with "B"', 'ab'],
    ['cost < price * 80%', ''],
    ['cost <= price * 80%', 'a'],
    // beside `list` a unit's money counts times quantity: 3 × 20.00
    ['list > price', ''],
    ['list - 4 * cost < 0.00', 'a'],
    ['kind is "x" or kind is "y" and flagged', 'a'],
    ['(kind is "x" or kind is "y") and not flagged', 'ac'],
  ])('lines where %s: %s', (where, expected) => {
    expect(scope(where)).toBe(expected);
  });

  it('measures and takes on its own lines alone', () => {
    const rules = 'promotion p on lines where flagged spend 60.00 take 10% off';
    expect(pays(priced(rules, lines))).toBe('a 10.00, b 54.00, c 30.00');
  });
});

describe('amounts in conditions', () => {
  const lines = [
    many('a', 2, '10.00', { kind: 'x', cost: '4.00', weight: '1.5' }),
    { ...many('b', 3, '20.00', { kind: 'y', cost: '5.00', weight: '2', flagged: true }), sku: 'a' },
    one('c', '30.00', { kind: 'x', cost: '6.00', weight: '0.25' }),
  ];
  const holds = (condition: string): boolean =>
    takes(priced(`promotion o take 10.00 off promotion p when ${condition} take 1.00 off`, lines)) ===
    'o 10.00, p 1.00';

  it.each([
    // list 20.00 + 60.00 + 30.00; 100.00 left
    ['list is 110.00', true],
    ['left is 100.00', true],
    ['quantity is 6', true],
    ['count is 3', true],
    ['count of sku is 2', true],
    ['total of cost is 29.00', true], // 8.00 + 15.00 + 6.00
    ['total of weight is 3.75', true], // once per line
    ['quantity of lines where kind is "x" is 3', true],
    ['list of lines where (flagged) >= 60.01', false],
    ['count of lines where (kind in "x", "z") is 2', true],
    ['count of sku of lines where kind is "x" is 2', true],
    ['left of lines where quantity >= 2 < 80.00', true], // 80.00 less its share of 7.27
    ['list / count > 36.66', true],
    ['list / count > 36.67', false],
    ['max(list, 200.00) is 200.00', true],
    ['min(list, left, 100.01) is 100.00', true],
    ['10% of list is 11.00', true],
    ['order.at >= 2026-06-03 and order.at < 2026-06-03 12:00:01', true],
    ['order.at < 2026-06-03 12:00', false],
    ['order.codes has "X"', false],
    ['customer.tier is gold', false],
    ['not (customer.tier is gold)', true],
    ['customer.points / 0 > 1', false],
    ['list / (count - 3) > 1.00', false],
    ['not (list / (count - 3) > 1.00)', true],
  ])('%s: %s', (condition, expected) => {
    expect(holds(condition)).toBe(expected);
  });
});

it('`stop on its lines` leaves the further standings of its own promotion', () => {
  const files = { 't.csv': 'kind,off\nx,1.00\nx,2.00\n' };
  const rules = `table t = "t.csv" with kind text, off money
    promotion p for each row of t on lines where kind is row.kind take row.off off stop on its lines
    promotion q take 4.00 off`;
  const breakdown = priced(rules, [one('a', '10.00', { kind: 'x' })], { files });
  expect([takes(breakdown), refusals(breakdown)]).toEqual(['p row 2 1.00, p row 3 2.00', 'q stopped']);
});
