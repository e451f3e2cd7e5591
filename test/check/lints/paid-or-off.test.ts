import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a pay 15%', ['pay 15%']],
  ['promotion a take 85% off', ['take 85%']],
  ['promotion a spend 100 take 80% off each line', ['take 80%']],
  ['promotion a take 90% off capped at 20 per line', ['take 90%']],
])('%s', (rules, found) => {
  expect(finds('RK2008', rules)).toEqual(found);
});

test.each([
  'promotion a pay 85%',
  'promotion a take 15% off',
  'promotion a pay 21%',
  'promotion a take 100% off',
  'promotion a take 90% off capped at 20',
  'promotion a capped at 20 pay 10%',
  'promotion a every 2 units pay 10% the cheapest 1',
])('nothing about %s', (rules) => {
  expect(finds('RK2008', rules)).toEqual([]);
});
