import { z } from 'zod';
import type {
  AddOn,
  Adjustment,
  Allocation,
  AllocationPart,
  Applied,
  Breakdown,
  ChargeOut,
  CustomerText,
  Cut,
  FailedTest,
  Gift,
  Group,
  GroupUnits,
  Hint,
  LineOut,
  Part,
  Refused,
  Step,
  ThresholdMet,
  Total,
  Unchecked,
  Violation,
} from './types.js';
import {
  byParty,
  count,
  digest,
  exact,
  money,
  named,
  part,
  position,
  signedMoney,
  standing,
  texts,
  whole,
} from './schema-ground.js';

// Lines and charges ------------------------------------------------------------------------------------------------

const adjustment = part<Adjustment>('Adjustment')(
  z.strictObject({
    promotion: z.string(),
    ...standing,
    layer: z.string().exactOptional(),
    amount: money,
    base: money,
  }),
);

const line = part<LineOut>('LineOut')(
  z.strictObject({
    id: z.string(),
    sku: z.string(),
    quantity: position,
    list: money,
    adjustments: z.array(adjustment),
    pay: money,
    units: z.array(z.strictObject({ count: position, pay: money })),
  }),
);

const charge = part<ChargeOut>('ChargeOut')(
  z.strictObject({ id: z.string(), list: money, adjustments: z.array(adjustment), pay: money }),
);

// Promotions that applied ------------------------------------------------------------------------------------------

const cut = part<Cut>('Cut')(
  z.strictObject({
    why: z.enum([
      'cap',
      'floor',
      'layer-cap',
      'layer-floor',
      'layers-cap',
      'budget',
      'overflow',
      'left',
      'lost',
    ]),
    limit: money.exactOptional(),
    by: money,
    to: z.string().exactOptional(),
  }),
);

const allocationPart = part<AllocationPart>('AllocationPart')(
  z.strictObject({
    line: z.string().exactOptional(),
    shipping: z.string().exactOptional(),
    weight: whole.exactOptional(),
    remainder: whole.exactOptional(),
    full: z.literal(true).exactOptional(),
    amount: money,
  }),
);

const allocation = part<Allocation>('Allocation')(
  z.strictObject({ amount: money, sum: whole, parts: z.array(allocationPart) }),
);

const groupUnits = part<GroupUnits>('GroupUnits')(
  z.strictObject({ line: z.string(), count: position, left: money }),
);

const group = part<Group>('Group')(
  z.strictObject({
    units: z.array(groupUnits),
    qualifiers: z.array(groupUnits).exactOptional(),
    times: position.exactOptional(),
    amount: money,
  }),
);

const formed = part<Part>('Part')(
  z.strictObject({
    line: z.string(),
    base: money,
    of: exact.exactOptional(),
    exact: exact.exactOptional(),
    amount: money,
  }),
);

const step = part<Step>('Step')(
  z.strictObject({
    offer: z.string(),
    base: money.exactOptional(),
    of: exact.exactOptional(),
    percent: exact.exactOptional(),
    times: count.exactOptional(),
    exact: exact.exactOptional(),
    face: money,
    amount: money,
    cuts: z.array(cut).exactOptional(),
    allocation: allocation.exactOptional(),
    parts: z.array(formed).exactOptional(),
    groups: z.array(group).exactOptional(),
  }),
);

const threshold = part<ThresholdMet>('ThresholdMet')(
  z.strictObject({
    kind: z.enum(['spend', 'buy', 'every-amount', 'every-units']),
    measured: money,
    reached: money,
    tier: position.exactOptional(),
    times: count.exactOptional(),
  }),
);

const customerText = part<CustomerText>('CustomerText')(
  z.strictObject({
    kind: z.enum(['title', 'message']),
    language: z.string().exactOptional(),
    text: z.string(),
  }),
);

const applied = part<Applied>('Applied')(
  z.strictObject({
    promotion: z.string(),
    title: z.string().exactOptional(),
    kind: z.enum(['promotion', 'coupon']),
    layer: z.string().exactOptional(),
    ...standing,
    face: money,
    amount: money,
    threshold: threshold.exactOptional(),
    steps: z.array(step),
    cuts: z.array(cut).exactOptional(),
    funding: byParty.exactOptional(),
    texts: z.array(customerText).exactOptional(),
    file: z.string(),
    line: position,
  }),
);

// Refusals, gifts, guarantees --------------------------------------------------------------------------------------

const failedTest = part<FailedTest>('FailedTest')(
  z.strictObject({
    test: z.string(),
    // Money among the values seen may be any text: it stands beside texts of the cart.
    seen: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), texts])),
    missing: texts.exactOptional(),
  }),
);

const refused = part<Refused>('Refused')(
  z.discriminatedUnion('reason', [
    refusal('condition-false', { failed: z.array(failedTest) }),
    refusal('short', { measured: money, threshold: money, missing: money }),
    refusal('lost', { to: z.string(), by: money }),
    refusal('excluded', { constraint: z.string(), by: texts }),
    refusal('stopped', { by: z.string() }),
    refusal('spent', { limit: z.string(), used: money, needed: money.exactOptional() }),
    refusal('nothing-left', {}),
    refusal('code-missing', { codes: texts }),
    refusal('inactive', { windows: texts }),
    refusal('no-lines', {}),
    refusal('unknown-code', { code: z.string() }),
  ]),
);

export const gift: z.ZodType<Gift> = part<Gift>('Gift')(
  z.strictObject({
    promotion: z.string(),
    skus: texts,
    count: position,
    value: money.exactOptional(),
  }),
);

const addOn = part<AddOn>('AddOn')(
  z.strictObject({ promotion: z.string(), sku: z.string(), count: position, price: money }),
);

const violation = part<Violation>('Violation')(
  z.strictObject({
    guarantee: z.string(),
    line: z.string().exactOptional(),
    failed: z.array(failedTest),
    promotions: texts,
  }),
);

const unchecked = part<Unchecked>('Unchecked')(
  z.strictObject({
    guarantee: z.string().exactOptional(),
    promotion: z.string().exactOptional(),
    layer: z.string().exactOptional(),
    floor: z.string().exactOptional(),
    line: z.string().exactOptional(),
    missing: texts,
  }),
);

const hint = part<Hint>('Hint')(
  z.strictObject({
    promotion: z.string(),
    ...standing,
    spend: money.exactOptional(),
    units: position.exactOptional(),
    line: z.string().exactOptional(),
    saving: money,
    cost: signedMoney,
  }),
);

// The whole --------------------------------------------------------------------------------------------------------

export const total: z.ZodType<Total> = part<Total>('Total')(
  z.strictObject({ list: money, discount: money, shipping: money, pay: money }),
);

/**
 * The schema of a breakdown: every member of its type, and no other. It cannot say what `verify` does: that amounts have
 * exactly the currency's digits or are all in minor units, and that they add up.
 */
export const breakdownSchema: z.ZodType<Breakdown> = part<Breakdown>('Breakdown')(
  z.strictObject({
    reckon: z.literal(1),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amounts: z.literal('minor').exactOptional(),
    at: z.string(),
    ruleset: digest,
    cart: digest.exactOptional(),
    optimal: z.boolean(),
    total,
    lines: z.array(line),
    shipping: z.array(charge),
    promotions: z.array(applied),
    refused: z.array(refused),
    gifts: z.array(gift),
    addOns: z.array(addOn).exactOptional(),
    funding: byParty,
    commission: byParty,
    violations: z.array(violation),
    unchecked: z.array(unchecked),
    hints: z.array(hint).exactOptional(),
  }),
);

/** The JSON Schema of a breakdown, of draft 2020-12. */
export function breakdownJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(breakdownSchema, { target: 'draft-2020-12', metadata: named });
  return { ...schema, title: 'Breakdown' };
}

/** One reason of a refusal with its numbers. */
function refusal<Reason extends string, Shape extends z.ZodRawShape>(reason: Reason, numbers: Shape) {
  return z.strictObject({
    promotion: z.string().exactOptional(),
    ...standing,
    layer: z.string().exactOptional(),
    reason: z.literal(reason),
    ...numbers,
  });
}
