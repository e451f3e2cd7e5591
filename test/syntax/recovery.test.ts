import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/index.js';
import { mistakes, outline, showExpression } from './support.js';

const TEN = readFileSync(new URL('./fixtures/ten-mistakes.reckon', import.meta.url), 'utf8');

function tree(text: string): readonly string[] {
  return parse(text).file.statements.map(outline);
}

test('a file with twelve mistakes reports twelve, each in one place, each with what to do', () => {
  expect(mistakes(TEN)).toEqual([
    'RK0002 txt',
    'RK0002 promotoin',
    'RK0021 “Brand day”',
    'RK0036 2026-9-28',
    'RK0050 2026-09-30',
    'RK0027 =',
    'RK0031 1,000.00',
    'RK0056 ship',
    'RK0008 618-sale',
    'RK0034 15 %',
    'RK0032 ¥20',
    'RK0004 customer',
  ]);
  const { diagnostics } = parse(TEN);
  expect(diagnostics.every(({ help }) => help !== '')).toBe(true);
});

test('what was meant is in the tree', () => {
  expect(tree(TEN)).toEqual([
    '(currency code=CNY)',
    '(has carrier=line attributes=[(name=brand type=(word word=text)) (name=category type=(word word=text))])',
    '(has carrier=customer attributes=[(name=tier type=(one-of members=[none vip]))])',
    '(promotion name=brand-day title="Brand day" clauses=[(active parts=[(from time=2026-09-28) (until time=2026-09-30 00:00)]) (on where=(is brand "mijia")) (spend amount=1000.00 offers=[(take amount=50.00 off=scope) (ship)])])',
    '(coupon name=618-sale clauses=[(offers offers=[(take amount=15% off=scope limits=[(capped amount=20)])])])',
    '(promotion name=member damaged clauses=[(offers offers=[(take amount=5% off=scope)])])',
  ]);
});

test('a promotion says that a clause of it is lost', () => {
  const damaged = (text: string): readonly unknown[] =>
    parse(text).file.statements.map((statement) => 'damaged' in statement);
  expect(damaged('promotion a take 5 off promotion b layer promotion c bogus take 5 off')).toEqual([
    false,
    true,
    true,
  ]);
});

test('a broken clause loses nothing but itself', () => {
  expect(tree('promotion a\n  layer b\n  when 5 +\n  take 5 off\n  funded by')).toEqual([
    '(promotion name=a damaged clauses=[(layer name=b) (offers offers=[(take amount=5 off=scope)])])',
  ]);
  expect(mistakes('promotion a\n  layer b\n  when 5 +\n  take 5 off\n  funded by')).toEqual([
    'RK0001 ',
    'RK0001 ',
  ]);
});

test('a broken statement loses nothing but itself', () => {
  expect(tree('currency\nlet a\nlet b = 5\ndefault\nimport\nscenario\nlet c = 6')).toEqual([
    '(currency code=)',
    '(let name=a value=?)',
    '(let name=b value=5)',
    '(default setting=?)',
    '(import path="")',
    '(scenario title="")',
    '(let name=c value=6)',
  ]);
});

test('a broken element of a list loses nothing but itself', () => {
  expect(tree('line has a text, b 5, c one of x, y\nlayers d, 5, e best 6, f')).toEqual([
    '(has carrier=line attributes=[(name=a type=(word word=text)) (name=b type=?) (name=c type=(one-of members=[x y]))])',
    '(layers layers=[(name=d) (name=) (name=e words=[(best)]) (name=f)])',
  ]);
});

test('a broken line of a cart loses nothing but itself', () => {
  const [scenario] = tree('scenario "x"\n  cart\n    1 of "A" 5.00\n    2 of "B" at 6.00\n  expect pay 6.00');
  expect(scenario).toBe(
    '(scenario title="x" parts=[(cart lines=[(quantity=2 sku="B" price=6.00)]) (expect expectation=(pay amount=6.00))])',
  );
});

test('mistakes on one line are found as on many', () => {
  const text = 'promotion a layer take 5 of when x promotion b take 5 off funded by 5 promotion c take 5 off';
  expect(tree(text).map((each) => each.slice(0, 17))).toEqual([
    '(promotion name=a',
    '(promotion name=b',
    '(promotion name=c',
  ]);
  expect(mistakes(text)).toEqual(['RK0001 take', 'RK0001 of', 'RK0001 5']);
});

test('a condition on a new line is no clause', () => {
  const text = 'promotion a\n  when customer.tier ! vip\n    and price > 5\n    or unit is 6\n  take 5 off';
  expect(mistakes(text)).toEqual(['RK0027 !']);
});

test('clauses without a promotion are read for the mistakes in them', () => {
  const text =
    'bogus a\n  take 5 of\n  funded by\n  limit 1 per customer\nfoo b\n  take 6% off\ncurrency CNY';
  expect(mistakes(text)).toEqual(['RK0003 bogus', 'RK0001 of', 'RK0001 ', 'RK0003 foo']);
  expect(tree(text)).toEqual(['(currency code=CNY)']);
});

test('what a lost quote or a dropped sign disturbs on its line is not reported as well', () => {
  expect(mistakes('promotion a\n  on lines where brand in "x, "y"\n  take 5 off')).toEqual([
    'RK0004 y',
    'RK0020 "',
  ]);
  expect(mistakes('promotion a\n  take @ 5 off\n  when ^ ^\n  take 6 off')).toEqual([
    'RK0025 @',
    'RK0025 ^',
    'RK0025 ^',
  ]);
});

test('a part that is lost is missing, and stands where it should have been', () => {
  const [statement] = parse('let a = 5 * (').file.statements;
  if (statement?.kind !== 'let' || statement.value.kind === 'values-from') throw new Error('no let');
  expect(showExpression(statement.value)).toBe('?');
  expect(statement.value.span).toMatchObject({ start: 13, end: 13 });
});
