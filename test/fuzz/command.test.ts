import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/fuzz.js', import.meta.url));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'reckon-fuzz-test-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command where its files stand. */
function run(...words: readonly string[]): {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
} {
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stderr, stdout } = spawnSync(process.execPath, [SCRIPT, ...words], {
    encoding: 'utf8',
    env,
  });
  return { code: status, out: stdout, err: stderr };
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const RULES = 'currency CNY\npromotion ten spend 50.00 take 10% off\n';
const CART = {
  currency: 'CNY',
  at: '2026-11-11T00:30:00+08:00',
  lines: [{ id: '1', sku: 'A', quantity: 1, price: '60.00' }],
};

describe('random pairs', () => {
  it('are counted, and the seed to go on with is told', () => {
    const { code, out } = run('--runs', '23', '--seed', '5', '--carts', '4', '--no-clauses');
    expect(out).toMatch(/^23 pairs of 6 rule files.*: 0 differences; go on with --seed \d+\n$/);
    expect(code).toBe(0);
  });

  it('are reported as JSON, with what each clause changed', () => {
    const { code, out } = run('--runs', '40', '--json');
    const report = JSON.parse(out) as { readonly clauses: readonly { readonly clause: string }[] };
    expect(report).toMatchObject({ pairs: 40, differences: 0, withoutEffect: [] });
    expect(report.clauses.length).toBeGreaterThan(100);
    expect(code).toBe(0);
  });
});

describe('one pair', () => {
  it('is priced by both evaluators', () => {
    const rules = write('rules.reckon', RULES);
    const cart = write('cart.json', JSON.stringify(CART));
    const options = ['--explain', 'ten', '--hints', '--cart-digest'];
    expect(run('--rules', rules, '--cart', cart, ...options)).toMatchObject({
      code: 0,
      out: 'the engine and the reference evaluator say the same\n',
    });
    expect(run('--rules', rules, '--cart', cart, '--json').out).toBe('{"equal":true}\n');
  });

  it.each<[what: string, rules: string, cart: string, message: string]>([
    [
      'rules that do not compile',
      'currency XYZ\n',
      JSON.stringify(CART),
      'bad.reckon:1: unknown currency `XYZ`',
    ],
    ['a cart that is refused', RULES, JSON.stringify({ ...CART, lines: 1 }), 'bad.json: lines: '],
    ['a cart that is no JSON', RULES, 'nonsense', 'bad.json: not JSON'],
  ])('of %s is an error', (_what, rules, cart, message) => {
    const words = ['--rules', write('bad.reckon', rules), '--cart', write('bad.json', cart)];
    const { code, err } = run(...words);
    expect({ code, err: err.slice(0, message.length) }).toEqual({ code: 2, err: message });
  });
});

describe('wrong words', () => {
  it.each<[words: readonly string[], message: string]>([
    [
      ['--runs', '0'],
      "error: option '--runs <count>' argument '0' is invalid. It must be a whole number from 1",
    ],
    [['--seed', 'x'], "error: option '--seed <number>' argument 'x' is invalid."],
    [['--run'], "error: unknown option '--run'"],
    [['more'], 'error: too many arguments.'],
    [['--rules', 'r.reckon'], '--rules and --cart go together'],
    [['--hints'], '--hints needs --rules and --cart'],
    [['--rules', 'gone.reckon', '--cart', 'gone.json'], 'cannot read gone.reckon'],
  ])('%j', (words, message) => {
    const { code, err } = run(...words);
    expect({ code, err: err.slice(0, message.length) }).toEqual({ code: 2, err: message });
  });
});
