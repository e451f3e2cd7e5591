import { expect, test } from 'vitest';
import { applySafeFixes, compile, type Diagnostic } from '../../src/index.js';

/** A text with all its safe fixes, each round's on what the round before left. */
function mended(text: string): string {
  const compiled = compile(text, { lints: true });
  const { applied, text: next } = applySafeFixes(text, 'rules.reckon', compiled.diagnostics);
  return applied.length === 0 ? text : mended(next);
}

const RULE = 'promotion a\n  take 1.00 off\n';

test.each([
  ['a value', 'let x = 1\n', ''],
  ['a value with its comment', 'let x = 1 # old\n', ''],
  ['a value, and then the one it used', 'let x = 1\nlet y = x\n', ''],
  [
    'a value beside another statement',
    'let x = 1 let y = 2.00\nguarantee pay at least y\n',
    ' let y = 2.00\nguarantee pay at least y\n',
  ],
  [
    'a value with Windows line ends',
    'let x = 1\r\nlet y = 2.00\r\nguarantee pay at least y\r\n',
    'let y = 2.00\r\nguarantee pay at least y\r\n',
  ],
  [
    'the first attribute',
    'line has a text, b money\nguarantee for each line pay at least b\n',
    'line has b money\nguarantee for each line pay at least b\n',
  ],
  [
    'the last attribute',
    'line has b money,\n  a text\nguarantee for each line pay at least b\n',
    'line has b money\nguarantee for each line pay at least b\n',
  ],
  [
    'some in the middle',
    'line has b money, a text, c text, d money\nguarantee for each line pay at least b + d\n',
    'line has b money, d money\nguarantee for each line pay at least b + d\n',
  ],
  ['all attributes', 'line has a text, b text, c text\n', ''],
])('removes %s', (_, before, after) => {
  expect(mended(`currency CNY\n${before}${RULE}`)).toBe(`currency CNY\n${after}${RULE}`);
});

test('removes tags, layers and codes', () => {
  const before = `currency CNY
layers item, store
coupon A
  layer item
  tag old
  code "A", "B", "A"
  code "B"
  spend 100.00 take 1.00 off
`;
  const after = `currency CNY
layers item
coupon A
  layer item
  code "A", "B"
  spend 100.00 take 1.00 off
`;
  expect(mended(before)).toBe(after);
});

test('leaves what is only a suggestion, and what belongs to another file', () => {
  const text = 'currency CNY\npromotion a\n  pay 15%\nlet x = 1\n';
  const { diagnostics } = compile(text, { lints: true, name: 'other.reckon' });
  expect(diagnostics.map(({ code, fix }) => [code, fix?.safe])).toEqual([
    ['RK2008', false],
    ['RK2202', true],
  ]);
  expect(applySafeFixes(text, 'rules.reckon', diagnostics)).toEqual({ text, applied: [] });
  const fixed = applySafeFixes(text, 'other.reckon', diagnostics);
  expect(fixed.text).toBe('currency CNY\npromotion a\n  pay 15%\n');
  expect(fixed.applied.map(({ code }) => code)).toEqual(['RK2202']);
});

test('of two fixes that touch each other the first is applied', () => {
  const [found] = compile('currency CNY\nlet x = 1\npromotion a take 1.00 off\n', {
    lints: true,
  }).diagnostics;
  const twice = [found, found] as readonly Diagnostic[];
  expect(applySafeFixes('currency CNY\nlet x = 1\n', 'rules.reckon', twice).applied).toHaveLength(1);
});
