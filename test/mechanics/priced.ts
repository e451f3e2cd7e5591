import {
  type AttributeInput,
  type Breakdown,
  type CartInput,
  type CartLineInput,
  compile,
  type Ruleset,
  verify,
} from '../../src/index.js';
import { price } from '../support/price.js';

/** A line of a test's cart: `quantity` units at `unitPrice`, its id also its SKU. */
export function line(
  id: string,
  quantity: number,
  unitPrice: string,
  attributes: Readonly<Record<string, AttributeInput>> = {},
): CartLineInput {
  return { id, sku: id, quantity, price: unitPrice, ...attributes };
}

/** Compiles an inline rule file; warnings may stand, mistakes fail. */
export function rulesetOf(rules: string): Ruleset {
  const compiled = compile(rules, { name: 'inline.reckon' });
  if (compiled.ok) return compiled.ruleset;
  throw new Error(compiled.diagnostics.map((one) => `${one.line}: ${one.message}`).join('\n'));
}

/** Prices a cart in yuan by an inline rule file, and has the breakdown checked. */
export function priced(
  rules: string | Ruleset,
  lines: readonly CartLineInput[],
  more: Partial<CartInput> = {},
): Breakdown {
  const ruleset = typeof rules === 'string' ? rulesetOf(rules) : rules;
  const cart: CartInput = { currency: 'CNY', at: '2026-11-11T12:00:00+08:00', lines, ...more };
  const result = price(ruleset, cart);
  if (!result.ok) throw new Error(result.errors.map((one) => `${one.path}: ${one.message}`).join('\n'));
  const findings = verify(result.breakdown);
  if (findings.length > 0) throw new Error(JSON.stringify(findings, null, 2));
  return result.breakdown;
}
