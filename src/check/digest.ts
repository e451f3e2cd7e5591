import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Ruleset } from './ruleset.js';

/**
 * RFC 8785 JSON of a ruleset without the places its parts come from: what two files with one meaning share. It comes in
 * pieces, because a ruleset with long value lists can be longer than a string may be.
 */
export function* canonicalJson(ruleset: Ruleset): Generator<string> {
  const unplaced = {
    ...ruleset,
    guarantees: ruleset.guarantees.map((guarantee) => ({ ...guarantee, source: undefined })),
    promotions: ruleset.promotions.map((promotion) => ({ ...promotion, source: undefined })),
  };
  let before = '{';
  for (const [key, value] of Object.entries(unplaced).toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    yield `${before}${JSON.stringify(key)}:`;
    if (Array.isArray(value)) yield* arrayJson(value);
    else yield canonicalize(value) ?? '';
    before = ',';
  }
  yield '}';
}

function* arrayJson(items: readonly unknown[]): Generator<string> {
  yield '[';
  for (const [index, item] of items.entries()) yield `${index === 0 ? '' : ','}${canonicalize(item) ?? ''}`;
  yield ']';
}

/** `sha256:` and the hexadecimal digest of the canonical JSON. */
export function digestOf(ruleset: Ruleset): string {
  const hash = sha256.create();
  for (const piece of canonicalJson(ruleset)) hash.update(utf8ToBytes(piece));
  return `sha256:${bytesToHex(hash.digest())}`;
}
