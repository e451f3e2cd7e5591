import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a spend 200 take 20 off spend 400 take 20 off', ['spend 400 take 20 off']],
  ['promotion a spend 200 take 20 off spend 400 take 15 off', ['spend 400 take 15 off']],
  ['promotion a buy 2 pay 80% buy 3 pay 85%', ['buy 3 pay 85%']],
  ['promotion a spend 200 take 10% off spend 400 pay 95%', ['spend 400 pay 95%']],
  ['promotion a spend 50 give 2 of "A" spend 90 give 1 of "A"', ['spend 90 give 1 of "A"']],
  ['promotion a spend 50 ship free spend 90 ship for 3', ['spend 90 ship for 3']],
])('%s', (rules, found) => {
  expect(finds('RK2005', rules)).toEqual(found);
});

test.each([
  'promotion a spend 200 take 20 off spend 400 take 50 off',
  'promotion a buy 2 pay 85% buy 3 pay 80%',
  'promotion a spend 200 take 20 off spend 400 take 10% off',
  'promotion a spend 50 give 1 of "A" spend 90 give 1 of "B"',
  'promotion a spend 50 give 1 of "A" spend 90 give 1 of "A" also give 1 of "B"',
  'promotion a spend 200 take 10% off capped at 10 spend 400 take 10% off capped at 90',
  'promotion a spend 200 take 20 off',
])('nothing about %s', (rules) => {
  expect(finds('RK2005', rules)).toEqual([]);
});
