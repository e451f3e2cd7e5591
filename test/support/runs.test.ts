import { expect, test } from 'vitest';
import { readRuns } from './runs.js';

test('properties run 1000 cases unless told otherwise', () => {
  expect(readRuns(undefined)).toBe(1000);
  expect(readRuns('1')).toBe(1);
  expect(readRuns('10000')).toBe(10_000);
});

test.each(['', '0', '-1', '1.5', '1e3', ' 5', 'many', '99999999999999999999'])(
  '`%s` is no number of cases',
  (value) => {
    expect(() => readRuns(value)).toThrow(RangeError);
  },
);
