import { expect, test } from 'vitest';
import { compile } from '../../../src/check/compile.js';
import { underlined } from '../support.js';

/** What RK2201 underlines in rules that declare what they need. */
function finds(rules: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  const text = `currency CNY\n${rules}\n`;
  const { diagnostics } = compile(text, { lints: true, host: { read: (path) => files[path] } });
  return diagnostics.map((found) => `${found.code} ${underlined(found, text)}`);
}

test.each([
  ['line has brand text promotion a take 1 off', ['RK2201 brand text']],
  [
    'line has brand text, cost optional money promotion a on lines where brand is "x" take 1 off',
    ['RK2201 cost optional money'],
  ],
  ['customer has tier one of none, vip promotion a take 1 off', ['RK2201 tier one of none, vip']],
  [
    'line has tier text customer has tier text promotion a when customer.tier is "x" take 1 off',
    ['RK2201 tier text'],
  ],
  ['line has store text layers store promotion a layer store take 1 off', ['RK2201 store text']],
])('%s', (rules, found) => {
  expect(finds(rules)).toEqual(found);
});

test.each([
  'line has brand text promotion a on lines where brand is "x" take 1 off',
  'line has store text promotion a for each store take 1 off',
  'line has store text promotion a take 1 off funded by its store 100%',
  'line has store text layers item best per store promotion a layer item take 1 off',
  'line has cost money promotion a take 1 off leave at least cost',
  'line has cost money promotion a take 1 off guarantee for each line pay at least cost',
  'line has weight number promotion a when total of weight > 5 take 1 off',
  'line has cost money let floor = cost promotion a take 1 off each unit leave at least floor',
  'customer has tier text promotion a take 1 off scenario "s" at 2026-01-01 customer tier "x" cart 1 of "A" at 5.00 expect pay 4.00',
  'line has brand text promotion a take 1 off scenario "s" at 2026-01-01 cart 1 of "A" at 5.00 brand "x" expect pay 4.00',
  'shipping has bulky flag promotion a ship free where not bulky',
  'line has brand text, cost money',
  'import "shared.reckon" promotion a take 1 off',
])('nothing about %s', (rules) => {
  expect(finds(rules, { 'shared.reckon': 'line has brand text, cost money\n' })).toEqual([]);
});
