import { allocate, appears, left, MOST_LINES, selected } from '../yardstick/allocate.js';
import type { Adjustment, Breakdown, Cart, LineOut, NotApplied, RuleTotal } from '../yardstick/order.js';

/** What each layer took off each line. */
const byBrand = new Float64Array(MOST_LINES);
const byStore = new Float64Array(MOST_LINES);
const byPlatform = new Float64Array(MOST_LINES);
const byLast = new Float64Array(MOST_LINES);

/** Refusals without numbers are the same for every cart. */
const NO_BRAND = refusal('brand-day', 'NO_MATCHING_LINES');
const NO_CODE = refusal('cat88', 'NO_CODE');
const NOT_VIP = refusal('member', 'NOT_ELIGIBLE');
const NOTHING_LEFT = refusal('member', 'NOTHING_LEFT');

function refusal(rule: string, reason: string): NotApplied {
  return Object.freeze({ rule, group: '', reason, need: 0, actual: 0 });
}

export function isPromoted(brand: string): boolean {
  return brand === 'B03' || brand === 'B11' || brand === 'B19' || brand === 'B27' || brand === 'B42';
}

/**
 * D11 as fast as we could write it: whole minor units in doubles, scratch arrays that are never made anew, small sets tested
 * one by one, result arrays of their exact size. It is the yardstick of the benchmark, with the full audit. One function on
 * purpose: cut into one function a rule it takes a seventh longer.
 */
export function byHand(cart: Cart): Breakdown {
  const lines = cart.lines;
  const n = lines.length;
  if (n > MOST_LINES) throw new RangeError('the cart has more lines than the scratch');
  const rules: RuleTotal[] = [];
  const refused: NotApplied[] = [];

  let list = 0;
  for (let i = 0; i < n; i++) {
    const line = lines[i]!;
    const amount = line.unitPrice * line.qty;
    left[i] = amount;
    list += amount;
    byBrand[i] = 0;
    byStore[i] = 0;
    byPlatform[i] = 0;
    byLast[i] = 0;
  }
  let goods = list;

  // Brand day: 15 % off each line of five brands, rounded half up, at most 200.00 for the order.
  {
    let count = 0;
    let total = 0;
    let amount = 0;
    for (let i = 0; i < n; i++) {
      if (!isPromoted(lines[i]!.brand)) continue;
      selected[count++] = i;
      const before = left[i]!;
      total += before;
      const share = Math.floor((before * 15 + 50) / 100);
      byBrand[i] = share;
      amount += share;
    }
    if (amount === 0) refused.push(NO_BRAND);
    else {
      if (amount > 20_000) {
        amount = 20_000;
        allocate(amount, count, total, byBrand);
      } else {
        for (let s = 0; s < count; s++) {
          const i = selected[s]!;
          left[i] = left[i]! - byBrand[i]!;
        }
      }
      goods -= amount;
      rules.push({ rule: 'brand-day', group: '', amount });
    }
  }

  // The tiers of each store, in the order in which the stores appear.
  for (let first = 0; first < n; first++) {
    const group = lines[first]!.store;
    if (appears(lines, group, first)) continue;
    let count = 0;
    let total = 0;
    for (let i = first; i < n; i++) {
      if (lines[i]!.store !== group) continue;
      selected[count++] = i;
      total += left[i]!;
    }
    const amount = total >= 69_900 ? 11_000 : total >= 39_900 ? 5000 : total >= 19_900 ? 2000 : 0;
    if (amount === 0) {
      refused.push({ rule: 'store-tier', group, reason: 'BELOW_THRESHOLD', need: 19_900, actual: total });
    } else {
      allocate(amount, count, total, byStore);
      goods -= amount;
      rules.push({ rule: 'store-tier', group, amount });
    }
  }

  // The platform: every 300.00 takes 50.00, at most 500.00.
  if (goods < 30_000) {
    refused.push({ rule: 'platform', group: '', reason: 'BELOW_THRESHOLD', need: 30_000, actual: goods });
  } else {
    const amount = Math.min(Math.floor(goods / 30_000) * 5000, 50_000);
    for (let i = 0; i < n; i++) selected[i] = i;
    allocate(amount, n, goods, byPlatform);
    goods -= amount;
    rules.push({ rule: 'platform', group: '', amount });
  }

  // The coupon or the member price, whichever saves more; a tie goes to the coupon.
  const code = cart.codes.includes('CAT88');
  const vip = cart.customer.tier === 'vip';
  let count = 0;
  let total = 0;
  let cat88 = 0;
  if (code) {
    for (let i = 0; i < n; i++) {
      const { category } = lines[i]!;
      if (category !== 'C03' && category !== 'C07') continue;
      selected[count++] = i;
      total += left[i]!;
    }
    if (total >= 80_000) cat88 = 8800;
  }
  const member = vip ? Math.min(Math.floor((goods * 5 + 50) / 100), 10_000) : 0;
  const coupon = cat88 > 0 && cat88 >= member;
  if (coupon) {
    allocate(cat88, count, total, byLast);
    goods -= cat88;
    rules.push({ rule: 'cat88', group: '', amount: cat88 });
    if (member > 0) {
      refused.push({ rule: 'member', group: '', reason: 'EXCLUDED_BY', need: cat88, actual: member });
    } else refused.push(vip ? NOTHING_LEFT : NOT_VIP);
  } else {
    if (cat88 > 0) {
      refused.push({ rule: 'cat88', group: '', reason: 'EXCLUDED_BY', need: member, actual: cat88 });
    } else if (code) {
      refused.push({ rule: 'cat88', group: '', reason: 'BELOW_THRESHOLD', need: 80_000, actual: total });
    } else refused.push(NO_CODE);
    if (member > 0) {
      for (let i = 0; i < n; i++) selected[i] = i;
      allocate(member, n, goods, byLast);
      goods -= member;
      rules.push({ rule: 'member', group: '', amount: member });
    } else refused.push(vip ? NOTHING_LEFT : NOT_VIP);
  }

  // Shipping: 10.00, free from 99.00.
  let shipping = 0;
  if (goods >= 9900) {
    refused.push({ rule: 'shipping', group: '', reason: 'WAIVED', need: 9900, actual: goods });
  } else {
    shipping = 1000;
    rules.push({ rule: 'shipping', group: '', amount: -1000 });
  }

  const last = coupon ? 'cat88' : 'member';
  const out = new Array<LineOut>(n);
  for (let i = 0; i < n; i++) {
    const line = lines[i]!;
    const amount = line.unitPrice * line.qty;
    out[i] = {
      sku: line.sku,
      list: amount,
      adjustments: adjustments(i, line.store, last),
      payable: left[i]!,
    };
  }
  return {
    cartId: cart.id,
    lines: out,
    rules,
    notApplied: refused,
    list,
    discount: list - goods,
    goods,
    shipping,
    payable: goods + shipping,
  };
}

/** Arrays of their exact size, written in place: an empty array that grows takes 17 places. */
function adjustments(line: number, group: string, last: string): readonly Adjustment[] {
  const a = byBrand[line]!;
  const b = byStore[line]!;
  const c = byPlatform[line]!;
  const d = byLast[line]!;
  const mask = (a > 0 ? 1 : 0) | (b > 0 ? 2 : 0) | (c > 0 ? 4 : 0) | (d > 0 ? 8 : 0);
  switch (mask) {
    case 0:
      return [];
    case 1:
      return [{ rule: 'brand-day', group: '', amount: a }];
    case 2:
      return [{ rule: 'store-tier', group, amount: b }];
    case 3:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: 'store-tier', group, amount: b },
      ];
    case 4:
      return [{ rule: 'platform', group: '', amount: c }];
    case 5:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: 'platform', group: '', amount: c },
      ];
    case 6:
      return [
        { rule: 'store-tier', group, amount: b },
        { rule: 'platform', group: '', amount: c },
      ];
    case 7:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: 'store-tier', group, amount: b },
        { rule: 'platform', group: '', amount: c },
      ];
    case 8:
      return [{ rule: last, group: '', amount: d }];
    case 9:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: last, group: '', amount: d },
      ];
    case 10:
      return [
        { rule: 'store-tier', group, amount: b },
        { rule: last, group: '', amount: d },
      ];
    case 11:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: 'store-tier', group, amount: b },
        { rule: last, group: '', amount: d },
      ];
    case 12:
      return [
        { rule: 'platform', group: '', amount: c },
        { rule: last, group: '', amount: d },
      ];
    case 13:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: 'platform', group: '', amount: c },
        { rule: last, group: '', amount: d },
      ];
    case 14:
      return [
        { rule: 'store-tier', group, amount: b },
        { rule: 'platform', group: '', amount: c },
        { rule: last, group: '', amount: d },
      ];
    default:
      return [
        { rule: 'brand-day', group: '', amount: a },
        { rule: 'store-tier', group, amount: b },
        { rule: 'platform', group: '', amount: c },
        { rule: last, group: '', amount: d },
      ];
  }
}
