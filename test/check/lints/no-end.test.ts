import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a active from 2026-03-01 take 5% off', ['active from 2026-03-01']],
  ['promotion a active from 2026-03-01 on mondays take 5% off', ['active from 2026-03-01 on mondays']],
])('%s', (rules, found) => {
  expect(finds('RK2107', rules)).toEqual(found);
});

test.each([
  'promotion a take 5% off',
  'promotion a active through 2026-03-01 take 5% off',
  'promotion a active from 2026-03-01 until 2026-03-02 12:00 take 5% off',
  'promotion a active on mondays take 5% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2107', rules)).toEqual([]);
});
