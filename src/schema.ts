import { breakdownJsonSchema } from './breakdown/schema.js';
import { cartJsonSchema as schemaOf, type JsonSchema } from './cart/schema.js';
import { comparisonJsonSchema } from './compare/schema.js';
import { refundJsonSchema } from './refund/schema.js';
import { Ruleset } from './ruleset.js';

export { breakdownJsonSchema, comparisonJsonSchema, type JsonSchema, refundJsonSchema };

/** The JSON Schema (draft 2020-12) of a cart: of any, or with the attributes that a ruleset declares. */
export function cartJsonSchema(ruleset?: Ruleset): JsonSchema {
  return schemaOf(ruleset && Ruleset.checked(ruleset));
}
