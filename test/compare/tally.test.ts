import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, addSum, noSum, totalOf } from '../../src/compare/sum.js';
import { mergeTally, noTally, type Tally } from '../../src/compare/tally.js';
import { RUNS } from '../support/runs.js';
import { comparedBy, Comparing } from './compared.js';
import { hostileComparison } from './hostile.js';

const BEFORE = 'currency EUR\npromotion ten\n  spend 100.00 take 10.00 off\n';
const AFTER = 'currency EUR\npromotion ten\n  spend 80.00 take 9.00 off\n';

function cart(price: string, quantity = 1, more: object = {}): object {
  return {
    currency: 'EUR',
    at: '2026-11-02T10:00:00Z',
    lines: [{ id: '1', sku: 'KETTLE', quantity, price }],
    ...more,
  };
}

describe('sums are exact at any size', () => {
  test('beyond what a double holds', () => {
    const sum = noSum();
    for (let times = 0; times < 5; times += 1) add(sum, Number.MAX_SAFE_INTEGER);
    add(sum, -3);
    expect(totalOf(sum)).toBe(BigInt(Number.MAX_SAFE_INTEGER) * 5n - 3n);
  });

  test('of any amounts, in any parts', () => {
    const amounts = fc.array(fc.maxSafeInteger());
    fc.assert(
      fc.property(amounts, amounts, (one, other) => {
        const [sum, part] = [noSum(), noSum()];
        for (const amount of one) add(sum, amount);
        for (const amount of other) add(part, amount);
        addSum(sum, part);
        expect(totalOf(sum)).toBe([...one, ...other].reduce((all, amount) => all + BigInt(amount), 0n));
      }),
      { numRuns: RUNS },
    );
  });

  test('of carts that together cost more than a double holds', () => {
    const dear = cart('90000000000000.00');
    const { total } = comparedBy(BEFORE, AFTER, [dear, dear, dear]);
    expect(total.pay).toEqual({
      before: '269999999999970.00',
      after: '269999999999973.00',
      change: '3.00',
    });
  });
});

describe('what is counted', () => {
  const comparison = comparedBy(BEFORE, AFTER, [
    cart('70.00'),
    cart('90.00'),
    cart('120.00', 1, { at: '2026-10-30T10:00:00Z', amounts: undefined }),
    { ...cart('0', 1), amounts: 'minor', lines: [{ id: '1', sku: 'K', quantity: 1, price: 9000 }] },
    'no cart',
  ]);

  test('carts by what becomes of them, in either notation', () => {
    expect(comparison.carts).toEqual({
      file: 'carts.ndjson',
      total: 5,
      compared: 4,
      cheaper: 2,
      dearer: 1,
      same: 1,
      rearranged: 0,
      refused: { before: 0, after: 0, both: 1 },
      from: '2026-10-30T10:00:00Z',
      until: '2026-11-02T10:00:00Z',
    });
  });

  test('sums, with the change on both sides', () => {
    expect(comparison.total).toEqual({
      list: { before: '370.00', after: '370.00', change: '0.00' },
      discount: { before: '10.00', after: '27.00', change: '17.00' },
      shipping: { before: '0.00', after: '0.00', change: '0.00' },
      pay: { before: '360.00', after: '343.00', change: '-17.00' },
    });
  });

  test('changes by their size, the unchanged between', () => {
    expect(comparison.histogram).toEqual([
      { from: '-9.99', to: '-5.00', carts: 2, change: '-18.00' },
      { from: '0.00', to: '0.00', carts: 1, change: '0.00' },
      { from: '1.00', to: '1.99', carts: 1, change: '1.00' },
    ]);
  });

  test('each promotion by carts and by what it gives', () => {
    expect(comparison.promotions).toEqual([
      {
        promotion: 'ten',
        rule: 'changed',
        carts: { before: 1, after: 3 },
        more: 2,
        less: 1,
        discount: { before: '10.00', after: '27.00', change: '17.00' },
      },
    ]);
  });

  test('the greatest changes first, of equal ones the earlier, and carts that stay not at all', () => {
    expect(comparison.largest.map(({ line, total }) => [line, total.pay.change])).toEqual([
      [2, '-9.00'],
      [4, '-9.00'],
      [3, '1.00'],
    ]);
  });
});

test('the same price by another promotion is no change of price, but is told', () => {
  const { carts, promotions } = comparedBy(BEFORE, BEFORE.replace('ten', 'other'), [cart('120.00')]);
  expect(carts).toMatchObject({ cheaper: 0, dearer: 0, same: 0, rearranged: 1 });
  expect(promotions.map(({ promotion, discount }) => [promotion, discount.change])).toEqual([
    ['other', '10.00'],
    ['ten', '-10.00'],
  ]);
});

test('the parts of a comparison sum to the whole', () => {
  const { carts, guarantees, histogram, promotions, total } = hostileComparison();
  const minor = (decimal: string): number => Number(decimal.replace('.', ''));
  const sum = (decimals: readonly string[]): number => decimals.reduce((all, one) => all + minor(one), 0);
  expect(sum(promotions.map(({ discount }) => discount.change))).toBe(-minor(total.pay.change));
  expect(sum(histogram.map(({ change }) => change))).toBe(minor(total.pay.change));
  expect(histogram.reduce((all, bin) => all + bin.carts, 0)).toBe(carts.compared);
  expect(carts.cheaper + carts.dearer + carts.same + carts.rearranged).toBe(carts.compared);
  expect(carts.total).toBe(carts.compared + carts.refused.before + carts.refused.after + carts.refused.both);
  expect(guarantees.every(({ carts: broken }) => broken.length <= 10)).toBe(true);
});

test('gifts and who pays are counted', () => {
  const rules = (share: string, count: number): string =>
    `currency EUR
promotion ten
  take 10.00 off
  funded by brand ${share}, shop rest
promotion mug
  spend 50.00 give ${count} of "MUG"
`.replace('rest', `${100 - Number(share.replace('%', ''))}%`);
  const comparison = comparedBy(rules('60%', 1), rules('20%', 2), [cart('90.00'), cart('90.00')]);
  expect(comparison.carts.rearranged).toBe(2);
  expect(comparison.funding).toEqual([
    { party: 'shop', before: '8.00', after: '16.00', change: '8.00' },
    { party: 'brand', before: '12.00', after: '4.00', change: '-8.00' },
  ]);
  expect(comparison.promotions.find(({ promotion }) => promotion === 'mug')).toMatchObject({
    gifts: { before: 2, after: 4 },
    discount: { change: '0.00' },
  });
});

describe('parts of the carts come to the same as all of them', () => {
  const comparing = new Comparing(
    `${BEFORE}guarantee "half" discount at most 9% of list\n`,
    `${AFTER}guarantee "half" discount at most 9% of list\n`,
  );
  const carts = fc.array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          price: fc.integer({ min: 1, max: 20_000 }),
          day: fc.integer({ min: 1, max: 28 }),
        }),
      },
      { weight: 1, arbitrary: fc.constantFrom('no cart', { currency: 'USD' }) },
    ),
    { maxLength: 60 },
  );
  const made = (drawn: unknown): unknown => {
    if (typeof drawn !== 'object' || drawn === null || !('price' in drawn && 'day' in drawn)) return drawn;
    const { price, day } = drawn as { price: number; day: number };
    return cart((price / 100).toFixed(2), 1, { at: `2026-11-${String(day).padStart(2, '0')}T10:00:00Z` });
  };

  test('wherever they are cut, in whatever order they are merged', () => {
    fc.assert(
      fc.property(carts, fc.nat(), fc.nat(), (drawn, first, second) => {
        const all = drawn.map(made);
        const [from, to] = [first % (all.length + 1), second % (all.length + 1)].toSorted((a, b) => a - b);
        const part = (start = 0, end = all.length): Tally =>
          structuredClone(comparing.tally(all.slice(start, end), start + 1));
        const merged = noTally();
        for (const tally of [part(to), part(0, from), part(from, to)]) mergeTally(merged, tally);
        expect(comparing.report(merged)).toEqual(comparing.report(comparing.tally(all)));
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });
});
