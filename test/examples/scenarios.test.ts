import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io.js';
import { run } from '../../src/cli/run.js';

const EXAMPLES = fileURLToPath(new URL('../../examples', import.meta.url));

/** The accidents are there to be found. */
const FILES: readonly string[] = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.reckon') && !name.startsWith('accidents'))
  .map((name) => `${EXAMPLES}/${name}`);

async function said(...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  let text = '';
  const put = (): Promise<boolean> => Promise.resolve(true);
  const sink = { write: (more: string): void => void (text += more), put, isTerminal: false };
  return { code: await run(args, { ...nodeIo(new URL(import.meta.url)), out: sink, err: sink }), text };
}

test('the scenarios of the examples hold, and reach nine tenths of the rules', async () => {
  const { code, text } = await said('test', '--threshold', '90', EXAMPLES);
  expect(text).toMatch(/\n\d+ scenarios in \d+ files: \d+ passed, 0 failed\n$/);
  expect(code).toBe(0);
});

test.each([
  ['check', '--strict'],
  ['fmt', '--check'],
])('%s %s finds nothing in the examples', async (...args) => {
  expect(FILES.length).toBeGreaterThan(8);
  expect(await said(...args, ...FILES)).toEqual({ code: 0, text: '' });
});
