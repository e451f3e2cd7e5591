import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { PlanRules } from './types.js';
import { utf8 } from './utf8.js';

/**
 * `sha256:` and the digest over the JSON of a plan's rules. It is taken promotion by promotion, because the JSON of a million
 * promotions is longer than a string may be; members stand in the order in which the plan has them.
 */
export function checksumOf(rules: PlanRules): string {
  const { promotions, ...others } = rules;
  const hash = sha256.create();
  hash.update(utf8(JSON.stringify(others)));
  for (let from = 0; from < promotions.length; from += BATCH)
    hash.update(utf8(JSON.stringify(promotions.slice(from, from + BATCH))));
  return `sha256:${bytesToHex(hash.digest())}`;
}

/** Large enough to make few calls, small enough for every string. */
const BATCH = 1000;
