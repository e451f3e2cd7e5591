import fc from 'fast-check';
import type {
  Conventions,
  PricingCase,
  Quantity,
  RowCart,
  RowCondition,
  RowEffect,
  RowLine,
  RowPick,
  RowRounding,
  RowRule,
  RowScope,
} from './row.js';

/** Cases of all members and words of the schema, mixed in ways that no source does. */
export function arbitraryCase(): fc.Arbitrary<PricingCase> {
  return fc.record({
    currency: fc.constant({ code: 'USD', digits: 2 }),
    cart,
    rules: fc
      .array(rule, { maxLength: 3 })
      .map((rules) => rules.map((one, index) => ({ ...one, id: `r${index}` }))),
    conventions,
  });
}

/** Absent more often than not: where all is present at once, little can be said. */
function optional<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
}

/** Now and then what no rule file can say. */
function mostly<T>(value: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: odd });
}

/** A record whose undefined members are left out. */
function partial<T extends object>(
  members: { readonly [K in keyof T]: fc.Arbitrary<T[K] | undefined> },
): fc.Arbitrary<T> {
  const record = fc.record<Record<string, unknown>>(members);
  return record.map(
    (found) => Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as T,
  );
}

const price = mostly(
  fc.constantFrom('0', '0.05', '5.00', '9.99', '10', '12.50', '20', '33.33'),
  fc.constantFrom('19.812', '-5.00'),
);
const amount = mostly(
  fc.constantFrom('0', '0.01', '1.00', '2.50', '5', '10', '1000'),
  fc.constantFrom('2.505', '-1'),
);
const percent = fc.constantFrom('0', '5', '12.5', '33.333', '50', '100', '150');
const count = fc.constantFrom<Quantity>('0', '1', '2', '3', 5);
const units = fc.constantFrom<Quantity>('1', '2', '3', 4);
const base = fc.constantFrom('running' as const, 'original' as const);

// Cart ------------------------------------------------------------------------------------------------------------

const line: fc.Arbitrary<Omit<RowLine, 'id'>> = partial<Omit<RowLine, 'id'>>({
  sku: fc.constantFrom('a', 'b', 'c'),
  name: fc.constant(undefined),
  category: optional(fc.subarray(['x', 'y'])),
  unitPrice: price,
  qty: mostly(fc.constantFrom<Quantity>('1', '2', '3', '10', 2), fc.constantFrom<Quantity>('0', '1.5')),
  taxCategory: fc.constant(undefined),
  minUnitPrice: optional(fc.constantFrom('0.00', '4.00')),
  onSale: optional(fc.boolean()),
  listPrice: fc.constant(undefined),
  selected: optional(fc.boolean()),
  weight: fc.constant(undefined),
  attrs: optional(fc.constantFrom({ colour: 'red' }, { 'the size': 'L' })),
});

const charges = fc.subarray([
  { id: 's1', method: 'm', amount: '10.00' },
  { id: 's2', method: 'k', amount: '7.77' },
]);

const cart: fc.Arbitrary<RowCart> = partial<RowCart>({
  lines: fc
    .array(line, { maxLength: 4 })
    .map((lines) => lines.map((one, index) => ({ ...one, id: `l${index}` }))),
  shipping: optional(charges),
  customer: optional(fc.constantFrom({}, { group: 'VIP', placedOrders: 4 })),
  codes: optional(fc.subarray(['C', 'c'])),
  date: mostly<string | undefined>(fc.constant('2024-06-01'), fc.constant(undefined)),
  channel: optional(fc.constant('Web')),
  country: optional(fc.constant('FR')),
});

// Rules -----------------------------------------------------------------------------------------------------------

const scope: fc.Arbitrary<RowScope> = partial<RowScope>({
  sku: optional(fc.subarray(['a', 'b'])),
  notSku: optional(fc.constant(['c'])),
  category: optional(fc.subarray(['x', 'y'])),
  unitPrice: optional(fc.constantFrom({ min: '10.00' }, { max: '20' }, { min: '5', max: '12.50' })),
  notOnSale: optional(fc.boolean()),
  onSale: optional(fc.boolean()),
  lineIds: optional(fc.constant(['l0'])),
  attrs: optional(fc.constant({ colour: 'red' })),
});

const condition: fc.Arbitrary<RowCondition> = partial<RowCondition>({
  type: fc.constantFrom(
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
  ),
  op: optional(fc.constantFrom('gte', 'gt', 'lte', 'lt', 'eq')),
  value: fc.constantFrom('0', '1', '3', '20.00'),
  n: optional(fc.constantFrom(1, 5)),
  in: optional(fc.subarray(['VIP', 'Web', 'FR', 'USD', 'm'])),
  scope: optional(scope),
  base: optional(base),
  taxInclusive: fc.constant(undefined),
});

const pick = optional(
  fc.constantFrom<RowPick>(
    'cart',
    'cheapest',
    'dearest',
    'dearest_line_total',
    'dearest_line_total_last',
    'qty_desc',
  ),
);
const taken = { scope: optional(scope), qty: units, pick };
const discount = fc.constantFrom('percent' as const, 'amount' as const);

const effect: fc.Arbitrary<RowEffect> = partial<RowEffect>({
  kind: fc.constantFrom(
    'percent',
    'percent',
    'amount',
    'amount',
    'price',
    'percent_tiers',
    'amount_tiers',
    'first_next',
    'cheapest_unit',
    'buy_get',
    'gift',
    'free',
  ),
  target: optional(fc.constantFrom('shipping', 'lines')),
  shipScope: optional(fc.subarray(['m', 'k'])),
  scope: optional(scope),
  per: fc.constantFrom('unit', 'line', 'order', 'set'),
  value: fc.oneof(percent, amount),
  base: optional(base),
  includeShipping: optional(fc.boolean()),
  setQty: units,
  measure: optional(fc.constantFrom('line_total', 'order_total', 'scope_total', 'scope_qty', 'unit_price')),
  tiers: fc.constantFrom(
    [{ from: '0', value: '10' }],
    [
      { from: '20', value: '15' },
      { from: '5', value: '10' },
    ],
  ),
  first: amount,
  next: amount,
  discount,
  buy: partial<NonNullable<RowEffect['buy']>>(taken),
  get: partial<NonNullable<RowEffect['get']>>({
    ...taken,
    discount: fc.record({ kind: discount, value: percent }),
  }),
  repeat: optional(fc.boolean()),
  allOrNothing: optional(fc.boolean()),
  sku: fc.constantFrom('a', 'gift'),
  unitPrice: fc.constant(undefined),
  qty: optional(units),
  perUnits: optional(units),
  maxUnits: optional(units),
  maxUnitsPerLine: optional(units),
  groupOf: optional(units),
  cap: optional(amount),
  limitedBase: mostly<'units_total_minus_line_discount' | undefined>(
    fc.constant(undefined),
    fc.constant('units_total_minus_line_discount'),
  ),
  pick,
});

const usage = fc.record({ limit: count, used: count });

const rule: fc.Arbitrary<Omit<RowRule, 'id'>> = partial<Omit<RowRule, 'id'>>({
  conditions: optional(fc.array(condition, { maxLength: 2 })),
  effects: fc.array(effect, { maxLength: 2 }),
  code: optional(fc.constantFrom('C', 'a "code"')),
  priority: optional(fc.constantFrom(1, 2, '3')),
  exclusive: optional(fc.boolean()),
  stage: fc.constantFrom('one', 'two'),
  lane: optional(fc.constantFrom('pre', 'default')),
  stopAfter: optional(fc.boolean()),
  validFrom: optional(fc.constant('2024-05-31')),
  validTo: optional(fc.constant('2024-06-01')),
  enabled: optional(fc.boolean()),
  usage: optional(usage),
  usagePerCustomer: optional(usage),
  budget: optional(
    fc.record({ type: fc.constantFrom('spend' as const, 'usage' as const), limit: count, used: count }),
  ),
});

// Conventions -----------------------------------------------------------------------------------------------------

const rounding = optional(
  fc.constantFrom<RowRounding>(
    'half_up',
    'half_down',
    'half_even',
    'half_odd',
    'down',
    'up',
    'floor',
    'ceil',
    'none',
  ),
);

const conventions: fc.Arbitrary<Conventions> = partial<Conventions>({
  order: optional(fc.constantFrom('listed', 'priority_desc', 'priority_asc', 'stage_then_listed')),
  stages: fc.constant(['one', 'two']),
  lanes: fc.constant(['pre', 'default', 'post']),
  exclusivity: optional(fc.constant('first_exclusive_only')),
  selection: optional(
    fc.constantFrom('all', 'per_line_stop', 'best_per_line', 'best_per_line_within_lane', 'best_overall'),
  ),
  tie: optional(fc.constantFrom('first', 'last')),
  sequence: optional(base),
  conditionBase: optional(base),
  percentRounding: rounding,
  orderPercentRounding: rounding,
  percentRoundWhat: optional(fc.constantFrom('discount', 'price')),
  priceRounding: optional(
    fc.record({ at: fc.constantFrom('unit', 'line', 'total'), mode: fc.constant('half_up') }),
  ),
  distribute: optional(
    partial<NonNullable<Conventions['distribute']>>({
      weights: optional(
        fc.constantFrom('current_line_total', 'current_line_total_with_tax', 'original_line_total', 'qty'),
      ),
      share: rounding,
      remainder: optional(
        fc.constantFrom(
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
        ),
      ),
      sequence: optional(fc.constantFrom('independent', 'iterative_from_last')),
      negative: optional(fc.constantFrom('mirror', 'asis')),
      zeroWeights: optional(fc.constantFrom('even', 'zeros')),
      capAtRemaining: optional(fc.boolean()),
    }),
  ),
  clamp: fc.constant(undefined),
});
