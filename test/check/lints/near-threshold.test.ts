import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a spend 200 take 200 off', ['take 200 off']],
  ['promotion a spend 200 take 100.01 off', ['take 100.01 off']],
  ['promotion a spend 99 pay 10', ['pay 10']],
  ['promotion a every 300 take 290 off', ['take 290 off']],
  ['coupon A spend 200 take 180 off', ['take 180 off']],
  ['promotion a spend 200 take 20 off spend 400 take 350 off', ['take 350 off']],
])('%s', (rules, found) => {
  expect(finds('RK2002', rules)).toEqual(found);
});

test.each([
  'promotion a spend 200 take 100 off',
  'promotion a spend 200 take 20 off',
  'promotion a spend 200 take 200 off capped at 50',
  'promotion a capped at 50 spend 200 take 200 off',
  'coupon A spend 200 take 200 off',
  'promotion a spend 200 take 150 off the cheapest 1',
  'promotion a spend 5 counting customer.points * 1.00 take 50 off',
  'promotion a buy 3 take 50 off',
])('nothing about %s', (rules) => {
  expect(finds('RK2002', rules)).toEqual([]);
});
