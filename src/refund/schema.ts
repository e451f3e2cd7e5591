import { z } from 'zod';
import { gift, total } from '../breakdown/schema.js';
import {
  count,
  digest,
  money,
  named,
  part,
  position,
  signedMoney,
  standing,
} from '../breakdown/schema-ground.js';
import type {
  Refund,
  RefundTotal,
  Rest,
  Retested,
  ReturnedAdjustment,
  ReturnedLine,
  ReturnedShipping,
  TakenBack,
} from './types.js';

// Lines and shipping -----------------------------------------------------------------------------------------------

const adjustment = part<ReturnedAdjustment>('ReturnedAdjustment')(
  z.strictObject({
    promotion: z.string(),
    ...standing,
    layer: z.string().exactOptional(),
    amount: money,
  }),
);

const line = part<ReturnedLine>('ReturnedLine')(
  z.strictObject({
    id: z.string(),
    sku: z.string(),
    quantity: position,
    before: count,
    returned: count,
    list: money,
    adjustments: z.array(adjustment),
    paid: money,
  }),
);

const shipping = part<ReturnedShipping>('ReturnedShipping')(
  z.strictObject({ rule: z.enum(['last', 'share', 'never']), paid: money, before: money, back: money }),
);

// What is kept, and what is taken back ---------------------------------------------------------------------------------

const retested = part<Retested>('Retested')(
  z.strictObject({
    promotion: z.string(),
    returns: z.enum(['keep', 'retest']),
    kept: money,
    alone: money,
  }),
);

const rest = part<Rest>('Rest')(
  z.strictObject({ total, kept: money, worth: signedMoney, promotions: z.array(retested) }),
);

const takenBack = part<TakenBack>('TakenBack')(z.strictObject({ was: money, before: money, back: money }));
const byParty = z.record(z.string(), takenBack);

// The whole --------------------------------------------------------------------------------------------------------

const refundTotal = part<RefundTotal>('RefundTotal')(
  z.strictObject({
    paid: money,
    before: money,
    goods: money,
    shipping: money,
    heldBefore: signedMoney,
    held: signedMoney,
    refund: money,
    left: money,
    short: money.exactOptional(),
  }),
);

const refundSchema: z.ZodType<Refund> = part<Refund>('Refund')(
  z.strictObject({
    refund: z.literal(1),
    currency: z.string().regex(/^[A-Z]{3}$/),
    amounts: z.literal('minor').exactOptional(),
    at: z.string(),
    ruleset: digest,
    breakdown: digest,
    number: position,
    after: digest.exactOptional(),
    policy: z.enum(['keep', 'retest', 'rules']),
    total: refundTotal,
    lines: z.array(line),
    shipping,
    rest: rest.exactOptional(),
    gifts: z.array(gift),
    funding: byParty,
    commission: byParty,
  }),
);

/** The JSON Schema of a refund, of draft 2020-12. It cannot say what `verifyRefund` does: that amounts add up. */
export function refundJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(refundSchema, { target: 'draft-2020-12', metadata: named });
  return { ...schema, title: 'Refund' };
}
