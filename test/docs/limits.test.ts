import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { cartMessages } from '../../src/cart/messages.js';
import { messages } from '../../src/diagnostics/messages.js';
import { type CartInput, compile, format, load, type Plan, planOf } from '../../src/index.js';
import { CART_LIMITS, FILE_LIMITS, PLAN_LIMITS, RULE_LIMITS } from '../../src/limits.js';
import { sealed } from '../plan/support.js';

const DOCS = new URL('../../docs/', import.meta.url);
const page = readFileSync(new URL('limits.md', DOCS), 'utf8');

interface Row {
  readonly name: string;
  readonly most: string;
  readonly told: string;
}

const rows: readonly Row[] = Array.from(
  page.matchAll(/^\| `(\w+\.\w+)`: [^|]+ \| ([\d,]+) \| [^|]+ \| ([^|]+) \|$/gm),
  ([, name = '', most = '', told = '']) => ({ name, most, told }),
);

const LIMITS: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries({ RULE: RULE_LIMITS, CART: CART_LIMITS, PLAN: PLAN_LIMITS, FILE: FILE_LIMITS }).flatMap(
    ([group, limits]) =>
      Object.entries(limits).map(([name, most]): [string, number] => [`${group}.${name}`, most]),
  ),
);

describe('the page on limits', () => {
  it('lists every limit', () => {
    expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(Object.keys(LIMITS)));
  });

  it.each(rows)('$name: says the number that is held, and a code there is', ({ most, name, told }) => {
    expect(most).toBe(LIMITS[name]?.toLocaleString('en'));
    for (const code of told.match(/R[KC]\d{4}(?=[\],]|$)/g) ?? [])
      expect(code in messages || code in cartMessages).toBe(true);
    for (const [, file = ''] of told.matchAll(/\]\((errors\/[^)]+)\)/g))
      expect(existsSync(new URL(file, DOCS))).toBe(true);
    expect(told).toMatch(/R[KCP]\d{4}|exit 2|no hint/);
  });
});

// Each limit of rules is reached, and passed by one ----------------------------------------------------------------

const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('');

function codes(text: string, files: Readonly<Record<string, string>> = {}): readonly string[] {
  return compile(`currency CNY\n${text}`, { host: { read: (path) => files[path] } }).diagnostics.map(
    ({ code }) => code,
  );
}

const { bundle, cells, diagnostics, name, promotions, quoted, search, text } = RULE_LIMITS;

const TABLE = 'table t = "t.csv" with a text\n';
const parts = (count: number): string =>
  Array.from({ length: count }, (_, at) => `1 of sku "${at}"`).join(', ');

test.each<[what: string, code: string, at: string, beyond: string]>([
  ['a name', 'RK0014', `let ${'a'.repeat(name)} = 5`, `let ${'a'.repeat(name + 1)} = 5`],
  ['a name in backticks', 'RK0014', `let \`${'a'.repeat(name)}\` = 5`, `let \`${'a'.repeat(name + 1)}\` = 5`],
  ['a text', 'RK0015', `let a = "${'x'.repeat(quoted)}"`, `let a = "${'x'.repeat(quoted + 1)}"`],
  ['a search limit', 'RK1036', `default search limit ${search}`, `default search limit ${search + 1}`],
  [
    'a bundle',
    'RK1085',
    `promotion p bundle ${parts(bundle)} pay 9.00`,
    `promotion p bundle ${parts(bundle + 1)} pay 9.00`,
  ],
])('%s may have so much, and no more', (_what, code, at, beyond) => {
  expect(codes(at)).not.toContain(code);
  expect(codes(beyond)).toContain(code);
});

test('a rule file may have so many characters, and no more', () => {
  const file = (length: number): string => 'currency CNY\n'.padEnd(length, ' ');
  expect(compile(file(text)).ok).toBe(true);
  expect(compile(file(text + 1)).diagnostics.map(({ code }) => code)).toContain('RK0013');
  expect(format(file(text + 1))).toMatchObject({ ok: false, diagnostics: [{ code: 'RK0013' }] });
});

test('files that are compiled together may have so many, and no more', () => {
  const half = '# '.padEnd(text / 2, 'x');
  const files = { 'a.reckon': half, 'b.reckon': half };
  expect(codes('import "a.reckon"', files)).toEqual([]);
  expect(codes('import "a.reckon"\nimport "b.reckon"', files)).toEqual(['RK1051']);
});

test('a table may have so many cells and characters, and no more', () => {
  const row = `${'x,'.repeat(99)}x\n`;
  const table = (length: number): string => `a${',y'.repeat(99)}\n${row.repeat(length / 100 - 1)}`;
  expect(codes(TABLE, { 't.csv': table(cells) })).toEqual([]);
  expect(codes(TABLE, { 't.csv': `${table(cells)}x\n` })).toEqual(['RK1050']);
  expect(codes(TABLE, { 't.csv': 'a\n'.padEnd(text + 1, 'x') })).toEqual(['RK1050']);
});

test('rules may have so many promotions, and no more', () => {
  const rules = (count: number): string => many(count, (at) => `tag x promotion p${at} ship free\n`);
  expect(codes(rules(promotions + 1).replaceAll('tag x ', ''))).toContain('RK1084');
});

test('so many errors are told, and so many warnings and notes; errors are never crowded out', () => {
  const unknown = many(diagnostics + 5, (at) => `promotion p${at} take a${at} off\n`);
  const found = codes(unknown);
  expect(found.filter((code) => code !== 'RK1052')).toHaveLength(diagnostics);
  expect(found.at(-1)).toBe('RK1052');
  const twice = many(diagnostics + 5, () => 'S1\n');
  const warned = codes('let v = values from "v.csv"\npromotion p on lines where sku in v take b off', {
    'v.csv': twice,
  });
  expect(warned).toContain('RK1052');
  expect(warned.filter((code) => code === 'RK1046')).toHaveLength(diagnostics);
  expect(warned.some((code) => code === 'RK1001')).toBe(true);
});

// Plans ------------------------------------------------------------------------------------------------------------

function planWith(change: (rules: Record<string, unknown>) => void): Plan {
  const compiled = compile('currency CNY\npromotion p when left > 5.00 take 5.00 off');
  if (!compiled.ok) throw new Error('no plan');
  const rules = JSON.parse(JSON.stringify(planOf(compiled.ruleset).rules)) as Record<string, unknown>;
  change(rules);
  return sealed(rules);
}

/** A plan whose condition stands in so many others: each is an object in a list. */
function deepPlan(depth: number): Plan {
  return planWith(({ promotions: all }) => {
    const [first] = all as [{ when: unknown }];
    for (let left = depth; left > 0; left -= 1) first.when = { op: 'and', parts: [first.when] };
  });
}

test('a plan may be nested so deep, is then priced, and no deeper', () => {
  const cart: CartInput = {
    currency: 'CNY',
    at: '2026-11-11T00:30:00+08:00',
    lines: [{ id: '1', sku: 'A', quantity: 1, price: '60.00' }],
  };
  // Six levels are the plan, its rules, their promotions, one of them, its comparison and what is compared.
  const most = (PLAN_LIMITS.depth - 6) / 2;
  const loaded = load(deepPlan(most));
  expect(loaded.ok ? loaded.pricer.price(cart).ok : loaded.error).toBe(true);
  const deeper = load(deepPlan(most + 1));
  expect(!deeper.ok && deeper.error.code).toBe('RP0001');
});

test('a plan may ask for no larger search than a rule file', () => {
  const asking = (searchLimit: number): boolean =>
    load(planWith((rules) => void (rules['searchLimit'] = searchLimit))).ok;
  expect(asking(search)).toBe(true);
  expect(asking(search + 1)).toBe(false);
});
