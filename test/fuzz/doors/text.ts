import type { Random } from '../../support/generate/random.js';

/** A word, a text in quotes, a number, a stretch of spaces, or one sign. */
const TOKEN = /"[^"\n]*"|[\p{L}_][\p{L}\p{N}_-]*|\d[\d.]*|<=|>=|\s+|[^]/gu;

export function tokensOf(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** What breaks readers of text. */
export const HOSTILE: readonly string[] = [
  ['\0', '\uD800', '\uDC00', '\u202E', '\u2066', '\u200B', '\uFEFF', '\u009B31m', '\u001B[2J', '\u0085'],
  ['\u2028', '\r', '\n', '\r\n', '\t', '"', '""', "'", '`', '\\', '\\u{202e}', '\\u{0}', '\\u{110000}'],
  ['=cmd|"/c calc"!A0', '+1', '-1', '@SUM(A1)', '%s%n', '${7*7}', '../../etc/passwd', '//', '/*', '#'],
  ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'null', 'NaN', 'Infinity'],
  ['-0', '0', '1e999', '1e-999', '0x10', '1_000', '00', '1.', '.5', '99999999999999999999', '9'.repeat(400)],
  [
    '90071992547409.91',
    '90071992547409.92',
    '9007199254740992',
    '0.000001',
    '0.0000001',
    '100%',
    '101%',
    '0%',
  ],
  ['９９', '٣', '１５％', '“x”', '🙂', 'e\u0301', 'é', 'İ', 'ß', 'ǆ', 'a'.repeat(300), '('.repeat(120), ')'],
].flat();

/** A text with a few of its tokens changed. */
export function mutatedText(text: string, words: readonly string[], random: Random): string {
  let tokens = tokensOf(text);
  for (let left = random.pick([0, 1, 1, 1, 2, 3, 6]); left > 0; left -= 1)
    tokens = mutation(random)(tokens, words, random);
  return tokens.join('');
}

type Mutation = (tokens: readonly string[], words: readonly string[], random: Random) => readonly string[];

const MUTATIONS: readonly (readonly [weight: number, mutation: Mutation])[] = [
  [3, (tokens, _, random) => tokens.toSpliced(at(tokens, random), random.int(1, 6))],
  [2, (tokens, _, random) => tokens.toSpliced(at(tokens, random), 0, ...stretch(tokens, random))],
  [4, (tokens, words, random) => tokens.toSpliced(at(tokens, random), 1, random.pick(words))],
  [2, (tokens, words, random) => tokens.toSpliced(at(tokens, random), 0, ` ${random.pick(words)} `)],
  [3, (tokens, _, random) => tokens.toSpliced(at(tokens, random), 1, random.pick(HOSTILE))],
  [2, swapped],
  [1, repeated],
  [1, (tokens, _, random) => tokens.slice(0, at(tokens, random))],
  [2, otherNumber],
];

const WEIGHTED: readonly Mutation[] = MUTATIONS.flatMap(([weight, mutate]) =>
  Array.from({ length: weight }, () => mutate),
);

function mutation(random: Random): Mutation {
  return random.pick(WEIGHTED);
}

function at(tokens: readonly string[], random: Random): number {
  return random.int(0, Math.max(0, tokens.length - 1));
}

function stretch(tokens: readonly string[], random: Random): readonly string[] {
  const from = at(tokens, random);
  return tokens.slice(from, from + random.int(1, 20));
}

function swapped(tokens: readonly string[], _: readonly string[], random: Random): readonly string[] {
  if (tokens.length === 0) return tokens;
  const [one, other] = [at(tokens, random), at(tokens, random)];
  return tokens.with(one, tokens[other] ?? '').with(other, tokens[one] ?? '');
}

/** A stretch that stands many times. */
function repeated(tokens: readonly string[], _: readonly string[], random: Random): readonly string[] {
  const once = stretch(tokens, random);
  const times = random.pick([10, 100]);
  return tokens.toSpliced(at(tokens, random), 0, ...Array.from({ length: times }, () => once).flat());
}

function otherNumber(tokens: readonly string[], _: readonly string[], random: Random): readonly string[] {
  const places = tokens.flatMap((token, place) => (/^\d/.test(token) ? [place] : []));
  if (places.length === 0) return tokens;
  const place = random.pick(places);
  return tokens.with(place, numberNear(tokens[place] ?? '0', random));
}

/** A number like the one that stands there: nothing, one, many, with more decimals, or close by. */
function numberNear(text: string, random: Random): string {
  const kinds = ['0', '1', '2', '0.01', '1000000', `${text}0`, `${text}.5`, `0${text}`, text.slice(1) || '7'];
  return random.pick([...kinds, String(Number.parseInt(text, 10) + random.int(-2, 2)).replace('-', '')]);
}
