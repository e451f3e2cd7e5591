import { expect, test, vi } from 'vitest';
import { format } from '../../../src/index.js';
import { reckon, type Written } from '../../cli/memory-io.js';

const set = vi.hoisted(() => vi.fn<() => string>());
vi.mock('../../../src/syntax/format/set.js', () => ({ setAnew: set }));

const TEXT = 'let  a = 5 # five\n';

test.each([
  ['another value', 'let a = 6  # five\n'],
  ['a statement lost', '# five\n'],
  ['a comment lost', 'let a = 5\n'],
  ['a comment changed', 'let a = 5  # six\n'],
  ['a mistake made', 'let a = 5  # five\npromotion\n'],
])('a fault that changes what a text says is thrown, and nothing is written: %s', async (_, wrong) => {
  set.mockReturnValue(wrong);
  expect(() => format(TEXT)).toThrow('formatting rules.reckon would change what it means');
  const written: Written = new Map();
  const { code, err, out } = await reckon(['fmt', 'a.reckon'], { files: { 'a.reckon': TEXT } }, written);
  expect([code, out, written.size]).toEqual([70, '', 0]);
  expect(err).toContain('formatting a.reckon would change what it means');
});

test('a text that says the same is taken', () => {
  set.mockReturnValue('let a = 5  # five\n');
  expect(format(TEXT)).toEqual({ ok: true, text: 'let a = 5  # five\n' });
});
