import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a take 5% off promotion b take 6% off', ['b']],
  ['promotion a take 5% off coupon B spend 50 take 6 off', ['B']],
  ['layers item, store promotion a layer item take 5% off promotion b layer item take 6% off', ['b']],
  [
    'promotion a on lines where brand is "x" take 5% off promotion b on lines where category is tea take 6% off',
    ['b'],
  ],
  [
    'promotion a on lines where brand in "x", "y" take 5% off promotion b on lines where brand in "y", "z" take 6% off',
    ['b'],
  ],
  [
    'promotion a active from 2026-11-01 through 2026-11-11 take 5% off promotion b active from 2026-11-11 through 2026-11-15 take 6% off',
    ['b'],
  ],
  ['promotion a active on mondays, tuesdays take 5% off promotion b active on tuesdays take 6% off', ['b']],
  [
    'promotion a active between 20:00 and 02:00 on mondays take 5% off promotion b active on tuesdays take 6% off',
    ['b'],
  ],
  ['promotion a when list >= 100 take 5% off promotion b when not (list >= 100) take 6% off', ['b']],
  ['promotion a price 9 each promotion b take 6% off', ['b']],
  ['promotion a take 5% off promotion b take 6% off promotion c take 7% off allow 1 of a, b', ['c']],
  ['promotion a take 5% off promotion b take 6% off stop', ['b']],
  ['layers item counting list promotion a layer item take 5% off promotion b layer item take 6% off', ['b']],
  [
    'promotion a every 2 units of lines where category is tea take 50% off the cheapest 1 of lines where category is ware promotion b on lines where category is ware take 5% off',
    ['b'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2101', rules)).toEqual(found);
});

test.each([
  'layers item, store promotion a layer item take 5% off promotion b layer store take 6% off',
  'layers item best promotion a layer item take 5% off promotion b layer item take 6% off',
  'layers item best per line promotion a layer item take 5% off promotion b layer item take 6% off',
  'layers item together promotion a layer item take 5% off promotion b layer item take 6% off',
  'layers item each unit once promotion a layer item take 5% off promotion b layer item take 6% off',
  'layers item capped at 50% of list promotion a layer item take 5% off promotion b layer item take 6% off',
  'layers item leave at least cost promotion a layer item take 5% off promotion b layer item take 6% off',
  'layers capped at 50% of list, item promotion a layer item take 5% off promotion b layer item take 6% off',
  'promotion a take 5% off not with b promotion b take 6% off',
  'promotion a take 5% off promotion b take 6% off allow 1 of a, b',
  'promotion a tag t take 5% off promotion b tag t take 6% off promotion c tag t take 7% off allow 2 of tag t',
  'promotion a take 5% off alone promotion b take 6% off',
  'promotion a stop take 5% off promotion b take 6% off',
  'promotion a priority 1 take 5% off promotion b take 6% off',
  'promotion a on lines where brand is "x" take 5% off promotion b on lines where brand is "y" take 6% off',
  'promotion a on lines where brand is "x" take 5% off promotion b on lines where brand is not "x" take 6% off',
  'promotion a on lines where clearance take 5% off promotion b on lines where not clearance take 6% off',
  'promotion a on lines where category in tea, ware take 5% off promotion b on lines where category not in tea, ware take 6% off',
  'promotion a on lines where labels has "new" take 5% off promotion b on lines where not (labels has "new") take 6% off',
  'promotion a on lines where price < 50 take 5% off promotion b on lines where price >= 50 take 6% off',
  'promotion a on lines where brand is "x" or brand is "y" take 5% off promotion b on lines where brand is "z" take 6% off',
  'promotion a when customer.tier is vip take 5% off promotion b when customer.tier is none take 6% off',
  'promotion a when customer.points < 100 take 5% off promotion b when customer.points >= 100 take 6% off',
  'promotion a active from 2026-11-01 through 2026-11-10 take 5% off promotion b active from 2026-11-11 through 2026-11-15 take 6% off',
  'promotion a active on mondays take 5% off promotion b active on tuesdays take 6% off',
  'promotion a active between 08:00 and 12:00 take 5% off promotion b active between 12:00 and 20:00 take 6% off',
  'promotion a take 5% off promotion b give 1 of "A"',
  'promotion a take 5% off promotion b ship free',
  'promotion a on lines where brand is "x" price 9 each promotion b price 8 each',
  'promotion a every 2 units of lines where category is tea take 50% off the cheapest 1 of lines where category is ware promotion b on lines where category is tea take 5% off',
  'promotion a spend 9 offer 1 of "MUG" for 5 promotion b spend 9 offer 1 of "CUP" for 5',
  'promotion a take 5% off promotion b take 5% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2101', rules)).toEqual([]);
});
