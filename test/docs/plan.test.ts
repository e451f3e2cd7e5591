import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile, planOf } from '../../src/index.js';
import * as runtime from '../../src/runtime.js';
import { fencesOf, filesOf, replay } from '../cli/session.js';
import { printedAndSaid } from './example.js';
import { brokenLinks } from './pages.js';

const text = readFileSync(new URL('../../docs/plan.md', import.meta.url), 'utf8');
const fences = fencesOf(text);
const files = filesOf(fences);

/** The digest names the meaning of the rules, which may change with the form of rulesets. */
const withoutDigest = (screen: string): string => screen.replaceAll(/sha256:[0-9a-f…]+/g, 'sha256:…');

test('the session prints what the page shows', async () => {
  const session = fences.find(({ info }) => info === 'console')?.text ?? '';
  expect(withoutDigest(await replay(session, files))).toBe(session);
});

test('the checkout prints what its comments say', () => {
  const compiled = compile(files['shop.reckon'] ?? '', { name: 'shop.reckon' });
  if (!compiled.ok) throw new Error('the rules of the page are right');
  const plan = JSON.stringify(planOf(compiled.ruleset));
  const [printed, said] = printedAndSaid(files['checkout.ts'] ?? '', {
    'node:fs': { readFileSync: (path: string) => (path === 'plan.json' ? plan : undefined) },
    'reckon/runtime': runtime,
  });
  expect(printed).toEqual(said);
  expect(said).toHaveLength(4);
});

test('every code has its section, and the page names every member of a plan', () => {
  const source = readFileSync(new URL('../../src/plan/read.ts', import.meta.url), 'utf8');
  const codes = new Set(Array.from(source.matchAll(/refused\(\s*'(RP\d+)'/g), ([, code]) => code));
  const sections = Array.from(text.matchAll(/^### (RP\d+)$/gm), ([, code]) => code);
  expect(new Set(sections)).toEqual(codes);
  expect(codes.size).toBe(5);
  const [, shape = ''] = text.split('## The shape');
  const types = readFileSync(new URL('../../src/plan/types.ts', import.meta.url), 'utf8');
  const members = Array.from(types.matchAll(/^ {2}readonly (\w+)\??:/gm), ([, name = '']) => name);
  expect(members.length).toBeGreaterThan(25);
  expect(members.filter((name) => !shape.includes(`\`${name}\``))).toEqual([]);
});

test('its links lead somewhere', () => {
  const page = { path: 'plan.md', text, blocks: [] };
  expect(brokenLinks(page, [page])).toEqual([]);
});
