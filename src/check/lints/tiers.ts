import { Decimal } from 'decimal.js';
import type { Span } from '../../syntax/ast.js';
import type { Offer, Ruleset } from '../ruleset.js';
import { type Case, casesOf, numberOf } from './amounts.js';
import { grouped } from './grouped.js';
import type { Rule } from './rule.js';

/** A tier: what reaches it, and what each of its offers gives; `undefined` for what cannot be compared. */
export interface Tier {
  readonly span: Span;
  readonly threshold: Decimal;
  /** What the threshold counts. */
  readonly counts: 'money' | 'units';
  readonly gives: readonly (Given | undefined)[];
  readonly where: string;
}

/** An offer as one number of one kind, the greater the better for the customer. */
export interface Given {
  readonly kind: string;
  readonly much: Decimal;
}

/** Each tier with the one before it, in promotions and in the tables that hold tiers. */
export function neighbours(rules: readonly Rule[], ruleset: Ruleset): readonly (readonly [Tier, Tier])[] {
  return rules.flatMap((rule) => ladders(rule, ruleset).flatMap(pairs));
}

function pairs(tiers: readonly Tier[]): readonly (readonly [Tier, Tier])[] {
  return tiers.slice(1).flatMap((tier, index) => {
    const before = tiers[index];
    return before === undefined ? [] : [[before, tier] as const];
  });
}

/** A promotion's tiers as they stand; of a table the rows of each value, by what they ask for. */
function ladders(rule: Rule, ruleset: Ruleset): readonly (readonly Tier[])[] {
  const { each, opens } = rule.promotion;
  const mayRise = opens.kind === 'spend' || opens.kind === 'buy';
  if (!mayRise || (opens.tiers.length < 2 && each?.kind !== 'column')) return [];
  const cases = casesOf(rule.promotion, ruleset);
  if (each?.kind !== 'column') return cases.map((at) => tiersOf(rule, at));
  const groups = grouped(cases, ({ row }) => String(row?.values[each.name]));
  return [...groups.values()].map((own) =>
    own.flatMap((at) => tiersOf(rule, at)).toSorted((a, b) => a.threshold.cmp(b.threshold)),
  );
}

function tiersOf(rule: Rule, at: Case): readonly Tier[] {
  const { opens } = rule.promotion;
  if (opens.kind !== 'spend' && opens.kind !== 'buy') return [];
  const offers = [...grouped(rule.offers, (made) => made.clause).values()];
  const asked =
    opens.kind === 'spend' ? opens.tiers.map((tier) => tier.amount) : opens.tiers.map((tier) => tier.units);
  const counts = opens.kind === 'spend' ? 'money' : 'units';
  return offers.flatMap((made, index) => {
    const scalar = asked[index];
    const threshold = scalar && numberOf(scalar, at);
    const span = made[0]?.clause.span;
    if (threshold === undefined || span === undefined) return [];
    return [{ span, threshold, counts, gives: made.map(({ offer }) => given(offer, at)), where: at.where }];
  });
}

function given(offer: Offer, at: Case): Given | undefined {
  const { caps, times, units } = offer.limits;
  if (caps.length > 0 || times !== undefined || units !== undefined) return undefined;
  const bare = bareGiven(offer, at);
  return bare && !bare.much.isNaN() ? bare : undefined;
}

function bareGiven(offer: Offer, at: Case): Given | undefined {
  switch (offer.kind) {
    case 'take':
    case 'pay':
      return offer.pick === undefined && offer.units === undefined ? takenOff(offer, at) : undefined;
    case 'give':
      return numbered(`give ${offer.skus.join()}`, numberOf(offer.count, at));
    case 'ship':
      if (offer.how.kind !== 'pay' || offer.where !== undefined) return undefined;
      return numbered('ship', numberOf(offer.how.price, at)?.neg());
    default:
      return undefined;
  }
}

function takenOff(offer: Extract<Offer, { kind: 'take' | 'pay' }>, at: Case): Given | undefined {
  const { amount } = offer;
  const scope = offer.kind === 'take' ? offer.off : 'scope';
  if (amount.kind === 'percent') {
    if (amount.base !== undefined) return undefined;
    const percent = numberOf(amount.percent, at);
    return numbered(
      `percent ${scope}`,
      offer.kind === 'take' ? percent : percent && new Decimal(100).sub(percent),
    );
  }
  const sum = numberOf(amount.amount, at);
  return offer.kind === 'take' ? numbered(`sum ${scope}`, sum) : numbered('pay', sum?.neg());
}

function numbered(kind: string, much: Decimal | undefined): Given | undefined {
  return much && { kind, much };
}
