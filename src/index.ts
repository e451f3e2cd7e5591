/**
 * Reckon: a language for coupons and pricing rules, and the engine that prices carts by them.
 *
 * `compile` a rule file, `price` carts by it, `verify` what came out. All of it is synchronous and pure: no file, clock or
 * network is touched but through the host that is passed in. A mistake of the user's is a value; only a fault of ours throws.
 */

export { breakdownText, type Paint, type TellOptions, type TextOptions } from './breakdown/text.js';
export type { SayRule } from './breakdown/words.js';
export { receipt, type ReceiptOptions } from './breakdown/receipt.js';
export type { Lang } from './breakdown/lang.js';
export type * from './breakdown/types.js';
export type {
  AmountInput,
  AttributeInput,
  Attributes,
  CartError,
  CartInput,
  CartLineInput,
  ChargeInput,
  UsageInput,
} from './cart/types.js';
export type { Diagnostic, Edit, Fix, Severity } from './diagnostics/diagnostic.js';
export { applySafeFixes, type Fixed } from './diagnostics/fix.js';
export type { Host } from './check/files.js';
export type { Place } from './check/origin.js';
export {
  type BreakdownComparison,
  type BreakdownsResult,
  type Change,
  compareBreakdowns,
  type LineChange,
  type PromotionChange,
} from './compare/breakdowns.js';
export { type CompileOptions, type CompileResult, compile } from './compile.js';
export { explain, explainAll, type ExplainOptions, ruleWords } from './explain.js';
export {
  type AllocateResult,
  type Allocation as AllocatedParts,
  type AllocationError,
  type AllocationFault,
  allocate,
  type ParsedWeights,
  type Policy,
  parseWeights,
} from './money/index.js';
export type { PlanError } from './plan/read.js';
export type { Plan } from './plan/types.js';
export { price } from './price.js';
export {
  breakdownJson,
  load,
  type LoadResult,
  plainBreakdown,
  type Pricer,
  type PriceOptions,
  type PriceResult,
  type TotalsOptions,
} from './pricer.js';
export { planOf, type Ruleset } from './ruleset.js';
export { refund, type RefundOptions, type RefundResult } from './refund/refund.js';
export { type RefundOrigin, verifyRefund } from './refund/verify.js';
export { refundText } from './refund/text.js';
export type * from './refund/types.js';
export {
  type Coverage,
  type CoveragePoint,
  type CoverageShare,
  coverageShare,
  mergeCoverage,
} from './scenario/coverage.js';
export { type RunOptions, runScenarios, type ScenarioRun } from './scenario/run.js';
export type { ScenarioFailure, ScenarioResult } from './scenario/types.js';
export { type ScenarioTextOptions, type ScenarioTextResult, scenarioText } from './scenario/write.js';
export { type FormatResult, format } from './syntax/format.js';
export {
  breakdownJsonSchema,
  cartJsonSchema,
  comparisonJsonSchema,
  type JsonSchema,
  refundJsonSchema,
} from './schema.js';
export type { Finding } from './verify/failure.js';
export { type Origin, verify } from './verify.js';
