import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactJson } from '../../src/cli/mapping/exact-json.js';
import { type Ran, reckon, type World } from './memory-io.js';
import { type Members, RULES } from './orders.js';

const BASE = {
  id: 'id',
  currency: { value: 'GBP' },
  at: { value: '2026-07-01T12:00:00+01:00' },
  lines: { from: 'lines', fields: { sku: 'sku', quantity: 'n', price: 'each' } },
};

const ORDER = { id: 'X1', lines: [{ sku: 'A', n: 2, each: '5.00' }] };

function read(order: unknown, mapping: Members = {}, world: World = {}): Promise<Ran> {
  const text = typeof order === 'string' ? order : JSON.stringify(order);
  const files = {
    'shop.reckon': RULES,
    'map.json': JSON.stringify({ ...BASE, ...mapping }),
    'orders.ndjson': text,
  };
  return reckon(['price', '--rules', 'shop.reckon', '--carts', 'orders.ndjson', '--map', 'map.json'], {
    ...world,
    files,
  });
}

interface Priced {
  readonly at: string;
  readonly total: { readonly list: string | number; readonly shipping: string | number };
  readonly lines: readonly { readonly id: string; readonly sku: string; readonly quantity: number }[];
  readonly shipping: readonly { readonly id: string; readonly list: string }[];
}

async function priced(order: unknown, mapping: Members = {}): Promise<Priced> {
  const ran = await read(order, mapping);
  expect(ran.err).toBe('priced 1 cart, 0 bad (`orders.ndjson`)\n');
  return JSON.parse(ran.out) as Priced;
}

async function refused(order: unknown, mapping: Members = {}): Promise<string> {
  const ran = await read(order, mapping);
  expect([ran.code, ran.out]).toEqual([1, '']);
  return ran.err;
}

const withLine = (line: Members): Members => ({ ...ORDER, lines: [{ ...ORDER.lines[0], ...line }] });

describe('amounts', () => {
  test.each<readonly [unknown, string]>([
    ['5.00', '10.00'],
    ['5', '10.00'],
    [5, '10.00'],
    [13.3, '26.60'],
    [0.1, '0.20'],
    [1_234_567.89, '2469135.78'],
  ])('%j twice lists at %s', async (each, list) => {
    expect((await priced(withLine({ each }))).total.list).toBe(list);
  });

  test('every number of two decimals is read by its digits', async () => {
    const property = fc.asyncProperty(fc.integer({ min: 0, max: 9_999_999_999 }), async (pence) => {
      const pounds = `${Math.floor(pence / 100)}.${String(pence % 100).padStart(2, '0')}`;
      const text = JSON.stringify(withLine({ n: 1 })).replace('"5.00"', pounds);
      expect((await priced(text)).total.list).toBe(pounds);
    });
    await fc.assert(property, { numRuns: 50 });
  });

  test.each([
    '13.305',
    '13.300000000000000001',
    '0.30000000000000004',
    '5e-3',
    '-5.00',
    '"£5"',
    '"1,000.00"',
    '123456789012345678901234567890',
  ])('%s is refused', async (each) => {
    const text = JSON.stringify(ORDER).replace('"5.00"', each);
    expect(await refused(text)).toContain('`lines[0].price`');
  });

  test('are minor units where the mapping says so, as numbers or digits', async () => {
    const order = {
      ...ORDER,
      lines: [
        { sku: 'A', n: 1, each: 500 },
        { sku: 'B', n: 1, each: '250' },
      ],
    };
    expect((await priced(order, { amounts: 'minor' })).total.list).toBe(750);
    expect(await refused(withLine({ each: '5.00x' }), { amounts: 'minor' })).toContain('`lines[0].price`');
  });

  test.each<readonly [unknown, unknown, string]>([
    ['1.10', 3, '3.30'],
    [0.1, '3', '0.30'],
    ['9999999.99', 1, '9999999.99'],
  ])('%j times %j are %s', async (fee, count, amount) => {
    const order = {
      ...ORDER,
      post: [
        { fee, count },
        { fee: '0.00', count: 1 },
      ],
    };
    const shipping = { from: 'post', fields: { amount: { from: 'fee', times: 'count' } } };
    const { shipping: charges } = await priced(order, { shipping });
    expect(charges.map(({ id, list }) => [id, list])).toEqual([
      ['1', amount],
      ['2', '0.00'],
    ]);
  });

  test.each<readonly [unknown, unknown]>([
    ['1.10', 1.5],
    ['1.10', null],
    ['one', 2],
  ])('%j times %j is refused', async (fee, count) => {
    const shipping = { from: 'post', fields: { amount: { from: 'fee', times: 'count' } } };
    expect(await refused({ ...ORDER, post: [{ fee, count }] }, { shipping })).toContain(
      '`shipping[0].amount`',
    );
  });
});

describe('times', () => {
  const at = (placed: unknown, how: Members): Promise<Priced> =>
    priced({ ...ORDER, placed }, { at: { from: 'placed', ...how } });

  test.each<readonly [unknown, Members, string]>([
    ['2026-07-01T09:30:00', { zone: 'Europe/London' }, '2026-07-01T09:30:00+01:00'],
    ['2026-01-01 09:30', { zone: 'Europe/London' }, '2026-01-01T09:30:00+00:00'],
    ['2026-01-01', { zone: '+08:00' }, '2026-01-01T00:00:00+08:00'],
    ['2026-01-01T09:30:00.25', { zone: 'UTC' }, '2026-01-01T09:30:00.25+00:00'],
    ['2026-01-01 09:30:00Z', { zone: 'Asia/Shanghai' }, '2026-01-01T09:30:00Z'],
    ['2026-01-01T09:30:00+0100', {}, '2026-01-01T09:30:00+01:00'],
    ['3/11/2026 8:26', { zone: 'Europe/London', date: 'day-month-year' }, '2026-11-03T08:26:00+00:00'],
    ['3/11/2026 8:26', { zone: 'Europe/London', date: 'month-day-year' }, '2026-03-11T08:26:00+00:00'],
    ['03.11.2026', { zone: 'Europe/Berlin', date: 'day-month-year' }, '2026-11-03T00:00:00+01:00'],
    ['2026/11/3 8:26', { zone: 'Asia/Shanghai' }, '2026-11-03T08:26:00+08:00'],
    ['2026/11/03', { zone: 'Europe/London', date: 'month-day-year' }, '2026-11-03T00:00:00+00:00'],
    ['2026-11-03 8:26:05', { zone: 'Asia/Shanghai' }, '2026-11-03T08:26:05+08:00'],
    [1_782_900_000, { epoch: 'seconds' }, '2026-07-01T10:00:00+00:00'],
    ['1782900000000', { epoch: 'milliseconds', zone: 'Europe/London' }, '2026-07-01T11:00:00+01:00'],
    // The hour that is left out, and the one that comes twice.
    ['2026-03-29T01:30:00', { zone: 'Europe/London' }, '2026-03-29T02:30:00+01:00'],
    ['2026-10-25T01:30:00', { zone: 'Europe/London' }, '2026-10-25T01:30:00+01:00'],
  ])('%j with %j is %s', async (placed, how, instant) => {
    expect((await at(placed, how)).at).toBe(instant);
  });

  test.each<readonly [unknown, Members]>([
    ['2026-07-01T09:30:00', {}],
    ['31/02/2026', { zone: 'UTC', date: 'day-month-year' }],
    ['2026-02-30', { zone: 'UTC' }],
    ['2026/2/30', { zone: 'UTC' }],
    ['2026/2-3', { zone: 'UTC' }],
    ['yesterday', { zone: 'UTC' }],
    [99_999_999_999_999, { epoch: 'seconds' }],
    [true, { zone: 'UTC' }],
  ])('%j with %j is refused', async (placed, how) => {
    expect(await refused({ ...ORDER, placed }, { at: { from: 'placed', ...how } })).toContain(
      '`at` must be an instant',
    );
  });

  test.each<readonly [string, Members, string]>([
    ['2026-07-01 09:30', {}, '(from `placed`; `zone` in the mapping says by which clock)'],
    ['2026/7/1 9:30', {}, '(from `placed`; `zone` in the mapping says by which clock)'],
    ['3/11/2026', { zone: 'UTC' }, '(from `placed`; `date` in the mapping says which number is the day)'],
    ['yesterday', {}, '(from `placed`)'],
  ])('%j with %j is refused with what the mapping lacks', async (placed, how, lack) => {
    expect(await refused({ ...ORDER, placed }, { at: { from: 'placed', ...how } })).toContain(lack);
  });

  test('of attributes have zones, too', async () => {
    const customer = { fields: { since: { from: 'since', zone: 'Europe/London' } } };
    expect((await priced({ ...ORDER, since: '2020-01-01' }, { customer })).lines.length).toBe(1);
    expect(await refused({ ...ORDER, since: '2020-13-01' }, { customer })).toContain('`customer.since`');
  });
});

describe('values', () => {
  test('are converted to what the rules declare', async () => {
    const lines = {
      from: 'lines',
      fields: { ...BASE.lines.fields, weight: 'kg', gift: 'gift', tags: { from: 'tags', split: '|' } },
      others: 'keep',
    };
    const order = withLine({
      sku: 22423,
      n: '2.0',
      kg: 1.5,
      gift: 'TRUE',
      tags: 'a | b||',
      brand: 17,
      cost: 1.1,
    });
    const { lines: out } = await priced(order, { lines });
    expect(out).toMatchObject([{ id: '1', sku: '22423', quantity: 2 }]);
  });

  test.each<readonly [Members, string]>([
    [{ n: 'two' }, '`lines[0].quantity` (line `1`) must be a whole number'],
    [{ n: 2.5 }, '`lines[0].quantity`'],
    [{ n: '2.5' }, 'must be a whole number from 1 to 1,000,000, found `2.5`'],
    [{ n: '-2' }, 'must be a whole number from 1 to 1,000,000, found `-2`'],
    [{ n: '2.0000000000000000001' }, 'found `"2.0000000000000000001"`'],
    [{ n: '-0' }, 'found `"-0"`'],
    [{ sku: '' }, '`lines[0].sku` (line `1`) is missing'],
    [{ sku: null }, '(from `lines[0].sku`)'],
    [{ each: {} }, '(from `lines[0].each`)'],
  ])('%j is refused, and the message says where it stood', async (line, sentence) => {
    expect(await refused(withLine(line))).toContain(sentence);
  });

  test.each<readonly [unknown, string]>([
    [17, 'must be an object'],
    [null, 'must be an object'],
    ['"text"', 'must be an object'],
    [[ORDER, ORDER], 'must be an object, found a list'],
    [{ id: 'X1' }, '`lines` is missing'],
    [{ id: 'X1', lines: {} }, '`lines` must be a list of lines'],
    [{ id: 'X1', lines: [7] }, '`lines[0]`'],
  ])('the order %j is refused', async (order, sentence) => {
    expect(await refused(order)).toContain(sentence);
  });

  test('a long id is cut where it is told', async () => {
    expect(await refused({ ...ORDER, id: 'X'.repeat(500), lines: 7 })).toContain(
      `order \`${'X'.repeat(39)}…\`: `,
    );
  });

  test('where no order is good, what may be meant is said', async () => {
    const advice = 'help: orders stand one a line, as JSON; CSV of another name needs `"format": "csv"`';
    expect(await refused([ORDER])).toContain(advice);
  });

  test('null customers, words and defaults', async () => {
    const customer = { fields: { tier: { from: 'who.level', words: { 1: 'gold' }, default: 'none' } } };
    await priced({ ...ORDER, who: null }, { customer });
    await priced({ ...ORDER, who: { level: 1 } }, { customer });
    expect(await refused({ ...ORDER, who: { level: 2 } }, { customer })).toContain('one of `gold`, `none`');
  });

  test('names with points, lists of names, positions, and the order from within a line', async () => {
    const lines = {
      from: ['the.lines'],
      fields: { sku: 'art.no', quantity: 'packs.0', price: ['price', 'net.amount'], brand: '$.brand' },
    };
    const order = {
      id: 1,
      brand: 'B',
      'the.lines': [{ 'art.no': 'A', packs: [3], price: { 'net.amount': 1 } }],
    };
    expect((await priced(order, { lines })).lines).toMatchObject([{ sku: 'A', quantity: 3 }]);
  });

  test('names that every object inherits are none of the order', async () => {
    const lines = { from: 'lines', fields: { ...BASE.lines.fields, brand: 'constructor' } };
    expect((await priced(ORDER, { lines })).lines.length).toBe(1);
  });

  test('one shipping amount', async () => {
    expect((await priced({ ...ORDER, postage: 4.95 }, { shipping: 'postage' })).total.shipping).toBe('4.95');
  });

  test('one order with --cart', async () => {
    const files = {
      'shop.reckon': RULES,
      'map.json': JSON.stringify(BASE),
      'order.json': JSON.stringify(ORDER),
    };
    const args = ['price', '--rules', 'shop.reckon', '--map', 'map.json', '--cart', 'order.json'];
    const ran = await reckon(args, { files });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('to pay 9.00 GBP');
    const bad = await reckon(args, { files: { ...files, 'order.json': JSON.stringify(withLine({ n: 0 })) } });
    expect(bad.err).toContain('(from `lines[0].n`)');
  });
});

test('exact JSON is that of JSON.parse wherever a double is exact', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(exactJson(text)).toEqual(JSON.parse(text));
    }),
  );
  expect(exactJson('[12345678901234567890, 1.0000000000000000, 1e400, 100000000000000000000]')).toEqual([
    '12345678901234567890',
    1,
    '1e400',
    1e20,
  ]);
});

describe('a mapping with mistakes', () => {
  const mapping = (text: string): Promise<Ran> =>
    reckon(['price', '--rules', 'shop.reckon', '--carts', 'orders.ndjson', '--map', 'map.json'], {
      files: { 'shop.reckon': RULES, 'map.json': text, 'orders.ndjson': JSON.stringify(ORDER) },
    });

  const BODY =
    '"currency": {"value": "GBP"}, "at": "at", "lines": {"fields": {"sku": "s", "quantity": "q", "price": "p"}}';

  test.each<readonly [string, string, string]>([
    ['[]', 'a mapping must be an object, found a list', '1:1'],
    ['{}', '`currency` is missing', '1:1'],
    [`{${BODY}, "curency": 1}`, 'a mapping has no `curency`', '1:110'],
    [`{${BODY},\n "id": []}`, '`id` must be a list of at least one name, found a list', '2:8'],
    [`{${BODY},\n "amounts": "cents"}`, '`amounts` must be "minor" or "major", found "cents"', '2:13'],
    [
      `{${BODY},\n "codes": {"from": "a", "value": "b"}}`,
      '`codes` must be an object with either `from`',
      '2:11',
    ],
    [`{${BODY},\n "codes": {"form": "a"}}`, 'a mapping has no `form` in `codes`', '2:12'],
    [`{${BODY},\n "shipping": {"fields": {"amount": 5}}}`, '`shipping.fields.amount` must be', '2:36'],
    [`{${BODY},\n "shipping": {"fields": {"id": "a"}}}`, '`shipping.fields` lacks `amount`', '2:25'],
    [`{${BODY},\n "customer": {"others": "all"}}`, '`customer.others` must be "keep" or "ignore"', '2:25'],
    [`{${BODY},\n "delimiter": "ab"}`, '`delimiter` must be one character, found "ab"', '2:15'],
  ])('%s', async (text, sentence, place) => {
    const ran = await mapping(text);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain(`error: ${sentence}`);
    expect(ran.err).toContain(`--> map.json:${place}\n`);
  });

  test('that is no JSON says where', async () => {
    const ran = await mapping('{"a": 1,}');
    expect([ran.code, ran.err]).toEqual([
      2,
      'error: `map.json` is not JSON: line 1, column 9: expected a name in quotation marks, found `}`\n',
    ]);
  });

  test('any JSON is read or refused, never a fault', async () => {
    const property = fc.asyncProperty(fc.json({ maxDepth: 4 }), async (text) => {
      expect([0, 1, 2]).toContain((await mapping(text)).code);
    });
    await fc.assert(property, { numRuns: 100 });
  });
});
