import { describe, expect, test } from 'vitest';
import { type Ran, reckon } from './memory-io.js';
import { type Members, RULES } from './orders.js';

describe('CSV', () => {
  const MAP = {
    id: 'no',
    currency: { value: 'GBP' },
    at: { from: 'at', zone: 'UTC' },
    lines: { fields: { sku: 'sku', quantity: 'n', price: 'each' } },
  };

  const csv = (text: string | Uint8Array, mapping: Members = {}, piece?: number): Promise<Ran> =>
    reckon(
      ['price', '--rules', 'shop.reckon', '--carts', 'o.csv', '--map', 'map.json', '--numbered', '--totals'],
      {
        files: { 'shop.reckon': RULES, 'map.json': JSON.stringify({ ...MAP, ...mapping }), 'o.csv': text },
        ...(piece !== undefined && { piece }),
      },
    );

  const numbers = ({ out }: Ran): readonly (readonly [number, string])[] =>
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as { readonly line: number; readonly order: string })
      .map(({ line, order }) => [line, order]);

  const HEAD = 'no,at,sku,n,each';
  const ROW = '2026-01-01,A,1,5.00';

  test('rows that stand together are one order, by the line of the first', async () => {
    const ran = await csv(
      `\uFEFF${HEAD}\r\n1,${ROW}\r\n1,,B,2,1\r\n\r\n2,${ROW}\r\n3,2026-01-01,"a ""b""\r\nc",1,1\r\n4,${ROW}`,
    );
    expect([ran.code, numbers(ran)]).toEqual([
      0,
      [
        [2, '1'],
        [5, '2'],
        [6, '3'],
        [8, '4'],
      ],
    ]);
  });

  test('comes in any pieces', async () => {
    const text = `${HEAD}\n${Array.from({ length: 40 }, (_, index) => `é${index >> 1},${ROW}`).join('\n')}`;
    const whole = await csv(text);
    expect(numbers(whole).length).toBe(20);
    expect(await csv(text, {}, 3)).toMatchObject({ out: whole.out, err: whole.err });
  });

  test.each<readonly [string, string]>([
    [`1,${ROW}\n2,${ROW}\n1,${ROW}`, 'o.csv:4: order `1` has rows before'],
    [
      `1,${ROW}\n1,2027-01-01,A,1,1`,
      'o.csv:2: the rows of order `1` differ in `at`: `2026-01-01`, in line 3 `2027-01-01`',
    ],
    [`1,${ROW},extra\n2,${ROW}`, 'o.csv:2: line 2 has 6 cells, but there are 5 columns'],
    [`,${ROW}\n1,${ROW}`, 'o.csv:2: the row has no `no`'],
    [`1,${ROW.replace('5.00', '5,00')}`, 'o.csv:2: line 2 has 6 cells'],
  ])('%j is told', async (rows, sentence) => {
    const ran = await csv(`${HEAD}\n${rows}`);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain(`error: ${sentence}`);
  });

  test.each<readonly [string, string]>([
    ['no,at,sku,qty,each', 'has no column `n`, which the mapping names; did you mean `no`?'],
    [
      'no;at;sku;n;each',
      'has no column `no`, which the mapping names; its one column is `no;at;sku;n;each`: the mapping may need `"delimiter": ";"`',
    ],
    ['no\tat', '`no\\u{9}at`: the mapping may need `"delimiter": "\\t"`'],
    ['no,no,sku,n,each', 'has two columns `no`'],
    ['\n\n', 'has no row of column names'],
    [`${HEAD}\n1,"2026`, 'is not CSV, line 2: quotation marks do not match'],
    [`${HEAD}\n1,20"26",A,1,1`, 'is not CSV, line 2: quotation marks do not match'],
  ])('%j is refused', async (text, sentence) => {
    const ran = await csv(text);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain('error: `o.csv` ');
    expect(ran.err).toContain(sentence);
  });

  test.each([1, 2, 5, 10_000])(
    'another character set is refused, by its line, in pieces of %i',
    async (piece) => {
      const text = `${HEAD}\n1,${ROW}\n2,2026-01-01,Café,1,5.00\n3,${ROW}\n`;
      expect((await csv(Buffer.from(text), {}, piece)).code).toBe(0);
      for (const damaged of [
        Buffer.from(text, 'latin1'),
        Buffer.from(text).subarray(0, text.indexOf('é') + 1),
      ]) {
        // oxlint-disable-next-line eslint/no-await-in-loop
        const ran = await csv(damaged, {}, piece);
        expect([ran.code, ran.out]).toEqual([2, '']);
        expect(ran.err).toContain('error: `o.csv` is not UTF-8 text, line 3: save it as UTF-8');
      }
    },
  );

  test('needs a mapping, and its id', async () => {
    const files = { 'shop.reckon': RULES, 'o.csv': HEAD };
    const ran = await reckon(['price', '--rules', 'shop.reckon', '--carts', 'o.csv'], { files });
    expect([ran.code, ran.err]).toEqual([
      2,
      'error: `o.csv` is CSV: say with `--map` which column is what\n',
    ]);
    expect((await csv(HEAD, { id: undefined })).err).toContain('the mapping must have `id`');
  });

  test('an order that never ends takes no memory', async () => {
    const row = `1,2026-01-01,${'A'.repeat(4000)},1,5.00\n`;
    const ran = await csv(`${HEAD}\n${row.repeat(3000)}2,${ROW}`);
    expect(ran.err).toContain('o.csv:2: the order is longer than 8 MiB');
    expect(numbers(ran)).toEqual([[3002, '2']]);
  });
});
