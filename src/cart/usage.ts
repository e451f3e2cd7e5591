import { fault, type Kind } from './fault.js';
import { CART_LIMITS } from '../limits.js';
import { type Holder, tooMany } from './holder.js';
import type { Usage } from './types.js';
import { count, didYouMean, enumeration } from './values.js';

/** The members of a usage entry. */
export const USAGE_MEMBERS: readonly (keyof Usage)[] = [
  'customer',
  'customerDay',
  'total',
  'spent',
  'customerUnits',
];

/** Any promotion may have an entry. */
const USAGE = { names: [], others: true };
const ENTRY = { names: USAGE_MEMBERS, others: true };

/** What a cart without earlier redemptions tells. */
const NO_USAGE: ReadonlyMap<string, Usage> = Object.freeze(new Map<string, Usage>());

/**
 * Reads what the ledger knows, by promotion, sorted by id. Every entry is read, whether the rules have its promotion or not.
 * An unknown member is an error here: a limit that nobody counts would be no limit.
 */
export function readUsage(root: Holder, money: Kind<number>): ReadonlyMap<string, Usage> {
  const sent = root.members['usage'];
  const from = sent === undefined ? undefined : root.object('usage', sent, USAGE);
  const promotions = from?.names().toSorted() ?? [];
  if (from === undefined || promotions.length === 0) return NO_USAGE;
  if (promotions.length > CART_LIMITS.usage) {
    root.fail('usage', tooMany(promotions, CART_LIMITS.usage, 'promotions'));
    return NO_USAGE;
  }
  const usage = new Map<string, Usage>();
  for (const promotion of promotions) {
    const entry = from.object(promotion, from.members[promotion], ENTRY);
    if (entry !== undefined) usage.set(promotion, readEntry(entry, money));
  }
  return usage;
}

function readEntry(entry: Holder, money: Kind<number>): Usage {
  refuseUnknown(entry, USAGE_MEMBERS, 'remove it');
  const { customer, customerDay, total, spent, customerUnits } = entry.members;
  return {
    customer: entry.optional('customer', customer, count) ?? 0,
    customerDay: entry.optional('customerDay', customerDay, count) ?? 0,
    total: entry.optional('total', total, count) ?? 0,
    spent: entry.optional('spent', spent, money) ?? 0,
    customerUnits: entry.optional('customerUnits', customerUnits, count) ?? 0,
  };
}

/** Notes every member that an object of a closed shape does not have. */
export function refuseUnknown(from: Holder, known: readonly string[], advice: string): void {
  for (const name of from.names()) {
    if (known.includes(name)) continue;
    const meant = didYouMean(name, known);
    const expected = `one of ${enumeration(known)}`;
    from.fail(name, fault('RC0003', from.members[name], expected, meant === '' ? advice : meant));
  }
}
