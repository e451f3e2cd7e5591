import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Ran, reckon, type World } from './memory-io.js';
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
