import { applyPatch } from 'diff';
import { describe, expect, test } from 'vitest';
import { type Ran, reckon, type World, type Written } from './memory-io.js';

const UNTIDY = 'currency CNY\npromotion a take 5 off # five\n';
const TIDY = 'currency CNY\n\npromotion a\n  take 5 off  # five\n';
const WRONG = 'currency CNY\npromotion a take 5 of\n';

const FILES = { 'shop.reckon': TIDY, 'untidy.reckon': UNTIDY, 'wrong.reckon': WRONG };

async function fmt(args: string, world: World = {}): Promise<Ran & { readonly written: Written }> {
  const written: Written = new Map();
  const ran = await reckon(['fmt', ...args.split(' ')], { files: FILES, ...world }, written);
  return { ...ran, written };
}

describe('writing', () => {
  test('rewrites what is not in canonical form and names it', async () => {
    const { code, err, out, written } = await fmt('untidy.reckon shop.reckon');
    expect([code, out, err]).toEqual([0, 'untidy.reckon\n', '']);
    expect([...written]).toEqual([['untidy.reckon', TIDY]]);
  });

  test('refuses a file with mistakes, tells them, and formats the others', async () => {
    const { code, err, out, written } = await fmt('wrong.reckon untidy.reckon');
    expect([code, out]).toEqual([1, 'untidy.reckon\n']);
    expect(err).toContain('wrong.reckon:2:20');
    expect(err).toMatch(/\n1 error in 1 file\n$/);
    expect([...written.keys()]).toEqual(['untidy.reckon']);
  });

  test('tells every file that cannot be read, and formats the others', async () => {
    const { code, err, out } = await fmt('none.reckon untidy.reckon also-none.reckon');
    expect([code, out]).toEqual([2, 'untidy.reckon\n']);
    expect(err).toBe('error: `none.reckon` cannot be found\nerror: `also-none.reckon` cannot be found\n');
  });

  test.each([
    ['EACCES', 'permission denied'],
    ['ENOSPC', 'the disk is full'],
    ['EROFS', 'its disk is read-only'],
    ['EIO', 'EIO'],
  ])('tells a file that cannot be written: %s', async (unwritable, reason) => {
    const { code, err, out } = await fmt('untidy.reckon shop.reckon', { unwritable });
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`error: \`untidy.reckon\` cannot be written: ${reason}\n`);
  });

  test('takes a byte order mark and carriage returns off', async () => {
    const marked = `\uFEFF${TIDY}`;
    const { out, written } = await fmt('a.reckon b.reckon', {
      files: { 'a.reckon': marked, 'b.reckon': TIDY.replaceAll('\n', '\r\n') },
    });
    expect(out).toBe('a.reckon\nb.reckon\n');
    expect([...written.values()]).toEqual([TIDY, TIDY]);
  });

  test('needs none of the files that a rule file names', async () => {
    const text = 'import "none.reckon"\n';
    expect(await fmt('a.reckon', { files: { 'a.reckon': text } })).toMatchObject({ code: 0, screen: '' });
  });
});

describe('--check', () => {
  test('names the files that would change, writes nothing, and ends with 1', async () => {
    const { code, err, out, written } = await fmt('--check untidy.reckon shop.reckon');
    expect([code, out]).toEqual([1, 'untidy.reckon\n']);
    expect(err).toBe('1 file not in canonical form: run `reckon fmt`\n');
    expect(written.size).toBe(0);
  });

  test('says nothing when all is well', async () => {
    expect(await fmt('--check shop.reckon')).toMatchObject({ code: 0, screen: '' });
  });

  test('reports mistakes too', async () => {
    const { code, err, out } = await fmt('--check wrong.reckon untidy.reckon');
    expect([code, out]).toEqual([1, 'untidy.reckon\n']);
    expect(err).toContain('1 error in 1 file\n1 file not in canonical form');
  });
});

const DIFF = `--- untidy.reckon
+++ untidy.reckon
@@ -1,2 +1,4 @@
 currency CNY
-promotion a take 5 off # five
+
+promotion a
+  take 5 off  # five
`;

describe('--diff', () => {
  test('prints a unified diff and writes nothing', async () => {
    const { code, err, out, written } = await fmt('--diff untidy.reckon shop.reckon');
    expect([code, out, err]).toEqual([0, DIFF, '']);
    expect(written.size).toBe(0);
  });

  test('with --check ends with 1', async () => {
    const { code, out } = await fmt('--diff --check untidy.reckon');
    expect([code, out]).toEqual([1, DIFF]);
  });

  test('is coloured where colour is', async () => {
    const { out } = await fmt('--diff --color always untidy.reckon');
    expect(out).toContain('\u001b[31m-promotion a take 5 off # five\u001b[39m\n');
    expect(out).toContain('\u001b[32m+promotion a\u001b[39m\n');
  });

  test('shows a file that changes all over as replaced', async () => {
    const lines = Array.from({ length: 3000 }, (_, index) => ` let a${index} = 5`);
    const { out } = await fmt('--diff long.reckon', { files: { 'long.reckon': lines.join('\n') } });
    expect(out.split('\n').slice(0, 4)).toEqual([
      '--- long.reckon',
      '+++ long.reckon',
      '@@ -1,3000 +1,3000 @@',
      '- let a0 = 5',
    ]);
    expect(out).toContain('- let a2999 = 5\n\\ No newline at end of file\n+let a0 = 5\n');
    expect(out).toMatch(/\n\+let a2999 = 5\n$/);
  });

  test.each([UNTIDY, UNTIDY.trimEnd(), `${' let a = 5\n'.repeat(3000)}let b = 6`])(
    'leads from the text to its canonical form: %#',
    async (input) => {
      const [{ out: diff }, { out: text }] = [await fmt('--diff -', { input }), await fmt('-', { input })];
      expect(applyPatch(input, diff)).toBe(text);
    },
  );
});

describe('standard input', () => {
  test('is formatted to standard output', async () => {
    expect(await fmt('-', { input: UNTIDY })).toMatchObject({ code: 0, out: TIDY, err: '' });
    expect(await fmt('-', { input: TIDY })).toMatchObject({ code: 0, out: TIDY, err: '' });
  });

  test('with mistakes gives them, and no output', async () => {
    const { code, err, out } = await fmt('-', { input: WRONG });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('--> standard input:2:20');
  });

  test('is checked and compared under its name', async () => {
    expect((await fmt('--check -', { input: UNTIDY })).out).toBe('standard input\n');
    expect((await fmt('--diff -', { input: UNTIDY })).out).toContain('-promotion a take 5 off # five\n');
  });

  test('that is empty is told', async () => {
    expect(await fmt('-')).toMatchObject({ code: 2, err: 'error: standard input is empty\n' });
  });

  test('stands alone', async () => {
    const { code, err, written } = await fmt('untidy.reckon -', { input: UNTIDY });
    expect([code, err]).toEqual([2, 'error: `-` stands alone, without other files\n']);
    expect(written.size).toBe(0);
  });
});

test('without files it is wrong usage', async () => {
  expect(await reckon(['fmt'])).toMatchObject({ code: 2, out: '' });
});

test('its help has examples', async () => {
  expect((await reckon(['help', 'fmt'])).out).toContain('$ reckon fmt --check rules/');
});
