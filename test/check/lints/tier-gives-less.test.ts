import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a spend 200 take 30 off spend 400 take 50 off', ['spend 400 take 50 off']],
  ['promotion a buy 2 take 5 off buy 6 take 10 off', ['buy 6 take 10 off']],
])('%s', (rules, found) => {
  expect(finds('RK2006', rules)).toEqual(found);
});

test.each([
  'promotion a spend 200 take 20 off spend 400 take 40 off',
  'promotion a spend 200 take 20 off spend 400 take 50 off',
  'promotion a spend 200 take 30 off spend 400 take 20 off',
  'promotion a buy 2 take 1 off buy 6 take 5 off',
  'promotion a spend 200 take 10% off spend 400 take 11% off',
])('nothing about %s', (rules) => {
  expect(finds('RK2006', rules)).toEqual([]);
});
