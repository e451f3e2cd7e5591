import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { quoted } from '../quoted.js';
import type { PlanRules } from './types.js';
import { utf8 } from './utf8.js';

/**
 * `sha256:` and the digest over the canonical JSON (RFC 8785) of a plan's rules without the promotions, then of each promotion:
 * the JSON of a million promotions is longer than a string may be.
 */
export function checksumOf(rules: PlanRules): string {
  const { promotions, ...others } = rules;
  const hash = sha256.create().update(utf8(canonicalJson(others)));
  for (const promotion of promotions) hash.update(utf8(canonicalJson(promotion)));
  return `sha256:${bytesToHex(hash.digest())}`;
}

/** Members stand in the order of their names, so that tools that store JSON may put them in any. */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  let written = '';
  for (const name of Object.keys(value).sort()) {
    const member = (value as Readonly<Record<string, unknown>>)[name];
    if (member !== undefined) written += `${written && ','}${quoted(name)}:${canonicalJson(member)}`;
  }
  return `{${written}}`;
}
