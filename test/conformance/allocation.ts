import {
  allocate,
  type AllocateResult,
  type AllocationFault,
  parseWeights,
  type Policy,
} from '../../src/index.js';
import { decimalOf } from './translate/amounts.js';
import { CannotBeSaid } from './translate/cannot.js';
import type { AllocationRow, RowRounding, Sharing } from './row.js';

/** An allocation row as a call of `allocate`: the amount in minor units, the weights and the policy. */
export function allocated(row: AllocationRow): AllocateResult<bigint> {
  return allocate(minorUnits(row.amount, row), weightsOf(row), policyOf(row));
}

const SHARES: Readonly<Record<RowRounding, NonNullable<Policy['share']>>> = {
  down: 'down',
  floor: 'floor',
  up: 'up',
  ceil: 'ceil',
  half_up: 'half-up',
  half_even: 'half-even',
  half_down: 'half-down',
  half_odd: 'half-odd',
  // Shares that come out whole need no rounding.
  none: 'down',
};

const REMAINDERS: Readonly<Record<NonNullable<Sharing['remainder']>, Policy>> = {
  first: { remainder: 'first', zeroParts: 'take' },
  first_nonzero: { remainder: 'first' },
  last: { remainder: 'last', zeroParts: 'take' },
  largest_fraction: { remainder: 'largest-fraction' },
  largest_weight: { remainder: 'largest-line' },
  last_takes_rest: { remainder: 'rest-to-last', zeroParts: 'take' },
  last_nonzero_takes_rest: { remainder: 'rest-to-last' },
  separate: { remainder: 'separate' },
  block_separate: { remainder: 'block-separate' },
  dropped: { remainder: 'dropped' },
  none_exact: {},
};

/** The policy that the conventions of a row name. */
export function policyOf(row: AllocationRow): Policy {
  const { share, remainder, sequence, negative, zeroWeights, capAtRemaining } = row.conventions;
  const limit = (text: string): number => Number(minorUnits(text, row));
  return {
    ...(share && { share: SHARES[share] }),
    ...(sequence === 'iterative_from_last' && { share: 'in-turn-from-last' }),
    ...(remainder && REMAINDERS[remainder]),
    ...(negative === 'asis' && { negative: 'as-is' }),
    ...(capAtRemaining !== undefined && { capAtRemaining }),
    // Where parts have limits, what fits nowhere is given up, also with no weight at all.
    ...(row.max && { max: row.max.map(limit), zeroWeights: 'zeros' }),
    ...(zeroWeights && { zeroWeights }),
    ...(row.step !== undefined && { step: limit(row.step) }),
  };
}

export function weightsOf({ weights }: AllocationRow): readonly number[] {
  const parsed = parseWeights(weights.map((weight) => weight.replace('-', '')));
  if (!parsed.ok) throw new Error(`weight ${parsed.position} is ${parsed.failure}`);
  return parsed.weights.map((weight, index) => (weights[index]?.startsWith('-') === true ? -weight : weight));
}

/** A whole number of minor units. */
export function minorUnits(text: string, { currency }: Pick<AllocationRow, 'currency'>): bigint {
  const minor = decimalOf(text).times(10 ** currency.digits);
  if (!minor.isInteger()) throw new CannotBeSaid('finer amount', `${text} has more decimals`);
  return BigInt(minor.toFixed());
}

/** Which mistake an expected error names. */
export function faultOf(error: string): AllocationFault | undefined {
  return FAULTS.find(({ says }) => says.test(error))?.fault;
}

const FAULTS: readonly { readonly says: RegExp; readonly fault: AllocationFault }[] = [
  { says: /negative/i, fault: 'negative-weight' },
  { says: /zero/i, fault: 'all-weights-zero' },
  { says: /(no|empty|without).*(weight|part|ratio)/i, fault: 'no-weights' },
];
