import { expect, describe, test } from 'vitest';
import type { Comparison } from '../../src/compare/types.js';
import { type Ran, reckon, type World } from './memory-io.js';

const BEFORE = 'currency EUR\npromotion ten\n  spend 100.00 take 10.00 off\n';
const AFTER = 'currency EUR\npromotion ten\n  spend 80.00 take 10.00 off\n';

function cart(price: string, more: object = {}): string {
  const lines = [{ id: '1', sku: 'KETTLE', quantity: 1, price }];
  return `${JSON.stringify({ currency: 'EUR', at: '2026-11-02T10:00:00Z', lines, ...more })}\n`;
}

const CARTS = cart('70.00') + cart('90.00') + cart('120.00');

const FILES = { 'before.reckon': BEFORE, 'after.reckon': AFTER, 'carts.ndjson': CARTS };

const COMPARE = ['compare', 'before.reckon', 'after.reckon', '--carts', 'carts.ndjson'];

function withFiles(files: World['files'] = {}): World {
  return { files: { ...FILES, ...files } };
}

function comparisonIn({ out }: Ran): Comparison {
  return JSON.parse(out) as Comparison;
}

describe('the comparison', () => {
  test('is told as text, the answer first', async () => {
    const { code, out, err } = await reckon(COMPARE, withFiles());
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^1 of 3 carts changes: customers pay 10\.00 EUR less\.\n/);
    expect(out).toContain('- spend 100.00 take 10.00 off');
    expect(out).toContain('+ spend 80.00 take 10.00 off');
  });

  test('is told as JSON, alone on standard output', async () => {
    const ran = await reckon([...COMPARE, '--json'], withFiles());
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(comparisonIn(ran)).toMatchObject({
      carts: { file: 'carts.ndjson', total: 3, compared: 3, cheaper: 1, dearer: 0, same: 2, rearranged: 0 },
      total: { pay: { before: '270.00', after: '260.00', change: '-10.00' } },
      largest: [{ line: 2 }],
    });
  });

  test('is written as a page, beside the text', async () => {
    const { code, out, files } = await reckon([...COMPARE, '--html', 'changes.html'], withFiles());
    expect(code).toBe(0);
    expect(out).toContain('1 of 3 carts changes');
    expect(files['changes.html']).toMatch(/^<!doctype html>/);
    expect(files['changes.html']).toContain('<h1>1 of 3 carts changes: customers pay 10.00 EUR less.</h1>');
  });

  test('is told where the page cannot be written', async () => {
    const ran = await reckon([...COMPARE, '--html', 'changes.html'], {
      ...withFiles(),
      unwritable: 'ENOSPC',
    });
    expect([ran.code, ran.err]).toEqual([2, 'error: `changes.html` cannot be written: the disk is full\n']);
    expect(ran.out).toContain('1 of 3 carts changes');
  });

  test('is the same whichever of both is a plan', async () => {
    const { out } = await reckon(['compile', 'before.reckon'], withFiles());
    const args = ['compare', 'plan.json', 'after.reckon', '--carts', 'carts.ndjson', '--json'];
    const byPlan = comparisonIn(await reckon(args, withFiles({ 'plan.json': out })));
    const byFile = comparisonIn(await reckon([...COMPARE, '--json'], withFiles()));
    expect(byPlan.before).toEqual({ ...byFile.before, file: 'plan.json' });
    expect({ ...byPlan, before: 0, rules: 0 }).toEqual({ ...byFile, before: 0, rules: 0 });
    expect(byPlan.rules.promotions[0]?.before).toBeUndefined();
  });

  test('is the same for any number of workers, and from standard input', async () => {
    const many = Array.from({ length: 60 }, (_, index) => cart(`${70 + index}.0${index % 10}`)).join('');
    const world = withFiles({ 'carts.ndjson': many });
    const { out } = await reckon([...COMPARE, '--json', '--jobs', '1'], world);
    const more = await reckon([...COMPARE, '--json', '--jobs', '7'], world);
    expect(more.out).toBe(out);
    const args = ['compare', 'before.reckon', 'after.reckon', '--carts', '-', '--json'];
    const fromInput = await reckon(args, { ...world, input: many });
    expect(fromInput.out).toBe(out.replace('carts.ndjson', 'standard input'));
  });
});

describe('options', () => {
  const sale = `${AFTER}  active from 2026-11-11 through 2026-11-11\n`;

  test('--at prices the carts in the window of a promotion to come', async () => {
    const world = withFiles({ 'before.reckon': 'currency EUR\n', 'after.reckon': sale });
    const now = comparisonIn(await reckon([...COMPARE, '--json'], world));
    const then = comparisonIn(await reckon([...COMPARE, '--json', '--at', '2026-11-11T12:00:00Z'], world));
    expect([now.carts.cheaper, then.carts.cheaper]).toEqual([0, 2]);
    expect(then.promotions).toMatchObject([
      { promotion: 'ten', rule: 'added', carts: { before: 0, after: 2 } },
    ]);
  });

  test('--code enters a code in every cart', async () => {
    const coupon = 'currency EUR\ncoupon SPRING\n  take 5.00 off\n  limit 1 per customer\n';
    const world = withFiles({ 'before.reckon': 'currency EUR\n', 'after.reckon': coupon });
    const ran = await reckon([...COMPARE, '--json', '--code', 'SPRING'], world);
    expect(comparisonIn(ran).total.pay.change).toBe('-15.00');
  });

  test.each([
    [['--at', 'tomorrow'], '`--at` must be an instant'],
    [['--html', './after.reckon'], '`./after.reckon` is read: write the page to another file'],
    [['--jobs', '0'], 'whole number from 1'],
  ])('%j is wrong usage', async (args, sentence) => {
    const { code, out, err } = await reckon([...COMPARE, ...args], withFiles());
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});

describe('the exit code', () => {
  const DETAILED = [...COMPARE, '--detailed-exitcode'];

  test('with --detailed-exitcode tells whether prices change', async () => {
    expect((await reckon(DETAILED, withFiles())).code).toBe(2);
    expect((await reckon(DETAILED, withFiles({ 'after.reckon': BEFORE }))).code).toBe(0);
    expect((await reckon(DETAILED, withFiles({ 'carts.ndjson': cart('120.00') }))).code).toBe(0);
  });

  test('with --detailed-exitcode is 2 where the same is paid by another promotion', async () => {
    const renamed = withFiles({ 'after.reckon': BEFORE.replace('ten', 'ten-off') });
    expect((await reckon(DETAILED, renamed)).code).toBe(2);
  });

  test.each([
    [['compare', 'nowhere.reckon', 'after.reckon', '--carts', 'carts.ndjson'], 2],
    [['compare', 'before.reckon', 'after.reckon', '--carts', 'nowhere.ndjson'], 2],
    [['compare', 'before.reckon', 'after.reckon'], 2],
    [['compare', 'before.reckon', 'wrong.reckon', '--carts', 'carts.ndjson'], 1],
  ])('of an error is 1 with it: %j', async (args, without) => {
    const world = withFiles({ 'wrong.reckon': 'currency EUR\npromotion ten\n  take\n' });
    expect((await reckon(args, world)).code).toBe(without);
    expect((await reckon([...args, '--detailed-exitcode'], world)).code).toBe(1);
  });
});

describe('what cannot be compared', () => {
  test('two currencies', async () => {
    const { code, out, err } = await reckon(
      COMPARE,
      withFiles({
        'after.reckon': AFTER.replace('EUR', 'JPY').replace('80.00', '80').replace('10.00', '10'),
      }),
    );
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(
      'error: `before.reckon` prices in EUR and `after.reckon` in JPY: rules of two currencies cannot be compared\n',
    );
  });

  test('both rule files with errors are told', async () => {
    const wrong = 'currency EUR\npromotion ten\n  take 1.00 of\n';
    const { code, err } = await reckon(COMPARE, withFiles({ 'before.reckon': wrong, 'after.reckon': wrong }));
    expect(code).toBe(1);
    expect(err).toContain('before.reckon:3');
    expect(err).toContain('after.reckon:3');
  });

  test('a file without carts', async () => {
    const { code, err } = await reckon(COMPARE, withFiles({ 'carts.ndjson': '\n\n' }));
    expect([code, err]).toEqual([2, 'error: `carts.ndjson` holds no cart\n']);
  });

  test('a plan that is none', async () => {
    const args = ['compare', 'before.reckon', 'plan.json', '--carts', 'carts.ndjson'];
    const { code, err } = await reckon(args, withFiles({ 'plan.json': '{"reckonPlan":99}' }));
    expect(code).toBe(1);
    expect(err).toMatch(/^error\[RP000\d]: plan\.json: /);
  });
});

describe('carts that are refused', () => {
  const strict = AFTER.replace('\n', '\nline has cost money\n');
  const costly = JSON.stringify({
    currency: 'EUR',
    at: '2026-11-02T10:00:00Z',
    lines: [{ id: '1', sku: 'KETTLE', quantity: 1, price: '90.00', cost: '50.00' }],
  });
  const carts = `${cart('90.00')}not JSON\n${costly}\n${cart('90.00', { currency: 'USD' })}`;
  const world = withFiles({ 'after.reckon': strict, 'carts.ndjson': carts });

  test('are counted by whose rules refuse them, told, and in no sum', async () => {
    const ran = await reckon([...COMPARE, '--json'], world);
    expect(ran.code).toBe(1);
    const { carts: counts, refused, total } = comparisonIn(ran);
    expect(counts).toMatchObject({ total: 4, compared: 1, refused: { before: 0, after: 1, both: 2 } });
    expect(total.list.before).toBe('90.00');
    expect(refused.map(({ line, by }) => [line, by])).toEqual([
      [1, 'after'],
      [2, 'both'],
      [4, 'both'],
    ]);
    expect(ran.err).toContain('`carts.ndjson`'.replaceAll('`', ''));
    expect(ran.err).toContain('(by `after.reckon` alone)');
  });

  test('stand in the text and on the page', async () => {
    const { out, files } = await reckon([...COMPARE, '--html', 'p.html'], world);
    expect(out).toContain('3 carts could not be compared and are in none of the sums.');
    expect(out).toContain('cart on line 2: refused by both');
    expect(files['p.html']).toContain('Carts that could not be compared: 3');
  });
});

test('a guarantee broken by the rules of after ends with 1', async () => {
  const half = '\nguarantee "half at most" discount at most 10% of list\n';
  const world = withFiles({ 'before.reckon': BEFORE + half, 'after.reckon': AFTER + half });
  const ran = await reckon([...COMPARE, '--json'], world);
  expect(ran.code).toBe(1);
  expect(comparisonIn(ran).guarantees).toEqual([
    {
      guarantee: 'half at most',
      broken: { before: 0, after: 1 },
      unchecked: { before: 0, after: 0 },
      carts: [{ line: 2 }],
    },
  ]);
  expect((await reckon(COMPARE, world)).out).toContain('GUARANTEES BROKEN: DO NOT CHARGE');
});
