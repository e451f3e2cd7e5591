import { below, type Random, seeded } from '../yardstick/random.js';

/** One promotion of the scale workload: for one store, one brand or one SKU. Amounts are whole minor units. */
export type ScaleRule = StoreRule | BrandRule | SkuRule;

/** Spend `at` in the store, and `off` is taken off. */
export interface StoreRule {
  readonly kind: 'store';
  readonly id: string;
  readonly key: string;
  readonly at: number;
  readonly off: number;
}

/** `percent` off each line of the brand. */
export interface BrandRule {
  readonly kind: 'brand';
  readonly id: string;
  readonly key: string;
  readonly percent: number;
}

/** `off` is taken off each line of the SKU. */
export interface SkuRule {
  readonly kind: 'sku';
  readonly id: string;
  readonly key: string;
  readonly off: number;
}

/** A third each for stores, brands and SKUs, one promotion for each of them. */
export function scaleRules(count: number): readonly ScaleRule[] {
  const random = seeded(7);
  return Array.from({ length: count }, (_, index) => drawRule(random, index));
}

function drawRule(random: Random, index: number): ScaleRule {
  const entity = Math.floor(index / 3);
  const id = `r${index}`;
  if (index % 3 === 0) {
    const at = 5000 + below(random, 40) * 500;
    return { kind: 'store', id, key: `S${entity}`, at, off: Math.floor(at / 10) };
  }
  if (index % 3 === 1) return { kind: 'brand', id, key: `B${entity}`, percent: 1 + below(random, 20) };
  return { kind: 'sku', id, key: `K${entity}`, off: 50 + below(random, 10) * 50 };
}
