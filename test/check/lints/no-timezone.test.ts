import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a active through 2026-03-01 take 5% off', ['active through 2026-03-01']],
  ['promotion a active on mondays take 5% off', ['active on mondays']],
  [
    'promotion a active on mondays in Asia/Shanghai take 5% off promotion b active on tuesdays take 4% off promotion c active on fridays take 3% off',
    ['active on tuesdays'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2108', rules)).toEqual(found);
});

test.each([
  'promotion a take 5% off',
  'timezone UTC promotion a active on mondays take 5% off',
  'promotion a active on mondays in Europe/Berlin take 5% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2108', rules)).toEqual([]);
});

test('an imported file may name the clock', () => {
  const rules = 'import "shop.reckon"\npromotion a active on mondays take 5% off';
  expect(finds('RK2108', rules, { 'shop.reckon': 'timezone Asia/Shanghai\n' })).toEqual([]);
});
