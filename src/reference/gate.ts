import type { Reason } from '../breakdown/types.js';
import type { Usage } from '../cart/types.js';
import type { Code, Condition, Promotion, RedemptionLimit } from '../check/ruleset.js';
import { holds, moneyOf } from './expressions.js';
import { leavesOfCondition } from './inspect.js';
import type { View } from './environment.js';
import type { Printer } from './print.js';
import { floor } from './rational.js';
import { environmentOf, type Stand } from './standings.js';
import { isActive } from './windows.js';

/** Why a promotion cannot stand on this cart at all; `silent` reasons are told only when asked for (section 6). */
export interface Closed {
  readonly reason: Reason;
  readonly silent: boolean;
}

const noUsage: Usage = { customer: 0, customerDay: 0, total: 0, spent: 0, customerUnits: 0 };

export function usageOf(promotion: Promotion, view: View): Usage {
  return view.cart.usage.get(promotion.id) ?? noUsage;
}

/** Code, window, lines, redemption limits: in this order, the first that fails. */
export function closedBecause(
  promotion: Promotion,
  stands: readonly Stand[],
  view: View,
  printer: Printer,
): Closed | undefined {
  const isCoupon = promotion.kind === 'coupon';
  if (isCoupon && !view.cart.codes.some((code) => opens(promotion.codes, code)))
    return { reason: { reason: 'code-missing', codes: promotion.codes.map(codeText) }, silent: true };
  if (!isActive(promotion, view.cart.instant))
    return {
      reason: { reason: 'inactive', windows: promotion.windows.map((window) => window.text) },
      silent: !isCoupon,
    };
  if (stands.length === 0) return { reason: { reason: 'no-lines' }, silent: !isCoupon };
  const spent = spentReason(promotion, view, printer);
  return spent && { reason: spent, silent: false };
}

/** Does this entered code open a coupon? */
export function opens(codes: readonly Code[], entered: string): boolean {
  return codes.some((code) =>
    code.kind === 'exact' ? code.code === entered : matches(code.pattern, entered),
  );
}

function codeText(code: Code): string {
  return code.kind === 'exact' ? code.code : `like ${code.pattern}`;
}

/** `*` stands for any run of characters; every piece is looked for once, from left to right. */
function matches(pattern: string, text: string): boolean {
  const [head = '', ...pieces] = pattern.split('*');
  const tail = pieces.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let from = head.length;
  for (const piece of pieces) {
    const at = text.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return text.length - tail.length >= from && text.endsWith(tail);
}

/** Section 5, redemption: a limit that the ledger says is used up. */
function spentReason(promotion: Promotion, view: View, printer: Printer): Reason | undefined {
  const usage = usageOf(promotion, view);
  const full = promotion.redemption.find((limit) => usedOf(limit, usage) >= limit.count);
  if (full) return { reason: 'spent', limit: limitText(full), used: usedOf(full, usage) };
  const budget = budgetOf(promotion, view);
  if (budget === undefined || BigInt(usage.spent) < budget) return undefined;
  return { reason: 'spent', limit: budgetText(budget, printer), used: printer.money(BigInt(usage.spent)) };
}

function usedOf(limit: RedemptionLimit, usage: Usage): number {
  if (limit.per === 'customer') return usage.customer;
  return limit.per === 'total' ? usage.total : usage.customerDay;
}

function limitText({ count, per }: RedemptionLimit): string {
  if (per === 'total') return `${count} in total`;
  return per === 'customer' ? `${count} per customer` : `${count} per customer per day`;
}

/** A budget is rounded down, as every cap. */
export function budgetOf({ budget }: Promotion, view: View): bigint | undefined {
  const amount = budget && moneyOf(budget.amount, { view, scope: view.cells.lines });
  return amount && floor(amount);
}

export function budgetText(budget: bigint, printer: Printer): string {
  return `budget ${printer.money(budget)}`;
}

/** Whether a promotion may be a candidate: what `when` says of anything but what is left, which is tested in its turn. */
export function mayHold(stands: readonly Stand[], view: View): boolean {
  return stands.some((stand) => {
    const { when } = stand.promotion;
    if (!when || movesWithPromotions(when)) return true;
    return holds(when, environmentOf(stand, view));
  });
}

function movesWithPromotions(condition: Condition): boolean {
  return leavesOfCondition(condition).some((leaf) => leaf.op === 'measure' && leaf.what === 'left');
}
