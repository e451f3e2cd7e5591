import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AmountExpression, BinaryOperator, Expression, Name, Span } from '../../src/syntax/ast.js';
import { printExpression, printName, printText } from '../../src/syntax/print.js';
import { EXPRESSION_WORDS, KEYWORDS, STATEMENT_WORDS } from '../../src/syntax/words.js';
import { RUNS } from '../support/runs.js';
import { readExpression, withoutSpans } from './support.js';

test.each([
  ['a less than b or c at least d', 'a < b or c >= d'],
  ['(a or b) and not (c and d)', '(a or b) and not (c and d)'],
  ['((a)) or ((b and c))', 'a or b and c'],
  ['not (a is b)', 'not a is b'],
  ['not (not a)', 'not not a'],
  ['a - (b - c) - d', 'a - (b - c) - d'],
  ['(a * b) / (c / d)', 'a * b / (c / d)'],
  ['(a + b) * c', '(a + b) * c'],
  ['(a is b) is c', '(a is b) is c'],
  ['a is (b is c)', 'a is (b is c)'],
  ['a   is   not   b', 'a is not b'],
  ['a not in "x",("y"),(b+1)', 'a not in "x", "y", (b + 1)'],
  ['(a in b) in c', '(a in b) in c'],
  ['15% of (left after item)', '15% of left after item'],
  ['15% of (left - 5)', '15% of (left - 5)'],
  ['(15% of list) * 2', '15% of list * 2'],
  ['15% of (list * 2)', '15% of (list * 2)'],
  ['rate of (10% of list)', 'rate of 10% of list'],
  ['count of lines where (brand is "x") >= 3', 'count of lines where brand is "x" >= 3'],
  ['count of lines where (brand in ("x")) >= 3', 'count of lines where brand in "x" >= 3'],
  ['count of lines where (brand in "x", "y")', 'count of lines where (brand in "x", "y")'],
  ['count of lines where (clearance)', 'count of lines where (clearance)'],
  ['count of lines where (quantity > (2))', 'count of lines where quantity > 2'],
  ['count of lines where (price > list + 1)', 'count of lines where (price > list + 1)'],
  ['count of lines where (not clearance)', 'count of lines where (not clearance)'],
  ['count of sku of lines where labels has "a"', 'count of sku of lines where labels has "a"'],
  ['total of cost of lines where (a and b) + 1', 'total of cost of lines where (a and b) + 1'],
  ['min( a,(b or c) , 5 )', 'min(a, (b or c), 5)'],
  ['`a b`.c + `list`', '`a b`.c + `list`'],
  ['2026-11-11   20:00', '2026-11-11 20:00'],
  ['"a\\"\\u{9}\\u{202E}\\n\\u{7f}"', '"a\\"\\t\\u{202e}\\n\\u{7f}"'],
  ['a starts with "x" and b has c', 'a starts with "x" and b has c'],
])('%s', (text, printed) => {
  expect(printExpression(readExpression(text))).toBe(printed);
});

test('a list prints with commas', () => {
  expect(printExpression(readExpression('"a", 5, (b or c)'))).toBe('"a", 5, (b or c)');
});

test('names and texts', () => {
  const span = { file: '', start: 0, end: 0 };
  expect(printName({ text: 'a b', quoted: true, span })).toBe('`a b`');
  expect(printText('\u{1F381} "\\" \0')).toBe('"\u{1F381} \\"\\\\\\" \\u{0}"');
});

// Any tree -----------------------------------------------------------------------------------------------------------

const span: Span = { file: '', start: 0, end: 0 };
const taken: ReadonlySet<string> = new Set([...EXPRESSION_WORDS, ...STATEMENT_WORDS]);
const word = fc.oneof(
  fc.constantFrom('brand', 'live-price', '价格', '_x', 'a1-b2', 'é'),
  fc.constantFrom(...KEYWORDS.filter((keyword) => !taken.has(keyword))),
);
const bare: fc.Arbitrary<Name> = word.map((text) => ({ text, quoted: false, span }));
const quoted: fc.Arbitrary<Name> = fc
  .oneof(fc.constantFrom(...KEYWORDS), fc.stringMatching(/^[^`\r\n\p{C}]{1,9}$/u))
  .map((text) => ({ text, quoted: true, span }));
const name = fc.oneof({ weight: 3, arbitrary: bare }, { weight: 1, arbitrary: quoted });
const anyName = fc.oneof(
  name,
  fc.constantFrom(...KEYWORDS).map((text) => ({ text, quoted: false, span })),
);

const named: fc.Arbitrary<Expression> = fc.oneof(
  name.map((part) => ({ kind: 'name' as const, parts: [part], span })),
  fc.tuple(name, anyName).map((parts) => ({ kind: 'name' as const, parts, span })),
);
const percent: fc.Arbitrary<Expression> = fc
  .constantFrom('0', '15', '12.50')
  .map((digits) => ({ kind: 'percent', digits, span }));
const literal: fc.Arbitrary<Expression> = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((value) => ({ kind: 'text' as const, value, span })),
  fc.constantFrom('0', '300', '300.00').map((digits) => ({ kind: 'number' as const, digits, span })),
  fc.boolean().map((value) => ({ kind: 'flag' as const, value, span })),
  fc.constantFrom(
    { kind: 'time' as const, date: '2026-11-11', span },
    { kind: 'time' as const, date: '2026-11-11', clock: '20:00', span },
  ),
);
const OPERATORS: readonly BinaryOperator[] = [
  ...(['and', 'or', 'is', 'is-not', 'has', 'starts-with'] as const),
  ...(['<', '<=', '>', '>=', '+', '-', '*', '/'] as const),
];

const { expression } = fc.letrec<{ expression: Expression; amount: AmountExpression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'tree' },
    named,
    literal,
    percent,
    tie('amount'),
    fc.record({
      kind: fc.constant('binary' as const),
      operator: fc.constantFrom(...OPERATORS),
      left: tie('expression'),
      right: tie('expression'),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('in' as const),
      negated: fc.boolean(),
      value: tie('expression'),
      items: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
      span: fc.constant(span),
    }),
    fc.record({ kind: fc.constant('not' as const), operand: tie('expression'), span: fc.constant(span) }),
    fc.record({
      kind: fc.constant('call' as const),
      function: fc.constantFrom('min' as const, 'max' as const),
      arguments: fc.array(tie('expression'), { minLength: 1, maxLength: 3 }),
      span: fc.constant(span),
    }),
    fc.record({
      kind: fc.constant('percent-of' as const),
      percent: fc.oneof(percent, named),
      amount: tie('expression'),
      span: fc.constant(span),
    }),
  ),
  amount: fc
    .record({
      what: fc.constantFrom(...(['list', 'left', 'quantity', 'count', 'skus', 'total'] as const)),
      after: fc.option(name, { nil: undefined }),
      attribute: name,
      where: fc.option(tie('expression'), { nil: undefined }),
    })
    .map(({ after, attribute, what, where }) => ({
      kind: 'amount' as const,
      what,
      ...(what === 'left' && after !== undefined && { after }),
      ...(what === 'total' && { attribute }),
      ...(where !== undefined && { where }),
      span,
    })),
}));

test('what is printed parses to the same tree', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      expect(withoutSpans(readExpression(printExpression(tree)))).toEqual(withoutSpans(tree));
    }),
    { numRuns: RUNS },
  );
});

test('what is printed prints the same again', () => {
  fc.assert(
    fc.property(expression, (tree) => {
      const printed = printExpression(tree);
      expect(printExpression(readExpression(printed))).toBe(printed);
      expect(printed).not.toMatch(/[\r\n]/);
    }),
    { numRuns: RUNS },
  );
});
