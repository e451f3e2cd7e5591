import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compile } from '../../src/check/compile.js';
import { checkMessages } from '../../src/diagnostics/check-messages.js';
import { lintMessages } from '../../src/diagnostics/lint-messages.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { frame } from '../../src/diagnostics/frame.js';
import { SourceText } from '../../src/diagnostics/source.js';

const FOLDER = new URL('../../docs/errors/', import.meta.url);

interface Block {
  readonly mark: string;
  readonly text: string;
}

interface Page {
  readonly code: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Blocks are marked `wrong` or `right`, or carry the name of a file that those two may read. */
const BLOCK = /^```(?:reckon|csv) (?<mark>\S+)\n(?<text>[\s\S]*?)^```$/gm;

function pages(): readonly Page[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
  return names.map((name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const blocks = [...text.matchAll(BLOCK)].map(({ groups }) => ({
      mark: groups?.['mark'] ?? '',
      text: groups?.['text'] ?? '',
    }));
    return { code: name.replace('.md', ''), text, blocks };
  });
}

/** The files of a page's example, by name. */
function filesOf({ blocks, code }: Page, mark: string): ReadonlyMap<string, string> {
  const block = blocks.find((found) => found.mark === mark);
  if (block === undefined) throw new Error(`${code} has no example marked ${mark}`);
  return new Map([...blocks.map((found) => [found.mark, found.text] as const), ['rules.reckon', block.text]]);
}

function diagnosticsOf(page: Page, mark: string): readonly Diagnostic[] {
  const files = filesOf(page, mark);
  const text = files.get('rules.reckon') ?? '';
  const lints = page.code in lintMessages;
  return compile(text, { lints, host: { read: (path) => files.get(path) } }).diagnostics;
}

const WITH_PAGE = [...Object.keys(checkMessages), ...Object.keys(lintMessages)];

/** Limits whose examples would fill pages; tests of their own reach them. */
const WITHOUT_EXAMPLE = new Set(['RK1042', 'RK1050', 'RK1051', 'RK1052', 'RK1084', 'RK1086']);

const examples = pages().filter((page) => page.blocks.some((block) => block.mark === 'wrong'));

test('every mistake of meaning and every finding has a page', () => {
  expect(pages().map((page) => page.code)).toEqual(expect.arrayContaining(WITH_PAGE));
});

test('every such page has an example', () => {
  const codes = new Set(examples.map((page) => page.code));
  const wanted = WITH_PAGE.filter((code) => !WITHOUT_EXAMPLE.has(code));
  expect(wanted.filter((code) => !codes.has(code))).toEqual([]);
});

test('every page is headed by its code', () => {
  for (const { code, text } of pages()) expect(text).toMatch(new RegExp(`^# ${code}: `));
});

test.each(examples)('$code: the wrong example gives this code alone', (page) => {
  const codes = diagnosticsOf(page, 'wrong').map((found) => found.code);
  expect(new Set<string>(codes)).toEqual(new Set([page.code]));
});

test.each(examples)('$code: the right example gives no diagnostic', (page) => {
  expect(diagnosticsOf(page, 'right')).toEqual([]);
});

test.each(examples.filter(({ code }) => /^RK[12]/.test(code)))('$code: drawn with its source', (page) => {
  const files = filesOf(page, 'wrong');
  const drawn = diagnosticsOf(page, 'wrong').map((found) =>
    frame(found, new SourceText(found.file, files.get(found.file) ?? '')),
  );
  expect(drawn.join('\n')).toMatchSnapshot();
});
