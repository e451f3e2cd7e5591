import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fencesOf, filesOf, replay } from './session.js';

const page = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8');
const fences = fencesOf(page);
const sessions = fences.filter(({ info }) => info === 'console').map(({ text }) => text);

test('the page shows every command', () => {
  expect(sessions.length).toBeGreaterThan(5);
  for (const command of ['check', 'fmt', 'price', 'schema', 'help']) {
    expect(sessions.some((session) => session.includes(`$ reckon ${command}`))).toBe(true);
  }
});

/** The digest changes with the form of checked rulesets, which is not this page's matter. */
function withoutDigest(text: string): string {
  return text.replace(/sha256:[0-9a-f]{12}/g, 'sha256:');
}

test.each(sessions)('a session prints what the page says: %s', async (session) => {
  expect(withoutDigest(await replay(session, filesOf(fences)))).toBe(withoutDigest(session));
});
