export { type AllocateResult, type Allocation, allocate } from './allocation/allocate.js';
export type { AllocationError, AllocationFault } from './allocation/check.js';
export { type Policy, POLICY_WORDS } from './allocation/policy.js';
export { type ParsedWeights, parseWeights } from './allocation/weights.js';
export { type AmountFailure, formatAmount, MAX_AMOUNT, type ParsedAmount, parseAmount } from './amount.js';
export { type Currency, currencyCodes, currencyOf } from './currency.js';
export {
  formatPercent,
  type ParsedPercent,
  parsePercent,
  type Percent,
  type PercentFailure,
} from './percent.js';
export { GOES_UP, type RoundingMode } from './rounding/modes.js';
export { mulDivRest, mulDivRound, roundRatio, roundRatioWide } from './rounding/round.js';
