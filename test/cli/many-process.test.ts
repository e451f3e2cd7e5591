import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { Bundled, env } from './bundled.js';
import { CART } from './shop.js';

/** Many carts by the bundled command, whose workers are threads. */
const bundled = new Bundled();
const { folder, launcher } = bundled;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const COUNT = 2_000;
const cart = JSON.parse(CART) as { readonly lines: readonly object[] };
const LINES = Array.from({ length: COUNT }, (_, index) => {
  const [first, ...rest] = cart.lines;
  return JSON.stringify({ ...cart, lines: [{ ...first, sku: `S${index}` }, ...rest] });
});
const TEXT = `${LINES.slice(0, 700).join('\n')}\nnot a cart\n${LINES.slice(700).join('\n')}\n`;
writeFileSync(join(folder, 'carts.ndjson'), TEXT);
writeFileSync(join(folder, 'carts.gz'), gzipSync(TEXT));

const PRICE = 'reckon price --rules shop.reckon --carts';

test('the bytes are the same for any number of workers, packed or not, from a file or a pipe', () => {
  const one = bundled.shell(`${PRICE} carts.ndjson --jobs 1`);
  expect([one.code, one.out.split('\n').length - 1]).toEqual([1, COUNT]);
  expect(one.err).toContain('error: carts.ndjson:701: the line is not JSON');
  expect(one.err).toContain('priced 2,000 carts, 1 bad (`carts.ndjson`)\n');
  expect([...one.out.matchAll(/"sku":"S(\d+)"/g)].map(([, number]) => Number(number))).toEqual(
    LINES.map((_, index) => index),
  );
  for (const rest of ['carts.ndjson --jobs 3', 'carts.gz', '- < carts.gz', '- --jobs 2 < carts.ndjson'])
    expect(bundled.shell(`${PRICE} ${rest}`).out).toBe(one.out);
});

test('who stops reading gets whole lines, and is told how far the run came', () => {
  const { code, out, err } = bundled.shell(`${PRICE} carts.ndjson | head -n 1`);
  expect([out.split('\n').length, JSON.parse(out)]).toMatchObject([2, { reckon: 1 }]);
  expect(err).toMatch(/priced [\d,]+ carts, [01] bad(?:; standard output was closed behind line \d+)? \(/);
  expect([0, 1]).toContain(code);
});

test('Ctrl-C leaves whole lines and says how far the run came', async () => {
  const child = spawn(process.execPath, [launcher, 'price', '--rules', 'shop.reckon', '--carts', '-'], {
    cwd: folder,
    env,
  });
  const said = collected(child);
  child.stdin.write(`${LINES.slice(0, 5).join('\n')}\n{"begun":`);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  const [code] = (await once(child, 'close')) as [number | null];
  expect([code, said.out.split('\n').length - 1]).toEqual([130, 5]);
  expect(said.err).toBe('priced 5 carts, 0 bad; interrupted behind line 5 (standard input)\n');
});

test('Ctrl-C ends a comparison, of which a part says nothing', async () => {
  const args = ['compare', 'shop.reckon', 'shop.reckon', '--carts', '-'];
  const child = spawn(process.execPath, [launcher, ...args], { cwd: folder, env });
  const said = collected(child);
  child.stdin.write(`${LINES.slice(0, 5).join('\n')}\nno cart\n`);
  await once(child.stderr, 'data');
  child.kill('SIGINT');
  expect(await once(child, 'close')).toEqual([130, null]);
  expect(said.out).toBe('');
  expect(said.err).toMatch(/\ninterrupted behind line 6: nothing is compared\n$/);
});

function collected(child: ChildProcessWithoutNullStreams): { out: string; err: string } {
  const said = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.err += text));
  return said;
}

test('a file of CSV is priced by its mapping', () => {
  writeFileSync(
    join(folder, 'orders.csv'),
    'id;at;sku;qty;price;store\r\n1;2026-11-11 12:30;A;2;129.00;S1\r\n1;;B;1;5;S1\r\n2;2026-11-11 12:30;A;1;1;S1\r\n',
  );
  const fields = { sku: 'sku', quantity: 'qty', price: 'price', store: 'store' };
  const mapping = {
    id: 'id',
    delimiter: ';',
    currency: { value: 'CNY' },
    at: { from: 'at', zone: 'Asia/Shanghai' },
    customer: { fields: { tier: { value: 'none' } } },
    lines: { fields },
  };
  writeFileSync(join(folder, 'map.json'), JSON.stringify(mapping));
  const { code, out, err } = bundled.shell(`${PRICE} orders.csv --map map.json --numbered`);
  expect([code, err]).toEqual([0, 'priced 2 carts, 0 bad (`orders.csv`)\n']);
  expect(
    out
      .split('\n')
      .slice(0, -1)
      .map((line) => (JSON.parse(line) as { order: string }).order),
  ).toEqual(['1', '2']);
});

test('the package ships what a worker needs', () => {
  const { sideEffects } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    sideEffects: readonly string[];
  };
  expect(sideEffects).toContain('./dist/worker.js');
  expect(readFileSync(join(folder, 'dist/worker.js'), 'utf8')).not.toBe('');
});
