import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  [
    'promotion a take 1 off funded by x 100% promotion b priority 1 take 2 off funded by x 100% promotion c priority 2 take 3 off',
    ['c'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2010', rules)).toEqual(found);
});

test.each([
  'promotion a take 1 off promotion b priority 1 take 2 off',
  'promotion a take 1 off funded by x 100% promotion b priority 1 take 2 off',
  'promotion a take 1 off funded by x 100% promotion b priority 1 take 2 off funded by x 100%',
  'promotion a take 1 off funded by x 100% promotion b priority 1 take 2 off funded by x 100% promotion c give 1 of "A"',
])('nothing about %s', (rules) => {
  expect(finds('RK2010', rules)).toEqual([]);
});
