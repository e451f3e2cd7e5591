export { type AllocateResult, type Allocation, allocate } from './allocation/allocate.js';
export type { AllocationError, AllocationFault } from './allocation/check.js';
export { type Policy, POLICY_WORDS } from './allocation/policy.js';
export { type ParsedWeights, parseWeights } from './allocation/weights.js';
export { formatAmount, MAX_AMOUNT, parseAmount } from './amount.js';
export { type Currency, currencyCodes, currencyOf } from './currency.js';
export { formatPercent, parsePercent } from './percent.js';
export { GOES_UP, type RoundingMode } from './rounding/modes.js';
export { mulDivRest, mulDivRound, roundRatio, roundRatioWide } from './rounding/round.js';
