import type { Breakdown, Cart, Line } from '../yardstick/order.js';
import { Order } from './host.js';
import { BRANDS, CATEGORIES, D11, POSTAGE } from './numbers.js';

/** What a tool for conditions and amounts decides of D11; amounts are whole minor units, 0 for none. */
export interface Decisions {
  readonly isPromoted: (line: Line) => boolean;
  readonly storeTier: (left: number) => number;
  readonly platform: (left: number) => number;
  readonly hasCode: (cart: Cart) => boolean;
  readonly isInCategories: (line: Line) => boolean;
  readonly cat88: (left: number) => number;
  readonly isVip: (cart: Cart) => boolean;
  /** 5 % with its cap, exact: the host rounds. */
  readonly member: (left: number) => number;
  readonly postage: (left: number) => number;
}

/** D11 by host code that asks a tool for each decision. */
export function decidedPricer(decisions: Decisions): (cart: Cart) => Breakdown {
  return (cart) => {
    const order = new Order(cart);
    brandDay(order, decisions);
    storeTiers(order, decisions);
    platform(order, decisions);
    couponOrMember(order, cart, decisions);
    const goods = order.left(order.all);
    const fee = decisions.postage(goods);
    if (fee === 0) order.refuse('shipping', 'WAIVED', D11.freeFrom, goods);
    return order.finish(fee);
  };
}

function brandDay(order: Order, { isPromoted }: Decisions): void {
  const amount = order.takePercent('brand-day', order.where(isPromoted), D11.brand.percent, D11.brand.cap);
  if (amount === 0) order.refuse('brand-day', 'NO_MATCHING_LINES');
}

function storeTiers(order: Order, { storeTier }: Decisions): void {
  for (const [store, lines] of order.stores()) {
    const left = order.left(lines);
    const amount = storeTier(left);
    if (amount === 0) order.refuse('store-tier', 'BELOW_THRESHOLD', D11.tiers[0]!.at, left, store);
    else order.take('store-tier', store, lines, amount);
  }
}

function platform(order: Order, decisions: Decisions): void {
  const left = order.left(order.all);
  const amount = decisions.platform(left);
  if (amount === 0) order.refuse('platform', 'BELOW_THRESHOLD', D11.platform.every, left);
  else order.take('platform', '', order.all, amount);
}

function couponOrMember(order: Order, cart: Cart, decisions: Decisions): void {
  const code = decisions.hasCode(cart);
  const lines = code ? order.where(decisions.isInCategories) : [];
  const left = order.left(lines);
  const cat88 = code ? decisions.cat88(left) : 0;
  const vip = decisions.isVip(cart);
  const member = vip ? Math.round(decisions.member(order.left(order.all))) : 0;
  settle(order, { code, lines, left, cat88, vip, member });
}

/** What is known when the coupon and the member price have both been worked out. */
export interface Contest {
  readonly code: boolean;
  /** The lines of the coupon's categories, and what is left on them. */
  readonly lines: readonly number[];
  readonly left: number;
  readonly cat88: number;
  readonly vip: boolean;
  readonly member: number;
}

/** The coupon or the member price, whichever saves more; a tie goes to the coupon. */
export function settle(order: Order, { code, lines, left, cat88, vip, member }: Contest): void {
  const wins = cat88 > 0 && cat88 >= member;
  if (wins) order.take('cat88', '', lines, cat88);
  else if (cat88 > 0) order.refuse('cat88', 'EXCLUDED_BY', member, cat88);
  else if (code) order.refuse('cat88', 'BELOW_THRESHOLD', D11.cat88.at, left);
  else order.refuse('cat88', 'NO_CODE');
  if (member === 0) order.refuse('member', vip ? 'NOTHING_LEFT' : 'NOT_ELIGIBLE');
  else if (wins) order.refuse('member', 'EXCLUDED_BY', cat88, member);
  else order.take('member', '', order.all, member);
}

/** The decisions in plain TypeScript: what the host code costs without any tool. */
export const plainDecisions: Decisions = {
  isPromoted: ({ brand }) => BRANDS.includes(brand),
  storeTier: (left) => D11.tiers.findLast(({ at }) => left >= at)?.off ?? 0,
  platform: (left) => Math.min(Math.floor(left / D11.platform.every) * D11.platform.off, D11.platform.cap),
  hasCode: ({ codes }) => codes.includes('CAT88'),
  isInCategories: ({ category }) => CATEGORIES.includes(category),
  cat88: (left) => (left >= D11.cat88.at ? D11.cat88.off : 0),
  isVip: ({ customer }) => customer.tier === 'vip',
  member: (left) => Math.min((left * D11.member.percent) / 100, D11.member.cap),
  postage: (left) => (left >= D11.freeFrom ? 0 : POSTAGE),
};
