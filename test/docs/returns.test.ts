import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as library from '../../src/index.js';
import { refundEquations } from '../../src/verify/refund-equations.js';
import { fencesOf, filesOf, replay } from '../cli/session.js';
import { printedAndSaid } from './example.js';
import { brokenLinks } from './pages.js';

/** The digest of rules changes with the form of checked rulesets, which is not these pages' matter. */
const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f]+/g, 'sha256:…');

const pageOf = (name: string): string => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

describe.each(['verify.md', 'refund.md'])('the page %s', (name) => {
  const text = pageOf(name);
  const fences = fencesOf(text);
  const sessions = fences.filter(({ info }) => info === 'console').map((fence) => fence.text);

  test.each(sessions)('a session prints what the page says: %s', async (session) => {
    expect(withoutDigest(await replay(session, filesOf(fences)))).toBe(withoutDigest(session));
  });

  test('the example prints what its comments say', () => {
    const example = fences.find(({ info }) => info === 'ts')?.text ?? '';
    const [printed, said] = printedAndSaid(example, { reckon: library });
    expect(said.length).toBeGreaterThan(0);
    expect(printed).toEqual(said);
  });

  test('its links lead somewhere', () => {
    const pages = [name, 'breakdown.md'].map((path) => ({ path, text: pageOf(path), blocks: [] }));
    expect(brokenLinks({ path: name, text, blocks: [] }, pages)).toEqual([]);
  });
});

const refundPage = pageOf('refund.md');

test('every equation of a refund stands in the table, in order, as messages say it', () => {
  const rows = [...refundPage.matchAll(/^\| `([a-z]+-[a-z-]+)` \| (.+) \|$/gm)].map(([, name, says]) => ({
    name,
    says,
  }));
  const told = rows.slice(rows.findIndex(({ name }) => name === 'back-ids'));
  expect(told).toEqual(refundEquations.map(({ name, says }) => ({ name, says })));
});

test('every member of a refund is told', () => {
  const types = readFileSync(new URL('../../src/refund/types.ts', import.meta.url), 'utf8');
  const [, refund = ''] = types.split(/^export interface Refund \{$/m);
  const members = Array.from(refund.matchAll(/^ {2}readonly (\w+)\??:/gm), ([, name = '']) => name);
  expect(members.length).toBeGreaterThan(40);
  const untold = members.filter((name) => !refundPage.includes(`\`${name}\``));
  expect(
    untold.filter(
      (name) => !['line', 'units', 'code', 'path', 'message', 'for', 'row', 'layer'].includes(name),
    ),
  ).toEqual([]);
});

test('every error has its row', () => {
  const types = readFileSync(new URL('../../src/refund/types.ts', import.meta.url), 'utf8');
  const codes = Array.from(types.matchAll(/'(RF\d+)'/g), ([, code]) => code);
  expect(Array.from(refundPage.matchAll(/^\| `(RF\d+)` \|/gm), ([, code]) => code)).toEqual(codes);
});
