import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as reckon from '../../src/index.js';
import { fencesOf, filesOf, replay } from '../cli/session.js';
import { printedAndSaid } from './example.js';

const DOCS = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('compare.md', DOCS), 'utf8');
const fences = fencesOf(page);

/** The digest names the rules' meaning, which is not this page's matter. */
const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f]+/g, 'sha256:');

test.each(fences.filter(({ info }) => info === 'console'))(
  'a session prints what the page shows: $text',
  async ({ text }) => {
    expect(withoutDigest(await replay(text, filesOf(fences)))).toBe(withoutDigest(text));
  },
);

test('the program prints what its comments say', () => {
  const example = fences.find(({ info }) => info === 'ts');
  const [printed, said] = printedAndSaid(example?.text ?? '', { reckon });
  expect(printed).toEqual(said);
  expect(said).toHaveLength(2);
});

test('the page names every member of the JSON', () => {
  const types = readFileSync(new URL('../src/compare/types.ts', DOCS), 'utf8');
  const [, told = ''] = page.split('## The JSON');
  const members = Array.from(types.matchAll(/^ {2,}readonly (\w+)\??:/gm), ([, name = '']) => name);
  expect(members.length).toBeGreaterThan(40);
  expect(members.filter((name) => !told.includes(`\`${name}`) && name !== 'change')).toEqual([]);
});

test('the pictures are there', () => {
  const pictures = Array.from(page.matchAll(/\]\((images\/\S+)\)/g), ([, path = '']) => path);
  expect(pictures).toHaveLength(2);
  expect(pictures.filter((path) => !existsSync(new URL(path, DOCS)))).toEqual([]);
});
