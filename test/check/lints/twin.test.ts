import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a take 5% off promotion b take 5% off', ['b']],
  ['layers item, store promotion a layer item take 5% off promotion b layer store take 5% off', ['b']],
  ['layers item best promotion a layer item take 5% off promotion b layer item take 5% off', ['b']],
  ['promotion a "A" note "x" spend 100 take 5 off promotion b "B" spend 100 take 5 off', ['b']],
  [
    'promotion a active from 2026-11-01 through 2026-11-11 take 5% off promotion b active from 2026-11-11 through 2026-11-15 take 5% off',
    ['b'],
  ],
  ['promotion a take 5% off promotion b take 5% off promotion c take 5% off', ['b', 'c']],
])('%s', (rules, found) => {
  expect(finds('RK2102', rules)).toEqual(found);
});

test.each([
  'promotion a take 5% off promotion b take 6% off',
  'promotion a on lines where clearance take 5% off promotion b take 5% off',
  'promotion a when customer.tier is vip take 5% off promotion b take 5% off',
  'promotion a active from 2026-11-01 through 2026-11-10 take 5% off promotion b active from 2026-11-11 through 2026-11-15 take 5% off',
  'promotion a active on mondays take 5% off promotion b active on fridays take 5% off',
  'coupon A spend 100 take 5 off coupon B spend 100 take 5 off',
  'promotion a take 5% off rounding up promotion b take 5% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2102', rules)).toEqual([]);
});
