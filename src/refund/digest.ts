import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalJson } from '../plan/checksum.js';
import { utf8 } from '../plan/utf8.js';

/** `sha256:` and the digest over the canonical JSON (RFC 8785) of a document, whatever the order of its members. */
export function documentDigest(document: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8(canonicalJson(document))))}`;
}
