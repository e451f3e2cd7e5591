import { describe, expect, test } from 'vitest';
import { reckon, type Written } from './memory-io.js';
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

const NEEDLESS = `currency CNY
line has brand text, colour text
let rate = 5%
let old-rate = 4%
promotion brand-day
  on lines where brand is "mijia"
  pay 15%
promotion members
  priority 1
  take rate off
`;

test('tells what is probably not meant, with a way to mend it', async () => {
  const { code, err } = await reckon(['check', 'needless.reckon'], {
    files: { 'needless.reckon': NEEDLESS },
  });
  expect(code).toBe(0);
  expect(err).toContain('note[RK2201]: no rule reads the line attribute `colour`');
  expect(err).toContain('  = fix: remove it (`reckon check --fix` does it)');
  expect(err).toContain('warning[RK2008]: `pay 15%` means');
  expect(err).toContain('  = try: write `pay 85%`');
  expect(err).toMatch(/\n1 warning, 2 notes in 1 file\n$/);
});

test('--strict fails for warnings and notes', async () => {
  const files = { ...FILES, 'needless.reckon': NEEDLESS };
  expect((await reckon(['check', '--strict', 'needless.reckon'], { files })).code).toBe(1);
  expect((await reckon(['check', '--strict', 'shop.reckon'], { files })).code).toBe(0);
});

test('--fix mends what changes no price, tells it, and reports the rest', async () => {
  const written: Written = new Map();
  const world = { files: { ...FILES, 'rules/needless.reckon': NEEDLESS } };
  const { code, out, err } = await reckon(
    ['check', '--fix', 'rules/needless.reckon', 'shop.reckon'],
    world,
    written,
  );
  expect([code, out]).toEqual([0, '']);
  expect([...written]).toEqual([
    ['rules/needless.reckon', NEEDLESS.replace(', colour text', '').replace('let old-rate = 4%\n', '')],
  ]);
  expect(err.split('\n').slice(0, 2)).toEqual([
    'fixed[RK2201] rules/needless.reckon:2: no rule reads the line attribute `colour` (remove it)',
    'fixed[RK2202] rules/needless.reckon:4: nothing uses the value `old-rate` (remove it)',
  ]);
  expect(err).toMatch(/\n1 warning in 1 file\n$/);
});

test('--fix keeps a byte order mark, and leaves a file with errors alone', async () => {
  const written: Written = new Map();
  const files = { 'marked.reckon': `\uFEFF${NEEDLESS}`, 'broken.reckon': `${BROKEN_RULES}let x = 1\n` };
  const { code } = await reckon(['check', '--fix', 'marked.reckon', 'broken.reckon'], { files }, written);
  expect(code).toBe(1);
  expect([...written.keys()]).toEqual(['marked.reckon']);
  expect(written.get('marked.reckon')).toMatch(/^\uFEFFcurrency CNY\nline has brand text\n/);
});

test('--fix tells a file that cannot be written, or read, once', async () => {
  const world = { files: { 'needless.reckon': NEEDLESS }, unwritable: 'EACCES' };
  const { code, err } = await reckon(['check', '--fix', 'needless.reckon', 'no-such.reckon'], world);
  expect(code).toBe(2);
  expect(err.match(/^error: .*$/gm)).toEqual([
    'error: `no-such.reckon` cannot be found',
    'error: `needless.reckon` cannot be written: permission denied',
  ]);
  expect(err).toContain('old-rate');
});

test('--json carries the fix', async () => {
  const { out } = await reckon(['check', '--json', 'needless.reckon'], {
    files: { 'needless.reckon': NEEDLESS },
  });
  const [attribute] = JSON.parse(out) as readonly unknown[];
  expect(attribute).toEqual({
    code: 'RK2201',
    severity: 'note',
    message: 'no rule reads the line attribute `colour`',
    help: 'remove it, or use it: carts must carry what is declared',
    file: 'needless.reckon',
    line: 2,
    column: 22,
    endLine: 2,
    endColumn: 33,
    fix: {
      title: 'remove it',
      safe: true,
      edits: [{ line: 2, column: 20, endLine: 2, endColumn: 33, replacement: '' }],
    },
  });
});

describe('a folder', () => {
  const files = {
    'rules/attributes.reckon': 'line has store text\n',
    'rules/shop.reckon':
      'currency CNY\nimport "attributes.reckon"\npromotion a\n  for each store\n  take 5.00 off\n',
    'rules/wrong.reckon': 'currency CNY\npromotion a\n  take 5.00 of\n',
    'rules/notes.txt': 'no rules',
  };

  test('is checked with all rule files below it, parts with those that import them', async () => {
    const { code, err } = await reckon(['check', 'rules'], { files });
    expect(code).toBe(1);
    expect(err).toContain('rules/wrong.reckon:3:13');
    expect(err).toMatch(/\n1 error in 1 file\n$/);
  });

  test('is mended without what its files need of each other', async () => {
    const { files: written } = await reckon(['check', '--fix', 'rules'], { files });
    expect(written).toEqual({});
  });

  test('without rule files is told', async () => {
    expect(await reckon(['check', 'rules'], { files: { 'rules/notes.txt': '' } })).toMatchObject({
      code: 2,
      out: '',
      err: 'error: no rule file found in `rules`: they end in .reckon\n',
    });
  });
});
