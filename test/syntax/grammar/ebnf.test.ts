import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grammar } from '../../../src/syntax/grammar.js';
import { ReckonParser } from '../../../src/syntax/parser/parser.js';

const PAGE = new URL('../../../grammar/reckon.ebnf', import.meta.url);
const PARSER = new URL('../../../src/syntax/parser/', import.meta.url);

test('the self-analysis of the parser reports no ambiguity within three tokens', () => {
  const parser = new ReckonParser(true) as unknown as { maxLookahead: number; skipValidations: boolean };
  expect(parser).toMatchObject({ maxLookahead: 3, skipValidations: false });
});

test('the parser waives no ambiguity', () => {
  const files = readdirSync(PARSER).map((name) => readFileSync(new URL(name, PARSER), 'utf8'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((text) => /IGNORE_AMBIGUITIES|MAX_LOOKAHEAD|BACKTRACK/.test(text))).toEqual([]);
});

/** `RECKON_WRITE=1 npx vitest run test/syntax/grammar` writes the page anew. */
test('grammar/reckon.ebnf is what the parser says', () => {
  if (process.env['RECKON_WRITE'] === '1') writeFileSync(PAGE, grammar());
  expect(readFileSync(PAGE, 'utf8')).toBe(grammar());
});

test('every name on the grammar page is defined on it once', () => {
  const text = grammar().replace(/\/\*[^]*?\*\//g, '');
  const defined = Array.from(text.matchAll(/^(\w+) ::=/gm), ([, name]) => name);
  const used = new Set(text.replace(/"[^"]*"|'[^']*'|\[[^\]]*\]|#x\w+/g, '').match(/[A-Za-z]\w*/g));
  expect(defined).toEqual([...new Set(defined)]);
  expect([...used].filter((name) => !defined.includes(name))).toEqual(['Letter', 'Digit', 'Mark']);
});

test('what the parser takes only to report it is left out', () => {
  expect(grammar()).not.toMatch(/"percent"|"=="|"!="|"&&"|missing/);
});
