import type { Rules } from './policy.js';
import { at, type Round } from './round.js';

/** Up to here insertion is several times faster than the host's sort, and carts rarely have more lines. */
const FEW = 16;

/**
 * Hands out what the shares left over, or takes back what they gave too much, and returns what the policy
 * keeps apart. INVARIANT: shares formed at once miss the amount by less than one step a part, and those that
 * fall short (or lie over) are at least as many as the steps, so one step each is always enough.
 */
export function handOut(round: Round, weights: readonly number[], rules: Rules): number {
  const missing = missingFrom(round);
  if (missing === 0) return 0;
  switch (rules.remainder) {
    case 'separate':
    case 'block-separate':
      return missing;
    case 'dropped':
      return 0;
    case 'rest-to-first':
    case 'rest-to-last':
      return handAll(round, takers(round, weights, rules, missing), missing);
    default:
      return handOneEach(round, takers(round, weights, rules, missing), missing);
  }
}

/** Subtracted one by one: the sum of shares that were rounded up may pass 2^53, what is left never does. */
function missingFrom(round: Round): number {
  let left = round.amount;
  for (const part of round.parts) left -= part;
  return left;
}

/** The parts that may take (or must give back) a step, in order. */
function takers(round: Round, weights: readonly number[], rules: Rules, missing: number): readonly number[] {
  const order: number[] = [];
  for (let i = 0; i < weights.length; i += 1) {
    if (at(weights, i) > 0 || rules.zeroParts === 'take') order.push(i);
  }
  switch (rules.remainder) {
    case 'last':
    case 'rest-to-last':
      return order.reverse();
    case 'largest-line':
      return byLargest(order, weights, 1);
    case 'largest-fraction':
      return byLargest(order, round.remainders, Math.sign(missing));
    default:
      return order;
  }
}

/**
 * Sorts positions by their keys, largest first (smallest where the direction is -1); those that tie keep
 * their order.
 */
function byLargest(order: number[], keys: readonly number[], direction: number): readonly number[] {
  if (order.length > FEW) return order.sort((a, b) => direction * (at(keys, b) - at(keys, a)));
  for (let end = 1; end < order.length; end += 1) {
    const position = at(order, end);
    const key = direction * at(keys, position);
    let place = end;
    for (; place > 0 && direction * at(keys, at(order, place - 1)) < key; place -= 1) {
      order[place] = at(order, place - 1);
    }
    order[place] = position;
  }
  return order;
}

function handOneEach(round: Round, order: readonly number[], missing: number): number {
  const step = Math.sign(missing);
  let left = missing;
  for (const i of order) {
    if (left === 0) break;
    const part = at(round.parts, i) + step;
    if (crossesZero(round, part)) continue;
    round.parts[i] = part;
    left -= step;
  }
  return left;
}

/** All of it to one part; what that part cannot give back, the next one gives. */
function handAll(round: Round, order: readonly number[], missing: number): number {
  let left = missing;
  for (const i of order) {
    const part = at(round.parts, i) + left;
    if (!crossesZero(round, part)) {
      round.parts[i] = part;
      return 0;
    }
    round.parts[i] = 0;
    left = part;
  }
  return left;
}

/** No part may turn against the amount: a discount never makes a line dearer. */
function crossesZero(round: Round, part: number): boolean {
  return round.amount < 0 ? part > 0 : part < 0;
}
