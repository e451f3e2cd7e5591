import { expect, test } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { frame } from '../../src/diagnostics/frame.js';
import { SourceText } from '../../src/diagnostics/source.js';

/** The frame of a mistake over the part of a text between `[` and `]`. */
function drawn(marked: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const source = new SourceText('sale.reckon', marked.replace('[', '').replace(']', ''));
  return frame(diagnostic('RK0034', source, start, end, { right: '15%' }), source);
}

/** The line of source and the line of marks alone. */
function marks(marked: string): readonly string[] {
  return drawn(marked)
    .split('\n')
    .slice(3, 5)
    .map((line) => line.replace(/^ *\d* \| ?/, ''));
}

test('code, message, place, the line with its mark, and the help', () => {
  expect(drawn('promotion a\n  take [15 %] off\n')).toBe(
    [
      'error[RK0034]: `%` stands apart from its number',
      ' --> sale.reckon:2:8',
      '  |',
      '2 |   take 15 % off',
      '  |        ^^^^',
      '  = help: write `15%`',
    ].join('\n'),
  );
});

test('the gutter is as wide as the number of the line', () => {
  expect(
    drawn(`${'\n'.repeat(99)}take [15 %] off`)
      .split('\n')
      .slice(1, 6),
  ).toEqual([
    '   --> sale.reckon:100:6',
    '    |',
    '100 | take 15 % off',
    '    |      ^^^^',
    '    = help: write `15%`',
  ]);
});

test.each([
  [
    'wide characters',
    'layer 双十一 take [５ ％] off',
    ['layer 双十一 take ５ ％ off', '                  ^^^^^'],
  ],
  ['emojis', 'note "🎁" [x]', ['note "🎁" x', '          ^']],
  ['combining marks', 'é é [x]', ['é é x', '    ^']],
  ['tabs', '\ttake\t[5]\toff', ['  take  5  off', '        ^']],
  ['a tab in the span', 'take [\t] off', ['take    off', '     ^^']],
  ['an empty span', 'take[] off', ['take off', '    ^']],
  ['an empty span at the end of the line', 'take []', ['take', '     ^']],
  ['control characters', 'a\0[b]\u202E\u001B[31m', ['a<U+0000>b<U+202E><U+001B>[31m', '         ^']],
  ['half a character', 'a[\uD83D]b', ['a<U+D83D>b', ' ^^^^^^^^']],
  ['a carriage return', 'take [5] off\r\nnext', ['take 5 off', '     ^']],
])('%s', (_what, marked, lines) => {
  expect(marks(marked)).toEqual(lines);
});

test('of a span over several lines the first line is marked to its end', () => {
  expect(marks('take [5\n  off]')).toEqual(['take 5', '     ^']);
});

test('the end of a file without a last line break', () => {
  expect(drawn('take 5\n[]').split('\n').slice(1, 5)).toEqual([
    ' --> sale.reckon:2:1',
    '  |',
    '2 |',
    '  | ^',
  ]);
});

test('of a long line the part round the mistake is shown', () => {
  const [line = '', mark = ''] = marks(`${'x'.repeat(5000)}[mistake]${'y'.repeat(5000)}`);
  expect(line).toMatch(/^…x{40}mistakey+…$/);
  expect(line.length).toBeLessThan(130);
  expect(mark).toBe(`${' '.repeat(41)}^^^^^^^`);
});

test('a long span is cut', () => {
  const [line = '', mark = ''] = marks(`[${'x'.repeat(5_000_000)}]`);
  expect(line).toMatch(/^x+…$/);
  expect(mark).toMatch(/^\^+$/);
  expect(line.length).toBeLessThan(130);
});

test('a character at the edge of the window is not halved', () => {
  for (const shift of ['', 'x']) {
    const [line = ''] = marks(`${shift}${'🎁'.repeat(200)}[x]${'🎁'.repeat(200)}`);
    expect(line).not.toMatch(/<U\+D/);
  }
});
