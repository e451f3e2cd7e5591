import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reckon } from './memory-io.js';

/** A folder with something to complete. */
const folder = mkdtempSync(join(tmpdir(), 'reckon-completion-'));

beforeAll(async () => {
  for (const name of ['a.reckon', 'b c.reckon', 'cart.json', 'notes.txt'])
    writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, 'rules'));
  const shells = ['bash', 'zsh', 'fish'];
  const scripts = await Promise.all(shells.map((shell) => reckon(['completion', shell])));
  for (const [index, { out }] of scripts.entries()) writeFileSync(join(folder, `.${shells[index]}`), out);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, args: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

function isInstalled(shell: string): boolean {
  return spawnSync(shell, ['-c', 'exit 0']).status === 0;
}

/** What bash offers for the last of some words, as its line editor divides them: `=` stands alone. */
function inBash(...words: readonly string[]): readonly string[] {
  const script = `
    source .bash
    COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
    COMP_CWORD=${words.length - 1}
    _reckon
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  return run('bash', ['--norc', '-c', script]);
}

const COMMANDS = [
  'check',
  'fmt',
  'price',
  'compile',
  'test',
  'scenario',
  'init',
  'schema',
  'completion',
  'help',
];

describe('bash completes', () => {
  test('commands', () => {
    expect(inBash('reckon', '')).toEqual(expect.arrayContaining([...COMMANDS, '--help', '--version']));
    expect(inBash('reckon', 'sc')).toEqual(['scenario', 'schema']);
    expect(inBash('reckon', 'help', 'p')).toEqual(['price']);
  });

  test('options of the command, but no others', () => {
    expect(inBash('reckon', 'test', '--')).toEqual([
      '--filter',
      '--coverage',
      '--threshold',
      '--json',
      '--junit',
      '--watch',
      '--color',
      '--ascii',
      '--help',
    ]);
    expect(inBash('reckon', 'price', 'x', '--hi')).toEqual(['--hints']);
    expect(inBash('reckon', 'schema', '--hi')).toEqual([]);
  });

  test('the words that an option or argument may be', () => {
    expect(inBash('reckon', 'check', '--color', 'a')).toEqual(['auto', 'always']);
    expect(inBash('reckon', 'check', '--color', '=')).toEqual(['auto', 'always', 'never']);
    expect(inBash('reckon', 'check', '--color', '=', 'n')).toEqual(['never']);
    expect(inBash('reckon', 'schema', 'c')).toEqual(['cart', 'comparison']);
    expect(inBash('reckon', 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
  });

  test('files by their ending, and folders', () => {
    expect(inBash('reckon', 'test', '')).toEqual(['a.reckon', 'b c.reckon', 'rules']);
    expect(inBash('reckon', 'price', '--rules', 'b')).toEqual(['b c.reckon']);
    expect(inBash('reckon', 'price', '--cart', '')).toEqual(['cart.json', 'rules']);
    expect(inBash('reckon', 'init', '')).toEqual(['rules']);
  });

  test('nothing where nobody can guess', () => {
    expect(inBash('reckon', 'price', '--code', '')).toEqual([]);
    expect(inBash('reckon', 'unknown', '')).toEqual([]);
  });
});

/** What fish offers at the end of a line, without the descriptions beside it. */
function inFish(line: string): readonly string[] {
  const offered = run('fish', ['--no-config', '-c', `source .fish; complete -C '${line}'`]);
  return offered.map((each) => each.split('\t')[0] ?? '');
}

describe.runIf(isInstalled('fish'))('fish completes', () => {
  test('commands, options, words and files', () => {
    expect(inFish('reckon ')).toEqual(expect.arrayContaining(COMMANDS));
    expect(inFish('reckon test --th')).toEqual(['--threshold']);
    expect(inFish('reckon check --color ').toSorted()).toEqual(['always', 'auto', 'never']);
    expect(inFish('reckon test ').slice(0, 2)).toEqual(['a.reckon', 'b c.reckon']);
    expect(inFish('reckon price --code ')).toEqual([]);
  });
});

test.runIf(isInstalled('zsh'))('zsh reads its script', () => {
  const script = 'autoload -U compinit; compinit -D; source .zsh; print -r -- $_comps[reckon]';
  expect(run('zsh', ['-f', '-c', script])).toEqual(['_reckon']);
});

test('a shell that is not known is wrong usage', async () => {
  const { code, err } = await reckon(['completion', 'cmd']);
  expect(code).toBe(2);
  expect(err).toContain('Allowed choices are bash, zsh, fish.');
});
