import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

interface Fault {
  readonly name: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const path = (name: string): string => fileURLToPath(new URL(`../../${name}`, import.meta.url));

const FAULTS = JSON.parse(readFileSync(path('test/fuzz/faults.json'), 'utf8')) as readonly Fault[];

function run(...words: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const { status, stderr, stdout } = spawnSync(process.execPath, [path('scripts/faults.js'), ...words], {
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

it.each(FAULTS)('“$name” can be planted: its text stands once in $file', ({ file, find, replace }) => {
  expect(readFileSync(path(file), 'utf8').split(find)).toHaveLength(2);
  expect(replace).not.toBe(find);
});

it('there are at least twenty, each with a name of its own', () => {
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
  expect(FAULTS.length).toBeGreaterThanOrEqual(20);
});

it('finds planted faults, and nothing without them', () => {
  const names = ['a half is rounded down by `half-up`', '`allow K` lets one more stand'];
  const { code, out } = run('--json', ...names.flatMap((name) => ['--only', name]));
  expect(code).toBe(0);
  const report = JSON.parse(out) as { readonly faults: readonly { readonly pairs: number }[] };
  expect(report).toMatchObject({ unfound: 0, faults: names.map((name) => ({ name })) });
  for (const { pairs } of report.faults) expect(pairs).toBeGreaterThan(0);
});

it('names what it does not know', () => {
  expect(run('--only', 'a fault of nobody')).toMatchObject({
    code: 2,
    err: 'no fault is called “a fault of nobody”\n',
  });
  expect(run('--every').code).toBe(2);
});
