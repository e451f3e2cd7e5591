import type { Random } from './random.js';
import { BRANDS, CATEGORIES, SKUS, STORES } from './universe.js';

/** Money as written, up to a bound in major units; small and odd amounts are as likely as round ones. */
export function money(random: Random, most: number): string {
  if (random.chance(0.1)) return `0.0${random.int(1, 9)}`;
  const major = random.int(0, most);
  const minor = random.chance(0.5) ? 0 : random.int(0, 99);
  return major === 0 && minor === 0 ? '1.00' : `${major}.${String(minor).padStart(2, '0')}`;
}

export function percent(random: Random): string {
  if (random.chance(0.1)) return 'rate';
  return random.chance(0.2)
    ? `${random.int(0, 60)}.5%`
    : `${random.pick([1, 5, 7, 10, 15, 20, 33, 50, 66, 100])}%`;
}

/** A condition on a line: what may stand after `lines where`. */
export function lineCondition(random: Random, depth = 2): string {
  if (depth > 0 && random.chance(0.25)) {
    const [a, b] = [lineCondition(random, depth - 1), lineCondition(random, depth - 1)];
    return random.chance(0.5) ? `${a} and ${b}` : `(${a} or ${b})`;
  }
  if (depth > 0 && random.chance(0.15)) return `not (${lineCondition(random, depth - 1)})`;
  return random.pick([
    () => `store is "${random.pick(STORES)}"`,
    () => `store is not "${random.pick(STORES)}"`,
    () => `brand is "${random.pick(BRANDS)}"`,
    () => 'brand in hot',
    () => `category in "${random.pick(CATEGORIES)}", "other"`,
    () => `brand not in "${random.pick(BRANDS)}", "none"`,
    () => `sku in core`,
    () => `sku is "${random.pick(SKUS)}"`,
    () => 'clearance',
    () => 'not clearance',
    () => `price >= ${money(random, 100)}`,
    () => `quantity ${random.pick(['>=', '<', 'at most', 'more than'])} ${random.int(1, 4)}`,
    () => `weight > ${random.pick(['0.5', '1', '2.25'])}`,
    () => `cost < price * 80%`,
    () => `labels has "new"`,
    () => `brand starts with "${random.pick(['m', 'A', '安'])}"`,
    () => `list at least ${money(random, 200)}`,
  ])();
}

/** An amount measured on the standing's lines. */
export function scopeAmount(random: Random, earlier: readonly string[]): string {
  const after = earlier.length > 0 && random.chance(0.3) ? ` after ${random.pick(earlier)}` : '';
  return random.pick([
    () => 'list',
    () => `left${after}`,
    () => `left${after}`,
    () => `list of lines where (${lineCondition(random, 1)})`,
    () => `left${after} of lines where store is "${random.pick(STORES)}"`,
    () => 'total of cost',
    () => `min(left, ${money(random, 300)})`,
    () => 'list - order.deposit',
    () => 'left * 90%',
  ])();
}

/** Eligibility: what may stand after `when`. */
export function condition(random: Random, earlier: readonly string[], depth = 2): string {
  if (depth > 0 && random.chance(0.25)) {
    const [a, b] = [condition(random, earlier, depth - 1), condition(random, earlier, depth - 1)];
    return random.chance(0.6) ? `${a} and ${b}` : `(${a} or ${b})`;
  }
  if (depth > 0 && random.chance(0.1)) return `not (${condition(random, earlier, depth - 1)})`;
  return random.pick([
    () => `customer.tier is ${random.pick(['none', 'vip', 'gold'])}`,
    () => 'customer.tier in vip, gold',
    () => 'order.channel is app',
    () => 'order.channel is not web',
    () => `customer.points >= ${money(random, 20)}`,
    () => 'order.at < 2026-11-11 20:00',
    () => 'order.pickup >= 2026-11-11',
    () => 'order.codes has "SAVE"',
    () => `quantity >= ${random.int(1, 6)}`,
    () => `count of sku at least ${random.int(1, 3)}`,
    () => `count of lines where clearance is true < ${random.int(1, 3)}`,
    () => `${scopeAmount(random, earlier)} >= ${money(random, 200)}`,
    () => `total of weight < ${random.int(2, 12)}`,
  ])();
}
