import { parser as saxParser, type Tag } from 'sax';
import { describe, expect, test } from 'vitest';
import { type Ran, reckon, type World } from './memory-io.js';
import { BROKEN_RULES, FILES, RULES } from './shop.js';

const CART = 'customer tier none cart 2 of "A" at 129.00 store "S1"';
const PASSES = `scenario "two shirts" at 2026-11-11 ${CART} expect store-tiers takes 20.00 expect pay 238.00\n`;
const FAILS = `scenario "spring is over"
  at 2026-11-11
  ${CART}
  code "SPRING"
  expect SPRING takes 10.00
`;

const SHOP = RULES + PASSES;
const RED = RULES + PASSES + FAILS;

function testOn(files: NonNullable<World['files']>, ...args: readonly string[]): Promise<Ran> {
  return reckon(['test', ...args], { files });
}

describe('scenarios', () => {
  test('that all hold', async () => {
    const { code, out, err } = await testOn({ 'shop.reckon': SHOP }, 'shop.reckon');
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe('shop.reckon\n  ok    two shirts\n\n1 scenario in 1 file: 1 passed, 0 failed\n');
  });

  test('of which one fails: the place, both numbers, and how the price came about', async () => {
    const { code, out, err } = await testOn({ 'shop.reckon': RED }, 'shop.reckon');
    expect([code, err]).toEqual([1, '']);
    const place = RED.split('\n').indexOf('  expect SPRING takes 10.00') + 1;
    expect(out).toContain('  FAIL  spring is over\n');
    expect(out).toContain(
      'failed: expected `SPRING` (refused: inactive) to take 10.00, but it is 0.00\n' +
        `  --> shop.reckon:${place}:10\n   |\n${place} |   expect SPRING takes 10.00\n   |          ^^^^^^^^^^^^^^^^^^\n`,
    );
    expect(out).toContain('coupons  SPRING: not active: from 2026-03-01 through 2026-05-31');
    expect(out).not.toContain('258.00 reaches 199.00');
    expect(out).toMatch(/\n2 scenarios in 1 file: 1 passed, 1 failed\n$/);
  });

  test('that expect another sum are shown every step', async () => {
    const rules = SHOP.replace('expect pay 238.00', 'expect pay 1.00');
    const { out } = await testOn({ 'shop.reckon': rules }, 'shop.reckon');
    expect(out).toContain('expected the order to pay 1.00, but it is 238.00');
    expect(out).toContain('258.00 reaches 199.00: take 20.00 off');
  });

  test('of a cart that cannot be priced', async () => {
    const rules = `${RULES}shipping has method text scenario "x" customer tier none shipping 1.00 id "2" method "a" shipping 2.00 method "a" expect pay 3.00`;
    const { code, out } = await testOn({ 'shop.reckon': rules }, 'shop.reckon');
    expect(code).toBe(1);
    expect(out).toContain('failed: `shipping[1].id`');
  });

  test('are chosen by their title', async () => {
    const { code, out } = await testOn({ 'shop.reckon': RED }, 'shop.reckon', '--filter', 'SHIRT');
    expect(code).toBe(0);
    expect(out).not.toContain('spring');
  });

  test('have titles that are shown escaped', async () => {
    const rules = `${RULES}scenario "\\u{202e}x" ${CART} expect pay 1.00`;
    const { out } = await testOn({ 'shop.reckon': rules }, 'shop.reckon');
    expect(out).not.toContain('\u202e');
    expect(out).toContain('\\u{202e}x');
  });
});

describe('files', () => {
  const files = {
    'rules/b.reckon': SHOP,
    'rules/a/deep.reckon': RED,
    'rules/.hidden/x.reckon': 'nonsense',
    'rules/node_modules/x.reckon': 'nonsense',
    'rules/cart.json': '{}',
  };

  test('of a folder are those below it, in order', async () => {
    const { code, out } = await testOn(files, 'rules/');
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => line.endsWith('.reckon'))).toEqual([
      'rules/a/deep.reckon',
      'rules/b.reckon',
    ]);
    expect(out).toContain('3 scenarios in 2 files: 2 passed, 1 failed');
  });

  test('are tested once, however often they are named', async () => {
    const { out } = await testOn(files, 'rules', './rules/b.reckon', 'rules/b.reckon');
    expect(out).toContain('3 scenarios in 2 files');
  });

  test('with errors are reported and failed, and the others run', async () => {
    const { code, out, err } = await testOn({ 'broken.reckon': BROKEN_RULES, 'shop.reckon': SHOP }, '.');
    expect(code).toBe(1);
    expect(err).toContain('broken.reckon:4:12');
    expect(out).toContain('broken.reckon\n  FAIL  the file has errors\n');
    expect(out).toMatch(/1 scenario in 2 files: 1 passed, 0 failed, 1 file with errors\n$/);
  });

  test('that cannot be read are told, and the others run', async () => {
    const { code, out, err } = await testOn({ 'shop.reckon': SHOP }, 'nowhere.reckon', 'shop.reckon');
    expect([code, err]).toEqual([2, 'error: `nowhere.reckon` cannot be found\n']);
    expect(out).toContain('1 passed');
  });

  test('that are parts of others are tested with those', async () => {
    const parts = {
      'all/main.reckon': `import "parts/base.reckon"\n${RULES.replace('currency CNY', '')}${PASSES}`,
      'all/parts/base.reckon': 'currency CNY\n',
      'all/parts/loose.reckon': 'promotion x take 1.00 off\n',
    };
    const { code, err, out } = await testOn(parts, 'all');
    expect(code).toBe(1);
    expect(err).toContain('all/parts/loose.reckon');
    expect(out).not.toContain('base.reckon');
  });
});

describe('nothing to run is told, and is wrong usage', () => {
  test.each([
    ['no scenario', ['shop.reckon'], 'no scenario found in `shop.reckon`: write one with `reckon scenario`'],
    [
      'no such scenario',
      ['red.reckon', '--filter', 'winter'],
      'no scenario in `red.reckon` has `winter` in its title',
    ],
    ['no rule file', ['carts'], 'no rule file found in `carts`: they end in .reckon'],
  ])('%s', async (_, args, sentence) => {
    const files = { 'shop.reckon': RULES, 'red.reckon': RED, 'carts/cart.json': '{}' };
    expect(await testOn(files, ...args)).toMatchObject({ code: 2, out: '', err: `error: ${sentence}\n` });
  });
});

describe('--coverage', () => {
  test('tells what no scenario reaches, by line', async () => {
    const { code, out } = await testOn({ 'shop.reckon': SHOP }, 'shop.reckon', '--coverage');
    expect(code).toBe(0);
    expect(out).toContain(
      [
        'coverage',
        'shop.reckon  40%, 2 of 5 points',
        '  16:8  promotion `SPRING` never applied',
        '  21:11  promotion `vip-5` never applied',
        '  23:8  condition `customer.tier is vip` never true',
        '',
      ].join('\n'),
    );
  });

  test('of several files tells each, and all together', async () => {
    const files = { 'a.reckon': SHOP, 'b.reckon': SHOP };
    const { out } = await testOn(files, '.', '--coverage');
    expect(out).toContain('a.reckon  40%, 2 of 5 points\n');
    expect(out).toContain('b.reckon  40%, 2 of 5 points\n');
    expect(out).toContain('all  40%, 4 of 10 points\n');
  });

  test('--threshold implies it and fails what is below', async () => {
    const below = await testOn({ 'shop.reckon': SHOP }, 'shop.reckon', '--threshold', '40.5');
    expect([below.code, below.err]).toEqual([1, 'error: coverage is 40%, below 40.5%\n']);
    expect(below.out).toContain('40%, 2 of 5 points');
    const met = await testOn({ 'shop.reckon': SHOP }, 'shop.reckon', '--threshold', '40');
    expect([met.code, met.err]).toEqual([0, '']);
  });

  test.each(['', '-1', '101', 'all', '1e1'])('--threshold %j is wrong usage', async (threshold) => {
    const { code, err } = await testOn({ 'shop.reckon': SHOP }, 'shop.reckon', `--threshold=${threshold}`);
    expect(code).toBe(2);
    expect(err).toContain('It must be a number from 0 to 100.');
  });
});

test('--json prints results and coverage, alone on standard output', async () => {
  const { code, out, err } = await testOn({ 'shop.reckon': RED }, 'shop.reckon', '--json', '--coverage');
  expect([code, err]).toEqual([1, '']);
  expect(JSON.parse(out)).toMatchObject({
    passed: 1,
    failed: 1,
    broken: 0,
    files: [
      {
        file: 'shop.reckon',
        diagnostics: [],
        scenarios: [
          { title: 'two shirts', ok: true, total: { pay: '238.00' } },
          {
            title: 'spring is over',
            ok: false,
            failures: [{ expected: '10.00', found: '0.00', promotion: 'SPRING', file: 'shop.reckon' }],
            breakdown: { reckon: 1 },
          },
        ],
      },
    ],
    coverage: {
      reached: 2,
      points: 5,
      percent: 40,
      files: [
        {
          file: 'shop.reckon',
          missed: [{ kind: 'promotion', wanted: 'applied', text: 'SPRING', line: 16 }, {}, {}],
        },
      ],
    },
  });
});

describe('--junit', () => {
  /** The elements of a document, read strictly: anything that is not well-formed XML throws. */
  function elementsOf(xml: string): readonly Readonly<Record<string, unknown>>[] {
    const parser = saxParser(true);
    const elements: Record<string, unknown>[] = [];
    Object.assign(parser, {
      onerror: (error: Error): never => {
        throw error;
      },
      onopentag: ({ name, attributes }: Tag) => void elements.push({ element: name, ...attributes }),
    });
    parser.write(xml).close();
    expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
    return elements;
  }

  test('writes a suite for each file and a case for each scenario', async () => {
    const {
      code,
      out,
      files: written,
    } = await testOn({ 'shop.reckon': RED }, 'shop.reckon', '--junit', 'out.xml');
    expect(code).toBe(1);
    expect(out).toContain('1 passed, 1 failed');
    const counts = { tests: '2', failures: '1', errors: '0' };
    const file = { classname: 'shop.reckon', file: 'shop.reckon' };
    const message = 'expected `SPRING` (refused: inactive) to take 10.00, but it is 0.00';
    expect(elementsOf(written['out.xml'] ?? '')).toEqual([
      { element: 'testsuites', name: 'reckon test', ...counts },
      { element: 'testsuite', name: 'shop.reckon', ...counts },
      { element: 'testcase', name: 'two shirts', ...file, line: '27' },
      { element: 'testcase', name: 'spring is over', ...file, line: '28' },
      { element: 'failure', message, type: 'expectation' },
    ]);
    expect(written['out.xml']).toContain(
      '\ncoupons  SPRING: not active: from 2026-03-01 through 2026-05-31\n',
    );
  });

  test('escapes what XML would read or may not hold', async () => {
    const title = '<a href=\\"x\\"> & \\u{0}\\u{ffff}]]>';
    const rules = `${RULES}scenario "${title}" ${CART} expect pay 1.00`;
    const { files: written } = await testOn({ 'shop.reckon': rules }, 'shop.reckon', '--junit', 'out.xml');
    expect(elementsOf(written['out.xml'] ?? '')[2]).toMatchObject({
      name: expect.stringMatching(/^<a href="x"> & .*\]\]>$/) as unknown,
    });
  });

  test('tells a file with errors, and one that cannot be written', async () => {
    const { files: written } = await testOn({ 'x.reckon': BROKEN_RULES }, 'x.reckon', '--junit', 'out.xml');
    const elements = elementsOf(written['out.xml'] ?? '');
    expect(elements.map(({ element }) => element)).toEqual([
      'testsuites',
      'testsuite',
      'testcase',
      'error',
      'error',
    ]);
    const files = { 'x.reckon': SHOP, 'out.xml': { code: 'EACCES' } };
    const refused = await testOn(files, 'x.reckon', '--junit', 'out.xml');
    expect([refused.code, refused.err]).toEqual([
      2,
      'error: `out.xml` cannot be written: permission denied\n',
    ]);
  });
});

describe('--watch', () => {
  test('runs again after every change, and ends well', async () => {
    const { code, screen } = await reckon(['test', 'shop.reckon', '--watch'], {
      files: { 'shop.reckon': SHOP },
      saves: [
        ['shop.reckon', RED],
        ['shop.reckon', ''],
        ['shop.reckon', SHOP],
      ],
    });
    expect(code).toBe(0);
    expect(screen.match(/scenarios? in .*|error: .*|watching .*/g)).toEqual([
      'scenario in 1 file: 1 passed, 0 failed',
      'watching 1 path; Ctrl-C ends it',
      'scenarios in 1 file: 1 passed, 1 failed',
      'watching 1 path; Ctrl-C ends it',
      'error: `shop.reckon` is empty',
      'watching 1 path; Ctrl-C ends it',
      'scenario in 1 file: 1 passed, 0 failed',
      'watching 1 path; Ctrl-C ends it',
    ]);
  });

  test('watches folders, imports and tables', async () => {
    const files = {
      'all/a.reckon': `import "b.reckon"\ntable t = "t.csv" with store text, off money\n${PASSES}`,
      'all/b.reckon': RULES,
      'all/t.csv': 'store,off\nS1,1.00\n',
    };
    const { screen } = await reckon(['test', 'all', '--watch'], { files });
    expect(screen).toContain('watching 4 paths');
  });

  test('of check and price likewise', async () => {
    const saves = [['shop.reckon', BROKEN_RULES]] as const;
    const checked = await reckon(['check', 'shop.reckon', '--watch'], { files: FILES, saves });
    expect(checked.code).toBe(0);
    expect(checked.err.match(/watching 1 path|2 errors in 1 file/g)).toEqual([
      'watching 1 path',
      '2 errors in 1 file',
      'watching 1 path',
    ]);
    const args = ['price', '--rules', 'shop.reckon', '--cart', 'cart.json', '--watch'];
    const priced = await reckon(args, { files: FILES, saves: [['cart.json', '{']] });
    expect(priced.screen.match(/to pay .* CNY =|`cart.json` is not JSON|watching 2 paths/g)).toEqual([
      'to pay 226.10 CNY =',
      'watching 2 paths',
      '`cart.json` is not JSON',
      'watching 2 paths',
    ]);
  });

  test('ends at once where the first run cannot be done', async () => {
    const args = ['price', '--rules', 'nowhere', '--cart', 'cart.json', '--watch'];
    expect(await reckon(args, { files: FILES })).toMatchObject({
      code: 2,
      out: '',
      err: 'error: `nowhere` cannot be found\n',
    });
    const input = await reckon(['price', '--rules', 'shop.reckon', '--cart', '-', '--watch'], {
      files: FILES,
    });
    expect(input.err).toBe('error: `--watch` cannot read standard input again: name the file of the cart\n');
    expect(input.code).toBe(2);
  });

  test('tells where the system cannot watch', async () => {
    const world = { files: { 'shop.reckon': SHOP }, unwatchable: 'ENOSPC' };
    const { code, err } = await reckon(['test', 'shop.reckon', '--watch'], world);
    expect([code, err]).toEqual([2, 'error: the system lets no more files be watched: ENOSPC\n']);
  });

  test('begins each run at the top of a terminal', async () => {
    const files = { 'shop.reckon': SHOP };
    const saves = [['shop.reckon', RED]] as const;
    const { out } = await reckon(['test', 'shop.reckon', '--watch'], { files, saves, terminal: 80 });
    expect(out.split('\u001b[2J\u001b[H').length).toBe(2);
  });
});
