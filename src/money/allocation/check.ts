import { MAX_AMOUNT } from '../amount.js';
import { POLICY_WORDS, type Policy } from './policy.js';
import { sumOf } from './round.js';

/** Why an amount cannot be spread. */
export type AllocationFault =
  | 'unknown-policy'
  | 'amount-not-whole'
  | 'amount-too-large'
  | 'no-weights'
  | 'weight-not-whole'
  | 'negative-weight'
  | 'weights-too-large'
  | 'all-weights-zero'
  | 'wrong-length'
  | 'limit-not-whole'
  | 'step-not-whole'
  | 'off-step'
  | 'duplicate-id';

export interface AllocationError {
  readonly code: AllocationFault;
  /** What is wrong, for people. */
  readonly message: string;
  /** The position of the weight, limit or id at fault. */
  readonly position?: number;
}

/** The first thing wrong with what `allocate` was given, if anything is. */
export function findFault(
  amount: number | bigint,
  weights: readonly number[],
  policy: Policy,
): AllocationError | undefined {
  return (
    policyFault(policy) ??
    weightsFault(weights, policy) ??
    limitsFault(weights.length, policy) ??
    idsFault(weights.length, policy) ??
    amountFault(amount, policy)
  );
}

/** For callers whose policy comes from outside the type checker. */
function policyFault(policy: Policy): AllocationError | undefined {
  if (typeof policy !== 'object' || policy === null)
    return { code: 'unknown-policy', message: 'the policy is not an object' };
  for (const [member, words] of Object.entries(POLICY_WORDS)) {
    const word: unknown = Reflect.get(policy, member);
    if (word !== undefined && !words.some((known) => known === word)) {
      return { code: 'unknown-policy', message: `\`${member}\` is not one of ${words.join(', ')}` };
    }
  }
  return undefined;
}

function weightsFault(weights: readonly number[], policy: Policy): AllocationError | undefined {
  if (!Array.isArray(weights) || weights.length === 0)
    return { code: 'no-weights', message: 'there is no part to give anything to' };
  const negative = weights.findIndex((weight) => weight < 0);
  if (negative >= 0)
    return { code: 'negative-weight', message: 'a weight is below zero', position: negative };
  const broken = weights.findIndex((weight) => !Number.isSafeInteger(weight));
  if (broken >= 0)
    return {
      code: 'weight-not-whole',
      message: 'a weight is not a whole number below 2^53',
      position: broken,
    };
  const sum = sumOf(weights);
  if (sum > MAX_AMOUNT) return { code: 'weights-too-large', message: 'the weights sum to 2^53 or more' };
  if (sum === 0 && (policy.zeroWeights ?? 'error') === 'error') {
    return { code: 'all-weights-zero', message: 'all weights are zero' };
  }
  return undefined;
}

function limitsFault(count: number, policy: Policy): AllocationError | undefined {
  const { max } = policy;
  if (max === undefined) return undefined;
  if (max.length !== count)
    return { code: 'wrong-length', message: `${count} weights have ${max.length} limits` };
  const broken = max.findIndex((limit) => !Number.isSafeInteger(limit) || limit < 0);
  if (broken < 0) return undefined;
  return {
    code: 'limit-not-whole',
    message: 'a limit is not a whole number from 0 to 2^53 - 1',
    position: broken,
  };
}

function idsFault(count: number, policy: Policy): AllocationError | undefined {
  const { ids } = policy;
  if (ids === undefined) return undefined;
  if (ids.length !== count)
    return { code: 'wrong-length', message: `${count} weights have ${ids.length} ids` };
  const seen = new Set<string>();
  for (const [position, id] of ids.entries()) {
    if (seen.has(id)) return { code: 'duplicate-id', message: `the id \`${id}\` stands twice`, position };
    seen.add(id);
  }
  return undefined;
}

function amountFault(amount: number | bigint, policy: Policy): AllocationError | undefined {
  const step = policy.step ?? 1;
  if (!Number.isSafeInteger(step) || step < 1) {
    return { code: 'step-not-whole', message: 'the step is not a whole number from 1 to 2^53 - 1' };
  }
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) {
    return {
      code: 'amount-not-whole',
      message: 'the amount is not a whole number below 2^53; a `bigint` may be greater',
    };
  }
  const off = typeof amount === 'number' ? amount % step !== 0 : amount % BigInt(step) !== 0n;
  return off
    ? { code: 'off-step', message: `the amount is not a whole number of steps of ${step}` }
    : undefined;
}
