import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../../src/check/compile.js';
import { RUNS } from '../support/runs.js';
import { diagnose, mistakes } from './support.js';

const GLANCE = readFileSync(new URL('../fixtures/at-a-glance.reckon', import.meta.url), 'utf8');
const TOKENS = GLANCE.match(/"[^"]*"|[\w.-]+%?|[^\s\w]/g) ?? [];

/** Lower case, no full stop, nothing of the host language, every word in braces filled in. */
function expectReadable(sentence: string): void {
  const own = sentence.replaceAll(/`[^`]*`/g, '``');
  expect(own).not.toMatch(/undefined|\[object|\{\w+\}|NaN|^[A-Z]|\.$/);
  expect(own).not.toBe('');
}

/** Compiles, and holds every diagnostic to what a reader needs. */
function expectSound(text: string): void {
  const compiled = compile(text, { host: { read: () => 'a,b\n1,2\n' } });
  expect(compiled.ok).toBe(compiled.diagnostics.every(({ severity }) => severity === 'warning'));
  for (const { column, endColumn, endLine, help, line, message } of compiled.diagnostics) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(endLine > line || endColumn >= column).toBe(true);
    expectReadable(message);
    expectReadable(help);
  }
}

test('the file of the language at a glance has no mistake', () => {
  const compiled = compile(GLANCE, { name: 'at-a-glance.reckon' });
  expect(compiled.diagnostics).toEqual([]);
  expect(compiled.ok).toBe(true);
});

test('ten mistakes are ten diagnostics, each in its place, each with what to do', () => {
  const text = readFileSync(new URL('../fixtures/ten-mistakes.reckon', import.meta.url), 'utf8');
  expect(mistakes(text)).toEqual([
    'RK1006 Asia/Shanghi',
    'RK1071 2026-02-30',
    'RK1001 brnd',
    'RK1024 199.005',
    'RK1063 spend 99 take 5.00 off',
    'RK1016 gold',
    'RK1077 500%',
    'RK1069 funded by brand 70%, platform 20%',
    'RK1001 vip-6',
    'RK1020 pay > quantity',
  ]);
  expect(diagnose(text).every(({ help }) => help.length > 0)).toBe(true);
});

test('any text compiles or is refused, and nothing throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), expectSound), { numRuns: RUNS });
});

test('a file with one token changed, dropped or doubled is checked to its end', () => {
  const change = fc.record({
    at: fc.nat(TOKENS.length - 1),
    token: fc.oneof(
      fc.constantFrom(...TOKENS),
      fc.constantFrom('0', '999999999999999999999', '%', '`tag`', '"\\u{d800}"', '}'),
    ),
    how: fc.constantFrom('replace', 'insert', 'drop', 'swap'),
  });
  fc.assert(
    fc.property(change, ({ at, how, token }) => {
      const tokens = [...TOKENS];
      if (how === 'replace') tokens[at] = token;
      else if (how === 'insert') tokens.splice(at, 0, token);
      else if (how === 'drop') tokens.splice(at, 1);
      else tokens.splice(at, 2, TOKENS[at + 1] ?? '', TOKENS[at] ?? '');
      expectSound(tokens.join(' '));
    }),
    { numRuns: RUNS },
  );
});

test('a lone surrogate is read as a UTF-8 decoder reads it', () => {
  const text = (title: string): string => `currency CNY promotion p "${title}" take 1 off`;
  const [found, expected] = [compile(text('\ud800')), compile(text('\ufffd'))];
  expect(found.ok && found.ruleset).toEqual(expected.ok && expected.ruleset);
});

test('without a host there are no files', () => {
  expect(compile('currency CNY\nimport "a.reckon"').diagnostics.map(({ code }) => code)).toEqual(['RK1040']);
});
