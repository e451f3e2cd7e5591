import type {
  AddOnOffer,
  BundleOffer,
  Condition,
  Limits,
  OfferAmount,
  Offer as PlanOffer,
  Pick as PlanPick,
  UnitPositions,
} from '../plan/types.js';
import type { BundlePart } from './bundles.js';
import { type Told, toldIn } from './failures.js';
import type { Amount } from './forming.js';
import { moneyIn, type NumberGetter, type Scope } from './expressions.js';
import type { EveryUnits, LineTest, Pick } from './groups.js';
import type { CompiledCap } from './bounds.js';
import type { Choosing, UnitLimit } from './selection.js';

/** What every compiled offer has. */
interface Common {
  /** As a breakdown names the step. */
  readonly text: string;
  readonly caps: readonly CompiledCap[];
  /** `up to N times`. */
  readonly times: NumberGetter | undefined;
}

export type Offer = Common & (WholeOffer | GiveOffer | AddOn | Bundle);

/** Takes an amount off whole lines, off some of their units, or off shipping. */
export type WholeOffer = UnitOffer | Ship;

export type UnitOffer =
  | ({ readonly kind: 'take'; readonly amount: Amount; readonly off: 'scope' | 'line' | 'unit' } & Chosen)
  | ({ readonly kind: 'pay'; readonly amount: Amount } & Chosen)
  | ({ readonly kind: 'price'; readonly price: Told } & Chosen)
  | ({ readonly kind: 'free' } & Chosen);

/** On units where it says so. */
interface Chosen {
  readonly choosing: Choosing;
}

/** On the charges for which `where` holds: an amount off, or a price for them in all. */
type Ship = { readonly kind: 'ship'; readonly where: LineTest | undefined } & (
  | { readonly amount: Amount; readonly price?: undefined }
  | { readonly amount?: undefined; readonly price: Told }
);

export interface GiveOffer {
  readonly kind: 'give';
  readonly count: NumberGetter;
  readonly skus: readonly string[];
}

export interface AddOn {
  readonly kind: 'add-on';
  readonly count: NumberGetter;
  readonly sku: string;
  readonly price: Told;
}

export interface Bundle {
  readonly kind: 'bundle';
  readonly parts: readonly BundlePart[];
  readonly amount: Amount;
  readonly pays: boolean;
}

/** What an offer is compiled in: its promotion's groups and limits. */
export interface OfferPlace {
  readonly scope: Scope;
  readonly every: EveryUnits | undefined;
  readonly limits: Limits;
  /** Compiles a cap and gives it its place among those that several standings share. */
  cap(cap: Limits['caps'][number]): CompiledCap;
}

export function offerIn(offer: PlanOffer, place: OfferPlace): Offer {
  const { limits, text } = offer;
  const common = {
    text,
    caps: limits.caps.map((cap) => place.cap(cap)),
    times: limits.times && moneyIn(limits.times, place.scope),
  };
  return { ...common, ...whatIn(offer, place) };
}

function whatIn(offer: PlanOffer, place: OfferPlace): WholeOffer | GiveOffer | AddOn | Bundle {
  const { scope } = place;
  switch (offer.kind) {
    case 'take':
      return {
        kind: 'take',
        amount: amountIn(offer.amount, scope),
        off: offer.off,
        choosing: choosingIn(offer, place),
      };
    case 'pay':
      return { kind: 'pay', amount: amountIn(offer.amount, scope), choosing: choosingIn(offer, place) };
    case 'price':
      return { kind: 'price', price: toldIn(offer.amount, scope), choosing: choosingIn(offer, place) };
    case 'free':
      return { kind: 'free', choosing: choosingIn(offer, place) };
    case 'ship': {
      const where = testIn(offer.where, scope);
      if (offer.how.kind === 'take')
        return { kind: 'ship', where, amount: amountIn(offer.how.amount, scope) };
      return { kind: 'ship', where, price: toldIn(offer.how.price, scope) };
    }
    case 'give':
      return { kind: 'give', count: moneyIn(offer.count, scope), skus: offer.skus };
    case 'add-on':
      return addOnIn(offer, scope);
    case 'bundle':
      return bundleIn(offer, scope);
  }
}

function addOnIn({ count, sku, price }: AddOnOffer, scope: Scope): AddOn {
  return { kind: 'add-on', count: moneyIn(count, scope), sku, price: toldIn(price, scope) };
}

function bundleIn({ parts, offer }: BundleOffer, scope: Scope): Bundle {
  return {
    kind: 'bundle',
    parts: parts.map(({ count, where }) => ({ count: moneyIn(count, scope), where: scope.test(where) })),
    amount: amountIn(offer.amount, scope),
    pays: offer.kind === 'pay',
  };
}

function amountIn(amount: OfferAmount, scope: Scope): Amount {
  if (amount.kind === 'money') return { kind: 'money', amount: toldIn(amount.amount, scope) };
  const { percent, base } = amount;
  return { kind: 'percent', percent: toldIn(percent, scope), base: base && toldIn(base, scope) };
}

function testIn(condition: Condition | undefined, scope: Scope): LineTest | undefined {
  return condition && scope.test(condition);
}

function choosingIn(
  { limits, pick, units }: { limits: Limits; pick?: PlanPick; units?: UnitPositions },
  place: OfferPlace,
): Choosing {
  const unitLimits = [limits.units, place.limits.units].filter((limit) => limit !== undefined);
  return {
    every: place.every,
    pick: pick && pickIn(pick, place.scope),
    positions: units,
    limits: unitLimits.map((limit) => unitLimitIn(limit, place.scope)),
  };
}

function pickIn({ which, count, of, allOrNone }: PlanPick, scope: Scope): Pick {
  return { which, count: moneyIn(count, scope), of: testIn(of, scope), allOrNone };
}

function unitLimitIn({ count, which, per }: NonNullable<Limits['units']>, scope: Scope): UnitLimit {
  return { count: moneyIn(count, scope), which, per };
}
