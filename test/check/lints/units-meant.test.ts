import { expect, test } from 'vitest';
import { compile } from '../../../src/check/compile.js';
import { finds } from './support.js';

test.each([
  ['promotion a every 3 make the cheapest 1 free', ['3']],
  ['promotion a every 2 take 50% off the cheapest 1', ['2']],
  ['promotion a every 2 price 9.90 each the dearest 1', ['2']],
  ['promotion a every 12 give 1 of "CUP"', ['12']],
  ['promotion a every 4 offer 1 of "CUP" for 1.00', ['4']],
  ['promotion a every 4 give 1 of "CUP" also give 1 of "LID"', ['4']],
])('%s', (rules, found) => {
  expect(finds('RK2011', rules)).toEqual(found);
});

test.each([
  'promotion a every 3 units make the cheapest 1 free',
  'promotion a every 3.00 make the cheapest 1 free',
  'promotion a every 13 give 1 of "CUP"',
  'promotion a every 300 make the cheapest 1 free',
  'promotion a every 3 take 1 off',
  'promotion a spend 3 give 1 of "CUP"',
])('nothing about %s', (rules) => {
  expect(finds('RK2011', rules)).toEqual([]);
});

test.each([
  ['CNY', 'write `every 3 units` for units of goods, `every 3.00` for money'],
  ['JPY', 'write `every 3 units` for units of goods'],
])('what to write, in %s', (currency, help) => {
  const rules = `currency ${currency}\npromotion a every 3 make the cheapest 1 free\n`;
  const { diagnostics } = compile(rules, { lints: true });
  expect(diagnostics.map((found) => [found.code, found.help])).toEqual([['RK2011', help]]);
});
