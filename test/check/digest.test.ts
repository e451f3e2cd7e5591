import { readFileSync } from 'node:fs';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../src/check/digest.js';
import { compile } from '../../src/check/compile.js';
import { RUNS } from '../support/runs.js';
import type { Files } from './support.js';
import { rulesetOf } from './support.js';

const GLANCE = readFileSync(new URL('../fixtures/at-a-glance.reckon', import.meta.url), 'utf8');

function digest(text: string, files: Files = {}): string {
  const compiled = compile(text, { host: { read: (path) => files[path] } });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.ruleset.digest;
}

test('the digest is of the canonical JSON without places', () => {
  const ruleset = rulesetOf(GLANCE);
  const json = [...canonicalJson(ruleset)].join('');
  const unplaced: unknown = JSON.parse(
    JSON.stringify(ruleset, (key, value: unknown) => (key === 'source' ? undefined : value)),
  );
  expect(json).toBe(canonicalize(unplaced));
  expect(digest(GLANCE)).toMatch(/^sha256:[0-9a-f]{64}$/);
});

test('a column may be named like what is left out of the digest', () => {
  const [table] = [
    ...canonicalJson({
      ...rulesetOf(GLANCE),
      tables: [{ name: 't', columns: [], rows: [{ line: 2, values: { source: 'x' } }] }],
    }),
  ]
    .join('')
    .match(/"tables":.*/) ?? [''];
  expect(table).toContain('"source":"x"');
});

test('comments and layout do not change it', () => {
  const gap = fc.constantFrom(' ', '\n', '\n\n', '\t', ' # a remark\n', '\n  # "x"\n    ');
  const words = GLANCE.split(/[ \n]+(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const expected = digest(GLANCE);
  fc.assert(
    fc.property(fc.array(gap, { minLength: words.length, maxLength: words.length }), (gaps) => {
      expect(digest(words.map((word, index) => `${word}${gaps[index] ?? ' '}`).join(''))).toBe(expected);
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});

test('an import says what its text in place says', () => {
  const [head = '', ...rest] = GLANCE.split(/(?=^promotion )/m);
  const files = { 'head.reckon': head };
  expect(digest(`import "head.reckon"\n${rest.join('')}`, files)).toBe(digest(GLANCE));
});

test('a list in a file says what a list in place says', () => {
  const rest = 'promotion p on lines where sku in core take 1 off';
  const inPlace = digest(`currency CNY let core = "A", "B" ${rest}`);
  expect(digest(`currency CNY let core = values from "c.csv" ${rest}`, { 'c.csv': 'A\nB\n' })).toBe(inPlace);
});

test('spellings of one operator, and zeros that say nothing, do not change it', () => {
  const rule = (condition: string): string => digest(`currency CNY promotion p when ${condition} take 1 off`);
  expect(rule('quantity at least 3')).toBe(rule('quantity >= 3'));
  expect(rule('(quantity >= 3)')).toBe(rule('quantity >= 3'));
});

test('every amount changes it', () => {
  const amounts = [...GLANCE.slice(0, GLANCE.indexOf('scenario')).matchAll(/\d+(?=\.\d\d)/g)];
  const digests = amounts.map(({ 0: digits, index }) =>
    digest(`${GLANCE.slice(0, index)}${Number(digits) + 1}${GLANCE.slice(index + digits.length)}`),
  );
  expect(amounts.length).toBeGreaterThan(8);
  expect(new Set([...digests, digest(GLANCE)]).size).toBe(amounts.length + 1);
});

test('scenarios and the name of the file do not change it', () => {
  const bare = GLANCE.replace(/^scenario[\s\S]*?(?=^guarantee)/m, '');
  expect(bare.length).toBeLessThan(GLANCE.length);
  expect(digest(bare)).toBe(digest(GLANCE));
  const named = compile(GLANCE, { name: 'other/name.reckon' });
  expect(named.ok && named.ruleset.digest).toBe(digest(GLANCE));
});
