import { distance } from 'fastest-levenshtein';
import type { Keyword } from './words.js';

/** Words of other tools and habits, and what they are called here. */
const ALIASES: ReadonlyMap<string, Keyword> = new Map([
  ['promo', 'promotion'],
  ['rule', 'promotion'],
  ['discount', 'promotion'],
  ['voucher', 'coupon'],
  ['const', 'let'],
  ['var', 'let'],
  ['set', 'let'],
  ['include', 'import'],
  ['test', 'scenario'],
  ['assert', 'guarantee'],
  ['if', 'when'],
  ['where', 'when'],
  ['plus', 'also'],
  ['max', 'capped'],
  ['limited', 'capped'],
  ['equals', 'is'],
  ['isnt', 'is'],
  ['contains', 'has'],
  ['minus', 'off'],
]);

/** The keyword that a word was probably meant to be, out of those that may stand in its place. */
export function nearestKeyword(found: string, expected: readonly Keyword[]): Keyword | undefined {
  const word = found.normalize('NFKC').toLowerCase();
  const alias = ALIASES.get(word);
  if (alias !== undefined && expected.includes(alias)) return alias;
  let best: Keyword | undefined;
  let least = mostSteps(word) + 1;
  for (const candidate of expected) {
    const steps = word.length >= 4 && candidate.startsWith(word) ? 1 : distance(word, candidate);
    if (steps < least && steps < candidate.length / 2) [best, least] = [candidate, steps];
  }
  return best;
}

/** Short words have many neighbours: only the longer ones may differ in more letters. */
function mostSteps(word: string): number {
  if (word.length <= 4) return 1;
  return word.length <= 8 ? 2 : 3;
}
