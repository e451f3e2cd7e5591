import type { Rules } from './policy.js';
import { handOut } from './remainder.js';
import { at, sumOf } from './round.js';
import { shareOut } from './shares.js';

/** A finished spreading. */
export interface Spread {
  readonly parts: readonly number[];
  /** What the policy keeps apart; what is neither in a part nor here is dropped. */
  readonly rest: number;
  /** The positions of the parts that were set to their limit. */
  readonly full: readonly number[];
  /** What the last round spread, and the sum of the weights it spread by. */
  readonly amount: number;
  readonly sum: number;
  /**
   * Of the last round: `amount * weight - share * sum` before the remainder was handed out; 0 for a part full
   * before it.
   */
  readonly remainders: readonly number[];
}

/**
 * Spreads `amount` by `weights`, each part up to its limit. Where all weights are zero nobody gets anything.
 * The caller answers for the input: safe integers, weights and limits at least 0, a safe sum of weights. With
 * `overflow: 'to-others'` a part that cannot bear what it got is set to its limit, and what is left is spread
 * anew over the others; every round closes a part, so it ends.
 */
export function spread(
  amount: number,
  weights: readonly number[],
  rules: Rules,
  max?: readonly number[],
): Spread {
  if (max === undefined) return unlimited(amount, weights, rules);
  return rules.overflow === 'dropped'
    ? cut(amount, weights, rules, max)
    : passOn(amount, weights, rules, max);
}

function unlimited(amount: number, weights: readonly number[], rules: Rules): Spread {
  const sum = sumOf(weights);
  if (sum === 0) {
    const zeros = weights.map(() => 0);
    return { parts: zeros, rest: 0, full: [], amount: 0, sum, remainders: zeros };
  }
  const apart = rules.remainder === 'block-separate' ? amount % (sum / greatestDivisor(weights)) : 0;
  const round = shareOut(amount - apart, weights, sum, rules);
  const rest = apart + handOut(round, weights, rules);
  return { parts: round.parts, rest, full: [], amount: round.amount, sum, remainders: round.remainders };
}

/** Euclid's algorithm over all of them; the weights sum to more than zero. */
function greatestDivisor(weights: readonly number[]): number {
  let divisor = 0;
  for (const weight of weights) {
    let rest = weight;
    while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  }
  return divisor;
}

function cut(amount: number, weights: readonly number[], rules: Rules, max: readonly number[]): Spread {
  const whole = unlimited(amount, weights, rules);
  const full = positionsOf(weights).filter((i) => Math.abs(at(whole.parts, i)) > at(max, i));
  const parts = [...whole.parts];
  for (const i of full) parts[i] = Math.sign(amount) * at(max, i);
  return { ...whole, parts, full };
}

function passOn(amount: number, weights: readonly number[], rules: Rules, max: readonly number[]): Spread {
  const positions = positionsOf(weights);
  const parts = weights.map(() => 0);
  const full = new Set<number>();
  let left = amount;
  for (;;) {
    const open = positions.filter((i) => !full.has(i));
    const round = spreadOver(open, left, weights, rules);
    const over = open.filter((i) => Math.abs(at(round.parts, i)) > at(max, i));
    if (over.length === 0) {
      for (const i of open) parts[i] = at(round.parts, i);
      return { ...round, parts, full: positions.filter((i) => full.has(i)) };
    }
    for (const i of over) {
      full.add(i);
      parts[i] = Math.sign(amount) * at(max, i);
      left -= at(parts, i);
    }
  }
}

/** Spreads over the open parts alone; the others get 0. */
function spreadOver(
  open: readonly number[],
  amount: number,
  weights: readonly number[],
  rules: Rules,
): Spread {
  const parts = weights.map(() => 0);
  const remainders = weights.map(() => 0);
  const round = unlimited(
    amount,
    open.map((i) => at(weights, i)),
    rules,
  );
  for (const [place, i] of open.entries()) {
    parts[i] = at(round.parts, place);
    remainders[i] = at(round.remainders, place);
  }
  return { ...round, parts, remainders };
}

function positionsOf(weights: readonly number[]): readonly number[] {
  return [...weights.keys()];
}
