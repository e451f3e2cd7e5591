import { allocate, appears, left, MOST_LINES, selected } from '../yardstick/allocate.js';
import type { Cart, Line } from '../yardstick/order.js';
import { isPromoted } from './by-hand.js';

/** What remains of a breakdown without its audit. */
export interface Totals {
  readonly list: number;
  readonly goods: number;
  readonly shipping: number;
  /** What is left on each line. */
  readonly lines: readonly number[];
}

const shares = new Float64Array(MOST_LINES);

/** D11 by hand once more, for those who want to know what to charge and not why. */
export function byHandNoAudit(cart: Cart): Totals {
  const { lines } = cart;
  const list = start(lines);
  let goods = list;
  goods -= brandDay(lines);
  for (let first = 0; first < lines.length; first++) {
    if (!appears(lines, lines[first]!.store, first)) goods -= storeTier(lines, first);
  }
  goods -= takeOffAll(lines.length, goods, Math.min(Math.floor(goods / 30_000) * 5000, 50_000));
  goods -= couponOrMember(cart, goods);
  return { list, goods, shipping: goods >= 9900 ? 0 : 1000, lines: leftOn(lines.length) };
}

function start(lines: readonly Line[]): number {
  let list = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    const amount = line.unitPrice * line.qty;
    left[i] = amount;
    list += amount;
  }
  return list;
}

function brandDay(lines: readonly Line[]): number {
  let count = 0;
  let total = 0;
  let amount = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!isPromoted(lines[i]!.brand)) continue;
    selected[count++] = i;
    total += left[i]!;
    shares[i] = Math.floor((left[i]! * 15 + 50) / 100);
    amount += shares[i]!;
  }
  if (amount > 20_000) {
    allocate(20_000, count, total, shares);
    return 20_000;
  }
  for (let s = 0; s < count; s++) {
    const i = selected[s]!;
    left[i] = left[i]! - shares[i]!;
  }
  return amount;
}

function storeTier(lines: readonly Line[], first: number): number {
  const { store } = lines[first]!;
  let count = 0;
  let total = 0;
  for (let i = first; i < lines.length; i++) {
    if (lines[i]!.store !== store) continue;
    selected[count++] = i;
    total += left[i]!;
  }
  const amount = total >= 69_900 ? 11_000 : total >= 39_900 ? 5000 : total >= 19_900 ? 2000 : 0;
  if (amount > 0) allocate(amount, count, total, shares);
  return amount;
}

function takeOffAll(count: number, total: number, amount: number): number {
  if (amount === 0) return 0;
  for (let i = 0; i < count; i++) selected[i] = i;
  allocate(amount, count, total, shares);
  return amount;
}

function couponOrMember(cart: Cart, goods: number): number {
  const vip = cart.customer.tier === 'vip';
  const member = vip ? Math.min(Math.floor((goods * 5 + 50) / 100), 10_000) : 0;
  if (member <= 8800 && cart.codes.includes('CAT88')) {
    const total = selectCategories(cart.lines);
    if (total.amount >= 80_000) {
      allocate(8800, total.count, total.amount, shares);
      return 8800;
    }
  }
  return takeOffAll(cart.lines.length, goods, member);
}

function selectCategories(lines: readonly Line[]): { readonly count: number; readonly amount: number } {
  let count = 0;
  let amount = 0;
  for (let i = 0; i < lines.length; i++) {
    const { category } = lines[i]!;
    if (category !== 'C03' && category !== 'C07') continue;
    selected[count++] = i;
    amount += left[i]!;
  }
  return { count, amount };
}

function leftOn(count: number): readonly number[] {
  const lines = new Array<number>(count);
  for (let i = 0; i < count; i++) lines[i] = left[i]!;
  return lines;
}
