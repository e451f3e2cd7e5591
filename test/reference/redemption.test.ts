import { describe, expect, it } from 'vitest';
import { one, priced, refusals, takes } from './shop.js';

const HUNDRED = [one('a', '100.00')];
const STORES = [one('a', '100.00', { store: 'S1' }), one('b', '100.00', { store: 'S2' })];

describe('limit', () => {
  it.each([
    ['1 per customer', { customer: 0 }, true],
    ['1 per customer', { customer: 1 }, false],
    ['2 per customer', { customer: 1 }, true],
    ['2 per customer', { customer: 3 }, false],
    ['1 per customer per day', { customer: 5, customerDay: 0 }, true],
    ['1 per customer per day', { customerDay: 1 }, false],
    ['10 in total', { total: 9 }, true],
    ['10 in total', { total: 10 }, false],
    ['1 per customer, 10 in total', { customer: 0, total: 10 }, false],
    ['3 per customer, 1 per customer per day', { customer: 2, customerDay: 0 }, true],
  ])('%s with %o', (limit, usage, expected) => {
    const breakdown = priced(`promotion p take 10.00 off limit ${limit}`, HUNDRED, { usage: { p: usage } });
    expect(takes(breakdown)).toBe(expected ? 'p 10.00' : '');
    expect(refusals(breakdown)).toBe(expected ? '' : 'p spent');
  });

  it('tells the limit and what was used', () => {
    const rules = 'promotion p take 10.00 off limit 3 per customer, 2 per customer per day, 9 in total';
    const told = (usage: object): unknown => priced(rules, HUNDRED, { usage: { p: usage } }).refused;
    expect(told({ customer: 4 })).toEqual([
      { promotion: 'p', reason: 'spent', limit: '3 per customer', used: 4 },
    ]);
    expect(told({ customerDay: 2 })).toEqual([
      { promotion: 'p', reason: 'spent', limit: '2 per customer per day', used: 2 },
    ]);
    expect(told({ total: 9 })).toEqual([{ promotion: 'p', reason: 'spent', limit: '9 in total', used: 9 }]);
  });

  it('all standings are one redemption', () => {
    const rules = 'promotion p for each store take 10.00 off limit 1 per customer';
    expect(takes(priced(rules, STORES))).toBe('p S1 10.00, p S2 10.00');
  });

  it('what was used of others does not count', () => {
    const rules = 'promotion p take 10.00 off limit 1 per customer';
    expect(takes(priced(rules, HUNDRED, { usage: { q: { customer: 9 } } }))).toBe('p 10.00');
  });
});

describe('budget', () => {
  const rules = (words = ''): string => `promotion p take 20.00 off budget 500.00${words}`;
  const spent = (amount: string): object => ({ usage: { p: { spent: amount } } });

  it.each([
    ['480.00', '', 'p 20.00'],
    ['480.01', '', ''],
    ['480.01', ' partly', 'p 19.99'],
    ['499.99', ' partly', 'p 0.01'],
    ['500.00', ' partly', ''],
    ['500.01', ' partly', ''],
  ])('of which %s is spent%s: %s', (amount, words, expected) => {
    expect(takes(priced(rules(words), HUNDRED, spent(amount)))).toBe(expected);
  });

  it('tells what was used, and what would have been needed', () => {
    expect(priced(rules(), HUNDRED, spent('492.00')).refused).toEqual([
      { promotion: 'p', reason: 'spent', limit: 'budget 500.00', used: '492.00', needed: '20.00' },
    ]);
    expect(priced(rules(), HUNDRED, spent('500.00')).refused).toEqual([
      { promotion: 'p', reason: 'spent', limit: 'budget 500.00', used: '500.00' },
    ]);
  });

  it('standings use it up in their order', () => {
    const each = (words: string): string => `promotion p for each store take 20.00 off budget 530.00${words}`;
    expect(takes(priced(each(''), STORES, spent('500.00')))).toBe('p S1 20.00');
    expect(takes(priced(each(' partly'), STORES, spent('500.00')))).toBe('p S1 20.00, p S2 10.00');
  });

  it('a part is spread as the whole would have been, and shows its cut', () => {
    const breakdown = priced(rules(' partly'), [one('a', '100.00'), one('b', '300.00')], spent('492.00'));
    expect(breakdown.lines.map(({ pay }) => pay)).toEqual(['98.00', '294.00']);
    expect(breakdown.promotions[0]?.steps[0]?.cuts).toEqual([{ why: 'budget', limit: '8.00', by: '12.00' }]);
  });

  it('is for all offers of a promotion, shipping among them', () => {
    const both = 'promotion p take 20.00 off also ship free budget 24.00';
    expect(refusals(priced(both, HUNDRED, { shipping: '5.00' }))).toBe('p spent');
    expect(takes(priced(`${both} partly`, HUNDRED, { shipping: '5.00' }))).toBe('p 24.00');
    expect(takes(priced(both, HUNDRED, { shipping: '4.00' }))).toBe('p 24.00');
  });

  it('is tested after caps', () => {
    expect(takes(priced('promotion p take 20.00 off capped at 8.00 budget 8.00', HUNDRED))).toBe('p 8.00');
  });
});

it('a budget is used up by all standings together', () => {
  const breakdown = priced('promotion p for each line take 40.00 off budget 100.00', [
    ...STORES,
    one('c', '100.00'),
  ]);
  expect([takes(breakdown), refusals(breakdown)]).toEqual(['p a 40.00, p b 40.00', 'p c spent']);
});
