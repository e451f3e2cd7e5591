import type { Usage } from '../cart/types.js';
import type { Code, RedemptionLimit } from '../plan/types.js';
import { isActive } from './clock.js';
import { type Exact, floor, toNumber } from './exact.js';
import type { Printer } from './printer.js';
import type { Closed, Rule } from './rule.js';
import type { Moment } from './moment.js';

const NO_USAGE: Usage = { customer: 0, customerDay: 0, total: 0, spent: 0, customerUnits: 0 };

export function usageOf({ id }: Rule, { cart }: Moment): Usage {
  return cart.usage.get(id) ?? NO_USAGE;
}

/** Code, window, lines, redemption limits: in this order, the first that fails. */
export function closedBecause(rule: Rule, moment: Moment): Closed | undefined {
  const { windows, isCoupon } = rule;
  if (isCoupon && !isEntered(rule.codes, moment.cart.codes)) return rule.codeMissing;
  if (windows.length > 0 && !isActive(windows, moment.cart.instant))
    return { reason: { reason: 'inactive', windows: windows.map(({ text }) => text) }, silent: !isCoupon };
  if (!rule.standings.prepare(moment)) return { reason: { reason: 'no-lines' }, silent: !isCoupon };
  return rule.isRedeemed ? spentReason(rule, moment) : undefined;
}

/** Whether any entered code opens a coupon. */
export function isEntered(codes: readonly Code[], entered: readonly string[]): boolean {
  for (const code of entered) if (opens(codes, code)) return true;
  return false;
}

/** Does this entered code open a coupon? */
export function opens(codes: readonly Code[], entered: string): boolean {
  for (const code of codes)
    if (code.kind === 'exact' ? code.code === entered : matches(code.pattern, entered)) return true;
  return false;
}

/** `*` stands for any moment of characters; every piece is looked for once, from left to right. */
function matches(pattern: string, text: string): boolean {
  const [head = '', ...pieces] = pattern.split('*');
  const tail = pieces.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let from = head.length;
  for (const piece of pieces) {
    const found = text.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return text.length - tail.length >= from && text.endsWith(tail);
}

/** Section 5, redemption: a limit that the ledger says is used up. */
function spentReason(rule: Rule, moment: Moment): Closed | undefined {
  const usage = usageOf(rule, moment);
  const full = rule.redemption.find((limit) => usedOf(limit, usage) >= limit.count);
  if (full)
    return { reason: { reason: 'spent', limit: limitText(full), used: usedOf(full, usage) }, silent: false };
  const budget = budgetOf(rule, moment);
  if (budget === undefined || usage.spent < toNumber(budget)) return undefined;
  const limit = budgetText(budget, moment.printer);
  return { reason: { reason: 'spent', limit, used: moment.printer.money(usage.spent) }, silent: false };
}

function usedOf(limit: RedemptionLimit, usage: Usage): number {
  if (limit.per === 'customer') return usage.customer;
  return limit.per === 'total' ? usage.total : usage.customerDay;
}

function limitText({ count, per }: RedemptionLimit): string {
  if (per === 'total') return `${count} in total`;
  return per === 'customer' ? `${count} per customer` : `${count} per customer per day`;
}

/** A budget is rounded down, as every cap; it is measured on the whole cart. */
export function budgetOf({ budget }: Rule, moment: Moment): Exact | undefined {
  const amount = budget?.(moment);
  return amount === undefined ? undefined : floor(amount);
}

export function budgetText(budget: Exact, printer: Printer): string {
  return `budget ${printer.money(budget)}`;
}
