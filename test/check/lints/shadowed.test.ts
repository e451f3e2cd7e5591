import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a take 5% off stop promotion b on lines where clearance take 50% off', ['b']],
  ['promotion a take 5% off stop promotion b take 6% off promotion c take 7% off', ['b', 'c']],
  [
    'layers item, store promotion a layer item take 5% off stop all promotion b layer store take 6% off',
    ['b'],
  ],
  ['layers item best promotion a layer item take 15% off promotion b layer item take 10% off', ['b']],
  [
    'layers item best promotion a layer item take 15% off promotion b layer item on lines where clearance take 10% off',
    ['b'],
  ],
  [
    'layers item best promotion a layer item spend 100 take 20 off promotion b layer item spend 120 take 20 off',
    ['b'],
  ],
  [
    'layers item best promotion a layer item spend 100 take 20 off spend 200 take 50 off promotion b layer item spend 200 take 40 off',
    ['b'],
  ],
  [
    'layers item best per line promotion a layer item take 15% off each line promotion b layer item on lines where clearance take 10% off each line',
    ['b'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2103', rules)).toEqual(found);
});

test.each([
  'promotion a take 5% off stop on its lines promotion b give 1 of "A" promotion c active from 2026-01-01 through 2026-01-02 stop take 5% off',
  'promotion a take 5% off promotion b take 6% off stop',
  'promotion a on lines where clearance take 5% off stop promotion b take 6% off',
  'promotion a when customer.tier is vip take 5% off stop promotion b take 6% off',
  'promotion a spend 100 take 5% off stop promotion b take 6% off',
  'coupon A take 5% off stop promotion b take 6% off',
  'promotion a take 5% off stop limit 1 per customer promotion b take 6% off',
  'promotion a take 5% off stop promotion b take 6% off allow 1 of a, b',
  'promotion a active from 2026-11-01 through 2026-11-11 take 5% off stop promotion b take 6% off',
  'layers item, store promotion a layer item take 5% off stop promotion b layer store take 6% off',
  'layers item best promotion a layer item take 10% off promotion b layer item take 15% off',
  'layers item best promotion a layer item take 15% off capped at 20 promotion b layer item take 10% off',
  'layers item best promotion a layer item on lines where clearance take 15% off promotion b layer item take 10% off',
  'layers item best promotion a layer item take 15% off promotion b layer item take 10 off',
  'layers item best promotion a layer item spend 100 take 15% off promotion b layer item take 10% off',
  'layers item best promotion a layer item active on mondays take 15% off promotion b layer item take 10% off',
  'layers item best per line promotion a layer item take 15% off promotion b layer item take 10% off',
  'layers item promotion a layer item take 15% off promotion b layer item take 10% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2103', rules)).toEqual([]);
});
