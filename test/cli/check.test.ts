import { expect, test } from 'vitest';
import { reckon } from './memory-io.js';
import { BROKEN_RULES, FILES, WARNED_RULES } from './shop.js';

test('says nothing when all is well', async () => {
  expect(await reckon(['check', 'shop.reckon'], { files: FILES })).toEqual({
    code: 0,
    out: '',
    err: '',
    screen: '',
    files: {},
  });
});

test('reports mistakes on standard error, with place, help and a closing line', async () => {
  const { code, out, err } = await reckon(['check', 'shop.reckon', 'broken.reckon'], { files: FILES });
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('broken.reckon:4:12');
  expect(err).toContain('  for each stoer');
  expect(err).toContain('did you mean `store`?');
  expect(err).toMatch(/\n2 errors in 1 file\n$/);
});

test('counts the files that mistakes stand in, and warnings by themselves', async () => {
  const files = { ...FILES, 'warned.reckon': WARNED_RULES, 'again.reckon': BROKEN_RULES };
  const alone = await reckon(['check', 'warned.reckon'], { files });
  expect([alone.code, alone.out]).toEqual([0, '']);
  expect(alone.err).toMatch(/\n1 warning in 1 file\n$/);
  const all = await reckon(['check', 'warned.reckon', 'broken.reckon', 'again.reckon'], { files });
  expect(all.code).toBe(1);
  expect(all.err).toMatch(/\n4 errors, 1 warning in 3 files\n$/);
});

test('tells a file that cannot be read, and checks the others all the same', async () => {
  const { code, err } = await reckon(['check', 'no-such.reckon', 'broken.reckon'], { files: FILES });
  expect(code).toBe(2);
  expect(err).toMatch(/^error: `no-such.reckon` cannot be found\n/);
  expect(err).toContain('2 errors in 1 file');
});

test('finds imports beside the file, and tells the mistakes of a shared one once', async () => {
  const files = {
    'rules/a.reckon': 'import "shared/common.reckon"\npromotion a take 1.00 off\n',
    'rules/b.reckon': 'import "shared/common.reckon"\npromotion b take 2.00 off\n',
    'rules/shared/common.reckon': 'currency CNY\nline has store txt\n',
  };
  const { code, err } = await reckon(['check', 'rules/a.reckon', 'rules/b.reckon'], { files });
  expect(code).toBe(1);
  expect(err).toContain('rules/shared/common.reckon:2:16');
  expect(err).toContain('line has store txt');
  expect(err).toMatch(/\n1 error in 1 file\n$/);
});

test('an import that cannot be read is a mistake of the file that names it', async () => {
  const files = { 'a.reckon': 'import "b.reckon"\ncurrency CNY\n', 'b.reckon': new Uint8Array([0, 1, 2]) };
  const { code, err } = await reckon(['check', 'a.reckon'], { files });
  expect(code).toBe(1);
  expect(err).toContain('a.reckon:1:8');
});

test('--json prints an array, alone on standard output', async () => {
  const { code, out, err } = await reckon(['check', '--json', 'shop.reckon', 'broken.reckon'], {
    files: FILES,
  });
  expect([code, err]).toEqual([1, '']);
  const diagnostics = JSON.parse(out) as readonly Readonly<Record<string, unknown>>[];
  expect(diagnostics.length).toBe(2);
  for (const diagnostic of diagnostics) {
    expect(Object.keys(diagnostic)).toEqual([
      'code',
      'severity',
      'message',
      'help',
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
    ]);
  }
  expect(diagnostics[0]).toMatchObject({
    severity: 'error',
    file: 'broken.reckon',
    line: 4,
    column: 12,
    endColumn: 17,
  });
});

test('--json prints an empty array when all is well', async () => {
  const { code, out } = await reckon(['check', '--json', 'shop.reckon'], { files: FILES });
  expect([code, out]).toEqual([0, '[]\n']);
});
