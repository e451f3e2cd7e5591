import { expect, test } from 'vitest';
import { mistakes, rulesetOf } from './support.js';

const HEAD = `currency CNY
line has brand text, cost optional money, clearance flag, labels optional list of text, made optional time
customer has tier one of none, vip, points optional number
shipping has method optional text
guarantee "no loss" pay >= 0.01
promotion p take 1 off
`;

const scenario = (parts: string): readonly string[] => mistakes(`${HEAD}scenario "s"\n${parts}`);

test('a scenario whose names and values are known', () => {
  const parts = `at 2026-11-11 00:30 in Europe/Berlin
customer tier vip points 3.5
cart
  2 of "A" at 129.00 brand "x" cost 12.50 clearance true labels "a", "b" made 2026-01-01 id "first"
  1 of "B" at 5 brand "y"
shipping 10.00 method "fast"
code "X"
usage p total 9 spent 3.00 per-customer 0 per-customer-day 0
expect pay 9 expect discount 0.10 expect p takes 1 expect p refused short
expect line "first" pays 3 expect line "2" pays 3 expect gift 1 of "M" expect violation "no loss"`;
  expect(scenario(parts)).toEqual([]);
});

test.each([
  ['customer tier vip cart 1 of "A" at 5.005 brand "x"', 'RK1024 5.005'],
  ['customer tier vip cart 0 of "A" at 5 brand "x"', 'RK1036 0'],
  ['customer tier vip cart 2000000 of "A" at 5 brand "x"', 'RK1036 2000000'],
  ['customer tier vip cart 1 of "A" at 5 brnd "x"', 'RK1001 brnd'],
  ['customer tier vip cart 1 of "A" at 5 brand 7', 'RK1023 7'],
  ['customer tier vip cart 1 of "A" at 5 brand "x" brand "y"', 'RK1008 brand "y"'],
  ['customer tier vip cart 1 of "A" at 5 brand "x" clearance "yes"', 'RK1023 "yes"'],
  ['customer tier vip cart 1 of "A" at 5', 'RK1100 "A"'],
  ['customer tier vip cart 1 of "A" at 5 brand "x" id "1" 1 of "B" at 5 brand "x" id "1"', 'RK1002 "1"'],
  ['customer tier gold', 'RK1016 gold'],
  ['customer tier vip expect q takes 1', 'RK1001 q'],
  ['customer tier vip expect p refused late', 'RK1001 late'],
  ['customer tier vip expect line "3" pays 1', 'RK1001 "3"'],
  ['customer tier vip expect violation "no los"', 'RK1001 "no los"'],
  ['customer tier vip expect pay 1.001', 'RK1024 1.001'],
  ['customer tier vip usage q total 1', 'RK1001 q'],
  ['customer tier vip usage p total 1 total 2', 'RK1008 total 2'],
  ['customer tier vip at 2026-02-30 00:00', 'RK1071 2026-02-30 00:00'],
  ['customer tier vip at 2026-02-28 00:00 at 2026-02-28 00:00', 'RK1008 at 2026-02-28 00:00'],
])('%s', (parts, mistake) => {
  expect(scenario(parts)).toEqual([mistake]);
});

test('scenarios are no part of the ruleset', () => {
  const text = `${HEAD}scenario "s" customer tier vip expect pay 0`;
  expect(rulesetOf(text)).toEqual(rulesetOf(HEAD));
});
