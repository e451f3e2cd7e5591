import type { Draw } from './draw.js';
import { BRANDS, CATEGORIES, SKUS, STORES } from './universe.js';

/** Money as written, up to a bound in major units of two decimals; small and odd amounts are as likely as round ones. */
export function money(draw: Draw, most: number): string {
  if (draw.chance(0.1)) return draw.amount(draw.int(1, 9));
  const major = draw.int(0, most);
  const minor = draw.chance(0.5) ? 0 : draw.int(0, 99);
  return draw.amount(major === 0 && minor === 0 ? 100 : major * 100 + minor);
}

export function percent(draw: Draw): string {
  if (draw.chance(0.1)) return draw.pick(['rate', 'customer.level * 1%']);
  return draw.chance(0.2) ? `${draw.int(0, 60)}.5%` : `${draw.pick([1, 5, 7, 10, 15, 20, 33, 50, 66, 100])}%`;
}

/** A whole number of units, now and then by a name. */
export function units(draw: Draw, most: number): string {
  return draw.chance(0.1) ? 'pair' : String(draw.int(1, most));
}

const ORDERS: readonly string[] = [
  '>=',
  '<',
  '<=',
  '>',
  'at least',
  'at most',
  'more than',
  'less than',
  'is',
  'is not',
];

/** A condition on a line: what may stand after `lines where`. */
export function lineCondition(draw: Draw, depth = 2): string {
  if (depth > 0 && draw.chance(0.25)) {
    const [a, b] = [lineCondition(draw, depth - 1), lineCondition(draw, depth - 1)];
    return draw.chance(0.5) ? `${a} and ${b}` : `(${a} or ${b})`;
  }
  if (depth > 0 && draw.chance(0.15)) return `not (${lineCondition(draw, depth - 1)})`;
  return draw.pick([
    () => `store is "${draw.pick(STORES)}"`,
    () => `store is not "${draw.pick(STORES)}"`,
    () => `brand is "${draw.pick(BRANDS)}"`,
    () => `brand is not "${draw.pick(BRANDS)}"`,
    () => 'brand in hot',
    () => `category in "${draw.pick(CATEGORIES)}", "other"`,
    () => `brand not in "${draw.pick(BRANDS)}", "none"`,
    () => draw.pick(['sku in core', 'sku not in core, "K2"']),
    () => `sku is "${draw.pick(SKUS)}"`,
    () => 'clearance',
    () => 'not clearance',
    () => `clearance is ${draw.pick(['true', 'false'])}`,
    () => `price ${draw.pick(ORDERS)} ${money(draw, 100)}`,
    () => `quantity ${draw.pick(ORDERS)} ${draw.int(1, 4)}`,
    () => `weight ${draw.pick(ORDERS)} ${draw.pick(['0.5', '1', '2.25'])}`,
    () => draw.pick(['cost < price * 80%', 'live-price < price', 'list > max(cost, live-price)']),
    () => 'labels has "new"',
    () => `grade ${draw.pick(['is a', 'is not a', 'in a, b', 'not in b'])}`,
    () => `released ${draw.pick(['<', '>='])} 2026-11-11 ${draw.pick(['00:00', '20:00'])}`,
    () => `brand starts with "${draw.pick(['m', 'A', '安'])}"`,
    () => `list at least ${money(draw, 200)}`,
  ])();
}

/** One name, an operator and one value: what may follow `… of lines where` without parentheses. */
function lineTest(draw: Draw): string {
  return draw.pick([
    () => `store is "${draw.pick(STORES)}"`,
    () => `weight > ${draw.pick(['0.5', '1'])}`,
    () => 'clearance is true',
    () => 'labels has "hot"',
    () => `(${lineCondition(draw, 1)})`,
  ])();
}

/** An amount measured on the standing's lines. */
export function scopeAmount(draw: Draw, earlier: readonly string[]): string {
  const after = earlier.length > 0 && draw.chance(0.3) ? ` after ${draw.pick(earlier)}` : '';
  return draw.pick([
    () => 'list',
    () => `left${after}`,
    () => `left${after}`,
    () => `list of lines where ${lineTest(draw)}`,
    () => `left${after} of lines where ${lineTest(draw)}`,
    () => 'total of cost',
    () => 'total of live-price of lines where (live-price > cost)',
    () => `min(left, ${money(draw, 300)})`,
    () => `max(list * 10%, ${money(draw, 50)}, order.deposit)`,
    () => 'list - order.deposit',
    () => 'left * 90%',
    () =>
      `left${after} / ${draw.pick(['3', 'quantity', '(quantity - 1)', 'count of sku', 'total of weight'])}`,
    () => '(list + left) / 2',
    () => 'half-left',
  ])();
}

/** A condition on the customer or the order. */
function eligibility(draw: Draw): string {
  return draw.pick([
    () => `customer.tier is ${draw.pick(['none', 'vip', 'gold'])}`,
    () => 'customer.tier in vip, gold',
    () => 'order.channel is app',
    () => 'order.channel is not web',
    () => `customer.points ${draw.pick(ORDERS)} ${money(draw, 20)}`,
    () => `customer.level ${draw.pick(ORDERS)} ${draw.int(0, 5)}`,
    () => 'customer.groups has "staff"',
    () => `order.at ${draw.pick(['<', '>=', 'at most'])} 2026-11-11 20:00`,
    () => 'order.pickup >= 2026-11-11',
    () => `order.codes has "${draw.pick(['SAVE', 'unknown'])}"`,
  ])();
}

/** Eligibility: what may stand after `when`. */
export function condition(draw: Draw, earlier: readonly string[], depth = 2): string {
  if (depth > 0 && draw.chance(0.25)) {
    const [a, b] = [condition(draw, earlier, depth - 1), condition(draw, earlier, depth - 1)];
    return draw.chance(0.6) ? `${a} and ${b}` : `(${a} or ${b})`;
  }
  if (depth > 0 && draw.chance(0.1)) return `not (${condition(draw, earlier, depth - 1)})`;
  if (draw.chance(0.6)) return eligibility(draw);
  return draw.pick([
    () => `quantity ${draw.pick(ORDERS)} ${draw.int(1, 6)}`,
    () => `quantity of lines where ${lineTest(draw)} at least ${draw.int(1, 3)}`,
    () => `count of sku at least ${draw.int(1, 3)}`,
    () => `count of lines where ${lineTest(draw)} < ${draw.int(1, 3)}`,
    () => `${scopeAmount(draw, earlier)} ${draw.pick(ORDERS)} ${money(draw, 200)}`,
    () => `total of weight ${draw.pick(ORDERS)} ${draw.int(2, 12)}`,
    () => `list / total of cost > ${draw.pick(['1', '1.5'])}`,
  ])();
}
