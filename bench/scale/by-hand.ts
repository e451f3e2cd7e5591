import { allocate, appears, left, MOST_LINES, selected } from '../yardstick/allocate.js';
import type {
  Adjustment,
  Breakdown,
  Cart,
  Line,
  LineOut,
  NotApplied,
  RuleTotal,
} from '../yardstick/order.js';
import type { BrandRule, ScaleRule, SkuRule, StoreRule } from './rules.js';

/** What each layer took off each line. */
const bySku = new Float64Array(MOST_LINES);
const byBrand = new Float64Array(MOST_LINES);
const byStore = new Float64Array(MOST_LINES);

/** The promotions by what they are for. */
interface Index {
  readonly skus: ReadonlyMap<string, SkuRule>;
  readonly brands: ReadonlyMap<string, BrandRule>;
  readonly stores: ReadonlyMap<string, StoreRule>;
}

/**
 * The yardstick for many promotions: an index from store, brand and SKU to the promotion, written by hand. SKU amounts come
 * first, then the brands' percentages, then the stores' thresholds on what is left.
 */
export function indexedByHand(rules: readonly ScaleRule[]): (cart: Cart) => Breakdown {
  const index = indexOf(rules);
  return (cart) => priceIndexed(cart, index);
}

function indexOf(rules: readonly ScaleRule[]): Index {
  const skus = new Map<string, SkuRule>();
  const brands = new Map<string, BrandRule>();
  const stores = new Map<string, StoreRule>();
  for (const rule of rules) {
    if (rule.kind === 'sku') skus.set(rule.key, rule);
    else if (rule.kind === 'brand') brands.set(rule.key, rule);
    else stores.set(rule.key, rule);
  }
  return { skus, brands, stores };
}

function priceIndexed(cart: Cart, index: Index): Breakdown {
  const { lines } = cart;
  const n = lines.length;
  const rules: RuleTotal[] = [];
  const refused: NotApplied[] = [];
  const skuRules: (SkuRule | undefined)[] = [];
  const brandRules: (BrandRule | undefined)[] = [];
  const storeRules: (StoreRule | undefined)[] = [];
  let list = 0;
  let goods = 0;
  for (let i = 0; i < n; i++) {
    const line = lines[i]!;
    let amount = line.unitPrice * line.qty;
    list += amount;
    bySku[i] = 0;
    byBrand[i] = 0;
    byStore[i] = 0;
    const sku = index.skus.get(line.sku);
    skuRules.push(sku);
    if (sku !== undefined) {
      const off = Math.min(sku.off, amount);
      bySku[i] = off;
      amount -= off;
      rules.push({ rule: sku.id, group: line.sku, amount: off });
    }
    const brand = index.brands.get(line.brand);
    brandRules.push(brand);
    if (brand !== undefined) {
      const off = Math.floor((amount * brand.percent + 50) / 100);
      byBrand[i] = off;
      amount -= off;
      if (off > 0) rules.push({ rule: brand.id, group: line.brand, amount: off });
    }
    left[i] = amount;
    goods += amount;
    storeRules.push(undefined);
  }
  for (let first = 0; first < n; first++) {
    const group = lines[first]!.store;
    if (appears(lines, group, first)) continue;
    const store = index.stores.get(group);
    if (store === undefined) continue;
    let count = 0;
    let total = 0;
    for (let i = first; i < n; i++) {
      if (lines[i]!.store !== group) continue;
      selected[count++] = i;
      total += left[i]!;
      storeRules[i] = store;
    }
    if (total < store.at) {
      refused.push({ rule: store.id, group, reason: 'BELOW_THRESHOLD', need: store.at, actual: total });
    } else {
      allocate(store.off, count, total, byStore);
      goods -= store.off;
      rules.push({ rule: store.id, group, amount: store.off });
    }
  }
  const out = new Array<LineOut>(n);
  for (let i = 0; i < n; i++) {
    const line = lines[i]!;
    const adjustments = adjustmentsOf(i, line, skuRules[i], brandRules[i], storeRules[i]);
    out[i] = { sku: line.sku, list: line.unitPrice * line.qty, adjustments, payable: left[i]! };
  }
  return {
    cartId: cart.id,
    lines: out,
    rules,
    notApplied: refused,
    list,
    discount: list - goods,
    goods,
    shipping: 0,
    payable: goods,
  };
}

function adjustmentsOf(
  i: number,
  line: Line,
  sku: SkuRule | undefined,
  brand: BrandRule | undefined,
  store: StoreRule | undefined,
): readonly Adjustment[] {
  const adjustments: Adjustment[] = [];
  if (bySku[i]! > 0) adjustments.push({ rule: sku!.id, group: line.sku, amount: bySku[i]! });
  if (byBrand[i]! > 0) adjustments.push({ rule: brand!.id, group: line.brand, amount: byBrand[i]! });
  if (byStore[i]! > 0) adjustments.push({ rule: store!.id, group: line.store, amount: byStore[i]! });
  return adjustments;
}
