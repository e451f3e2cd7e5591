import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { format } from '../../../src/index.js';
import { BLOCKS, EXAMPLES } from './texts.js';

function formatted(text: string): string {
  const result = format(text);
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.text;
}

test('an untidy file', async () => {
  const untidy = readFileSync(new URL('../fixtures/untidy.reckon', import.meta.url), 'utf8');
  await expect(formatted(untidy)).toMatchFileSnapshot('../fixtures/untidy-formatted.reckon');
});

test.each(EXAMPLES)('%s is in canonical form', (_, text) => {
  expect(formatted(text)).toBe(text);
});

/** Error pages show short forms; blocks laid out as tables are for comparing their lines. */
const CANONICAL = BLOCKS.filter(
  ([place, text]) => !place.startsWith('docs/errors') && !/\S {2,}\S/.test(text),
);

test.each(CANONICAL)('the rules of %s are in canonical form', (_, text) => {
  expect(formatted(text)).toBe(text);
});

test('most rules of the documentation are tried', () => {
  expect(CANONICAL.length).toBeGreaterThan(150);
});

describe('lines', () => {
  test.each([
    ['layers item, store', 'layers item, store\n'],
    ['layers a, b, c, d, e', 'layers\n  a,\n  b,\n  c,\n  d,\n  e\n'],
    ['layers a best, b', 'layers\n  a best,\n  b\n'],
    ['layers a best', 'layers a best\n'],
    ['layers capped at 50% of list, a, b', 'layers capped at 50% of list,\n  a,\n  b\n'],
    [
      'promotion a every 2 units of lines where b take 1 off',
      'promotion a\n  every 2 units of lines where b\n    take 1 off\n',
    ],
    ['promotion a take 1 off leave at least cost', 'promotion a\n  take 1 off\n  leave at least cost\n'],
    [
      'promotion a take 1 off capped at 5 also ship free',
      'promotion a\n  take 1 off capped at 5 also ship free\n',
    ],
    ['promotion a stop on lines where b', 'promotion a\n  stop\n  on lines where b\n'],
    ['let a = b+ - 5', undefined],
    ['let a=min (b , (c+d) )*`e f` . g', 'let a = min(b, (c + d)) * `e f`.g\n'],
    ['timezone Etc / GMT + 8', 'timezone Etc/GMT+8\n'],
  ])('%s', (text, expected) => {
    expect(format(text)).toMatchObject(expected === undefined ? { ok: false } : { ok: true, text: expected });
  });

  test('what an author wrote stays: spellings, parentheses, decimals', () => {
    const text = 'guarantee ((pay) at least 5 or pay >= 5.00) and "\\u{41}" is "A"\n';
    expect(formatted(text)).toBe(text);
  });

  test('a chain in parentheses is broken after the one it stands in', () => {
    const [b, c, d] = ['b', 'c', 'd'].map((name) => name.repeat(40));
    expect(formatted(`let a = (${b} and ${c}) and ${d}`)).toBe(`let a = (${b} and ${c})\n  and ${d}\n`);
    expect(formatted(`let a = ${b} and ${c} and ${d}`)).toBe(`let a = ${b}\n  and ${c}\n  and ${d}\n`);
  });

  test('a character of Chinese takes two columns', () => {
    const fits = (name: string): boolean => !formatted(`let a = ${name} and b`).includes('\n  and');
    expect(fits('x'.repeat(96))).toBe(true);
    expect(fits('x'.repeat(97))).toBe(false);
    expect(fits('价'.repeat(48))).toBe(true);
    expect(fits('价'.repeat(49))).toBe(false);
  });
});

describe('blank lines', () => {
  test.each([
    ['currency CNY\n\n\n\nlet a = 5\nlet b = 6', 'currency CNY\n\nlet a = 5\nlet b = 6\n'],
    [
      'let a = 5\npromotion a\npromotion b\n\n\n  alone\n\n\n  stop',
      'let a = 5\n\npromotion a\n\npromotion b\n  alone\n\n  stop\n',
    ],
    [
      'promotion a\n# of b\npromotion b\n\n\n\n# a section\n\npromotion c',
      'promotion a\n\n# of b\npromotion b\n\n\n# a section\n\npromotion c\n',
    ],
    ['\n\n# head\n\n\n\nlet a = 5\n\n\n# tail\n\n', '# head\n\nlet a = 5\n\n# tail\n'],
    ['# nothing\r\n\r\n\r\n# else', '# nothing\n\n# else\n'],
    ['', ''],
    [' \n\n', ''],
  ])('%j', (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

describe('comments', () => {
  test.each([
    ['let a = 5 # five ', 'let a = 5  # five\n'],
    [
      'promotion a\n  alone\n  # no more\n# of b\npromotion b',
      'promotion a\n  alone\n  # no more\n\n# of b\npromotion b\n',
    ],
    ['promotion a\n\talone\n\t# no more\nlet b = 5', 'promotion a\n  alone\n  # no more\n\nlet b = 5\n'],
    ['line has a text, # one\n b text', 'line has\n  a text,  # one\n  b text\n'],
    ['line has a text # one\n, b text', 'line has\n  a text,  # one\n  b text\n'],
    ['let a = (# one\nb)', 'let a = (b)  # one\n'],
    ['promotion # why\na', 'promotion  # why\n    a\n'],
    ['timezone Asia # here\n/Shanghai', 'timezone Asia/Shanghai  # here\n'],
  ])('%j', (text, expected) => {
    expect(formatted(text)).toBe(expected);
  });
});

test('a text with mistakes comes back as its diagnostics, with the name it was given', () => {
  const result = format('currency CNY\n\npromotion a take 5 of', { name: 'a.reckon' });
  expect(result).toMatchObject({ ok: false, diagnostics: [{ file: 'a.reckon', line: 3 }] });
});

test('what a text imports, reads or names is not looked for', () => {
  const text = 'import "none.reckon"\ntable t = "none.csv" with a text\nlet a = values from "none.csv"\n';
  expect(formatted(text)).toBe(text);
});
