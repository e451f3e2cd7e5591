import type { Condition } from '../ruleset.js';

/** Both conditions, where both are given. */
export function conjunction(
  first: Condition | undefined,
  second: Condition | undefined,
): Condition | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return { op: 'and', parts: [first, second] };
}
