import { expect, test } from 'vitest';
import type { Expression } from '../../src/syntax/ast.js';
import { parse } from '../../src/syntax/index.js';
import { printExpression } from '../../src/syntax/print.js';
import { mistakes, underlined } from './support.js';

function codes(text: string): readonly string[] {
  return parse(text).diagnostics.map(({ code }) => code);
}

function value(text: string): Expression {
  const [statement] = parse(text).file.statements;
  if (statement?.kind !== 'let' || statement.value.kind === 'values-from') throw new Error('no let');
  return statement.value;
}

const nest = (open: string, inner: string, close: string, times: number): string =>
  `let x = ${open.repeat(times)}${inner}${close.repeat(times)}`;

test.each([
  ['parentheses', '(', '5', ')'],
  ['calls', 'min(', '5', ')'],
  ['negated parentheses', 'not (', 'a', ')'],
  ['sums in parentheses', '(a + ', 'a', ')'],
  ['tests of lines', 'count of lines where (', 'a', ') + 1'],
  ['values in parentheses', 'a in (', 'a', ')'],
  ['percentages', '5% of ', 'list', ''],
  ['`not`', 'not ', 'a', ''],
])(
  '%s may stand inside one another 50 times, and 10,000 times give one diagnostic',
  (_what, open, inner, close) => {
    expect(codes(nest(open, inner, close, 50))).toEqual([]);
    expect(codes(nest(open, inner, close, 10_000))).toEqual(['RK0010']);
  },
);

test('a hundred parentheses are well, one more is not', () => {
  expect(codes(nest('(', '5', ')', 100))).toEqual([]);
  expect(codes(nest('(', '5', ')', 101))).toEqual(['RK0010']);
});

test('what is nested too deep is missing, and the rest is read', () => {
  const text = `${nest('(', '5', ')', 200)} + 6\nlet y = 7 +`;
  expect(printExpression(value(text))).toBe('… + 6');
  expect(codes(text)).toEqual(['RK0010', 'RK0001']);
});

test('10,000 parentheses that nobody closes give one diagnostic', () => {
  expect(codes(nest('(', '', '', 10_000))).toEqual(['RK0010']);
});

test.each([
  ['a + ', 'a'],
  ['a * ', 'a'],
  ['a is "b" or ', 'a'],
  ['not a and ', 'a'],
])('a chain of 100,000 `%s` gives one diagnostic and a tree of bounded depth', (link, end) => {
  const text = `let x = ${link.repeat(100_000)}${end}`;
  expect(codes(text)).toEqual(['RK0011']);
  expect(printExpression(value(text)).length).toBeLessThan(20_000);
});

test('a thousand operators are well, in each clause anew; one more is not', () => {
  const sum = `a${' + a'.repeat(1000)}`;
  expect(
    codes(`let x = ${sum}\nlet y = ${sum}\npromotion p\n  spend ${sum} take 5 off\n  when ${sum} > 5`),
  ).toEqual([]);
  expect(codes(`promotion p\n  spend ${sum} take 5 off\n  when ${sum} + a > 5`)).toEqual(['RK0011']);
});

test('a list may be as long as it likes', () => {
  const list = Array.from({ length: 100_000 }, (_, index) => `"${index}"`).join(', ');
  expect(codes(`promotion p on lines where a in ${list} take 5 off`)).toEqual([]);
});

test.each([
  [
    'promotions',
    Array.from({ length: 30_000 }, (_, index) => `promotion p${index}\n  take 5% off\n`).join(''),
    0,
  ],
  [
    'clauses on one line of 4 MB',
    `promotion p ${'take 5.00 off capped at 10 also '.repeat(130_000)}ship free`,
    0,
  ],
  ['tabs', '\t'.repeat(5_000_000), 0],
  ['a comment', '#'.repeat(5_000_000), 0],
  ['a word', 'a'.repeat(5_000_000), 1],
  ['a name with hyphens', 'a-'.repeat(1_000_000), 1],
  ['a number', '1'.repeat(5_000_000), 1],
  ['numbers with commas', `let x = ${'1,'.repeat(300_000)}1`, 0],
  ['a number with groups', `promotion p take ${'1,'.repeat(300_000)}1 off`, 1],
  ['numbers with hyphens', '1-'.repeat(300_000), 1],
  ['numbers with slashes', '1/'.repeat(300_000), 1],
  ['a quote that nobody closes', `promotion p "${'x'.repeat(5_000_000)}`, 1],
  ['backslashes in a text', `promotion p "${'\\'.repeat(4_000_000)}`, 1],
  ['broken promotions', 'promotion p\n  take of\n'.repeat(30_000), 1001],
  ['keywords', `promotion p ${'take '.repeat(300_000)}`, 1],
  ['broken clauses', `promotion p ${'take 5 '.repeat(200_000)}`, 1001],
  ['semicolons', ';'.repeat(1_000_000), 1001],
  ['curly quotes', '“'.repeat(500_000), 1001],
  ['guillemets', '«'.repeat(300_000), 1],
  ['single quotes', "'".repeat(300_000), 1001],
  ['backticks', '`'.repeat(300_000), 1001],
  ['NUL bytes', '\0'.repeat(500_000), 1001],
  ['lone surrogates', '\uD800'.repeat(500_000), 1001],
  ['emojis', '🙂'.repeat(300_000), 1],
  ['open comments', '/*'.repeat(500_000), 1001],
  ['offers side by side', `promotion p take 5 off ${'ship free '.repeat(50_000)}`, 1001],
  ['parts of a name', `let x = a${'.b'.repeat(300_000)}`, 1],
  ['chained comparisons', `let x = a${' < a'.repeat(50_000)}`, 1001],
  ['layers without commas', `layers ${'a '.repeat(50_000)}`, 1001],
])('%s without end are read', (_what, text, count) => {
  expect(parse(text).diagnostics.length).toBe(count);
});

test('after a thousand mistakes the last diagnostic says that there are more', () => {
  const { diagnostics } = parse(`promotion p ${'; '.repeat(5000)}`);
  expect(diagnostics).toHaveLength(1001);
  expect(diagnostics.at(-1)?.code).toBe('RK0012');
});

test('a message quotes no more of a file than can be read', () => {
  for (const text of ['a'.repeat(10_000), '🙂'.repeat(10_000), `let x = a${'.b'.repeat(10_000)}`]) {
    for (const { message, help } of parse(text).diagnostics) {
      expect(`${message}${help}`.length).toBeLessThan(600);
      expect(message + help).not.toMatch(/\p{Cs}/u);
    }
  }
});

// Characters -------------------------------------------------------------------------------------------------------

test('line breaks of every system, and no text at all', () => {
  const text = 'currency CNY\n\npromotion p\n  take 5 off # five\n';
  const kinds = (source: string): readonly string[] => parse(source).file.statements.map(({ kind }) => kind);
  for (const source of [text, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), `\uFEFF${text}`]) {
    expect(codes(source)).toEqual([]);
    expect(kinds(source)).toEqual(['currency', 'promotion']);
    expect(parse(source).file.comments.map((comment) => comment.text)).toEqual(['# five']);
  }
  for (const source of ['', ' \n\t', '\uFEFF', '# nothing']) expect(codes(source)).toEqual([]);
  expect(parse('').file).toEqual({
    statements: [],
    comments: [],
    span: { file: 'rules.reckon', start: 0, end: 0 },
  });
});

test('lines are counted alike in every system', () => {
  for (const lineBreak of ['\n', '\r\n', '\r']) {
    const [found] = parse(['currency CNY', 'bogus 5', ''].join(lineBreak)).diagnostics;
    expect(found).toMatchObject({ line: 2, column: 1, endLine: 2, endColumn: 6 });
  }
});

test('comments are kept with their spans', () => {
  const text = '# one\ncurrency CNY # two\n  // three\n';
  const { comments } = parse(text).file;
  expect(comments.map(({ span }) => text.slice(span.start, span.end))).toEqual([
    '# one',
    '# two',
    '// three',
  ]);
});

test('spaces of every script separate words', () => {
  expect(codes('promotion\u3000p\u00A0take\u20035\u2028off')).toEqual([]);
});

test.each([
  ['NUL', '\0', 'U+0000'],
  ['a bell', '\u0007', 'U+0007'],
  ['delete', '\u007F', 'U+007F'],
  ['right-to-left override', '\u202E', 'U+202E'],
  ['first strong isolate', '\u2068', 'U+2068'],
  ['half a character', '\uDC00', 'U+DC00'],
  ['the other half', '\uD83D', 'U+D83D'],
  ['a noncharacter', '\uFFFE', 'U+FFFE'],
])('%s is reported wherever it stands', (_what, character, code) => {
  for (const text of [
    `promotion p "a${character}b"`,
    `promotion p ${character} "a"`,
    `promotion \`a${character}b\``,
    `promotion p # a${character}b`,
  ]) {
    const [found, ...rest] = parse(text).diagnostics;
    expect(found).toMatchObject({ code: 'RK0023', message: `hidden character ${code}` });
    expect(rest).toEqual([]);
    expect(found && underlined(found, text)).toBe(character);
  }
});

test('texts hold any character by its code', () => {
  const [statement] = parse('let x = "\\u{0}\\u{202e}\\u{1F381}\\u{E9}"').file.statements;
  expect(statement).toMatchObject({ value: { value: '\0\u202E🎁é' } });
});

test('marks of direction and joiners may stand in texts', () => {
  expect(mistakes('promotion p "‏שלום‎ می‌خواهم"')).toEqual([]);
});

test.each([
  ['a name with hyphens', 'tag ', 'a-', 'b'],
  ['a name of letters beyond the first plane', 'tag ', '𠀀', ''],
  ['a number', 'priority ', '1.', '1'],
  ['a text in other quotes', 'note “', 'x ', '”'],
])(
  '%s of ten million characters and more is refused, not matched at any price',
  (_what, open, part, close) => {
    const text = `promotion p ${open}${part.repeat(7_000_000)}${close}`;
    expect(codes(text).length).toBeGreaterThan(0);
  },
);
