import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../src/cli/version.js';
import { reckon } from './memory-io.js';
import { CART, FILES } from './shop.js';

const PRICE = ['price', '--rules', 'shop.reckon', '--cart', 'cart.json'];

describe('wrong usage', () => {
  test.each([
    [[], 'Usage: reckon'],
    [['prise'], "error: unknown command 'prise' (Did you mean price?)\n"],
    [['help', 'prise'], "error: unknown command 'prise' (Did you mean price?)\n"],
    [['price'], 'run `reckon help price` for how to use it\n'],
    [['check'], "error: missing required argument 'files'"],
    [['check', '--jsno', 'a'], 'Did you mean --json?'],
    [
      ['price', '--rules', 'shop.reckon'],
      "error: required option '--cart <file>' or '--carts <file>' not specified",
    ],
    [
      ['price', '--cart', 'cart.json'],
      "error: required option '--rules <file>' or '--plan <file>' not specified",
    ],
    [
      [...PRICE, '--plan', 'plan.json'],
      "error: option '--plan <file>' cannot be used with option '--rules <file>'",
    ],
    [['compile'], "error: missing required argument 'rules'"],
    [[...PRICE, 'extra'], 'error: too many arguments'],
    [[...PRICE, '--at'], "error: option '--at <instant>' argument missing"],
    [[...PRICE, '--color', 'sometimes'], 'Allowed choices are auto, always, never.'],
    [['schema'], "error: missing required argument 'what'"],
    [['schema', 'price'], 'Allowed choices are cart, breakdown, refund, comparison.'],
  ])('%j', async (args, sentence) => {
    const ran = await reckon(args, { files: FILES });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(sentence);
  });

  test('is shown escaped', async () => {
    const ran = await reckon(['\u001b[31mred\u202e']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('\\u{1b}[31mred\\u{202e}');
  });
});

test('--version is that of package.json', async () => {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect((JSON.parse(text) as { readonly version: string }).version).toBe(VERSION);
  expect(await reckon(['--version'])).toMatchObject({ code: 0, out: `${VERSION}\n`, err: '' });
});

describe('help', () => {
  test.each([
    ['help'],
    ['--help'],
    ['help', 'check'],
    ['help', 'price'],
    ['help', 'compile'],
    ['help', 'schema'],
    ['help', 'test'],
    ['help', 'scenario'],
    ['help', 'init'],
    ['help', 'completion'],
    ['price', '--help'],
  ])('%s %s has examples', async (...args) => {
    const { code, out, err } = await reckon(args.filter((arg) => arg !== undefined));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Examples:\n  $ reckon ');
  });

  test('is as wide as the terminal', async () => {
    const { out } = await reckon(['help', 'price'], { terminal: 84 });
    const [options = ''] = out.split('Examples:');
    expect(options.split('\n').filter((line) => line.length > 84)).toEqual([]);
  });
});

describe('a fault of ours', () => {
  const broken = new TypeError('x is not a function');
  const args = ['price', '--rules', 'shop.reckon', '--cart', '-'];

  test('is one sentence, without a stack', async () => {
    const ran = await reckon(args, { files: FILES, input: broken });
    expect(ran).toMatchObject({
      code: 70,
      out: '',
      err:
        'error: Reckon itself failed, not your input (x is not a function); please report it\n' +
        'set RECKON_DEBUG=1 to see where\n',
    });
  });

  test('shows its stack to who asks', async () => {
    const ran = await reckon(args, { files: FILES, input: broken, env: { RECKON_DEBUG: '1' } });
    expect(ran.code).toBe(70);
    expect(ran.err).toMatch(/\n {4}at /);
  });
});

const ESCAPE = '\u001b[';

describe('colour', () => {
  const coloured = async (
    args: readonly string[],
    terminal?: number,
    env: Readonly<Record<string, string>> = {},
  ): Promise<boolean> => {
    const world = {
      files: { ...FILES, 'cart.json': CART },
      env,
      ...(terminal !== undefined && { terminal }),
    };
    const ran = await reckon([...PRICE, ...args], world);
    expect(ran.code).toBe(0);
    return ran.out.includes(ESCAPE);
  };

  test('on a terminal alone', async () => {
    expect(await coloured([], 80)).toBe(true);
    expect(await coloured([])).toBe(false);
  });

  test('as the option says', async () => {
    expect(await coloured(['--color', 'always'])).toBe(true);
    expect(await coloured(['--color', 'never'], 80)).toBe(false);
    expect(await coloured(['--color', 'auto'], 80)).toBe(true);
  });

  test('as the environment says, unless the option says more', async () => {
    expect(await coloured([], 80, { NO_COLOR: '1' })).toBe(false);
    expect(await coloured([], 80, { NO_COLOR: '' })).toBe(true);
    expect(await coloured([], 80, { TERM: 'dumb' })).toBe(false);
    expect(await coloured([], undefined, { FORCE_COLOR: '1' })).toBe(true);
    expect(await coloured([], 80, { FORCE_COLOR: '0' })).toBe(false);
    expect(await coloured([], undefined, { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(await coloured(['--color', 'always'], undefined, { NO_COLOR: '1' })).toBe(true);
  });

  test('never in JSON', async () => {
    expect(await coloured(['--json', '--color', 'always'], 80)).toBe(false);
  });

  test('of diagnostics likewise', async () => {
    const { err } = await reckon(['check', 'broken.reckon'], { files: FILES, terminal: 80 });
    expect(err).toContain(ESCAPE);
    const plain = await reckon(['check', 'broken.reckon'], { files: FILES });
    expect(plain.err).not.toContain(ESCAPE);
  });
});

test('the text is as wide as the terminal', async () => {
  const { out } = await reckon([...PRICE, '--color', 'never'], { files: FILES, terminal: 64 });
  expect(out).toContain(`\n${'─'.repeat(64)}\n`);
});

test('--ascii draws with ASCII', async () => {
  const { out } = await reckon([...PRICE, '--ascii'], { files: FILES });
  expect(out.replaceAll(/衬衫|店铺满减/g, '')).toMatch(/^[\n -~]+$/);
});
