import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a take 70% off', ['take 70% off']],
  ['promotion a take 100% off', ['take 100% off']],
  ['promotion a pay 35%', ['pay 35%']],
  ['promotion a take 61% off each line', ['take 61% off each line']],
  ['promotion a every 100 take 10% off', ['take 10% off']],
  ['promotion a every 100 take 10% off up to 7 times', ['take 10% off up to 7 times']],
  ['promotion a bundle 1 of sku "A", 1 of sku "B" pay 30%', ['bundle 1 of sku "A", 1 of sku "B" pay 30%']],
])('%s', (rules, found) => {
  expect(finds('RK2004', rules)).toEqual(found);
});

test.each([
  'promotion a take 60% off',
  'promotion a pay 40%',
  'promotion a take 70% off capped at 50',
  'promotion a take 70% off each line leave at least cost',
  'promotion a take 70% off the cheapest 1',
  'promotion a unit 3 take 90% off',
  'promotion a every 100 take 10% off up to 6 times',
  'promotion a take 85% off',
  'promotion a take 100% off shipping',
  'promotion a every 2 units take 90% off the cheapest 1',
])('nothing about %s', (rules) => {
  expect(finds('RK2004', rules)).toEqual([]);
});
