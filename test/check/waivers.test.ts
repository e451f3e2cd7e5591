import { expect, test } from 'vitest';
import { compile } from '../../src/check/compile.js';
import { underlined } from './support.js';

function findings(
  rules: string,
  lints = true,
  files: Readonly<Record<string, string>> = {},
): readonly string[] {
  const text = `currency CNY\n${rules}`;
  const { diagnostics } = compile(text, { lints, host: { read: (path) => files[path] } });
  return diagnostics.map(
    (found) => `${found.code} ${found.file === 'rules.reckon' ? underlined(found, text) : found.file}`,
  );
}

const CLOSE = 'promotion a\n  spend 200.00 take 150.00 off\n';
const FOUND = ['RK2002 take 150.00 off'];

test.each([
  ['above the promotion', `# accept RK2002: the brand pays\n${CLOSE}`],
  ['above it, with other comments between', `# accept RK2002: the brand pays\n# and pays well\n${CLOSE}`],
  ['at the end of its line', 'promotion a # accept RK2002: the brand pays\n  spend 200.00 take 150.00 off\n'],
  ['above the clause', 'promotion a\n  # accept RK2002: the brand pays\n  spend 200.00 take 150.00 off\n'],
  [
    'above a clause of two lines',
    'promotion a\n  # accept RK2002: yes\n  spend 200.00\n    take 150.00 off\n',
  ],
  [
    'at the end of the clause',
    'promotion a\n  spend 200.00 take 150.00 off # accept RK2002: the brand pays\n',
  ],
  ['for the file', `# accept RK2002 in this file: all are paid for by the brand\n\n${CLOSE}`],
  ['with signs of another width', `# accept RK2002：品牌承担\n${CLOSE}`],
  ['in small letters', `# Accept rk2002: the brand pays\n${CLOSE}`],
])('a finding is accepted %s', (_, rules) => {
  expect(findings(rules)).toEqual([]);
});

test.each([
  ['a blank line apart', `# accept RK2002: the brand pays\n\n${CLOSE}`],
  ['above another promotion', `# accept RK2002: the brand pays\npromotion b give 1 of "A"\n${CLOSE}`],
  ['below', `${CLOSE}# accept RK2002: the brand pays\n`],
  ['for another code', `# accept RK2004: the brand pays\n${CLOSE}`],
])('not %s', (_, rules) => {
  const code = rules.includes('RK2004') ? 'RK2004' : 'RK2002';
  expect(findings(rules).toSorted()).toEqual([...FOUND, `RK2903 ${code}`].toSorted());
});

test('several findings at once, each of which must be there', () => {
  const rules = `timezone UTC\n# accept RK2002, RK2107: a gift of the brand\npromotion a\n  active from 2026-01-01\n  spend 200.00 take 150.00 off\n`;
  expect(findings(rules)).toEqual([]);
  expect(findings(rules.replace('  active from 2026-01-01\n', ''))).toEqual(['RK2903 RK2107']);
});

test('a reason is asked for, and accepted all the same', () => {
  expect(findings(`# accept RK2002\n${CLOSE}`)).toEqual(['RK2901 RK2002']);
  expect(findings(`# accept RK2002:  \n${CLOSE}`)).toEqual(['RK2901 RK2002']);
  expect(findings(`# accept RK2002 the brand pays\n${CLOSE}`)).toEqual(['RK2901 RK2002']);
});

test('codes that do not exist and errors cannot be accepted', () => {
  expect(findings(`# accept RK2999: why not\n${CLOSE}`)).toEqual(['RK2902 RK2999', ...FOUND]);
  expect(findings(`# accept RK1063: why not\n${CLOSE}`)).toEqual(['RK2902 RK1063', ...FOUND]);
  const wrong = '# accept RK1001: why not\npromotion a\n  when customer.x is 3\n  take 1 off\n';
  expect(findings(wrong)).toEqual(['RK1001 x']);
});

test('a warning of the checker is accepted whether or not lints run; what is wrong with comments is told with lints alone', () => {
  const rules = '# accept RK1079: for later\npromotion a\n  on lines where quantity < 1\n  take 1 off\n';
  expect(findings(rules, false)).toEqual([]);
  expect(findings(rules, true)).toEqual([]);
  expect(findings(`# accept RK2002: the brand pays\n${rules}`, false)).toEqual([]);
});

test('an import accepts its own findings, and its comments are not looked at from outside', () => {
  const files = { 'b.reckon': `# accept RK2002: the brand pays\n${CLOSE}# accept RK2004: nothing\n` };
  expect(findings('import "b.reckon"\n', true, files)).toEqual([]);
  expect(findings('import "b.reckon"\n', true, { 'b.reckon': CLOSE })).toEqual(['RK2002 b.reckon']);
});

test.each([
  '# accept returns within 30 days',
  '# we accept RK2002: yes',
  '# accepted RK2002: yes',
  '# accept: RK2002',
])('%s is a comment like others', (comment) => {
  expect(findings(`${comment}\n${CLOSE}`)).toEqual(FOUND);
});
