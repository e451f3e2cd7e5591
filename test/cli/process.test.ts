import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Bundled, type Ended, env } from './bundled.js';
import { CART, FILES } from './shop.js';

const bundled = new Bundled();
const { folder, launcher } = bundled;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reckon(args: readonly string[], input?: string): Ended {
  return bundled.reckon(args, input);
}

function shell(line: string): Ended {
  return bundled.shell(line);
}

const PRICE = ['price', '--rules', 'shop.reckon', '--cart', 'cart.json'];

test('check of a good file', () => {
  expect(reckon(['check', 'shop.reckon'])).toEqual({ code: 0, out: '', err: '' });
});

test('check of a bad file', () => {
  const { code, out, err } = reckon(['check', 'broken.reckon']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('broken.reckon:4:12');
});

test('check that mends a file', () => {
  const text = 'currency CNY\npromotion a\n  tag old\n  take 1.00 off\n';
  writeFileSync(join(folder, 'needless.reckon'), text);
  expect(reckon(['check', '--fix', 'needless.reckon'])).toEqual({
    code: 0,
    out: '',
    err: 'fixed[RK2204] needless.reckon:3: no `not with` or `allow` names the tag `old` (remove it)\n',
  });
  expect(readFileSync(join(folder, 'needless.reckon'), 'utf8')).toBe(text.replace('  tag old\n', ''));
});

test('price of a good cart, plain in a pipe', () => {
  const { code, out, err } = reckon(PRICE);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('to pay 226.10 CNY');
  expect(out).not.toContain('\u001b');
});

test('price of a cart from standard input', () => {
  const fromInput = reckon(['price', '--rules', 'shop.reckon', '--cart', '-'], CART);
  expect(fromInput).toEqual(reckon(PRICE));
});

test('price as JSON: nothing else on standard output, and the same bytes every time', () => {
  const { code, out, err } = reckon([...PRICE, '--json']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toMatchObject({ reckon: 1, total: { pay: '226.10' } });
  expect(reckon([...PRICE, '--json']).out).toBe(out);
});

test('price of a bad cart', () => {
  const { code, out, err } = reckon(['price', '--rules', 'shop.reckon', '--cart', '-'], '{}');
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('`currency` is missing');
});

test('wrong usage', () => {
  const { code, out, err } = reckon(['price']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain("required option '--rules <file>' or '--plan <file>'");
});

test('files that are no text: a folder, a missing file, a device that never ends', () => {
  mkdirSync(join(folder, 'a-folder'), { recursive: true });
  expect(reckon(['check', 'a-folder'])).toEqual({
    code: 2,
    out: '',
    err: 'error: no rule file found in `a-folder`: they end in .reckon\n',
  });
  expect(reckon(['check', 'nowhere'])).toEqual({
    code: 2,
    out: '',
    err: 'error: `nowhere` cannot be found\n',
  });
  expect(shell('reckon check /dev/zero').err).toBe(
    'error: `/dev/zero` is larger than 8 MiB: no rule file or cart is\n',
  );
});

/** Enough output to fill any pipe's buffer. */
const BIG_CART = JSON.stringify({
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  customer: { tier: 'none' },
  lines: Array.from({ length: 5000 }, (_, index) => ({
    id: String(index),
    sku: `SKU-${index}`,
    quantity: 1,
    price: '1.00',
    store: 'S1',
  })),
});

test('a reader that stops early is no fault', () => {
  writeFileSync(join(folder, 'big.json'), BIG_CART);
  const { code, out, err } = shell('reckon price --rules shop.reckon --cart big.json | head -n 2');
  expect([code, err]).toEqual([0, '']);
  expect(out.split('\n').length).toBe(3);
});

test.runIf(existsSync('/dev/full'))('a full disk is told in a sentence', () => {
  expect(shell('reckon price --rules shop.reckon --cart cart.json > /dev/full')).toEqual({
    code: 2,
    out: '',
    err: 'error: the output cannot be written: ENOSPC\n',
  });
});

test('output to a pipe is complete', () => {
  writeFileSync(join(folder, 'big.json'), BIG_CART);
  const { code, out } = shell('reckon price --rules shop.reckon --cart big.json | cat');
  expect(code).toBe(0);
  expect(out.endsWith('shipping\n')).toBe(true);
});

test('compile writes a plan whole, over an old one too, and leaves nothing beside it', () => {
  const own = join(folder, 'compiled');
  mkdirSync(own);
  const args = ['compile', 'shop.reckon', '-o', 'compiled/plan.json'];
  expect(reckon(args)).toMatchObject({ code: 0, out: '' });
  const plan = readFileSync(join(own, 'plan.json'), 'utf8');
  writeFileSync(join(own, 'plan.json'), 'an older one');
  expect(reckon(args).code).toBe(0);
  expect(readFileSync(join(own, 'plan.json'), 'utf8')).toBe(plan);
  expect(readdirSync(own)).toEqual(['plan.json']);
  expect(reckon(['price', '--plan', 'compiled/plan.json', '--cart', 'cart.json'])).toEqual(reckon(PRICE));
});

test('compile into a device, a pipe, a folder and nowhere', () => {
  expect(shell('reckon compile shop.reckon -o /dev/null').code).toBe(0);
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  expect(shell('reckon compile shop.reckon | cat').out).toBe(reckon(['compile', 'shop.reckon']).out);
  mkdirSync(join(folder, 'a-folder'), { recursive: true });
  expect(reckon(['compile', 'shop.reckon', '-o', 'a-folder']).err).toBe(
    'error: `a-folder` cannot be written: it is a folder\n',
  );
  expect(reckon(['compile', 'shop.reckon', '-o', '']).err).toBe(
    'error: `` cannot be written: it has no name\n',
  );
  expect(reckon(['compile', 'shop.reckon', '-o', 'nowhere/plan.json']).err).toBe(
    'error: `nowhere/plan.json` cannot be written: its folder is not there\n',
  );
});

const UNTIDY = 'currency CNY\npromotion a take 5 off # five\n';
const TIDY = 'currency CNY\n\npromotion a\n  take 5 off  # five\n';

test('fmt rewrites a file in its place, through links, and leaves its mode and nothing beside it', () => {
  const own = join(folder, 'formatted');
  mkdirSync(own);
  writeFileSync(join(own, 'a.reckon'), UNTIDY, { mode: 0o640 });
  symlinkSync('a.reckon', join(own, 'link.reckon'));
  expect(reckon(['fmt', 'formatted/link.reckon'])).toEqual({
    code: 0,
    out: 'formatted/link.reckon\n',
    err: '',
  });
  expect(readFileSync(join(own, 'a.reckon'), 'utf8')).toBe(TIDY);
  expect(statSync(join(own, 'a.reckon')).mode % 0o1000).toBe(0o640);
  expect(readlinkSync(join(own, 'link.reckon'))).toBe('a.reckon');
  expect(readdirSync(own)).toEqual(['a.reckon', 'link.reckon']);
  expect(reckon(['fmt', '--check', 'formatted/a.reckon'])).toEqual({ code: 0, out: '', err: '' });
});

test('fmt leaves a file with mistakes as it is', () => {
  writeFileSync(join(folder, 'wrong.reckon'), 'promotion a take 5 of\n');
  const { code, err, out } = reckon(['fmt', 'wrong.reckon']);
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('wrong.reckon:1:20');
  expect(readFileSync(join(folder, 'wrong.reckon'), 'utf8')).toBe('promotion a take 5 of\n');
});

test('fmt of standard input, whole or read in part', () => {
  expect(reckon(['fmt', '-'], UNTIDY)).toEqual({ code: 0, out: TIDY, err: '' });
  writeFileSync(join(folder, 'long.reckon'), 'promotion a take 5 off\n'.repeat(20_000));
  const { code, err, out } = shell('reckon fmt - < long.reckon | head -n 2');
  expect([code, err, out]).toEqual([0, '', 'promotion a\n  take 5 off\n']);
});

const SCENARIO = `
scenario "two shirts"
  customer tier none
  cart
    2 of "A" at 129.00 store "S1"
  expect pay 238.00
`;

test('scenarios, plain in a pipe, and a reader that stops early', () => {
  const many = Array.from({ length: 2000 }, (_, index) => SCENARIO.replace('two shirts', `${index}`));
  writeFileSync(join(folder, 'tested.reckon'), `${FILES['shop.reckon']}${SCENARIO}${many.join('')}`);
  const { code, out, err } = reckon(['test', 'tested.reckon', '--junit', 'report.xml']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/\n2001 scenarios in 1 file: 2001 passed, 0 failed\n$/);
  expect(out).not.toContain('\u001b');
  expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toContain('<testcase name="two shirts"');
  const stopped = shell('reckon test tested.reckon | head -n 2');
  expect(stopped).toEqual({ code: 0, out: 'tested.reckon\n  ok    two shirts\n', err: '' });
});

test('init, and the commands it names', () => {
  expect(reckon(['init', 'fresh/shop'])).toMatchObject({ code: 0, err: '' });
  const again = reckon(['init', 'fresh/shop']);
  expect([again.code, again.out]).toEqual([2, '']);
  expect(again.err).toContain('nothing was written');
  expect(reckon(['check', 'fresh/shop/shop.reckon'])).toEqual({ code: 0, out: '', err: '' });
  expect(reckon(['test', 'fresh'])).toMatchObject({ code: 0, err: '' });
  const args = ['--rules', 'fresh/shop/shop.reckon', '--cart', 'fresh/shop/cart.json'];
  expect(reckon(['price', ...args])).toMatchObject({ code: 0, err: '' });
  const pasted = shell(`reckon scenario ${args.join(' ')} >> fresh/shop/shop.reckon && reckon test fresh`);
  expect(pasted.out).toContain('5 scenarios in 1 file: 5 passed, 0 failed');
  expect(reckon(['init', 'shop.reckon/below'])).toMatchObject({ code: 2, out: '' });
});

/** What a child has said so far; `take` waits until it says something, and gives all up to there. */
class Listener {
  #said = '';
  #wake: () => void = () => undefined;

  constructor(child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => {
        this.#said += text.toString();
        this.#wake();
      });
  }

  async take(...texts: readonly string[]): Promise<string> {
    await new Promise<void>((done) => {
      this.#wake = () => texts.every((text) => this.#said.includes(text)) && done();
      this.#wake();
    });
    const taken = this.#said;
    this.#said = '';
    return taken;
  }
}

test('--watch runs again when a file is replaced or an import comes, and an interrupt ends it well', async () => {
  const rules = `${FILES['shop.reckon']}${SCENARIO}`;
  writeFileSync(join(folder, 'watched.reckon'), rules);
  const child = spawn(process.execPath, [launcher, 'test', 'watched.reckon', '--watch'], {
    cwd: folder,
    env,
  });
  const listener = new Listener(child);
  await listener.take('1 passed, 0 failed', 'watching 1 path');
  writeFileSync(join(folder, 'other'), `import "late.reckon"\n${rules.replace('238.00', '1.00')}`);
  renameSync(join(folder, 'other'), join(folder, 'watched.reckon'));
  await listener.take('`late.reckon`', '1 file with errors', 'watching 2 paths');
  writeFileSync(join(folder, 'late.reckon'), '# nothing yet\n');
  await listener.take('0 passed, 1 failed', 'watching 2 paths');
  child.kill('SIGINT');
  const [code, signal] = (await once(child, 'exit')) as readonly unknown[];
  expect([code, signal, await listener.take()]).toEqual([0, null, '']);
});

test('an interrupt while it waits for the cart ends it without a word', async () => {
  const child = spawn(process.execPath, [launcher, 'price', '--rules', 'shop.reckon', '--cart', '-'], {
    cwd: folder,
    env,
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += text.toString()));
  child.stdin.write('{');
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill('SIGINT');
  const [, signal] = (await once(child, 'exit')) as readonly unknown[];
  expect([signal, said]).toEqual(['SIGINT', '']);
});
