import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ran, reckon, type World } from './memory-io.js';
import { RUNS } from '../support/runs.js';
import { CART, FILES } from './shop.js';

const ONE_LINE = JSON.stringify(JSON.parse(CART));
const MANY = ['price', '--rules', 'shop.reckon', '--carts'];

function price(carts: string | Uint8Array, world: World = {}, ...more: readonly string[]): Promise<Ran> {
  return reckon([...MANY, 'carts.ndjson', ...more], { ...world, files: { ...FILES, 'carts.ndjson': carts } });
}

function linesOf({ out }: Ran): readonly string[] {
  return out.split('\n').slice(0, -1);
}

describe('many carts', () => {
  test('give a breakdown a line, that of the cart alone', async () => {
    const alone = await reckon(['price', '--rules', 'shop.reckon', '--cart', 'cart.json', '--json'], {
      files: FILES,
    });
    const ran = await price(`${ONE_LINE}\n${ONE_LINE}\n`);
    expect([ran.code, ran.err]).toEqual([0, 'priced 2 carts, 0 bad (`carts.ndjson`)\n']);
    const breakdown: unknown = JSON.parse(alone.out);
    expect(linesOf(ran).map((line): unknown => JSON.parse(line))).toEqual([breakdown, breakdown]);
  });

  test('give totals alone with --totals', async () => {
    const [line = ''] = linesOf(await price(ONE_LINE, {}, '--totals'));
    expect(JSON.parse(line)).toMatchObject({ total: { pay: '226.10' }, violations: [] });
    expect(line).not.toContain('lines');
  });

  test.each([
    ['packed with gzip', gzipSync(`${ONE_LINE}\n${ONE_LINE}\n`)],
    ['with CRLF, blank lines, a mark, and no last line break', `\uFEFF${ONE_LINE}\r\n\r\n  \n${ONE_LINE}`],
  ])('%s', async (_, carts) => {
    const ran = await price(carts);
    expect([ran.code, linesOf(ran).length]).toEqual([0, 2]);
  });

  test('that are bad are told by line and counted, and the others are priced', async () => {
    const ran = await price(`${ONE_LINE}\n{"currency":\n\n{"currency":"CNY"}\n${ONE_LINE}\n`);
    expect([ran.code, linesOf(ran).length]).toEqual([1, 2]);
    expect(ran.err).toMatchInlineSnapshot(`
      "error: carts.ndjson:2: the line is not JSON: column 13: expected a value, found the end
      error[RC0002]: carts.ndjson:4: \`at\` is missing, expected an instant such as "2026-11-11T20:00:00+08:00"; the library reads no clock
      error[RC0002]: carts.ndjson:4: \`customer.tier\` is missing, expected one of \`none\`, \`vip\`; send it, or declare it \`optional\`
      error[RC0002]: carts.ndjson:4: \`lines\` is missing, expected a list of lines; send \`[]\` for an empty cart
      priced 2 carts, 2 bad (\`carts.ndjson\`)
      "
    `);
  });
});

describe('however it comes in pieces', () => {
  const LINES = [
    ONE_LINE,
    '',
    '  ',
    '{"currency":"CNY"}',
    'é, not JSON',
    '\r',
    ONE_LINE.replace('SPRING', ''),
  ];

  test('what comes out is the same', async () => {
    const carts = fc.array(fc.constantFrom(...LINES), { maxLength: 12 }).map((lines) => lines.join('\n'));
    const property = fc.asyncProperty(carts, fc.integer({ min: 1, max: 400 }), async (text, piece) => {
      fc.pre(text !== '');
      const { code, err, out } = await price(text, { piece });
      expect(await price(text)).toMatchObject({ code, err, out });
    });
    await fc.assert(property, { numRuns: Math.min(RUNS, 200) });
  });

  test('a line that is too long is told, and no other is lost', async () => {
    const long = `{"note":"${'a'.repeat(8 * 2 ** 20)}"}`;
    const text = [ONE_LINE, long, ONE_LINE, long].join('\n');
    for (const piece of [2 ** 16, 2 ** 22]) {
      // oxlint-disable-next-line eslint/no-await-in-loop
      const ran = await price(text, { piece });
      expect([ran.code, linesOf(ran).length]).toEqual([1, 2]);
      expect(ran.err).toBe(
        [
          'error: carts.ndjson:2: the line is longer than 8 MiB: no cart is',
          'error: carts.ndjson:4: the line is longer than 8 MiB: no cart is',
          'priced 2 carts, 2 bad (`carts.ndjson`)\n',
        ].join('\n'),
      );
    }
  });
});

describe('a file that cannot be read', () => {
  const TWO = `${ONE_LINE}\n${ONE_LINE}\n`;
  const PACKED = gzipSync(TWO.repeat(500));

  test.each<readonly [string, string | Uint8Array, string]>([
    ['nothing in it', '', 'is empty'],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x7b, 0), 'is UTF-16 text: save it as UTF-8'],
    ['a workbook', Uint8Array.of(0x50, 0x4b, 3, 4, 5), 'is a ZIP archive or a workbook'],
    ['zeros', new Uint8Array(10), 'is a binary file, not text'],
    ['packed twice', gzipSync(PACKED), 'is compressed twice: unpack it once'],
    ['nothing packed', gzipSync(''), 'is empty'],
    ['gzip cut off at once', PACKED.subarray(0, 12), 'is damaged gzip: it breaks off'],
  ])('%s', async (_, carts, sentence) => {
    const ran = await price(carts);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(`error: \`carts.ndjson\` ${sentence}`);
  });

  test('that breaks off is priced as far as it can be', async () => {
    // Not packed at all, so that the first half can be read when the second is gone.
    const halved = gzipSync(TWO.repeat(500), { level: 0 }).subarray(0, 150_000);
    const ran = await price(halved, { piece: 5000 });
    const count = linesOf(ran).length;
    expect(count).toBeGreaterThan(100);
    expect([ran.code, ran.err]).toEqual([
      2,
      `error: \`carts.ndjson\` is damaged gzip: it breaks off, behind the cart of line ${count}\n` +
        `priced ${count} carts, 0 bad (\`carts.ndjson\`)\n`,
    ]);
  });

  test('such as one that is not there, or a folder', async () => {
    const files = { ...FILES, folder: { code: 'EISDIR' } };
    expect(await reckon([...MANY, 'none'], { files })).toMatchObject({
      code: 2,
      err: 'error: `none` cannot be found\n',
    });
    expect(await reckon([...MANY, 'folder'], { files })).toMatchObject({
      code: 2,
      err: 'error: `folder` is a folder, not a file\n',
    });
  });
});

describe('options', () => {
  test.each<readonly [readonly string[], string]>([
    [['--cart', 'cart.json'], "option '--carts <file>' cannot be used with option '--cart <file>'"],
    [['--jobs', '0'], 'It must be a whole number from 1 to 256.'],
    [['--jobs', 'all'], 'It must be a whole number from 1 to 256.'],
    [['--watch'], '`--watch` goes with one cart, not with `--carts`'],
    [['--totals', '--json'], 'choose one'],
    [['--at', 'tomorrow'], '`--at` must be an instant such as'],
    [['--explain', 'no-such'], 'is named `no-such`'],
    [['--map', 'none.json'], '`none.json` cannot be found'],
  ])('%j is wrong usage', async (more, sentence) => {
    const ran = await price(ONE_LINE, {}, ...more);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(sentence);
  });

  test.each([['--totals'], ['--numbered'], ['--jobs', '2']])('%s goes with many carts', async (...more) => {
    const ran = await reckon(['price', '--rules', 'shop.reckon', '--cart', 'cart.json', ...more], {
      files: FILES,
    });
    expect([ran.code, ran.err]).toEqual([
      2,
      `error: \`${more[0]}\` goes with \`--carts\`${ran.err.slice(ran.err.indexOf('`--carts`') + 9)}`,
    ]);
  });

  test('--at and --code mean each cart', async () => {
    const ran = await price(ONE_LINE, {}, '--at', '2026-04-01T00:00:00+08:00', '--code', 'NOBODY');
    expect(JSON.parse(ran.out)).toMatchObject({
      at: '2026-04-01T00:00:00+08:00',
      refused: expect.arrayContaining([{ reason: 'unknown-code', code: 'NOBODY' }]) as unknown,
    });
  });

  test('a plan prices the same', async () => {
    const plan = await reckon(['compile', 'shop.reckon'], { files: FILES });
    const files = { ...FILES, 'plan.json': plan.out, 'carts.ndjson': ONE_LINE };
    const ran = await reckon(['price', '--plan', 'plan.json', '--carts', 'carts.ndjson'], { files });
    expect(ran.out).toBe((await price(ONE_LINE)).out);
  });

  test('--numbered says the line', async () => {
    const ran = await price(`\n{}\n${ONE_LINE}`, {}, '--numbered', '--totals');
    expect(JSON.parse(ran.out)).toMatchObject({ line: 3, totals: { total: { pay: '226.10' } } });
  });
});

test('many mistakes of one cart are told ten at most, and how many there are', async () => {
  const lines = Array.from({ length: 30 }, (_, index) => ({ id: `${index}` }));
  const ran = await price(JSON.stringify({ ...(JSON.parse(CART) as object), lines }));
  expect(ran.err.match(/^error/gm)?.length).toBe(11);
  expect(ran.err).toContain('error: carts.ndjson:1: and 110 more mistakes\n');
});

const LINE = { id: '1', sku: 'S', quantity: 2, price: '129.00', store: 'S1', cost: '120.00' };

test('a broken guarantee is told by its line, and the breakdown is there', async () => {
  const cart = {
    ...(JSON.parse(CART) as object),
    lines: [LINE],
  };
  const ran = await price(`${ONE_LINE}\n${JSON.stringify(cart)}`);
  expect([ran.code, linesOf(ran).length]).toEqual([1, 2]);
  expect(ran.err).toBe(
    'error: carts.ndjson:2: the price breaks the guarantee `no loss` on line `1`: do not charge it\n' +
      'priced 2 carts, 0 bad, 1 that breaks a guarantee (`carts.ndjson`)\n',
  );
});

test('where no line is a cart, what may be meant is said', async () => {
  const written = JSON.stringify(JSON.parse(CART), undefined, 2);
  expect((await price(written)).err).toContain('help: carts stand one a line, as JSON;');
});

test('what a terminal would obey or reorder by is escaped, and means the same', async () => {
  const cart = { ...(JSON.parse(CART) as object), lines: [{ ...LINE, sku: 'S\u009B31m\u202E' }] };
  const { out } = await price(JSON.stringify(cart));
  expect(out).toContain(String.raw`S\u009b31m\u202e`);
  expect(JSON.parse(out)).toMatchObject({ lines: [{ sku: 'S\u009B31m\u202E' }] });
});

test('on a terminal a line says how far the run is, and is gone at the end', async () => {
  const ran = await price(`${ONE_LINE}\n`, { terminal: 80, pipedOut: true });
  expect(ran.err).toBe(
    '\r1 carts, 0 a second, 100 %\u001B[K\r\u001B[Kpriced 1 cart, 0 bad (`carts.ndjson`)\n',
  );
  expect((await price(ONE_LINE, { terminal: 80 })).err).not.toContain('\r');
});
