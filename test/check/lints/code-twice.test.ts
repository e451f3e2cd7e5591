import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['coupon A code "X", "X" spend 9 take 1 off', ['"X"']],
  ['coupon A code "X" code "Y", "X" spend 9 take 1 off', ['"X"']],
  ['coupon A code "X-1" code like "X-*" spend 9 take 1 off', ['"X-1"']],
  ['coupon A code like "X-*", "X-*" spend 9 take 1 off', ['"X-*"']],
])('%s', (rules, found) => {
  expect(finds('RK2206', rules)).toEqual(found);
});

test.each([
  'coupon A code "X", "x" spend 9 take 1 off',
  'coupon A code "X1" code like "X-*" spend 9 take 1 off',
  'coupon A code "X.1" code like "X?*" spend 9 take 1 off',
])('nothing about %s', (rules) => {
  expect(finds('RK2206', rules)).toEqual([]);
});
