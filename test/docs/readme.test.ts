import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { compile, price, verify } from '../../src/index.js';
import { fencesOf, filesOf, replay } from '../cli/session.js';

const page = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const fences = fencesOf(page);

/** The digest names the rules' meaning; the page shows what it prints, not which digest. */
const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f]+/g, 'sha256:…');

test('the rule file on the front page has no mistake', () => {
  const rules = fences.find(({ info }) => info === 'reckon poster.reckon');
  expect(compile(rules?.text ?? '', { lints: true }).diagnostics).toEqual([]);
});

test.each(fences.filter(({ info }) => info === 'console'))(
  'the session prints what the page shows: $text',
  async ({ text }) => {
    const session = text.replaceAll('$ node bin/reckon.js', '$ reckon');
    const screen = await replay(session, filesOf(fences));
    expect(withoutDigest(screen)).toBe(withoutDigest(session));
  },
);

test('the embedding example prints what its comments say', () => {
  const example = fences.find(({ info }) => info === 'ts');
  const [, body = ''] = (example?.text ?? '').split(/^import .*$/m);
  const printed: string[] = [];
  const console = {
    log: (value: unknown): unknown => printed.push(typeof value === 'string' ? value : JSON.stringify(value)),
  };
  runInNewContext(body, { compile, price, verify, console });
  expect(printed).toEqual([...body.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)].map(([, said]) => said));
});
