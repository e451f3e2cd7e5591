import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['coupon A spend 800 take 88 off budget 80', ['budget 80']],
  ['coupon A take 10 off budget 9.99', ['budget 9.99']],
  ['promotion a spend 100 take 5 off spend 900 take 60 off budget 50', ['budget 50']],
])('%s', (rules, found) => {
  expect(finds('RK2007', rules)).toEqual(found);
});

test.each([
  'coupon A spend 800 take 88 off budget 88',
  'coupon A spend 800 take 88 off budget 80 partly',
  'coupon A spend 800 take 88 off capped at 50 budget 80',
  'coupon A take 50% off budget 1',
  'coupon A take 5 off each unit budget 1',
])('nothing about %s', (rules) => {
  expect(finds('RK2007', rules)).toEqual([]);
});
