import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as reckon from '../../src/index.js';
import * as runtime from '../../src/runtime.js';
import { fencesOf, filesOf, replay } from '../cli/session.js';
import { printedAndSaid } from './example.js';

const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const fences = fencesOf(page);

/** The digest names the rules' meaning; the page shows what it prints, not which digest. */
const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f]+/g, 'sha256:…');

test('the rule file on the front page has no mistake', () => {
  const rules = fences.find(({ info }) => info === 'reckon poster.reckon');
  expect(reckon.compile(rules?.text ?? '', { lints: true }).diagnostics).toEqual([]);
});

test.each(fences.filter(({ info }) => info === 'console'))(
  'the session prints what the page shows: $text',
  async ({ text }) => {
    const session = text.replaceAll('$ node bin/reckon.js', '$ reckon');
    const screen = await replay(session, filesOf(fences));
    expect(withoutDigest(screen)).toBe(withoutDigest(session));
  },
);

test('the embedding examples print what their comments say', () => {
  const examples = fences.filter(({ info }) => info === 'ts');
  const ran = examples.map(({ text }) => printedAndSaid(text, { reckon, 'reckon/runtime': runtime }));
  expect(ran.map(([printed]) => printed)).toEqual(ran.map(([, said]) => said));
  expect(ran.map(([, said]) => said.length)).toEqual([2, 1]);
});
