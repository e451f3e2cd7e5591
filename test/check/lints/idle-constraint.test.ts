import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  [
    'promotion a active from 2026-05-01 through 2026-05-31 not with b take 5% off promotion b active from 2026-06-01 through 2026-06-30 take 6% off',
    ['b'],
  ],
  [
    'promotion a active from 2026-05-01 through 2026-05-31 take 5% off promotion b active from 2026-06-01 through 2026-06-30 take 6% off allow 1 of a, b',
    ['allow 1 of a, b'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2105', rules)).toEqual(found);
});

test.each([
  'promotion a active from 2026-05-01 through 2026-05-31 not with b take 5% off promotion b take 6% off',
  'promotion a active from 2026-05-01 through 2026-05-31 take 5% off promotion b active from 2026-06-01 through 2026-06-30 take 6% off promotion c take 7% off allow 1 of a, b, c',
  'promotion a active from 2026-05-01 through 2026-05-31 take 5% off alone',
])('nothing about %s', (rules) => {
  expect(finds('RK2105', rules)).toEqual([]);
});
