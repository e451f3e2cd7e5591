import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([['layers item, store promotion a layer item take 1 off', ['store']]])('%s', (rules, found) => {
  expect(finds('RK2205', rules)).toEqual(found);
});

test.each([
  'layers item, store promotion a layer item take 1 off promotion b layer store take 2 off',
  'layers item, store promotion b layer store counting left after item spend 9 take 2 off',
  'layers item, store',
])('nothing about %s', (rules) => {
  expect(finds('RK2205', rules)).toEqual([]);
});
