import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a tag t take 1 off', ['tag t']],
  ['promotion a tag t take 1 off promotion b tag t priority 1 take 2 off', ['tag t', 'tag t']],
])('%s', (rules, found) => {
  expect(finds('RK2204', rules)).toEqual(found);
});

test.each([
  'promotion a tag t take 1 off promotion b not with tag t take 2 off',
  'promotion a tag t take 1 off promotion b tag t take 2 off allow 1 of tag t',
])('nothing about %s', (rules) => {
  expect(finds('RK2204', rules)).toEqual([]);
});
