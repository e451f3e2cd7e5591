import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Bundled, env } from './bundled.js';
import { FILES } from './shop.js';

/** Every command as a process: how it ends, and what it says where. */
const bundled = new Bundled();
const { folder, launcher } = bundled;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SCENARIO = `
scenario "two shirts"
  customer tier none
  cart
    2 of "A" at 129.00 store "S1"
  expect pay 238.00
`;

writeFileSync(join(folder, 'tested.reckon'), `${FILES['shop.reckon']}${SCENARIO}`);
writeFileSync(join(folder, 'failing.reckon'), `${FILES['shop.reckon']}${SCENARIO.replace('238.00', '1.00')}`);
writeFileSync(join(folder, 'untidy.reckon'), 'currency CNY promotion a take 5 off');
writeFileSync(join(folder, 'tidy.reckon'), 'currency CNY\n\npromotion a\n  take 5 off\n');
writeFileSync(join(folder, 'latin.reckon'), Buffer.from('currency CNY # \xe9', 'latin1'));
writeFileSync(join(folder, 'binary.reckon'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0]));
writeFileSync(join(folder, 'empty.reckon'), '');
mkdirSync(join(folder, 'a-folder'));
writeFileSync(join(folder, 'carts.ndjson'), `${FILES['cart.json']}\n`.repeat(2000));
writeFileSync(
  join(folder, 'after.reckon'),
  String(FILES['shop.reckon']).replace('take 20.00 off', 'take 21.00 off'),
);
writeFileSync(
  join(folder, 'breakdown.json'),
  bundled.reckon(['price', '--rules', 'shop.reckon', '--cart', 'cart.json', '--json']).out,
);

const refunded = (...options: readonly string[]): string =>
  bundled.reckon(['refund', '--breakdown', 'breakdown.json', ...ON_SHOP, ...options, '--json']).out;
const ON_BREAKDOWN = ['--breakdown', 'breakdown.json'];

const CARTS = ['--carts', 'carts.ndjson', '--detailed-exitcode'];
const ON_SHOP = ['--rules', 'shop.reckon', '--cart', 'cart.json'];

writeFileSync(join(folder, 'first.json'), refunded('--return', '1:1'));
writeFileSync(join(folder, 'kept.json'), refunded('--return', '1:1', '--policy', 'keep'));
writeFileSync(join(folder, 'second.json'), refunded('--all', '--after', 'first.json'));

describe('what was asked for goes to standard output, plain, and what went wrong to standard error', () => {
  test.each<readonly [args: readonly string[], code: number, out: string, err: string]>([
    [['help'], 0, 'Usage: reckon', ''],
    [['--version'], 0, '0.', ''],
    [[], 2, '', 'Usage: reckon'],
    [['prise'], 2, '', "error: unknown command 'prise' (Did you mean price?)"],
    [['help', 'prise'], 2, '', "error: unknown command 'prise' (Did you mean price?)"],
    [['check', '--help'], 0, 'Usage: reckon check', ''],
    [['check', 'shop.reckon'], 0, '', ''],
    [['check', '--json', 'broken.reckon'], 1, '"code": "RK1001"', ''],
    [['check', 'broken.reckon'], 1, '', 'error[RK1001]'],
    [['fmt', '--check', 'tidy.reckon'], 0, '', ''],
    [['fmt', '--check', 'untidy.reckon'], 1, 'untidy.reckon', '1 file not in canonical form'],
    [['fmt', '--diff', 'untidy.reckon'], 0, '+promotion a', ''],
    [['price', ...ON_SHOP], 0, 'to pay 226.10 CNY', ''],
    [['verify', 'breakdown.json'], 0, 'every equation holds, to pay 226.10 CNY', ''],
    [['verify', 'breakdown.json', ...ON_SHOP], 0, 'the same in every member', ''],
    [['verify', 'second.json', ...ON_BREAKDOWN], 2, '', 'without rules: give `--rules` and `--cart`, too'],
    [['verify', 'second.json', ...ON_BREAKDOWN, ...ON_SHOP], 2, '', 'is not the first refund: `--after`'],
    [
      ['verify', 'second.json', ...ON_BREAKDOWN, ...ON_SHOP, '--after', 'first.json'],
      0,
      'the same return gives the same in every member',
      '',
    ],
    [['verify', 'kept.json', ...ON_BREAKDOWN], 0, 'in every member but `rest`: with `--rules`', ''],
    [['verify', 'cart.json'], 1, '`cart.json` does not hold: shape', ''],
    [['verify', 'breakdown.json', '--rules', 'shop.reckon'], 2, '', 'belong together'],
    [['refund', '--breakdown', 'breakdown.json', ...ON_SHOP, '--return', '1:1'], 0, 'refund 113.05 CNY', ''],
    [['refund', '--breakdown', 'breakdown.json', '--policy', 'keep', '--all'], 0, 'refund 226.10 CNY', ''],
    [
      ['refund', '--breakdown', 'breakdown.json', '--policy', 'keep', '--return', '9'],
      1,
      '',
      'error[RF0005]',
    ],
    [['refund', '--breakdown', 'breakdown.json'], 2, '', 'say what comes back'],
    [['price', '--rules', 'broken.reckon', '--cart', 'cart.json'], 1, '', 'error[RK1001]'],
    [['compare', 'shop.reckon', 'tested.reckon', ...CARTS], 0, 'None of 2,000 carts changes its price', ''],
    [
      ['compare', 'shop.reckon', 'after.reckon', ...CARTS],
      2,
      'carts change: customers pay 1,900.00 CNY less',
      '',
    ],
    [['price', ...ON_SHOP, '--explain', 'nothing'], 2, '', 'is named `nothing`'],
    [['test', 'tested.reckon', '--coverage'], 0, '1 passed, 0 failed', ''],
    [['test', 'tested.reckon', '--threshold', '99%'], 1, '1 passed', 'below 99%'],
    [['test', 'failing.reckon'], 1, 'FAIL  two shirts', ''],
    [['test', 'shop.reckon'], 2, '', 'no scenario found'],
    [['scenario', ...ON_SHOP], 0, 'expect pay 226.10', ''],
    [['init', 'fresh'], 0, 'wrote fresh/shop.reckon', ''],
    [['init', 'shop.reckon'], 2, '', '`shop.reckon` cannot be written: there is a file by its name'],
    [['schema', 'cart', '--rules', 'shop.reckon'], 0, '"$schema"', ''],
    [['schema', 'breakdown'], 0, '"$schema"', ''],
    [['schema', 'price'], 2, '', 'Allowed choices are cart, breakdown'],
    [['completion', 'bash'], 0, '# Completion of reckon for bash', ''],
  ])('%j', (args, code, out, err) => {
    const ended = bundled.reckon(args);
    expect(ended.code).toBe(code);
    expect(out === '' ? ended.out : ended.out.includes(out)).toBe(out === '' ? '' : true);
    expect(err === '' ? ended.err : ended.err.includes(err)).toBe(err === '' ? '' : true);
    expect(ended.out + ended.err).not.toContain('\u001b');
  });
});

test.each([
  'help',
  'check broken.reckon 2>&1',
  'fmt --diff untidy.reckon',
  `price ${ON_SHOP.join(' ')}`,
  'test tested.reckon --json',
  `scenario ${ON_SHOP.join(' ')}`,
  'schema cart',
  'completion zsh',
])('a reader that stops early is no fault of: %s', (line) => {
  const { err, out } = bundled.shell(`reckon ${line} | head -n 1`);
  expect([err, out.split('\n').length]).toEqual(['', 2]);
});

test('a pipe is formatted to standard output or not at all', () => {
  const { code, err, out } = bundled.shell(
    'mkfifo pipe && (cat untidy.reckon > pipe & reckon fmt pipe); test -p pipe',
  );
  expect([code, out, err]).toEqual([
    0,
    '',
    'error: `pipe` cannot be written: it is a pipe or a device, not a file\n',
  ]);
});

test.runIf(existsSync('/proc/self'))('init ends where the system makes no folders', () => {
  expect(bundled.reckon(['init', '/proc/shop/rules'])).toMatchObject({ code: 2, out: '' });
});

/** Each command with each kind of file somewhere; which sentence belongs to which file is tested without processes. */
test.each([
  [['check', 'nowhere.reckon'], '`nowhere.reckon` cannot be found'],
  [['check', '--fix', 'empty.reckon'], '`empty.reckon` is empty'],
  [['fmt', 'latin.reckon'], '`latin.reckon` is not UTF-8 text: save it as UTF-8'],
  [['test', 'binary.reckon'], '`binary.reckon` is a binary file, not text'],
  [['price', '--rules', 'a-folder', '--cart', 'cart.json'], '`a-folder` is a folder, not a file'],
  [
    ['price', '--rules', 'shop.reckon', '--cart', 'binary.reckon'],
    '`binary.reckon` is a binary file, not text',
  ],
  [['scenario', '--rules', 'shop.reckon', '--cart', 'a-folder'], '`a-folder` is a folder, not a file'],
  [
    ['schema', 'cart', '--rules', 'shop.reckon/x'],
    '`shop.reckon/x` cannot be found: part of its path is a file, not a folder',
  ],
])('input that cannot be read: %j', (args, sentence) => {
  expect(bundled.reckon(args)).toEqual({ code: 2, out: '', err: `error: ${sentence}\n` });
});

test.each([
  ['check', 'shop.reckon', '--watch'],
  ['price', ...ON_SHOP, '--watch'],
])('an interrupt ends %s … --watch well', async (...args) => {
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder, env });
  let said = '';
  await new Promise<void>((watching) => {
    child.stderr.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes('Ctrl-C ends it')) watching();
    });
  });
  child.kill('SIGINT');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
