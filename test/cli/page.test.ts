import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reckon } from './memory-io.js';
import { fencesOf, filesOf, replay } from './session.js';

const page = readFileSync(new URL('../../docs/command.md', import.meta.url), 'utf8');
const fences = fencesOf(page);
const sessions = fences.filter(({ info }) => info === 'console').map(({ text }) => text);

const help = (await reckon(['help'])).out;
const names = [...help.matchAll(/^ {2}([a-z]+) .*? {2}\w/gm)].map(([, name = '']) => name);
const commands = await Promise.all(
  names
    .filter((name) => name !== 'help')
    .map(async (name) => ({ name, ownHelp: (await reckon(['help', name])).out })),
);

/** The options that a command's help lists, but for that of the help itself. */
function optionsIn(ownHelp: string): readonly string[] {
  const all = [...ownHelp.matchAll(/^ {2}(?:-\w, )?(--[a-z]+)/gm)].map(([, option = '']) => option);
  return all.filter((option) => option !== '--help');
}

/** The section of a command: from its heading to the next one of the same rank. */
function sectionOf(name: string): string {
  return page.split(/^(?=## )/m).find((section) => section.startsWith(`## \`reckon ${name}`)) ?? '';
}

test('the command tells what it has', () => {
  expect(names).toContain('completion');
  expect(commands.flatMap(({ ownHelp }) => optionsIn(ownHelp)).length).toBeGreaterThan(30);
});

test.each(names)('the page and the help have an example of %s', (name) => {
  expect(sessions.some((session) => session.includes(`$ reckon ${name}`))).toBe(true);
  expect(help).toContain(`  $ reckon ${name}`);
});

test.each(commands)('the help of $name has an example of it', ({ name, ownHelp }) => {
  expect(ownHelp.split('Examples:')[1]).toContain(`reckon ${name}`);
});

test.each(commands)('the section of $name has its options and no others', ({ name, ownHelp }) => {
  const rows = sectionOf(name).match(/^\| `-.*? \|/gm) ?? [];
  const shown = rows.flatMap((row) => row.match(/--[a-z]+/g) ?? []);
  expect(shown.toSorted()).toEqual(optionsIn(ownHelp).toSorted());
});

/** The digest changes with the form of checked rulesets, which is not this page's matter. */
function withoutDigest(text: string): string {
  return text.replace(/sha256:[0-9a-f]+/g, 'sha256:');
}

test.each(sessions)('a session prints what the page says: %s', async (session) => {
  expect(withoutDigest(await replay(session, filesOf(fences)))).toBe(withoutDigest(session));
});
