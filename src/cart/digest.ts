import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Attribute, Ruleset } from '../check/ruleset.js';
import type { Cart, Usage, Values } from './types.js';

/**
 * The digest of a validated cart, `sha256:` and 64 hexadecimal digits: SHA-256 over its canonical JSON (RFC 8785; half of a
 * surrogate pair, which that does not know, stands as its `\u` escape). It is of what the cart means, not of how it is
 * written: members in any order, amounts as text or in minor units, an instant with any offset, a default sent or left out,
 * come to the same. The order of the lines counts, for a breakdown lists them so. `declared` are the attributes of the
 * rules that the cart was validated by.
 */
export function cartDigest(cart: Cart, declared: Ruleset['attributes']): string {
  return `sha256:${bytesToHex(sha256(utf8(canonicalJson(cart, declared))))}`;
}

/** Members stand in the order of their names throughout. */
function canonicalJson(cart: Cart, declared: Ruleset['attributes']): string {
  return JSON.stringify({
    codes: cart.codes,
    currency: cart.currency,
    customer: named(cart.customer, declared.customer),
    instant: cart.instant,
    lines: cart.lines.map(({ finer, id, price, quantity, sku, values }) => ({
      attributes: named(values, declared.line),
      id,
      price: finer ?? String(price),
      quantity,
      sku,
    })),
    order: named(cart.order, declared.order),
    shipping: cart.shipping.map(({ amount, id, values }) => ({
      amount,
      attributes: named(values, declared.shipping),
      id,
    })),
    usage: usageEntries(cart.usage),
  });
}

/** By name; a flag that is false counts as one left out. */
function named(values: Values, declared: readonly Attribute[]): Readonly<Record<string, unknown>> {
  const entries = declared.map(({ name }, slot) => [name, values[slot]] as const);
  const told = entries.filter(([, value]) => value !== undefined && value !== false);
  return Object.fromEntries(told.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A list, since a promotion's id may look like an index, which an object would put first. No redemptions are no entry. */
function usageEntries(usage: ReadonlyMap<string, Usage>): readonly object[] {
  return [...usage]
    .filter(([, entry]) => Object.values(entry).some((used) => used !== 0))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([promotion, { customer, customerDay, customerUnits, spent, total }]) => ({
      customer,
      customerDay,
      customerUnits,
      promotion,
      spent,
      total,
    }));
}

/** The bytes of a text without lone surrogates, where there is no `TextEncoder`. */
function utf8(text: string): Uint8Array {
  const bytes = encodeURIComponent(text).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}
