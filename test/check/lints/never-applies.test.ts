import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a on lines where quantity >= 5 and quantity < 3 take 5% off', ['a']],
  ['promotion a on lines where clearance and not clearance take 5% off', ['a']],
  ['promotion a on lines where category is tea and category not in tea, book take 5% off', ['a']],
  [
    'promotion a on lines where category is not tea and category is not ware and category is not book take 5% off',
    ['a'],
  ],
  ['promotion a when customer.points > 10 and customer.points <= 10 take 5% off', ['a']],
  ['promotion a when list < 50 spend 100 take 5 off', ['a']],
  [
    'promotion a on lines where category is tea every 2 units make the cheapest 1 of lines where category is ware free',
    ['a'],
  ],
  [
    'promotion a on lines where category is tea every 2 units of lines where category is ware take 5% off',
    ['a'],
  ],
  [
    'promotion a on lines where category is tea bundle 1 of lines where category is ware, 1 of lines where category is tea pay 9',
    ['a'],
  ],
  ['promotion a pay 100%', ['a']],
])('%s', (rules, found) => {
  expect(finds('RK2106', rules)).toEqual(found);
});

test.each([
  'promotion a on lines where quantity < 1 take 5% off',
  'promotion a on lines where quantity >= 3 and quantity < 5 take 5% off',
  'promotion a on lines where quantity >= 3 and quantity <= 3 take 5% off',
  'promotion a on lines where clearance or not clearance take 5% off',
  'promotion a when list <= 100 spend 100 take 5 off',
  'promotion a when list < 50 spend 100 over all lines take 5 off',
  'promotion a on lines where category in tea, ware every 2 units of lines where category is tea make the cheapest 1 of lines where category is ware free',
  'promotion a spend 9 take 5% off the cheapest 1 of lines where brand is "x" also take 1 off',
  'promotion a pay 99%',
])('nothing about %s', (rules) => {
  expect(finds('RK2106', rules)).toEqual([]);
});
