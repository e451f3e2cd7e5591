import { z } from 'zod';
import type { Row } from './row.js';

/**
 * What a row may hold. Its facts are read strictly: a member that is not known here could change a price, so a row that
 * has one is not judged. Beside them stand the members for people (source, notes), which are passed over.
 */

const decimal = z.string().regex(/^-?\d+(\.\d+)?$/);
const quantity = z.union([decimal, z.number()]);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const texts = z.array(z.string());
const currency = z.strictObject({ code: z.string(), digits: z.int().min(0) });
const base = z.enum(['running', 'original']);
const attributes = z.record(z.string(), z.string());

const head = {
  id: z.string(),
  currency,
  flags: texts.exactOptional(),
  verified: z.boolean().exactOptional(),
  tolerance: decimal.exactOptional(),
};

// Cart ------------------------------------------------------------------------------------------------------------

const line = z.strictObject({
  id: z.string(),
  sku: z.string(),
  name: z.string().exactOptional(),
  category: texts.exactOptional(),
  unitPrice: decimal,
  qty: quantity,
  taxCategory: z.string().exactOptional(),
  minUnitPrice: decimal.exactOptional(),
  onSale: z.boolean().exactOptional(),
  listPrice: decimal.exactOptional(),
  selected: z.boolean().exactOptional(),
  weight: decimal.exactOptional(),
  attrs: attributes.exactOptional(),
});

const charge = z.strictObject({
  id: z.string(),
  method: z.string(),
  amount: decimal,
  taxCategory: z.string().exactOptional(),
  tariff: z.unknown().exactOptional(),
});

const cart = z.strictObject({
  lines: z.array(line),
  shipping: z.array(charge).exactOptional(),
  customer: z
    .strictObject({
      group: z.string().exactOptional(),
      loggedIn: z.boolean().exactOptional(),
      placedOrders: quantity.exactOptional(),
    })
    .exactOptional(),
  codes: texts.exactOptional(),
  date: day.exactOptional(),
  channel: z.string().exactOptional(),
  country: z.string().exactOptional(),
});

// Rules -----------------------------------------------------------------------------------------------------------

const scope = z.strictObject({
  sku: texts.exactOptional(),
  notSku: texts.exactOptional(),
  category: texts.exactOptional(),
  unitPrice: z.strictObject({ min: decimal.exactOptional(), max: decimal.exactOptional() }).exactOptional(),
  notOnSale: z.boolean().exactOptional(),
  onSale: z.boolean().exactOptional(),
  lineIds: texts.exactOptional(),
  attrs: attributes.exactOptional(),
});

const condition = z.strictObject({
  type: z.enum([
    'items_total',
    'order_total',
    'items_qty',
    'any_line_qty',
    'has_line',
    'customer_group',
    'channel',
    'country',
    'currency',
    'shipping_method',
    'nth_order',
    'never',
  ]),
  op: z.enum(['gte', 'gt', 'lte', 'lt', 'eq']).exactOptional(),
  value: quantity.exactOptional(),
  n: quantity.exactOptional(),
  in: texts.exactOptional(),
  scope: scope.exactOptional(),
  base: base.exactOptional(),
  taxInclusive: z.boolean().exactOptional(),
});

const pick = z.enum([
  'cart',
  'cheapest',
  'dearest',
  'dearest_line_total',
  'dearest_line_total_last',
  'qty_desc',
]);
const discountKind = z.enum(['percent', 'amount']);
const taken = { scope: scope.exactOptional(), qty: quantity, pick: pick.exactOptional() };

const effect = z.strictObject({
  kind: z.enum([
    'percent',
    'amount',
    'price',
    'percent_tiers',
    'amount_tiers',
    'first_next',
    'cheapest_unit',
    'buy_get',
    'gift',
    'free',
  ]),
  target: z.enum(['shipping', 'lines']).exactOptional(),
  shipScope: texts.exactOptional(),
  scope: scope.exactOptional(),
  per: z.enum(['unit', 'line', 'order', 'set']).exactOptional(),
  value: decimal.exactOptional(),
  base: base.exactOptional(),
  includeShipping: z.boolean().exactOptional(),
  setQty: quantity.exactOptional(),
  measure: z.enum(['line_total', 'order_total', 'scope_total', 'scope_qty', 'unit_price']).exactOptional(),
  tiers: z.array(z.strictObject({ from: decimal, value: decimal })).exactOptional(),
  first: decimal.exactOptional(),
  next: decimal.exactOptional(),
  discount: discountKind.exactOptional(),
  buy: z.strictObject(taken).exactOptional(),
  get: z
    .strictObject({ ...taken, discount: z.strictObject({ kind: discountKind, value: decimal }) })
    .exactOptional(),
  repeat: z.boolean().exactOptional(),
  allOrNothing: z.boolean().exactOptional(),
  sku: z.string().exactOptional(),
  unitPrice: decimal.exactOptional(),
  qty: quantity.exactOptional(),
  perUnits: quantity.exactOptional(),
  maxUnits: quantity.exactOptional(),
  maxUnitsPerLine: quantity.exactOptional(),
  groupOf: quantity.exactOptional(),
  cap: decimal.exactOptional(),
  limitedBase: z.literal('units_total_minus_line_discount').exactOptional(),
  pick: pick.exactOptional(),
});

const usage = { limit: quantity, used: quantity };

const rule = z.strictObject({
  id: z.string(),
  conditions: z.array(condition).exactOptional(),
  effects: z.array(effect).exactOptional(),
  code: z.string().exactOptional(),
  priority: quantity.exactOptional(),
  exclusive: z.boolean().exactOptional(),
  stage: z.string().exactOptional(),
  lane: z.string().exactOptional(),
  stopAfter: z.boolean().exactOptional(),
  validFrom: day.exactOptional(),
  validTo: day.exactOptional(),
  enabled: z.boolean().exactOptional(),
  usage: z.strictObject(usage).exactOptional(),
  usagePerCustomer: z.strictObject(usage).exactOptional(),
  budget: z.strictObject({ ...usage, type: z.enum(['spend', 'usage']) }).exactOptional(),
});

// Conventions -----------------------------------------------------------------------------------------------------

const rounding = z.enum([
  'half_up',
  'half_down',
  'half_even',
  'half_odd',
  'down',
  'up',
  'floor',
  'ceil',
  'none',
]);

const sharing = {
  share: rounding.exactOptional(),
  remainder: z
    .enum([
      'first',
      'first_nonzero',
      'last',
      'largest_fraction',
      'largest_weight',
      'last_takes_rest',
      'last_nonzero_takes_rest',
      'separate',
      'block_separate',
      'none_exact',
      'dropped',
    ])
    .exactOptional(),
  sequence: z.enum(['independent', 'iterative_from_last']).exactOptional(),
  negative: z.enum(['mirror', 'asis']).exactOptional(),
  zeroWeights: z.enum(['even', 'zeros']).exactOptional(),
  capAtRemaining: z.boolean().exactOptional(),
};

const weights = z.enum(['current_line_total', 'current_line_total_with_tax', 'original_line_total', 'qty']);

const conventions = z.strictObject({
  order: z.enum(['listed', 'priority_desc', 'priority_asc', 'stage_then_listed']).exactOptional(),
  stages: texts.exactOptional(),
  lanes: texts.exactOptional(),
  exclusivity: z.literal('first_exclusive_only').exactOptional(),
  selection: z
    .enum(['all', 'per_line_stop', 'best_per_line', 'best_per_line_within_lane', 'best_overall'])
    .exactOptional(),
  tie: z.enum(['first', 'last']).exactOptional(),
  sequence: base.exactOptional(),
  conditionBase: base.exactOptional(),
  percentRounding: rounding.exactOptional(),
  orderPercentRounding: rounding.exactOptional(),
  percentRoundWhat: z.enum(['discount', 'price']).exactOptional(),
  priceRounding: z.strictObject({ at: z.enum(['unit', 'line', 'total']), mode: rounding }).exactOptional(),
  distribute: z.strictObject({ ...sharing, weights: weights.exactOptional() }).exactOptional(),
  clamp: z.boolean().exactOptional(),
});

// What is expected, and the rows ----------------------------------------------------------------------------------

const expectedLine = z.strictObject({
  id: z.string(),
  discount: decimal.exactOptional(),
  payable: decimal.exactOptional(),
  units: z.array(decimal).exactOptional(),
});

const expected = z.strictObject({
  lines: z.array(expectedLine).exactOptional(),
  shippingLines: z.array(expectedLine).exactOptional(),
  orderDiscount: decimal.exactOptional(),
  subtotal: decimal.exactOptional(),
  shipping: decimal.exactOptional(),
  total: decimal.exactOptional(),
  tax: decimal.exactOptional(),
  applied: texts.exactOptional(),
  notApplied: texts.exactOptional(),
  byRule: z.record(z.string(), z.record(z.string(), decimal)).exactOptional(),
  gifts: z.array(z.strictObject({ sku: z.string(), qty: quantity })).exactOptional(),
  error: z.string().exactOptional(),
});

const pricingRow = z.looseObject({
  ...head,
  type: z.literal('pricing'),
  cart,
  rules: z.array(rule),
  conventions,
  tax: z.looseObject({ included: z.boolean(), includedBy: z.unknown().exactOptional() }).exactOptional(),
  expected,
});

const allocationRow = z.looseObject({
  ...head,
  type: z.literal('allocation'),
  amount: decimal,
  weights: z.array(decimal),
  step: decimal.exactOptional(),
  max: z.array(decimal).exactOptional(),
  conventions: z.strictObject(sharing),
  expected: z.union([z.strictObject({ parts: z.array(decimal) }), z.strictObject({ error: z.string() })]),
});

export const rowSchema: z.ZodType<Row> = z.discriminatedUnion('type', [pricingRow, allocationRow]);
