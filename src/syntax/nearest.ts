import { distance } from 'fastest-levenshtein';
import type { Keyword } from './words.js';

/** Words of other tools and habits, and what they are called here. */
const ALIASES: ReadonlyMap<string, Keyword> = new Map([
  ['promo', 'promotion'],
  ['rule', 'promotion'],
  ['voucher', 'coupon'],
  ['const', 'let'],
  ['var', 'let'],
  ['set', 'let'],
  ['include', 'import'],
  ['test', 'scenario'],
  ['assert', 'guarantee'],
  ['if', 'when'],
  ['plus', 'also'],
  ['limited', 'capped'],
  ['equals', 'is'],
  ['contains', 'has'],
]);

/** Words that are no keyword misspelt, though they look like one. */
const NOISE: ReadonlySet<string> = new Set(['then', 'do', 'end', 'the', 'a', 'an']);

/** Longer than any keyword, misspelt or not. */
const LONGEST = 24;

/** The keyword that a word was probably meant to be, out of those that may stand in its place. */
export function nearestKeyword(found: string, expected: readonly Keyword[]): Keyword | undefined {
  const word = found.normalize('NFKC').toLowerCase();
  if (NOISE.has(word) || word.length > LONGEST) return undefined;
  const alias = ALIASES.get(word);
  if (alias !== undefined && expected.includes(alias)) return alias;
  let best: Keyword | undefined;
  let least = mostSteps(word) + 0.5;
  for (const candidate of expected) {
    const steps = stepsTo(word, candidate);
    if (steps < least && steps < candidate.length / 2) [best, least] = [candidate, steps];
  }
  return best;
}

/** Letters to change, less for the commonest slips: two letters swapped, letters left out, the end left out. */
function stepsTo(word: string, candidate: string): number {
  if (word === candidate) return 0;
  if (isSwapped(word, candidate) || (word.length >= 3 && candidate.startsWith(word))) return 0.5;
  const steps = distance(word, candidate);
  return steps === candidate.length - word.length ? steps - 0.5 : steps;
}

function isSwapped(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (word[at] === candidate[at]) at += 1;
  const swapped = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  return swapped === candidate;
}

/** Short words have many neighbours: only the longer ones may differ in more letters. */
function mostSteps(word: string): number {
  if (word.length <= 3) return 0.5;
  if (word.length <= 5) return 1;
  return word.length <= 8 ? 2 : 3;
}
