import type { CartInput } from '../../src/cart/types.js';
import { POSTAGE } from '../d11/numbers.js';
import { seeded } from './random.js';
import type { Cart, Line } from './order.js';

/** A cart of the yardstick as Reckon takes it, in minor units; lines are `l0`, `l1`, …. */
export function cartInput(cart: Cart, shipping: number = POSTAGE): CartInput {
  return {
    currency: 'CNY',
    amounts: 'minor',
    at: '2026-11-11T00:30:00+08:00',
    customer: { tier: cart.customer.tier },
    codes: cart.codes,
    lines: cart.lines.map(lineInput),
    shipping,
  };
}

function lineInput(line: Line, index: number): CartInput['lines'][number] {
  const { sku, store, brand, category, unitPrice, qty } = line;
  return { id: `l${index}`, sku, quantity: qty, price: unitPrice, store, brand, category };
}

/** The same carts with the members of every line in an order of its own, as clients of many kinds send them. */
export function shuffleMembers(carts: readonly CartInput[]): readonly CartInput[] {
  const random = seeded(5);
  return carts.map((cart) => ({
    ...cart,
    lines: cart.lines.map((line) => {
      const keyed = Object.entries(line).map((entry) => [random(), entry] as const);
      const entries = keyed.sort(([a], [b]) => a - b).map(([, entry]) => entry);
      return Object.fromEntries(entries) as CartInput['lines'][number];
    }),
  }));
}
