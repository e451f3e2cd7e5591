import { expect, test } from 'vitest';
import { compile } from '../../src/check/compile.js';
import { diagnose, mistakes, rulesetOf } from './support.js';

const items = (csv: string): readonly unknown[] => {
  const text =
    'currency CNY\nlet core = values from "core.csv"\npromotion p on lines where sku in core take 1 off';
  const lines = rulesetOf(text, { 'core.csv': csv }).promotions[0]?.scope.lines;
  return lines?.op === 'in' ? lines.items.map((item) => 'value' in item && item.value) : [];
};

test('a value list is one column, or the first of several below a header', () => {
  expect(items('A\nB\n\nC')).toEqual(['A', 'B', 'C']);
  expect(items('\uFEFFA\r\nB\r\n')).toEqual(['A', 'B']);
  expect(items('sku,name\nA,"x, y"\n"B ""1""",z\n')).toEqual(['A', 'B "1"']);
});

test('a value twice is a warning at its line in the file', () => {
  const text =
    'currency CNY\nlet core = values from "core.csv"\npromotion p on lines where sku in core take 1 off';
  const [found, ...others] = diagnose(text, { 'core.csv': 'A\r\nB\r\n"A"\r\n' });
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    code: 'RK1046',
    severity: 'warning',
    file: 'core.csv',
    line: 3,
    column: 1,
    endColumn: 4,
  });
});

test('an empty list is never in', () => {
  const text =
    'currency CNY\nlet core = values from "core.csv"\npromotion p on lines where sku in core take 1 off';
  expect(mistakes(text, { 'core.csv': '' })).toEqual(['RK1079 on lines where sku in core']);
});

const TABLE = `currency CNY
line has store text
table t = "t.csv" with store text, off money, rate optional number, kind one of a, b, on flag, from-day optional time
promotion p on lines where store is row.store for each row of t take row.off off`;

test('a table is read by its header; its values are those a cart would carry', () => {
  const csv = 'off,x,store,kind,on,rate,from-day\n5.00,,S1,a,true,0.50,2026-01-01\n8,,"S,2",b,false,,\n';
  const compiled = compile(TABLE, { host: { read: () => csv } });
  expect(compiled.diagnostics.map(({ code }) => code)).toEqual([]);
});

test('a bad row is reported with line and column of the CSV', () => {
  const csv = 'store,off,rate,kind,on,from-day\nS1,5.005,x,c,yes,2026-02-30\n,,,,,\n';
  const found = diagnose(TABLE, { 't.csv': csv }).filter(({ file }) => file === 't.csv');
  expect(found.map(({ code, column, endColumn, line }) => [code, line, column, endColumn])).toEqual([
    ['RK1044', 2, 4, 9],
    ['RK1044', 2, 10, 11],
    ['RK1044', 2, 12, 13],
    ['RK1044', 2, 14, 17],
    ['RK1071', 2, 18, 28],
    ['RK1044', 3, 1, 1],
    ['RK1044', 3, 2, 2],
    ['RK1044', 3, 4, 4],
    ['RK1044', 3, 5, 5],
  ]);
  expect(found[0]?.message).toBe('`5.005` cannot stand in the column `off`');
});

test('a header lacks a column, quotes do not match, rows share a key', () => {
  expect(mistakes(TABLE, { 't.csv': 'stroe,off,kind,on,rate,from-day\n' })).toEqual(['RK1045 store']);
  expect(mistakes(TABLE, { 't.csv': 'store\n"S1' })).toEqual(['RK1043 "S1']);
  expect(
    mistakes(TABLE, { 't.csv': 'store,off,rate,kind,on,from-day\nS1,1,,a,true,\nS1,2,,a,true,\n' }),
  ).toEqual(['RK1049 for each row of t']);
});

test('imports come before, each file once, paths beside the file that names them', () => {
  const files = {
    'a/one.reckon':
      'import "sub/two.reckon"\nimport "../b/three.reckon"\npromotion one take limit-of-two off',
    'a/sub/two.reckon': 'import "../../b/three.reckon"\nlet limit-of-two = 2\npromotion two take 1 off',
    'b/three.reckon':
      'currency CNY\nlet skus = values from "skus.csv"\npromotion three on lines where sku in skus take 1 off',
    'b/skus.csv': 'A\nB',
  };
  const text = 'promotion root take 1 off\nimport "a/one.reckon"\nimport "./b/../b/three.reckon"';
  expect(mistakes(text, files)).toEqual([]);
  expect(rulesetOf(text, files).promotions.map(({ id }) => id)).toEqual(['three', 'two', 'one', 'root']);
});

test('a mistake in an imported file is reported there, a missing one at its import', () => {
  const found = diagnose('currency CNY\nimport "a.reckon"\nimport "b.reckon"\npromotion q take 1 off', {
    'a.reckon': 'promotion p\n  take x off\npromotion q take 1 off',
  });
  expect(found.map(({ code, file, line }) => [code, file, line])).toEqual([
    ['RK1040', 'rules.reckon', 3],
    ['RK1002', 'rules.reckon', 4],
    ['RK1001', 'a.reckon', 2],
  ]);
  expect(found[1]?.help).toContain('on line 3 of a.reckon');
});

test('imports in a circle end', () => {
  const files = { 'a.reckon': 'import "b.reckon"', 'b.reckon': 'import "a.reckon"\nimport "b.reckon"' };
  expect(mistakes('currency CNY\nimport "a.reckon"\npromotion p take 1 off', files)).toEqual([
    'RK1041 "a.reckon"',
    'RK1041 "b.reckon"',
  ]);
});

test('a host that always has another file ends too', () => {
  let count = 0;
  const read = (): string => `import "f${(count += 1)}.reckon"`;
  const { diagnostics } = compile('currency CNY\nimport "x.reckon"\npromotion p take 1 off', {
    host: { read },
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(['RK1042']);
});

test('a host that throws, or gives no text, has no file', () => {
  const text =
    'currency CNY\nimport "x.reckon"\nlet v = values from "y.csv"\npromotion p on lines where sku in v take 1 off';
  const hosts = [
    (): string => {
      throw new Error('no disk');
    },
    (): undefined => undefined,
    (): string => 7 as unknown as string,
  ];
  for (const read of hosts) {
    const { diagnostics } = compile(text, { host: { read } });
    expect(diagnostics.map(({ code }) => code)).toEqual(['RK1040', 'RK1040']);
  }
});
