import { expect, test } from 'vitest';
import type { Window } from '../../src/check/ruleset.js';
import { clauseMistakes, mistakes, rulesetOf } from './support.js';

function windowOf(active: string): Window | undefined {
  const text = `currency EUR timezone Europe/Berlin promotion p active ${active} take 1 off`;
  return rulesetOf(text).promotions[0]?.windows[0];
}

test('a window begins at its first instant and ends after its last day', () => {
  expect(windowOf('from 2026-09-28 through 2026-09-29')).toEqual({
    from: Date.parse('2026-09-28T00:00:00+02:00'),
    until: Date.parse('2026-09-30T00:00:00+02:00'),
    text: 'from 2026-09-28 through 2026-09-29',
  });
  expect(windowOf('from 2026-11-11 00:30 until 2026-11-12 20:00:30')).toEqual({
    from: Date.parse('2026-11-11T00:30:00+01:00'),
    until: Date.parse('2026-11-12T20:00:30+01:00'),
    text: 'from 2026-11-11 00:30 until 2026-11-12 20:00:30',
  });
});

test('a day of 23 hours, and a zone of its own', () => {
  const day = windowOf('from 2026-03-29 through 2026-03-29');
  expect((day?.until ?? 0) - (day?.from ?? 0)).toBe(23 * 3_600_000);
  expect(windowOf('from 2026-11-11 in Asia/Shanghai')).toEqual({
    from: Date.parse('2026-11-11T00:00:00+08:00'),
    text: 'from 2026-11-11 in Asia/Shanghai',
  });
});

test.each([
  ['from 2026-02-30', 'RK1071 2026-02-30'],
  ['from 2026-11-11 through 2026-11-10', 'RK1070 active from 2026-11-11 through 2026-11-10'],
  [
    'from 2026-11-11 20:00 until 2026-11-11 20:00',
    'RK1070 active from 2026-11-11 20:00 until 2026-11-11 20:00',
  ],
  ['from 2026-11-11 in Asia/Shanghi', 'RK1006 Asia/Shanghi'],
  ['from 2026-11-11 from 2026-11-12', 'RK1008 from 2026-11-12'],
  ['until 2026-11-11 20:00 through 2026-11-12', 'RK1008 through 2026-11-12'],
  ['between 22:00 and 22:00', 'RK1070 between 22:00 and 22:00'],
  ['on day 32 of each month', 'RK1071 32'],
])('active %s', (active, mistake) => {
  expect(clauseMistakes(`active ${active} take 1 off`)).toEqual([mistake]);
});

test('a day that ends where it begins is not empty', () => {
  expect(clauseMistakes('active from 2026-11-11 through 2026-11-11 take 1 off')).toEqual([]);
  expect(clauseMistakes('active between 22:00 and 02:00 take 1 off')).toEqual([]);
});

test('codes overlap only where windows meet', () => {
  const coupons = (first: string, second: string): readonly string[] =>
    mistakes(`currency CNY\ncoupon a ${first} take 1 off\ncoupon b ${second} take 1 off`);
  expect(coupons('code "X"', 'code "Y", "X"')).toEqual(['RK1072 b']);
  expect(coupons('code "X"', 'code "x"')).toEqual([]);
  expect(coupons('code like "S-*"', 'code "S-1"')).toEqual(['RK1072 b']);
  expect(coupons('code "S-1"', 'code like "S-*"')).toEqual(['RK1072 b']);
  expect(coupons('code like "S-*"', 'code like "S-1*"')).toEqual(['RK1072 b']);
  expect(coupons('code like "S-*"', 'code like "T-*"')).toEqual([]);
  expect(coupons('code like "*-A"', 'code like "*-B"')).toEqual([]);
  expect(coupons('code "b"', '')).toEqual(['RK1072 b']);
  const days = (from: number, to: number): string => `active from 2026-01-0${from} through 2026-01-0${to}`;
  expect(coupons(`code "X" ${days(1, 2)}`, `code "X" ${days(3, 4)}`)).toEqual([]);
  expect(coupons(`code "X" ${days(1, 3)}`, `code "X" ${days(3, 4)}`)).toEqual(['RK1072 b']);
});
