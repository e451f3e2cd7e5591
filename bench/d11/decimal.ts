import { Decimal } from 'decimal.js';
import type { Adjustment, Breakdown, Cart, Line, NotApplied, RuleTotal } from '../yardstick/order.js';
import { BRANDS, CATEGORIES, type D11Numbers, POSTAGE } from './numbers.js';

/** A line with what is left on it, and what took it. */
interface Item {
  readonly line: Line;
  readonly list: Decimal;
  left: Decimal;
  readonly adjustments: Adjustment[];
}

interface Order {
  readonly items: readonly Item[];
  readonly rules: RuleTotal[];
  readonly refused: NotApplied[];
}

const ZERO = new Decimal(0);

/** How the coupon or the member price is chosen: by its amount, or by what the whole order costs, shipping included. */
export type Choice = 'amount' | 'order';

/** D11 in decimal.js throughout, by any numbers: what a shop gets that takes a decimal library for all of its money. */
export function decimalPricer(numbers: D11Numbers, choice: Choice = 'amount'): (cart: Cart) => Breakdown {
  return (cart) => {
    const order: Order = { items: cart.lines.map(itemOf), rules: [], refused: [] };
    brandDay(order, numbers);
    storeTiers(order, numbers);
    platform(order, numbers);
    couponOrMember(order, cart, numbers, choice);
    return breakdown(order, cart, postage(order, numbers));
  };
}

function itemOf(line: Line): Item {
  const list = new Decimal(line.unitPrice).times(line.qty);
  return { line, list, left: list, adjustments: [] };
}

const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, next) => total.plus(next), ZERO);
const leftOn = (items: readonly Item[]): Decimal => sum(items.map(({ left }) => left));
const percentOf = (amount: Decimal, percent: number): Decimal =>
  amount.times(percent).div(100).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);

function brandDay(order: Order, { brand }: D11Numbers): void {
  const items = order.items.filter(({ line }) => BRANDS.includes(line.brand));
  const shares = items.map(({ left }) => percentOf(left, brand.percent));
  const formed = sum(shares);
  if (formed.isZero()) refuse(order, 'brand-day', 'NO_MATCHING_LINES');
  else if (formed.gt(brand.cap)) take(order, 'brand-day', '', items, new Decimal(brand.cap));
  else takeShares(order, 'brand-day', '', items, shares);
}

function storeTiers(order: Order, { tiers }: D11Numbers): void {
  for (const store of new Set(order.items.map(({ line }) => line.store))) {
    const items = order.items.filter(({ line }) => line.store === store);
    const total = leftOn(items);
    const tier = tiers.findLast(({ at }) => total.gte(at));
    if (tier === undefined) short(order, 'store-tier', store, tiers[0]!.at, total);
    else take(order, 'store-tier', store, items, new Decimal(tier.off));
  }
}

function platform(order: Order, { platform: { every, off, cap } }: D11Numbers): void {
  const total = leftOn(order.items);
  const amount = Decimal.min(total.divToInt(every).times(off), cap);
  if (amount.isZero()) short(order, 'platform', '', every, total);
  else take(order, 'platform', '', order.items, amount);
}

function couponOrMember(order: Order, cart: Cart, numbers: D11Numbers, choice: Choice): void {
  const { cat88, member } = numbers;
  const code = cart.codes.includes('CAT88');
  const vip = cart.customer.tier === 'vip';
  const items = code ? order.items.filter(({ line }) => CATEGORIES.includes(line.category)) : [];
  const total = leftOn(items);
  const coupon = total.gte(cat88.at) ? new Decimal(cat88.off) : ZERO;
  const price = vip ? Decimal.min(percentOf(leftOn(order.items), member.percent), member.cap) : ZERO;
  const contested = choice === 'order' && vip && items.length > 0;
  const wins = contested
    ? costs(order, coupon, numbers).lte(costs(order, price, numbers))
    : coupon.gt(0) && coupon.gte(price);
  if (wins && coupon.gt(0)) take(order, 'cat88', '', items, coupon);
  else if (coupon.gt(0)) excluded(order, 'cat88', price, coupon);
  else if (code) short(order, 'cat88', '', cat88.at, total);
  else refuse(order, 'cat88', 'NO_CODE');
  if (price.isZero()) refuse(order, 'member', vip ? 'NOTHING_LEFT' : 'NOT_ELIGIBLE');
  else if (wins) excluded(order, 'member', coupon, price);
  else take(order, 'member', '', order.items, price);
}

/** What the order costs with so much more off, shipping included. */
function costs({ items }: Order, off: Decimal, { freeFrom }: D11Numbers): Decimal {
  const goods = leftOn(items).minus(off);
  return goods.gte(freeFrom) ? goods : goods.plus(POSTAGE);
}

function postage(order: Order, { freeFrom }: D11Numbers): Decimal {
  const total = leftOn(order.items);
  if (total.gte(freeFrom)) {
    refuse(order, 'shipping', 'WAIVED', freeFrom, total.toNumber());
    return ZERO;
  }
  order.rules.push({ rule: 'shipping', group: '', amount: -POSTAGE });
  return new Decimal(POSTAGE);
}

/** Spreads an amount by what is left, largest remainder first, ties to the earlier line. */
function take(order: Order, rule: string, group: string, items: readonly Item[], amount: Decimal): void {
  const total = leftOn(items);
  const products = items.map(({ left }) => amount.times(left));
  const shares = products.map((product) => product.divToInt(total));
  const missing = amount.minus(sum(shares)).toNumber();
  // Whole remainders: a quotient is cut to 20 digits, which made two carts of 10,000 break a tie wrongly.
  const remainders = products.map((product, index) => product.minus(shares[index]!.times(total)));
  const first = [...remainders.keys()].sort((a, b) => remainders[b]!.cmp(remainders[a]!) || a - b);
  for (const index of first.slice(0, missing)) shares[index] = shares[index]!.plus(1);
  takeShares(order, rule, group, items, shares);
}

function takeShares(
  order: Order,
  rule: string,
  group: string,
  items: readonly Item[],
  shares: readonly Decimal[],
): void {
  for (const [index, item] of items.entries()) {
    const share = shares[index]!;
    if (share.isZero()) continue;
    item.left = item.left.minus(share);
    item.adjustments.push({ rule, group, amount: share.toNumber() });
  }
  order.rules.push({ rule, group, amount: sum(shares).toNumber() });
}

function refuse(order: Order, rule: string, reason: string, need: number = 0, actual: number = 0): void {
  order.refused.push({ rule, group: '', reason, need, actual });
}

function short(order: Order, rule: string, group: string, need: number, total: Decimal): void {
  order.refused.push({ rule, group, reason: 'BELOW_THRESHOLD', need, actual: total.toNumber() });
}

function excluded(order: Order, rule: string, by: Decimal, amount: Decimal): void {
  refuse(order, rule, 'EXCLUDED_BY', by.toNumber(), amount.toNumber());
}

function breakdown(order: Order, cart: Cart, shipping: Decimal): Breakdown {
  const list = sum(order.items.map((item) => item.list));
  const goods = leftOn(order.items);
  return {
    cartId: cart.id,
    lines: order.items.map(({ line, list: amount, adjustments, left }) => {
      return { sku: line.sku, list: amount.toNumber(), adjustments, payable: left.toNumber() };
    }),
    rules: order.rules,
    notApplied: order.refused,
    list: list.toNumber(),
    discount: list.minus(goods).toNumber(),
    goods: goods.toNumber(),
    shipping: shipping.toNumber(),
    payable: goods.plus(shipping).toNumber(),
  };
}
