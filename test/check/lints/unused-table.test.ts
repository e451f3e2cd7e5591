import { expect, test } from 'vitest';
import { finds } from './support.js';

const FILES = { 't.csv': 'brand,spend\nx,10\n' };

test.each([['table t = "t.csv" with spend money promotion a take 1 off', ['t']]])('%s', (rules, found) => {
  expect(finds('RK2203', rules, FILES)).toEqual(found);
});

test.each([
  'table t = "t.csv" with spend money promotion a for each row of t spend row.spend take 1 off',
  'table t = "t.csv" with brand text, spend money promotion a for each brand of t spend row.spend take 1 off',
  'table t = "t.csv" with spend money',
])('nothing about %s', (rules) => {
  expect(finds('RK2203', rules, FILES)).toEqual([]);
});
