import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const LAUNCHER = fileURLToPath(new URL('../../bin/reckon.js', import.meta.url));

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'reckon-bin-'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(LAUNCHER, join(folder, 'bin/reckon.js'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function launch(...args: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const launcher = join(folder, 'bin/reckon.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('before a build the launcher says what to do, in one sentence', () => {
  expect(launch('price')).toEqual({
    status: 2,
    stdout: '',
    stderr: 'reckon is not built yet: run `npm run build` first\n',
  });
});

test('after a build the launcher runs the command with its arguments', () => {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(
    join(folder, 'dist/cli.js'),
    'console.log(process.argv.slice(2).join()); process.exitCode = 1;',
  );
  expect(launch('price', '--json')).toEqual({ status: 1, stdout: 'price,--json\n', stderr: '' });
});
