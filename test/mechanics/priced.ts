import {
  type AttributeInput,
  type Breakdown,
  type CartInput,
  type CartLineInput,
  compile,
  price,
  verify,
} from '../../src/index.js';

/** A line of a test's cart: `quantity` units at `unitPrice`, its id also its SKU. */
export function line(
  id: string,
  quantity: number,
  unitPrice: string,
  attributes: Readonly<Record<string, AttributeInput>> = {},
): CartLineInput {
  return { id, sku: id, quantity, price: unitPrice, ...attributes };
}

/** Prices a cart in yuan by an inline rule file, and has the breakdown checked. */
export function priced(
  rules: string,
  lines: readonly CartLineInput[],
  more: Partial<CartInput> = {},
): Breakdown {
  const compiled = compile(rules, { name: 'inline.reckon' });
  if (!compiled.ok)
    throw new Error(compiled.diagnostics.map((one) => `${one.line}: ${one.message}`).join('\n'));
  const cart: CartInput = { currency: 'CNY', at: '2026-11-11T12:00:00+08:00', lines, ...more };
  const result = price(compiled.ruleset, cart);
  if (!result.ok) throw new Error(result.errors.map((one) => `${one.path}: ${one.message}`).join('\n'));
  const findings = verify(result.breakdown);
  if (findings.length > 0) throw new Error(JSON.stringify(findings, null, 2));
  return result.breakdown;
}
