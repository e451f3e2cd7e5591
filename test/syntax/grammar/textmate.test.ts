import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from 'vitest';
import textmate from 'vscode-textmate';
import { scan } from '../../../src/syntax/lexing/scan.js';
import { Mistakes } from '../../../src/syntax/mistakes.js';
import { KEYWORDS, STATEMENT_WORDS } from '../../../src/syntax/words.js';
import { EXAMPLES, TEXTS } from '../format/texts.js';
import { textMateGrammar } from './textmate.js';

const FILE = new URL('../../../grammar/reckon.tmLanguage.json', import.meta.url);
const TEXT = `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`;

/** `npm run grammar` writes the file anew. */
test('grammar/reckon.tmLanguage.json is what the tables of words say', () => {
  if (process.env['RECKON_WRITE'] === '1') writeFileSync(FILE, TEXT);
  expect(readFileSync(FILE, 'utf8')).toBe(TEXT);
});

/** Its types ask for those of a browser, which this project has none of. */
const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as textmate.IOnigLib & {
  loadWASM(data: Uint8Array): Promise<void>;
};

let grammar: textmate.IGrammar;

beforeAll(async () => {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve(oniguruma),
    loadGrammar: () => Promise.resolve(textmate.parseRawGrammar(TEXT, 'reckon.tmLanguage.json')),
  });
  const loaded = await registry.loadGrammar('source.reckon');
  if (loaded === null) throw new Error('the grammar cannot be loaded');
  grammar = loaded;
});

/** The innermost scope of every character of a text, as an editor sees it. */
function scopesOf(text: string): readonly string[] {
  const scopes: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { ruleStack, tokens } = grammar.tokenizeLine(line, state);
    for (const { endIndex, scopes: stack, startIndex } of tokens) {
      const scope = (stack.at(-1) ?? '').replace(/\.reckon$/, '');
      for (let index = startIndex; index < Math.min(endIndex, line.length); index += 1) scopes.push(scope);
    }
    scopes.push('');
    state = ruleStack;
  }
  return scopes;
}

/** Each word or sign of a line with its scope. */
function highlighted(text: string): string {
  const scopes = scopesOf(text);
  const parts = text.matchAll(/"[^"]*"|#.*|\d[\d.:%-]*|[\p{L}_`][\p{L}\p{N}_`-]*|\S/gu);
  return Array.from(parts, ({ 0: part, index }) => `${part} ${scopes[index]}`).join('\n');
}

/** What each kind of token may be shown as. */
const SCOPES: Readonly<Record<string, RegExp>> = {
  Text: /^string\.|^constant\.character\.escape/,
  Number: /^constant\.numeric$/,
  Percent: /^constant\.numeric\.percentage$/,
  Date: /^constant\.numeric\.date$/,
  Clock: /^constant\.numeric\.clock$/,
  QuotedName: /^variable|^entity|^constant\.other/,
  Identifier: /^variable|^entity|^constant\.other/,
  Comma: /^punctuation/,
  Dot: /^punctuation/,
  Open: /^punctuation/,
  Close: /^punctuation/,
};
const KEYWORD = /^keyword|^storage|^support|^constant|^variable|^entity/;

function wrongScopes(text: string): readonly string[] {
  const scopes = scopesOf(text);
  const { comments, tokens } = scan('', text, new Mistakes('', text));
  const ofTokens = tokens.flatMap(({ endOffset = 0, startOffset, tokenType }) => {
    const allowed = SCOPES[tokenType.name] ?? KEYWORD;
    const own = scopes.slice(startOffset, endOffset + 1);
    const whole = tokenType.name === 'Text' || new Set(own).size === 1;
    return own.every((scope) => allowed.test(scope)) && whole
      ? []
      : [`${text.slice(startOffset, endOffset + 1)}: ${[...new Set(own)].join(' | ')}`];
  });
  const ofComments = comments.flatMap(({ span: { end, start }, text: comment }) =>
    scopes.slice(start, end).every((scope) => scope.startsWith('comment')) ? [] : [comment],
  );
  return [...ofTokens, ...ofComments];
}

test.each(TEXTS.map((text) => [text.split('\n').slice(0, 2).join(' '), text]))(
  'every token is shown as what it is: %s',
  (_, text) => {
    expect(wrongScopes(text)).toEqual([]);
  },
);

test.each(EXAMPLES)('statements, clauses and names of %s', (_, text) => {
  const scopes = scopesOf(text);
  const others = (pattern: RegExp, scope: string): readonly string[] =>
    Array.from(text.matchAll(pattern))
      .filter(({ index }) => scopes[index] !== scope)
      .map(([found]) => found);
  expect(others(/^\p{L}+/gmu, 'keyword.control.statement')).toEqual([]);
  expect(others(/(?<=^(?:promotion|coupon) )\S+/gm, 'entity.name.function.promotion')).toEqual([]);
  expect(others(/(?<=^ {2}layer )\S+/gm, 'entity.name.namespace.layer')).toEqual([]);
  expect(others(/(?<=^ {2})(?:take|spend|every|funded|active|when|on) /gm, 'keyword.control.clause')).toEqual(
    [],
  );
});

describe('keywords', () => {
  const statements: readonly string[] = STATEMENT_WORDS;

  test.each(KEYWORDS)('`%s` is one by itself', (word) => {
    expect(scopesOf(`spend 5 ${word} 6`)[8]).toMatch(/^keyword|^storage|^support|^constant\.language/);
  });

  test.each(KEYWORDS)('`%s` is none inside a longer name', (word) => {
    for (const name of [`${word}-x`, `x-${word}`, `${word}_1`, `价${word}`]) {
      expect(new Set(scopesOf(`when ${name} > 5`).slice(5, 5 + name.length))).toEqual(
        new Set(['variable.other']),
      );
    }
  });

  test.each(KEYWORDS)('`%s` is a name after a point and as a layer', (word) => {
    expect(scopesOf(`when order.${word} > 5`)[11]).toBe('variable.other.property');
    if (!statements.includes(word))
      expect(scopesOf(`  layer ${word}`)[8]).toBe('entity.name.namespace.layer');
  });
});

test('a sample, word by word', () => {
  const sample = `line has store text, cost optional money, tags list of text  # of each line
customer has tier one of none, vip
let core = values from "core.csv"
promotion brand-day "Day \\"one\\" \\q"
  layer item
  active from 2026-11-10 20:00 through 2026-11-11
  when customer.tier is vip and left >= 15% of 300.00
  spend 300.00 take min(5, \`x y\`) off
`;
  expect(highlighted(sample)).toMatchSnapshot();
});
