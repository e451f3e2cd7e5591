import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  [
    'promotion a active from 2026-11-10 through 2026-11-12 on mondays take 5% off',
    ['active from 2026-11-10 through 2026-11-12 on mondays'],
  ],
  [
    'promotion a active from 2026-02-01 through 2026-02-28 on day 29 of each month take 5% off',
    ['active from 2026-02-01 through 2026-02-28 on day 29 of each month'],
  ],
  [
    'promotion a active from 2026-11-11 10:00 until 2026-11-11 12:00 between 20:00 and 22:00 take 5% off',
    ['active from 2026-11-11 10:00 until 2026-11-11 12:00 between 20:00 and 22:00'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2104', rules)).toEqual(found);
});

test.each([
  'promotion a active from 2026-11-09 through 2026-11-12 on mondays take 5% off',
  'promotion a active from 2026-11-10 01:00 until 2026-11-10 03:00 on mondays between 20:00 and 02:00 take 5% off',
  'promotion a active from 2028-02-01 through 2028-02-29 on day 29 of each month take 5% off',
  'promotion a active from 2026-11-11 10:00 until 2026-11-11 21:00 between 20:00 and 22:00 take 5% off',
  'promotion a active from 2026-11-10 on mondays take 5% off',
  'promotion a active on day 31 of each month take 5% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2104', rules)).toEqual([]);
});
