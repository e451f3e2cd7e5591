import { amountText, decimalOf, unitsOf } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import type { Context } from './context.js';
import type { Part } from './parts.js';
import type { Quantity, RowEffect, RowRule, RowUsage } from '../row.js';
import { linesIn } from './scope.js';
import { chargesIn } from './shipping-effects.js';

/** How a rule's redemptions are bounded: its clauses, and the parts they bound. */
export interface Bounded {
  readonly parts: readonly Part[];
  readonly clauses: readonly string[];
}

/** What a cart's ledger says of each of a rule's promotions. */
export interface Redeemed {
  readonly total?: number;
  readonly customer?: number;
  readonly spent?: string;
}

export function bounded(rule: RowRule, parts: readonly Part[], context: Context): Bounded {
  const { budget, usagePerCustomer } = rule;
  const count = countedUsage(rule);
  const limits = [
    ...(usagePerCustomer === undefined ? [] : [`${atLeastOne(usagePerCustomer.limit)} per customer`]),
    ...(count === undefined ? [] : [`${atLeastOne(count.limit)} in total`]),
  ];
  const clauses = limits.length === 0 ? [] : [`limit ${limits.join(', ')}`];
  if (budget?.type !== 'spend') return { parts, clauses };
  return {
    parts: withinBudget(rule, parts, context),
    clauses: [...clauses, `budget ${amountText(budget.limit, context.row.currency)}`],
  };
}

/** Of two limits on the number of redemptions the one that is nearer. */
function countedUsage({ budget, usage }: RowRule): RowUsage | undefined {
  const counts = [...(usage === undefined ? [] : [usage]), ...(budget?.type === 'usage' ? [budget] : [])];
  return counts.toSorted((a, b) => roomIn(a) - roomIn(b))[0];
}

function roomIn({ limit, used }: RowUsage): number {
  return unitsOf(limit) - unitsOf(used);
}

/** No limit at all is a limit that is used up. */
function atLeastOne(limit: Quantity): string {
  return String(Math.max(unitsOf(limit), 1));
}

export function redeemed(rule: RowRule, context: Context): Redeemed | undefined {
  const { budget, usagePerCustomer } = rule;
  const count = countedUsage(rule);
  const had = ({ limit, used }: RowUsage): number => Math.max(unitsOf(used), unitsOf(limit) === 0 ? 1 : 0);
  const ledger = {
    ...(count !== undefined && { total: had(count) }),
    ...(usagePerCustomer !== undefined && { customer: had(usagePerCustomer) }),
    ...(budget?.type === 'spend' && { spent: amountText(budget.used, context.row.currency) }),
  };
  return Object.keys(ledger).length === 0 ? undefined : ledger;
}

/**
 * The row tests a budget for every line or charge, Reckon for a standing as a whole: the same where the whole fits, where
 * there is but one line, or where each line is a standing of its own.
 */
function withinBudget(rule: RowRule, parts: readonly Part[], context: Context): readonly Part[] {
  const [effect, ...others] = rule.effects ?? [];
  const [part, ...more] = parts;
  if (effect === undefined || part === undefined) return parts;
  if (others.length === 0 && (fits(rule, effect, context) || cellsIn(effect, context) < 2)) return parts;
  const standsAlone = others.length === 0 && more.length === 0 && isFormedByLine(effect);
  if (standsAlone && part.isPlain === true) return [{ ...part, forEachLine: true }];
  throw new CannotBeSaid('budget line by line', 'a budget that may be passed on some lines only');
}

function isFormedByLine({ cap, includeShipping, maxUnits, per, target }: RowEffect): boolean {
  const byLine = per === 'line' || per === 'unit';
  return (
    byLine && target !== 'shipping' && maxUnits === undefined && cap === undefined && includeShipping !== true
  );
}

function cellsIn(effect: RowEffect, context: Context): number {
  if (effect.target === 'shipping') return chargesIn({ rule: { id: '' }, effect, context }).length;
  return linesIn(effect.scope, context).length;
}

/** Whether the effect cannot take more than is left of the budget, reckoned on original prices. */
function fits({ budget }: RowRule, effect: RowEffect, context: Context): boolean {
  const goods = linesIn(effect.scope, context).map((line) =>
    decimalOf(line.unitPrice).times(unitsOf(line.qty)),
  );
  const charges = chargesIn({ rule: { id: '' }, effect, context }).map((charge) => decimalOf(charge.amount));
  const most = (effect.target === 'shipping' ? charges : goods).reduce(
    (sum, amount) => sum.plus(amount),
    decimalOf(0),
  );
  const taken = mostTaken(effect);
  const least = taken === undefined || taken.gt(most) ? most : taken;
  return least.lte(decimalOf(budget?.limit ?? 0).minus(budget?.used ?? 0));
}

function mostTaken({ kind, per, value }: RowEffect): ReturnType<typeof decimalOf> | undefined {
  return kind === 'amount' && per === 'order' && value !== undefined ? decimalOf(value) : undefined;
}
