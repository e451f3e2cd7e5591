import { z } from 'zod';
import type { Comparison } from './types.js';

/** The names of the parts in the JSON Schema's `$defs`. */
const named = z.registry<{ id: string }>();

// Ground: counts, amounts, what is on both sides ---------------------------------------------------------------------

const count = z.int().min(0);
const amount = z
  .string()
  .regex(/^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/)
  .register(named, { id: 'Amount' });
const text = z.string();
const optionalText = text.exactOptional();

const counts = z.strictObject({ before: count, after: count }).register(named, { id: 'Counts' });
const sides = { before: amount, after: amount, change: amount };
const change = z.strictObject(sides).register(named, { id: 'Change' });
const total = z
  .strictObject({ list: change, discount: change, shipping: change, pay: change })
  .register(named, { id: 'Total' });

const cartRef = { line: z.int().min(1), id: optionalText };
const changedRule = z.enum(['added', 'removed', 'changed']);

// Parts ----------------------------------------------------------------------------------------------------------------

const rulesName = z
  .strictObject({ file: text, ruleset: text.regex(/^sha256:[0-9a-f]{64}$/), promotions: count })
  .register(named, { id: 'RulesName' });

const carts = z.strictObject({
  file: text,
  total: count,
  compared: count,
  cheaper: count,
  dearer: count,
  same: count,
  rearranged: count,
  refused: z.strictObject({ before: count, after: count, both: count }),
  from: optionalText,
  until: optionalText,
});

const promotionCost = z.strictObject({
  promotion: text,
  title: optionalText,
  rule: changedRule.exactOptional(),
  carts: counts,
  more: count,
  less: count,
  discount: change,
  gifts: counts.exactOptional(),
});

const party = z.strictObject({ party: text, ...sides }).register(named, { id: 'Party' });

const guarantee = z.strictObject({
  guarantee: text,
  broken: counts,
  unchecked: counts,
  carts: z.array(z.strictObject(cartRef)),
});

const promotionChange = z
  .strictObject({ promotion: text, ...sides })
  .register(named, { id: 'PromotionChange' });

const line = z
  .strictObject({
    id: text,
    sku: optionalText,
    quantity: z.int().min(1).exactOptional(),
    list: change,
    pay: change,
    promotions: z.array(promotionChange),
  })
  .register(named, { id: 'LineChange' });

const largest = z.strictObject({
  ...cartRef,
  at: text,
  total,
  lines: z.array(line),
  shipping: z.array(line),
  unchanged: count,
  promotions: z.array(promotionChange),
});

const refused = z.strictObject({
  ...cartRef,
  by: z.enum(['before', 'after', 'both']),
  messages: z.array(text),
  more: count,
});

const rulePart = z.enum([
  'kind',
  'title',
  'layer',
  'active',
  'when',
  'code',
  'lines',
  'each',
  'offers',
  'caps',
  'floors',
  'rounding',
  'allocation',
  'limits',
  'budget',
  'funding',
  'commission',
  'stop',
  'messages',
  'table',
]);

const setting = z.enum([
  'attributes',
  'choice',
  'constraints',
  'layers',
  'layers cap',
  'order of promotions',
  'prices',
  'search limit',
]);

const rules = z.strictObject({
  same: z.boolean(),
  promotions: z.array(
    z.strictObject({
      promotion: text,
      title: optionalText,
      change: changedRule,
      parts: z.array(rulePart).exactOptional(),
      before: optionalText,
      after: optionalText,
    }),
  ),
  guarantees: z.array(z.strictObject({ guarantee: text, change: changedRule })),
  settings: z.array(setting),
});

// The whole ------------------------------------------------------------------------------------------------------------

const comparison: z.ZodType<Comparison> = z.strictObject({
  reckonComparison: z.literal(1),
  currency: text.regex(/^[A-Z]{3}$/),
  before: rulesName,
  after: rulesName,
  carts,
  total,
  histogram: z.array(z.strictObject({ from: amount, to: amount, carts: count, change: amount })),
  promotions: z.array(promotionCost),
  funding: z.array(party),
  commission: z.array(party),
  guarantees: z.array(guarantee),
  largest: z.array(largest),
  refused: z.array(refused),
  rules,
});

/** The JSON Schema of a comparison, of draft 2020-12. */
export function comparisonJsonSchema(): z.core.JSONSchema.BaseSchema {
  const schema = z.toJSONSchema(comparison, { target: 'draft-2020-12', metadata: named });
  return { ...schema, title: 'Comparison' };
}
