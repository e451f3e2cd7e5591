import { describe, expect, test } from 'vitest';
import { MOST_BYTES } from '../../src/cli/io.js';
import { reckon, type World } from './memory-io.js';
import { CART, FILES, RULES } from './shop.js';

type Content = NonNullable<World['files']>[string];

const UNREADABLE: readonly (readonly [what: string, content: Content, sentence: string])[] = [
  ['is missing', { code: 'ENOENT' }, 'cannot be found'],
  ['is a folder', { code: 'EISDIR' }, 'is a folder, not a file'],
  ['is guarded', { code: 'EACCES' }, 'may not be read: permission denied'],
  ['lies below a file', { code: 'ENOTDIR' }, 'cannot be found: part of its path is a file, not a folder'],
  ['fails in a way of its own', { code: 'EIO' }, 'cannot be read: EIO'],
  ['is empty', '', 'is empty'],
  ['is blank', '\uFEFF \n\t\n', 'is empty'],
  ['is binary', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'is a binary file, not text'],
  ['is UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0]), 'is UTF-16 text: save it as UTF-8'],
  ['is GBK', new Uint8Array([0xc4, 0xe3, 0xba, 0xc3]), 'is not UTF-8 text: save it as UTF-8'],
];

describe.each(UNREADABLE)('a file that %s', (_, content, sentence) => {
  test('as rules', async () => {
    const ran = await reckon(['check', 'x'], { files: { x: content } });
    expect(ran).toMatchObject({ code: 2, out: '', err: `error: \`x\` ${sentence}\n` });
  });

  test('as a cart', async () => {
    const files = { ...FILES, x: content };
    const ran = await reckon(['price', '--rules', 'shop.reckon', '--cart', 'x'], { files });
    expect(ran).toMatchObject({ code: 2, out: '', err: `error: \`x\` ${sentence}\n` });
  });
});

const FROM_INPUT = ['price', '--rules', 'shop.reckon', '--cart', '-'];

test.each([
  ['', 'is empty'],
  [new Uint8Array([0]), 'is a binary file, not text'],
  [Object.assign(new Error('EISDIR'), { code: 'EISDIR' }), 'is a folder, not a file'],
  ['{"currency": "CNY",}', 'is not JSON: line 1, column 20: expected a name in quotation marks, found `}`'],
])('standard input: %j', async (input, sentence) => {
  const ran = await reckon(FROM_INPUT, { files: FILES, input });
  expect(ran).toMatchObject({ code: 2, out: '', err: `error: standard input ${sentence}\n` });
});

test('a cart that is no JSON: the place and what is wrong', async () => {
  const files = { ...FILES, 'cart.json': '{\n  "currency": "CNY"\n  "lines": []\n}\n' };
  const ran = await reckon(['price', '--rules', 'shop.reckon', '--cart', 'cart.json'], { files });
  const sentence = '`cart.json` is not JSON: line 3, column 3: expected `,` or `}`, found a text';
  expect(ran).toMatchObject({ code: 2, out: '', err: `error: ${sentence}\n` });
});

test('a file that never ends is given up', async () => {
  const files = { zeros: new Uint8Array(MOST_BYTES + 1).fill(32) };
  const ran = await reckon(['check', 'zeros'], { files });
  expect(ran).toMatchObject({
    code: 2,
    err: 'error: `zeros` is larger than 8 MiB: no rule file or cart is\n',
  });
});

test('a byte order mark is no part of the text', async () => {
  const files = { 'shop.reckon': `\uFEFF${RULES}`, 'cart.json': `\uFEFF${CART}` };
  const ran = await reckon(['price', '--rules', 'shop.reckon', '--cart', 'cart.json'], { files });
  expect([ran.code, ran.err]).toEqual([0, '']);
});

test('a path is shown escaped', async () => {
  const ran = await reckon(['check', 'a\u001b[31m\u202e.reckon']);
  expect(ran.err).toBe('error: `a\\u{1b}[31m\\u{202e}.reckon` cannot be found\n');
});
