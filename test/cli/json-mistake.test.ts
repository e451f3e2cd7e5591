import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonMistake } from '../../src/cli/json-mistake.js';
import { RUNS } from '../support/runs.js';

describe('tells where JSON goes wrong, and how', () => {
  test.each([
    ['', 'line 1, column 1: expected a value, found the end'],
    ['{', 'line 1, column 2: expected a name in quotation marks or `}`, found the end'],
    ['{"a" 1}', 'line 1, column 6: expected `:`, found `1`'],
    ['{"a":}', 'line 1, column 6: expected a value, found `}`'],
    ['{"a":1,}', 'line 1, column 8: expected a name in quotation marks, found `}`'],
    ['{"a":1 "b":2}', 'line 1, column 8: expected `,` or `}`, found a text'],
    ['[1,]', 'line 1, column 4: expected a value, found `]`'],
    ['[1 2]', 'line 1, column 4: expected `,` or `]`, found `2`'],
    ['[,]', 'line 1, column 2: expected a value or `]`, found `,`'],
    ['{a:1}', 'line 1, column 2: expected a name in quotation marks or `}`, found `a`'],
    ["['a']", "line 1, column 2: expected a value or `]`, found `'`"],
    ['[01]', 'line 1, column 2: expected a value or `]`, found `01`'],
    ['[NaN]', 'line 1, column 2: expected a value or `]`, found `NaN`'],
    ['{}{}', 'line 1, column 3: expected nothing more, found `{`'],
    ['1 "a"', 'line 1, column 3: expected nothing more, found a text'],
    [
      '["a\nb"]',
      'line 1, column 2: expected a value or `]`, found a text that is not closed, or holds a wrong escape',
    ],
    [
      '["\\x"]',
      'line 1, column 2: expected a value or `]`, found a text that is not closed, or holds a wrong escape',
    ],
    ['{\r\n  "价格": 1.50\r\n  "数量": 2\r\n}', 'line 3, column 3: expected `,` or `}`, found a text'],
    ['{\n  "price": ＂1＂\n}', 'line 2, column 12: expected a value, found `＂`'],
    ['[\u202e]', 'line 1, column 2: expected a value or `]`, found `\\u{202e}`'],
  ])('%j', (text, expected) => {
    expect(jsonMistake(text)).toBe(expected);
  });

  test('at any depth', () => {
    expect(jsonMistake('['.repeat(1_000_000))).toContain(
      'column 1000001: expected a value or `]`, found the end',
    );
  });

  test('in a text of any length', () => {
    expect(jsonMistake(`["${'\\n'.repeat(5_000_000)}${'a'.repeat(20_000_000)}" 1]`)).toContain(
      'expected `,` or `]`',
    );
  });
});

/** Where `JSON.parse` finds a text well, there is no mistake to tell: the scan reaches its end. */
test('goes wrong nowhere in JSON', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(jsonMistake(json)).toContain('expected nothing more, found the end');
    }),
    { numRuns: RUNS },
  );
});

test('finds a mistake wherever `JSON.parse` does', () => {
  const scraps = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"a"',
      '1',
      '-',
      '0',
      '.',
      'e',
      'true',
      'nul',
      '"',
      '\\',
      '\n',
      ' ',
      '\t',
    ),
  );
  fc.assert(
    fc.property(scraps, (parts) => {
      const text = parts.join('');
      expect(jsonMistake(text).endsWith('expected nothing more, found the end')).toBe(isJson(text));
    }),
    { numRuns: RUNS * 5 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
