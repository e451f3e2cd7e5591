import {
  type AttributeInput,
  type Breakdown,
  type CartInput,
  type CartLineInput,
  compile,
  type PriceOptions,
  type Ruleset,
  type Standing,
  verify,
} from '../../src/index.js';
import { price } from '../support/price.js';

/** What the carts of these tests may carry. */
const DECLARATIONS = `
  currency CNY
  timezone Asia/Shanghai
  line has store optional text, brand optional text, kind optional text, cost optional money, live optional money,
    weight optional number, flagged flag
  customer has tier optional one of silver, gold, points optional number
  order has channel optional one of app, web, deposit optional money
  shipping has method optional text, store optional text
`;

/** Files that rules may name, by path. */
export type Files = Readonly<Record<string, string>>;

export interface Case extends Partial<CartInput> {
  readonly files?: Files;
  readonly options?: PriceOptions;
}

/** A line of one unit at `unitPrice`, its id also its SKU. */
export function one(
  id: string,
  unitPrice: string,
  attributes: Readonly<Record<string, AttributeInput>> = {},
): CartLineInput {
  return many(id, 1, unitPrice, attributes);
}

/** A line of `quantity` units at `unitPrice` each, its id also its SKU. */
export function many(
  id: string,
  quantity: number,
  unitPrice: string,
  attributes: Readonly<Record<string, AttributeInput>> = {},
): CartLineInput {
  return { id, sku: id, quantity, price: unitPrice, ...attributes };
}

/** Compiles rules under the shared declarations, or as a whole file where they say their currency. */
function rulesetOf(rules: string, files: Files = {}): Ruleset {
  const text = /^\s*currency /.test(rules) ? rules : DECLARATIONS + rules;
  const compiled = compile(text, { host: { read: (path) => files[path] } });
  if (compiled.ok) return compiled.ruleset;
  throw new Error(compiled.diagnostics.map((found) => `${found.code} ${found.message}`).join('\n'));
}

/** The codes of what is said of rules under the shared declarations. */
export function mistakes(rules: string): readonly string[] {
  return compile(DECLARATIONS + rules).diagnostics.map((found) => found.code);
}

/** Prices a cart, and has an independent check find nothing in the breakdown. */
export function priced(
  rules: string,
  lines: readonly CartLineInput[],
  { files, options, ...cart }: Case = {},
): Breakdown {
  const currency = /currency (\w+)/.exec(rules)?.[1] ?? 'CNY';
  const input = { currency, at: '2026-06-03T12:00:00+08:00', lines, ...cart };
  const result = price(rulesetOf(rules, files), input, options);
  if (!result.ok) throw new Error(result.errors.map((error) => `${error.path}: ${error.message}`).join('\n'));
  const findings = verify(result.breakdown);
  if (findings.length > 0) throw new Error(JSON.stringify(findings, undefined, 2));
  return result.breakdown;
}

/** What each line pays, in the order of the cart: `a 90.00`. */
export function pays({ lines }: Breakdown): string {
  return lines.map(({ id, pay }) => `${id} ${pay}`).join(', ');
}

/** What each standing took, in the order they ran: `tiers S1 10.00`. */
export function takes({ promotions }: Breakdown): string {
  return promotions.map((applied) => `${nameOf(applied)} ${applied.amount}`).join(', ');
}

/** Why each standing was refused: `tiers S2 short`. */
export function refusals({ refused }: Breakdown): string {
  return refused.map((found) => `${nameOf(found)} ${found.reason}`).join(', ');
}

function nameOf({ promotion, for: values, row }: Standing & { readonly promotion?: string }): string {
  const value = values === undefined ? [] : Object.values(values).map(String);
  return [promotion ?? '?', ...value, ...(row ? [`row ${row.line}`] : [])].join(' ');
}
