import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Cart, Usage, ValueMap } from './types.js';

/**
 * The digest of a validated cart, `sha256:` and 64 hexadecimal digits: SHA-256 over its canonical JSON (RFC 8785; half of a
 * surrogate pair, which that does not know, stands as its `\u` escape). It is of what the cart means, not of how it is
 * written: members in any order, amounts as text or in minor units, an instant with any offset, a default sent or left out,
 * come to the same. The order of the lines counts, for a breakdown lists them so.
 */
export function cartDigest(cart: Cart): string {
  return `sha256:${bytesToHex(sha256(utf8(canonicalJson(cart))))}`;
}

/** Members stand in the order of their names throughout. */
function canonicalJson(cart: Cart): string {
  return JSON.stringify({
    codes: cart.codes,
    currency: cart.currency,
    customer: sorted(cart.customer),
    instant: cart.instant,
    lines: cart.lines.map(({ attributes, id, price, quantity, sku }) => ({
      attributes: sorted(attributes),
      id,
      price,
      quantity,
      sku,
    })),
    order: sorted(cart.order),
    shipping: cart.shipping.map(({ amount, attributes, id }) => ({
      amount,
      attributes: sorted(attributes),
      id,
    })),
    usage: usageEntries(cart.usage),
  });
}

/** By name; a flag that is false counts as one left out. */
function sorted(values: ValueMap): Readonly<Record<string, unknown>> {
  const names = [...values.keys()].filter((name) => values.get(name) !== false).toSorted();
  return Object.fromEntries(names.map((name) => [name, values.get(name)]));
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
