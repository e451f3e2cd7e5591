import { MAX_AMOUNT } from '../amount.js';
import { type AllocationError, type AllocationFault, findFault } from './check.js';
import { type Policy, rulesOf } from './policy.js';
import { at, sumOf } from './round.js';
import { type Spread, spread } from './spread.js';
import { isNarrow, leavesNarrow, wholeRounds } from './wide.js';

/** An amount spread over parts: `granted + rest + dropped` is the amount that was to be spread. */
export interface Allocation<Amount extends number | bigint> {
  readonly ok: true;
  /** One for each weight, in the order of the weights. */
  readonly parts: readonly Amount[];
  /** The sum of the parts. */
  readonly granted: Amount;
  /**
   * Kept apart by `separate` and `block-separate`; else 0. Below 0 where the shares alone came to more than
   * the amount.
   */
  readonly rest: Amount;
  /**
   * Given up: by `dropped`, by limits, by `zeroWeights: 'zeros'`. Below 0 where `dropped` shares came to too
   * much.
   */
  readonly dropped: Amount;
  /**
   * What the last round spread: the amount without what full parts took before it and what blocks kept apart.
   */
  readonly shared: Amount;
  /** Positions of the parts that were set to their upper limit, ascending. */
  readonly full: readonly number[];
  /**
   * The sum of the weights of the last round, that is, without the parts that were full before it. In-turn
   * shares are formed over the weights still to come instead.
   */
  readonly sum: number;
  /**
   * What each share of the last round falls short of the exact one, in `sum`-ths of a step: `n / sum`, below
   * 0 where the share was rounded up. From here on the remainder was handed out.
   */
  readonly remainders: readonly number[];
}

export type AllocateResult<Amount extends number | bigint> =
  | Allocation<Amount>
  | { readonly ok: false; readonly error: AllocationError };

/**
 * Spreads an amount of minor units over parts by their weights. Weights are whole numbers from 0
 * (`parseWeights` makes them from decimals). Exact throughout; a `bigint` amount may be of any size and gives
 * `bigint` parts, but upper limits need an amount below 2^53. Wrong input is a value, never an exception.
 *
 * The default is the language's: the floor of each exact share, then one unit each to the largest fractions.
 */
export function allocate(amount: number, weights: readonly number[], policy?: Policy): AllocateResult<number>;
export function allocate(amount: bigint, weights: readonly number[], policy?: Policy): AllocateResult<bigint>;
export function allocate(
  amount: number | bigint,
  weights: readonly number[],
  policy: Policy = {},
): AllocateResult<number> | AllocateResult<bigint> {
  const error = findFault(amount, weights, policy);
  if (error !== undefined) return { ok: false, error };
  const spreadBy = policy.zeroWeights === 'even' && sumOf(weights) === 0 ? weights.map(() => 1) : weights;
  const coin = amount < 0 && policy.negative !== 'as-is' ? -stepOf(policy) : stepOf(policy);
  return typeof amount === 'bigint'
    ? allocateWide(amount, spreadBy, policy, BigInt(coin))
    : allocateNarrow(amount, spreadBy, policy, coin);
}

/** `coin` is the step, below zero where the amount is mirrored: then every number inside is positive. */
function allocateNarrow(
  amount: number,
  weights: readonly number[],
  policy: Policy,
  coin: number,
): AllocateResult<number> {
  const steps = spreadSteps(amount / coin, weights, policy);
  // Adding 0 turns the -0 of a mirrored zero into 0.
  const parts = steps.parts.map((part) => part * coin + 0);
  const granted = sumOf(parts);
  if (Math.abs(granted) > MAX_AMOUNT) return refused('amount-too-large', 'the parts sum to 2^53 or more');
  const rest = steps.rest * coin + 0;
  const dropped = amount - granted - rest + 0;
  return { ok: true, parts, granted, rest, dropped, shared: steps.amount * coin + 0, ...auditOf(steps) };
}

function allocateWide(
  amount: bigint,
  weights: readonly number[],
  policy: Policy,
  coin: bigint,
): AllocateResult<bigint> {
  const all = amount / coin;
  const sum = sumOf(weights);
  if (!isNarrow(all) && policy.max !== undefined)
    return refused('amount-too-large', 'upper limits need an amount below 2^53');
  if (!leavesNarrow(all, sum, weights.length))
    return refused('weights-too-large', 'the weights are too large for an amount of 2^53 or more');
  const rounds = wholeRounds(all, sum, weights.length);
  const steps = spreadSteps(Number(all - rounds * BigInt(sum)), weights, policy);
  const parts = steps.parts.map((part, i) => (BigInt(part) + rounds * BigInt(at(weights, i))) * coin);
  const granted = parts.reduce((total, part) => total + part, 0n);
  const rest = BigInt(steps.rest) * coin;
  const dropped = amount - granted - rest;
  const shared = (BigInt(steps.amount) + rounds * BigInt(sum)) * coin;
  return { ok: true, parts, granted, rest, dropped, shared, ...auditOf(steps) };
}

function auditOf(steps: Spread): Pick<Allocation<number>, 'full' | 'sum' | 'remainders'> {
  return { full: steps.full, sum: steps.sum, remainders: steps.remainders };
}

function refused(code: AllocationFault, message: string): AllocateResult<never> {
  return { ok: false, error: { code, message } };
}

function stepOf(policy: Policy): number {
  return policy.step ?? 1;
}

function spreadSteps(steps: number, weights: readonly number[], policy: Policy): Spread {
  const rules = rulesOf(policy);
  const max = policy.max?.map((limit) => Math.floor(limit / stepOf(policy)));
  if (policy.ids === undefined) return spread(steps, weights, rules, max);
  const order = [...policy.ids.entries()]
    .sort(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([position]) => position);
  const sorted = spread(steps, pick(weights, order), rules, max && pick(max, order));
  const parts = putBack(sorted.parts, order);
  const full = pick(order, sorted.full).sort((a, b) => a - b);
  return { ...sorted, parts, full, remainders: putBack(sorted.remainders, order) };
}

function pick(numbers: readonly number[], positions: readonly number[]): number[] {
  return positions.map((position) => at(numbers, position));
}

function putBack(numbers: readonly number[], order: readonly number[]): readonly number[] {
  const back = numbers.map(() => 0);
  for (const [place, position] of order.entries()) back[position] = at(numbers, place);
  return back;
}
