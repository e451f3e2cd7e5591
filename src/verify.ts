import { type Origin, repriced, unlikeRepriced } from './audit/reprice.js';
import { Ruleset } from './ruleset.js';
import type { Finding } from './verify/failure.js';
import { readSound } from './verify/verify.js';

export type { Origin };

/**
 * Tests a breakdown: by itself, that it has the shape of one and that every equation holds in it; with the rules and the
 * cart it was made from, also that the reference evaluator makes the same of them, member by member.
 *
 * `breakdown` is what `JSON.parse` gives, or a `Breakdown`; its JSON is what is tested. Whatever it and the cart are, the
 * answer is a list of findings, empty where all holds; only a caller without types, who passes rules that `compile` did not
 * make, gets a `TypeError`. Rules and cart are looked at only where the breakdown adds up by itself, and priced only where
 * the digests are those recorded: findings of `ruleset`, `cart` or `cart-valid` stand alone. Findings of `place` alone mean
 * that the rules mean the same, but stand on other lines or in other files than when the cart was priced.
 */
export function verify(breakdown: unknown, origin?: Origin): readonly Finding[] {
  if (origin !== undefined && !(origin.ruleset instanceof Ruleset))
    throw new TypeError('verify takes a ruleset that compile made');
  const { breakdown: sound, findings } = readSound(breakdown);
  if (origin === undefined || sound === undefined || findings.length > 0) return findings;
  const again = repriced(sound, origin);
  return again.ok ? unlikeRepriced(sound, again.breakdown) : again.findings;
}
