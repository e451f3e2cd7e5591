import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Ruleset } from './ruleset.js';

/** RFC 8785 JSON of a ruleset without the places its parts come from: what two files with one meaning share. */
export function canonicalJson(ruleset: Ruleset): string {
  const unplaced = {
    ...ruleset,
    guarantees: ruleset.guarantees.map((guarantee) => ({ ...guarantee, source: undefined })),
    promotions: ruleset.promotions.map((promotion) => ({ ...promotion, source: undefined })),
  };
  return canonicalize(unplaced) ?? '';
}

/** `sha256:` and the hexadecimal digest of the canonical JSON. */
export function digestOf(ruleset: Ruleset): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(canonicalJson(ruleset))))}`;
}
