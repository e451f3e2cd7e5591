import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { A, row } from './by-hand.js';

const SCRIPT = fileURLToPath(new URL('../../scripts/conformance.js', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reckon-rows-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command on a file of rows that stands beside where it is called. */
function run(...texts: readonly string[]): {
  readonly code: number | null;
  readonly lines: readonly string[];
} {
  const names = texts.map((text, index) => {
    writeFileSync(join(folder, `${index}.jsonl`), text);
    return `${index}.jsonl`;
  });
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stderr, stdout } = spawnSync(process.execPath, [SCRIPT, ...names], {
    encoding: 'utf8',
    env,
  });
  return { code: status, lines: `${stdout}${stderr}`.trim().split('\n') };
}

const right = JSON.stringify({ ...row([A], [], { total: '20.00' }), id: 'right' });
const wrong = JSON.stringify({ ...row([A], [], { total: '20.01' }), id: 'wrong' });
const taxed = JSON.stringify({ ...row([A], [], { tax: '1.00' }), id: 'taxed' });

it('tells of failing rows and ends with the sums', () => {
  expect(run(`${right}\n\n${wrong}\n`, taxed)).toEqual({
    code: 1,
    lines: [
      'wrong: total is 20, expected 20.01 (equal: totals 0 of 1)',
      'compared: totals 1 of 2',
      'cannot be said: tax 1',
      '1 passed, 1 failed, 1 cannot be said',
    ],
  });
});

it('ends well when none fails', () => {
  expect(run(right)).toEqual({
    code: 0,
    lines: ['compared: totals 1 of 1', '1 passed, 0 failed, 0 cannot be said'],
  });
});

it('names the line that is no row', () => {
  const { code, lines } = run(`${right}\nnonsense`);
  expect({ code, lines }).toEqual({ code: 2, lines: [`${join(folder, '0.jsonl')}:2: not JSON`] });
});

it('asks for files', () => {
  expect(run()).toMatchObject({ code: 2 });
});
