import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const REPORTER = fileURLToPath(new URL('./closing-line.ts', import.meta.url));

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

interface Run {
  readonly lastLine: string | undefined;
  readonly exitCode: number | null;
}

/** Runs vitest in a fresh folder holding these test files (name to text); `options` go to its command line. */
function runVitest(files: Record<string, string>, options: readonly string[] = []): Run {
  const root = mkdtempSync(join(tmpdir(), 'reckon-closing-line-'));
  folders.push(root);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const { stdout, status } = spawnSync(
    process.execPath,
    [VITEST, 'run', '--root', root, '--globals', '--reporter=default', `--reporter=${REPORTER}`, ...options],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return { lastLine: stdout.split('\n').at(-2), exitCode: status };
}

const PASSES = "test('passes', () => {})\n";
const FAILS = "test('fails', () => { expect(1).toBe(2) })\n";

test('a run that passes closes with its count and exit code 0', () => {
  expect(runVitest({ 'a.test.js': PASSES, 'b.test.js': PASSES })).toEqual({
    lastLine: '2 passed, 0 failed',
    exitCode: 0,
  });
});

test.each<[what: string, files: Record<string, string>, lastLine: string]>([
  ['a failing test', { 'a.test.js': PASSES + FAILS }, '1 passed, 1 failed'],
  [
    'a file that imports what is not there',
    { 'a.test.js': PASSES, 'b.test.js': "import './gone.js'" },
    '1 passed, 1 failed',
  ],
  ['a file that does not parse', { 'a.test.js': PASSES, 'b.test.js': 'test(' }, '1 passed, 1 failed'],
  ['a file without tests', { 'a.test.js': PASSES, 'b.test.js': '' }, '1 passed, 1 failed'],
  [
    'a hook that throws before its tests',
    {
      'a.test.js': `${PASSES}describe('group', () => { beforeAll(() => { throw Error('no') }); ${PASSES} })`,
    },
    '1 passed, 1 failed, 1 skipped',
  ],
  [
    'a hook that throws after its tests',
    { 'a.test.js': `describe('group', () => { afterAll(() => { throw Error('no') }); ${PASSES} })` },
    '1 passed, 1 failed',
  ],
  [
    'an error nobody handles',
    { 'a.test.js': "test('passes', () => { Promise.reject(new Error('no')) })" },
    '1 passed, 1 failed',
  ],
  ['a project without test files', {}, '0 passed, 0 failed'],
  [
    'a project that skips everything',
    { 'a.test.js': "test.skip('skipped', () => {})" },
    '0 passed, 0 failed, 1 skipped',
  ],
])('%s turns the run red', (_what, files, lastLine) => {
  expect(runVitest(files)).toEqual({ lastLine, exitCode: 1 });
});

test('a skipped test is counted and leaves the run green', () => {
  expect(runVitest({ 'a.test.js': `${PASSES}test.skip('skipped', () => {})` })).toEqual({
    lastLine: '1 passed, 0 failed, 1 skipped',
    exitCode: 0,
  });
});

test('nothing passed is red even where vitest would let it go', () => {
  expect(runVitest({}, ['--passWithNoTests'])).toEqual({ lastLine: '0 passed, 0 failed', exitCode: 1 });
});

test('a run that breaks off before it starts is one failure', () => {
  const files = {
    'vitest.config.js': "export default { test: { globalSetup: 'setup.js' } }",
    'setup.js': "export default () => { throw new Error('no') }",
    'a.test.js': PASSES,
  };
  expect(runVitest(files)).toEqual({ lastLine: '0 passed, 1 failed', exitCode: 1 });
});
