/**
 * What a checkout ships: plans are loaded and carts are priced by them. It runs wherever JavaScript runs: no file, clock, network
 * or Node API, no parser, no code made from text.
 */

export type * from './breakdown/types.js';
export type {
  AmountInput,
  AttributeInput,
  Attributes,
  Cart,
  CartError,
  CartInput,
  CartLineInput,
  ChargeInput,
  UsageInput,
} from './cart/types.js';
export type { PlanError } from './plan/read.js';
export type { Plan } from './plan/types.js';
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
