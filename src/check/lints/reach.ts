import type { Condition, Offer, Promotion, Window } from '../ruleset.js';
import { type Attributes, both, type Domain, domainOf } from './domain.js';
import type { Rule } from './rule.js';

/** The lines a promotion may take something from, and the customers and orders it is for. */
export function reachOf(rule: Rule, attributes: Attributes): Domain {
  const { scope, when } = rule.promotion;
  const lines = both(domainOf(scope.lines, attributes), domainOf(targetsOf(rule), attributes));
  const buyers = [...domainOf(when, attributes)].filter(([name]) => OF_BUYERS.test(name));
  return both(lines, new Map(buyers));
}

/** What is measured on the cart differs from promotion to promotion; who buys does not. */
const OF_BUYERS = /^(?:customer|order)\./;

/** Whether a promotion takes anything off goods; gifts and shipping stack with everything. */
export function takesOffGoods(rule: Rule): boolean {
  return rule.offers.some(({ offer }) => offer.kind !== 'give' && offer.kind !== 'ship');
}

/** The lines within the scope that the offers are for; nothing where one of them is for all. */
function targetsOf(rule: Rule): Condition | undefined {
  const { opens } = rule.promotion;
  const of = opens.kind === 'every-units' && !opens.ofAll ? opens.of : undefined;
  const parts = rule.offers.flatMap(({ offer }) =>
    offer.kind === 'give' || offer.kind === 'ship' ? [] : [targetOf(offer, of)],
  );
  const known = parts.filter((part) => part !== undefined);
  return known.length < parts.length ? undefined : { op: 'or', parts: known };
}

function targetOf(offer: Offer, qualifiers: Condition | undefined): Condition | undefined {
  switch (offer.kind) {
    case 'take':
    case 'pay':
    case 'price':
    case 'free':
      return offer.pick?.of ?? qualifiers;
    case 'add-on':
      return skuIs(offer.sku);
    case 'bundle':
      return { op: 'or', parts: offer.parts.map(({ where }) => where) };
    default:
      return qualifiers;
  }
}

function skuIs(sku: string): Condition {
  const text = `sku is "${sku}"`;
  const left = { op: 'read', of: 'line', name: 'sku', type: 'text', text: 'sku' } as const;
  return { op: '=', left, right: { op: 'constant', type: 'text', value: sku }, text };
}

/** Whether there may be an instant at which two promotions are both active. */
export function meet({ windows: a }: Promotion, { windows: b }: Promotion): boolean {
  if (a.length === 0 || b.length === 0) return true;
  return a.some((one) => b.some((other) => windowsMeet(one, other)));
}

function windowsMeet(one: Window, other: Window): boolean {
  const overlap =
    (one.from ?? -Infinity) < (other.until ?? Infinity) &&
    (other.from ?? -Infinity) < (one.until ?? Infinity);
  return overlap && !recurApart(one.recurring, other.recurring);
}

type Recurring = Window['recurring'];

/** Days and hours that share none, on one clock; hours past midnight reach into another day. */
function recurApart(one: Recurring, other: Recurring): boolean {
  if (one === undefined || other === undefined || one.timezone !== other.timezone) return false;
  if (pastMidnight(one) || pastMidnight(other)) return false;
  return (
    shareNothing(one.weekdays, other.weekdays) ||
    shareNothing(one.monthDays, other.monthDays) ||
    (one.between !== undefined &&
      other.between !== undefined &&
      (one.between.to <= other.between.from || other.between.to <= one.between.from))
  );
}

function pastMidnight({ between }: NonNullable<Recurring>): boolean {
  return between !== undefined && between.to <= between.from;
}

function shareNothing(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return a !== undefined && b !== undefined && !a.some((day) => b.includes(day));
}

/** From when until when a promotion may be active at all, in epoch milliseconds. */
export function spanOf({ windows }: Promotion): { readonly from: number; readonly until: number } {
  if (windows.length === 0) return { from: -Infinity, until: Infinity };
  return {
    from: Math.min(...windows.map(({ from }) => from ?? -Infinity)),
    until: Math.max(...windows.map(({ until }) => until ?? Infinity)),
  };
}
