import { type AmountFailure, parseAmount } from '../amount.js';
import { splitDecimal } from '../decimal.js';

export type ParsedWeights =
  | { readonly ok: true; readonly weights: readonly number[] }
  | { readonly ok: false; readonly failure: AmountFailure; readonly position: number };

/**
 * Makes whole weights of decimals in the same ratio: `0.3`, `0.75` are 30 and 75. A text that does not match
 * `^(0|[1-9]\d*)(\.\d+)?$` is malformed; one that passes 2^53 with all decimals of the list is too large.
 */
export function parseWeights(texts: readonly string[]): ParsedWeights {
  let decimals = 0;
  for (const text of texts) decimals = Math.max(decimals, splitDecimal(text)?.fraction.length ?? 0);
  const weights: number[] = [];
  for (const [position, text] of texts.entries()) {
    const parsed = parseAmount(text, decimals);
    if (!parsed.ok) return { ok: false, failure: parsed.failure, position };
    weights.push(parsed.minor);
  }
  return { ok: true, weights };
}
