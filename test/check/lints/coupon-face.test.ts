import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['coupon A spend 50 take 50 off', ['take 50 off']],
  ['coupon A spend 15 take 20 off', ['take 20 off']],
])('%s', (rules, found) => {
  expect(finds('RK2003', rules)).toEqual(found);
});

test.each([
  'coupon A spend 50 take 49.99 off',
  'promotion a spend 50 take 50 off',
  'coupon A spend 50 take 50 off capped at 10',
])('nothing about %s', (rules) => {
  expect(finds('RK2003', rules)).toEqual([]);
});
