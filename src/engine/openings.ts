import type { BuyTier, Opening, Scalar, SpendTier } from '../plan/types.js';
import type { Exact } from './exact.js';
import { type Getter, moneyIn, numberIn, type Scope } from './expressions.js';
import { type Told, toldIn } from './failures.js';
import type { EveryUnits, LineTest } from './groups.js';
import { leavesIn } from './leaves.js';
import { type Offer, offerIn, type OfferPlace } from './offer.js';

/** A tier, compiled. */
export interface Tier {
  /** What it is measured on. */
  readonly counting: { readonly get: Getter<Exact>; leaves: Told['leaves'] };
  /** Only lines (of the scope) for which this holds count: for hints. */
  readonly countedWhere: LineTest | undefined;
  readonly needed: Told;
  readonly offers: readonly Offer[];
}

/** What opens a promotion's offers, compiled. */
export type Openings =
  | { readonly kind: 'always'; readonly offers: readonly Offer[] }
  | { readonly kind: 'spend' | 'buy'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'every-amount'; readonly step: Tier }
  | { readonly kind: 'every-units'; readonly every: EveryUnits; readonly offers: readonly Offer[] };

export function openingsIn(opens: Opening, place: OfferPlace): Openings {
  const offers = (list: readonly Parameters<typeof offerIn>[0][]): readonly Offer[] =>
    list.map((offer) => offerIn(offer, place));
  switch (opens.kind) {
    case 'always':
      return { kind: 'always', offers: offers(opens.offers) };
    case 'every-units':
      if (!place.every) throw new Error('a promotion of groups is compiled with its groups');
      return { kind: 'every-units', every: place.every, offers: offers(opens.offers) };
    case 'every-amount':
      return { kind: 'every-amount', step: tierIn(opens.step, place, offers(opens.step.offers)) };
    default:
      return { kind: opens.kind, tiers: opens.tiers.map((tier) => tierIn(tier, place, offers(tier.offers))) };
  }
}

export function everyIn(opens: Opening, scope: Scope): EveryUnits | undefined {
  if (opens.kind !== 'every-units') return undefined;
  const { units, of, first, ofAll } = opens;
  return { units: moneyIn(units, scope), of: of && scope.test(of), first, ofAll };
}

function tierIn(tier: SpendTier | BuyTier, { scope }: OfferPlace, offers: readonly Offer[]): Tier {
  const { counting } = tier;
  const where = counting.op === 'measure' ? counting.where : undefined;
  return {
    counting: { get: numberIn(counting, scope), leaves: () => leavesIn(counting, scope) },
    countedWhere: where && scope.test(where),
    needed: toldIn(neededOf(tier), scope),
    offers,
  };
}

function neededOf(tier: SpendTier | BuyTier): Scalar {
  return 'units' in tier ? tier.units : tier.amount;
}
