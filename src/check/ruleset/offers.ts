/** Offers of the checked ruleset and the limits that bind them. */

import type { Condition, Scalar } from './expressions.js';

export type Offer = (
  | TakeOffer
  | PayOffer
  | PriceOffer
  | FreeOffer
  | ShipOffer
  | GiveOffer
  | AddOnOffer
  | BundleOffer
) & {
  /** Its canonical text, as a breakdown names the step: `take 15% off each line`. */
  readonly text: string;
  readonly limits: Limits;
};

/** A percentage (15 for 15 %) of what is left, or of `base`; or an amount of money. */
export type OfferAmount =
  | { readonly kind: 'percent'; readonly percent: Scalar; readonly base?: Scalar }
  | { readonly kind: 'money'; readonly amount: Scalar };

export interface TakeOffer {
  readonly kind: 'take';
  readonly amount: OfferAmount;
  /** What the amount is formed on: the scope's (or group's) total, each line, or each unit. */
  readonly off: 'scope' | 'line' | 'unit';
  readonly units?: UnitPositions;
  readonly pick?: Pick;
}

/** What the scope (or each group, or the picked units) costs. */
export interface PayOffer {
  readonly kind: 'pay';
  readonly amount: OfferAmount;
  readonly units?: UnitPositions;
  readonly pick?: Pick;
}

/** A new unit price. */
export interface PriceOffer {
  readonly kind: 'price';
  readonly amount: Scalar;
  readonly units?: UnitPositions;
  readonly pick?: Pick;
}

export interface FreeOffer {
  readonly kind: 'free';
  readonly units?: UnitPositions;
  readonly pick?: Pick;
}

/** On the shipping charges for which `where` holds: pay `price` for them in all, or take an amount off. */
export interface ShipOffer {
  readonly kind: 'ship';
  readonly how:
    | { readonly kind: 'pay'; readonly price: Scalar }
    | { readonly kind: 'take'; readonly amount: OfferAmount };
  readonly where?: Condition;
}

export interface GiveOffer {
  readonly kind: 'give';
  readonly count: Scalar;
  readonly skus: readonly string[];
}

export interface AddOnOffer {
  readonly kind: 'add-on';
  readonly count: Scalar;
  readonly sku: string;
  readonly price: Scalar;
}

export interface BundleOffer {
  readonly kind: 'bundle';
  readonly parts: readonly { readonly count: Scalar; readonly where: Condition }[];
  readonly offer: { readonly kind: 'take' | 'pay'; readonly amount: OfferAmount };
}

export interface Pick {
  readonly which: 'cheapest' | 'dearest';
  readonly count: Scalar;
  readonly of?: Condition;
  readonly allOrNone: boolean;
}

/** Positions among the scope's units, counted from 1, both inclusive; no `to`: and all after. */
export interface UnitPositions {
  readonly from: number;
  readonly to?: number;
}

export interface Limits {
  readonly caps: readonly Cap[];
  /** `up to N times`. */
  readonly times?: Scalar;
  /** `for at most N units`. */
  readonly units?: {
    readonly count: Scalar;
    readonly which: 'cheapest' | 'dearest';
    readonly per: 'standing' | 'line' | 'customer';
  };
}

/** The most that may be taken: by the standing, by all standings together, or off each line or unit. */
export interface Cap {
  readonly amount: Scalar;
  readonly per: 'standing' | 'all-standings' | 'line' | 'unit';
}

/** What must be left: on each unit, on each line (a unit amount already times quantity), or on the scope together. */
export interface Floor {
  readonly amount: Scalar;
  readonly per: 'unit' | 'line' | 'scope';
  /** As `unchecked` names it: `leave at least cost`. */
  readonly text: string;
}
