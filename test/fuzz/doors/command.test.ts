import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../../scripts/fuzz-doors.js', import.meta.url));

function run(...words: readonly string[]): { readonly code: number | null; readonly out: string } {
  const { status, stderr, stdout } = spawnSync(process.execPath, [SCRIPT, ...words], { encoding: 'utf8' });
  return { code: status, out: stdout + stderr };
}

it('sends the inputs of a seed through the doors that are named, and counts them', () => {
  expect(run('--door', 'bytes', 'breakdowns', '--runs', '20', '--seed', '7')).toEqual({
    code: 0,
    out: 'breakdowns: 20 inputs of seed 7, 0 faults\nbytes: 20 inputs of seed 7, 0 faults\n',
  });
});

it('sends one file', () => {
  expect(run('--door', 'rules', '--input', 'package.json')).toEqual({
    code: 0,
    out: 'package.json goes through the door of rules, or is refused: all is well\n',
  });
});

it.each([
  [['--input', 'package.json'], '--input needs one --door'],
  [['--door', 'window'], "error: option '--door <name...>' argument 'window' is invalid."],
  [['--seconds', '0'], "error: option '--seconds <count>' argument '0' is invalid."],
])('%j is refused', (words, message) => {
  const { code, out } = run(...words);
  expect({ code, out: out.slice(0, message.length) }).toEqual({ code: 2, out: message });
});
