import type { Name } from '../syntax/ast.js';
import { STATEMENT_WORDS } from '../syntax/words.js';

/** What a name names, where the words that begin statements would confuse a reader. */
export type Reserving = 'promotion' | 'layer' | 'tag' | 'party';

/** `shipping` may name a layer; no promotion is named like the words before a name in a list or an expectation. */
export function isReserved({ text }: Name, kind: Reserving): boolean {
  if (kind === 'layer' && text === 'shipping') return false;
  if (kind === 'promotion' && (text === 'tag' || text === 'violation')) return true;
  return (STATEMENT_WORDS as readonly string[]).includes(text);
}
