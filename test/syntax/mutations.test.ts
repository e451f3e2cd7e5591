import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/index.js';
import { RUNS } from '../support/runs.js';
import { everySpan } from './support.js';

const TEXTS = ['../fixtures/at-a-glance.reckon', './fixtures/every-form.reckon'].map((path) =>
  readFileSync(new URL(path, import.meta.url), 'utf8'),
);

/** Twenty mutations for each case of a property, so that 1,000 cases are 20,000 mutations. */
const MUTATIONS = 20 * RUNS;

const TOKEN = /"[^"\n]*"|[\p{L}_][\p{L}\p{N}_-]*|\d[\d.:%-]*|<=|>=|\s+|[^]/gu;

/** How many tokens of a text are mutated at a time: enough for what stands round a mistake to be read, too. */
const STRETCH = 120;

const ALL = TEXTS.flatMap((text) => text.match(TOKEN) ?? []);

/** What people and accidents add: signs of other languages, full-width ones, quotes without a partner. */
const FOREIGN = [
  '"',
  '`',
  "'",
  '“',
  '，',
  '％',
  '（',
  '==',
  '!=',
  '&&',
  '!',
  ';',
  '{',
  '}',
  ':',
  '¥',
  '1,000.00',
  '300,00',
  '618-sale',
];
const HOSTILE = [
  '\0',
  '\uD800',
  '\u202E',
  '\uFEFF',
  '\r',
  '\n',
  '//',
  '#',
  '/*',
  '\\',
  '.',
  '(',
  ')',
  ',',
  '…',
  '🙂',
  '15.5.5%',
  '2026-1-5',
];

interface Mutation {
  readonly from: number;
  readonly at: number;
  readonly other: number;
  readonly token: string;
  readonly how: 'delete' | 'duplicate' | 'swap' | 'replace' | 'insert' | 'cut';
}

const mutation: fc.Arbitrary<Mutation> = fc.record({
  from: fc.nat({ max: ALL.length - 1 }),
  at: fc.nat({ max: STRETCH - 1 }),
  other: fc.nat({ max: STRETCH - 1 }),
  token: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...ALL) },
    { weight: 1, arbitrary: fc.constantFrom(...FOREIGN, ...HOSTILE) },
  ),
  how: fc.constantFrom('delete', 'duplicate', 'swap', 'replace', 'insert', 'cut'),
});

function mutate({ at, from, how, other, token }: Mutation): string {
  const text = ALL.slice(from, from + STRETCH);
  const index = at % text.length;
  const [before, here, after] = [text.slice(0, index), text[index] ?? '', text.slice(index + 1)];
  switch (how) {
    case 'delete':
      return [...before, ...after].join('');
    case 'duplicate':
      return [...before, here, here, ...after].join('');
    case 'swap': {
      const tokens = [...text];
      [tokens[index], tokens[other % text.length]] = [tokens[other % text.length] ?? '', here];
      return tokens.join('');
    }
    case 'replace':
      return [...before, token, ...after].join('');
    case 'insert':
      return [...before, token, here, ...after].join('');
    case 'cut':
      return before.join('');
  }
}

test(`no mutation of one token breaks the parser`, () => {
  fc.assert(
    fc.property(mutation, (given) => {
      expectSound(mutate(given));
    }),
    { numRuns: MUTATIONS },
  );
});

test('no text at all breaks the parser', () => {
  const pieces = fc.array(
    fc.oneof(fc.constantFrom(...ALL, ...FOREIGN, ...HOSTILE), fc.string({ unit: 'binary', maxLength: 5 })),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(pieces, (tokens) => {
      expectSound(tokens.join(' '));
      expectSound(tokens.join(''));
    }),
    { numRuns: RUNS },
  );
});

/** The tree is there, every span lies in its parent's, every mistake says something and lies in the text. */
function expectSound(text: string): void {
  const { diagnostics, file } = parse(text);
  everySpan(file, (span, parent) => {
    const { start, end } = parent ?? { start: 0, end: text.length };
    if (!(start <= span.start && span.start <= span.end && span.end <= end)) {
      throw new Error(`span ${span.start}-${span.end} not in ${start}-${end}`);
    }
  });
  for (const { message, help } of diagnostics) {
    expect(`${message} ${help}`).not.toMatch(/something else|undefined|NaN|Token|\{[a-z]+\}/);
  }
  const places = diagnostics.map(({ line, column }) => `${line}:${column}`);
  const twice = diagnostics.filter((_, index) => places.indexOf(places[index] ?? '') !== index);
  expect(
    twice.map((found) =>
      diagnostics
        .filter(({ line, column }) => line === found.line && column === found.column)
        .map(({ code, message }) => `${code} ${message}`),
    ),
  ).toEqual([]);
}
