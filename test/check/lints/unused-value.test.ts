import { expect, test } from 'vitest';
import { finds } from './support.js';

const FILES = { 'x.csv': 'a\nb\n' };

test.each([
  ['let x = 5 promotion a take 1 off', ['x']],
  ['let x = 5 let y = x promotion a take 1 off', ['y']],
  ['let x = values from "x.csv" promotion a take 1 off', ['x']],
])('%s', (rules, found) => {
  expect(finds('RK2202', rules, FILES)).toEqual(found);
});

test.each([
  'let x = 5.00 promotion a take x off',
  'let x = 5.00 let y = x promotion a take y off',
  'let x = brand is "y" promotion a on lines where x take 1 off',
  'let x = 5.00 promotion a take 1 off guarantee pay at least x',
  'let x = "a" promotion a on lines where brand in x, "b" take 1 off',
  'let n = 2 promotion a every n units take 1 off',
  'let x = 5.00',
])('nothing about %s', (rules) => {
  expect(finds('RK2202', rules, FILES)).toEqual([]);
});
