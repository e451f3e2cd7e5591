import { expect, test } from 'vitest';
import { finds } from './support.js';

test.each([
  ['promotion a take 5% off commission host 20% of paid and subsidy by platform', ['platform']],
  [
    'promotion a take 5% off funded by brand 100% commission host 20% of paid and subsidy by platform',
    ['platform'],
  ],
])('%s', (rules, found) => {
  expect(finds('RK2009', rules)).toEqual(found);
});

test.each([
  'promotion a take 5% off funded by platform 100% commission host 20% of paid and subsidy by platform',
  'promotion a take 5% off commission host 20% of paid and subsidy by platform promotion b priority 1 take 1 off funded by platform 100%',
  'promotion a take 5% off commission host 20% of paid',
])('nothing about %s', (rules) => {
  expect(finds('RK2009', rules)).toEqual([]);
});
