import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { choiceTable, nameTable, rules } from '../../../src/syntax/grammar.js';
import { railroadPage } from './railroad.js';

const FILE = new URL('../../../grammar/railroad.html', import.meta.url);

/** `npm run grammar` writes the page anew. */
test('grammar/railroad.html is what the parser says', () => {
  if (process.env['RECKON_WRITE'] === '1') writeFileSync(FILE, railroadPage());
  expect(readFileSync(FILE, 'utf8')).toBe(railroadPage());
});

const page = railroadPage();
const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
const links = Array.from(page.matchAll(/ href="([^"]+)"/g), ([, link]) => link ?? '');

test('every rule, choice and kind of name stands on the page once', () => {
  const names = [
    ...rules().map(({ name }) => name),
    ...choiceTable().map(([name]) => name),
    ...nameTable().map(([name]) => name),
  ];
  expect(names.length).toBeGreaterThan(100);
  expect(ids).toEqual(expect.arrayContaining(names));
  expect(ids).toEqual([...new Set(ids)]);
});

test('every link leads to a place on the page', () => {
  expect(links.length).toBeGreaterThan(500);
  expect(links.filter((link) => !ids.includes(link.slice(1)) || !link.startsWith('#'))).toEqual([]);
});

test('nothing is loaded from elsewhere', () => {
  expect(page).not.toMatch(/\bsrc=|@import|url\(|\bfetch\(|https?:/);
});
