import type { Cart, Line } from '../yardstick/order.js';
import {
  below,
  fresh,
  lineCount,
  oneOf,
  type Random,
  seeded,
  storesOf,
  unitPrice,
} from '../yardstick/random.js';

/** Carts of the stores, brands and SKUs that `scaleRules(rules)` are for: one of 4 lines meets 11 promotions at most. */
export function scaleCarts(count: number, rules: number): readonly Cart[] {
  const random = seeded(11);
  const entities = Math.max(1, Math.ceil(rules / 3));
  return fresh(Array.from({ length: count }, (_, index) => drawCart(random, index, entities)));
}

function drawCart(random: Random, index: number, entities: number): Cart {
  const count = lineCount(random);
  const stores = storesOf(random, entities);
  return {
    id: `s${index}`,
    lines: Array.from({ length: count }, () => drawLine(random, stores, entities)),
    codes: [],
    customer: { id: `u${index}`, tier: 'regular' },
  };
}

function drawLine(random: Random, stores: readonly number[], entities: number): Line {
  return {
    sku: `K${below(random, entities)}`,
    store: `S${oneOf(random, stores)}`,
    brand: `B${below(random, entities)}`,
    category: `C${below(random, 30)}`,
    unitPrice: unitPrice(random),
    qty: 1 + below(random, 3),
  };
}
