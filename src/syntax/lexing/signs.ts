import type { TokenType } from 'chevrotain';
import { Comma, GreaterOrEqual, LessOrEqual, Minus, Slash, Times, words } from '../tokens.js';

/** Signs of other languages, and what stands for them here; the length is that of the tokens they become. */
export const FOREIGN_SIGNS: ReadonlyMap<
  string,
  { readonly right: string; readonly types: readonly TokenType[] }
> = new Map([
  ['=', { right: 'is', types: [words.is] }],
  ['==', { right: 'is', types: [words.is] }],
  ['===', { right: 'is', types: [words.is] }],
  ['!=', { right: 'is not', types: [words.is, words.not] }],
  ['!==', { right: 'is not', types: [words.is, words.not] }],
  ['<>', { right: 'is not', types: [words.is, words.not] }],
  ['≠', { right: 'is not', types: [words.is, words.not] }],
  ['&&', { right: 'and', types: [words.and] }],
  ['&', { right: 'and', types: [words.and] }],
  ['||', { right: 'or', types: [words.or] }],
  ['|', { right: 'or', types: [words.or] }],
  ['!', { right: 'not', types: [words.not] }],
  ['=<', { right: '<=', types: [LessOrEqual] }],
  ['≤', { right: '<=', types: [LessOrEqual] }],
  ['=>', { right: '>=', types: [GreaterOrEqual] }],
  ['≥', { right: '>=', types: [GreaterOrEqual] }],
  ['×', { right: '*', types: [Times] }],
  ['÷', { right: '/', types: [Slash] }],
  ['−', { right: '-', types: [Minus] }],
  ['–', { right: '-', types: [Minus] }],
  ['—', { right: '-', types: [Minus] }],
  ['、', { right: ',', types: [Comma] }],
]);

/** Signs that other languages need and this one does without. */
export const NEEDLESS_SIGNS: ReadonlyMap<string, string> = new Map([
  [';', 'leave it out: a clause ends where the next one begins'],
  [':', 'leave it out: a space is enough'],
  ['。', 'leave it out: a clause ends where the next one begins'],
  ['{', 'leave the braces out: a promotion ends where the next statement begins'],
  ['}', 'leave the braces out: a promotion ends where the next statement begins'],
]);

/** Brackets round a list, which stands without them. */
export const BRACKETS: ReadonlySet<string> = new Set(['[', ']', '【', '】']);

/** What closes a sign that has been reported: it is passed over in silence. */
export const CLOSING: ReadonlyMap<string, string> = new Map([
  ['}', '{'],
  [']', '['],
  ['】', '【'],
]);
