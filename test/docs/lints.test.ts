import { existsSync, readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { applySafeFixes, compile } from '../../src/index.js';
import { lintMessages } from '../../src/diagnostics/lint-messages.js';

const DOCS = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('lints.md', DOCS), 'utf8');
const rows = Array.from(
  page.matchAll(/^\| \[(RK\d+)\]\((\S+)\) \| (\w+) \| .+ \|$/gm),
  ([, ...cells]) => cells,
);

test('the table lists every finding with its severity, in order', () => {
  const said = rows.map(([code, , severity]) => `${code} ${severity}`);
  expect(said).toEqual(
    Object.entries(lintMessages)
      .map(([code, { severity }]) => `${code} ${severity}`)
      .toSorted(),
  );
});

test('each has its page', () => {
  for (const [code, link = ''] of rows) {
    expect(link).toBe(`errors/${code}.md`);
    expect(existsSync(new URL(link, DOCS))).toBe(true);
  }
});

test('the accepted findings are accepted, and would be found', () => {
  const text = /^```reckon accepted\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
  expect(compile(text, { lints: true }).diagnostics).toEqual([]);
  const codes = compile(text.replaceAll(/#.*/g, ''), { lints: true }).diagnostics.map(({ code }) => code);
  expect(codes).toEqual(['RK2002', 'RK2101']);
});

test('the program prints what it says', () => {
  const code = /^```ts\n([^]*?)^```$/m.exec(page)?.[1] ?? '';
  const lines: string[] = [];
  const console = { log: (line: unknown): number => lines.push(String(line)) };
  runInNewContext(code.replace(/^import .*$/m, ''), { applySafeFixes, compile, console });
  expect(lines).toEqual(Array.from(code.matchAll(/\/\/ (.*)$/gm), ([, said]) => said));
});
