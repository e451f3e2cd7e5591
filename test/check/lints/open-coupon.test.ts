import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['coupon A take 100 off', ['A']],
  ['coupon A take 10% off', ['A']],
  ['coupon A on lines where not clearance take 100 off', ['A']],
  ['coupon A on lines where category is not book and brand not in "x" take 5 off', ['A']],
  ['coupon A when order.channel is app take 5 off', ['A']],
  ['coupon A for each line take 5 off', ['A']],
])('%s', (rules, found) => {
  expect(finds('RK2001', rules)).toEqual(found);
});

test.each([
  'promotion a take 100 off',
  'coupon A spend 300 take 100 off',
  'coupon A every 300 take 100 off',
  'coupon A take 100 off limit 1 per customer',
  'coupon A take 100 off budget 5000',
  'coupon A on lines where category is tea take 5 off',
  'coupon A on lines where not clearance and brand is "x" take 5 off',
  'coupon A when customer.tier is vip take 5 off',
  'coupon A when list >= 100 take 5 off',
  'coupon A ship free',
])('nothing about %s', (rules) => {
  expect(finds('RK2001', rules)).toEqual([]);
});
