import type { Node, Text } from './nodes.js';
import type { Expression } from './expressions.js';
import type { Limit } from './limits.js';

export type Offer = (
  | TakeOffer
  | PayOffer
  | PriceOffer
  | FreeOffer
  | GiveOffer
  | AddOnOffer
  | ShipOffer
  | BundleOffer
) & {
  /** `unit 1`, `units 2 to 5`, or `units 2` for the second and all after it. */
  readonly units?: UnitPositions;
  /** The limits that stand directly after it. */
  readonly limits: readonly Limit[];
};

/** Positions count from 1; each is a whole number, a `let` name or `row.x`. */
export interface UnitPositions extends Node {
  readonly from: Expression;
  readonly to?: Expression;
  /** Written `units`: without `to` it means that position and all after it. */
  readonly plural: boolean;
}

export interface TakeOffer extends Node {
  readonly kind: 'take';
  /** Money, a percentage, or `P% of AMOUNT` (a percentage of another base). */
  readonly amount: Expression;
  /** `off`, `off each line`, `off each unit`, `off shipping`. */
  readonly off: 'scope' | 'line' | 'unit' | 'shipping';
  /** `off shipping where …`. */
  readonly where?: Expression;
  readonly pick?: Pick;
}

export interface PayOffer extends Node {
  readonly kind: 'pay';
  readonly amount: Expression;
  readonly pick?: Pick;
}

/** `price AMOUNT each`. */
export interface PriceOffer extends Node {
  readonly kind: 'price';
  readonly amount: Expression;
  readonly pick?: Pick;
}

/** `make the cheapest 1 free`; `unit 3 make free` has no pick. */
export interface FreeOffer extends Node {
  readonly kind: 'free';
  readonly pick?: Pick;
}

/** `give N of "A" or "B"`. */
export interface GiveOffer extends Node {
  readonly kind: 'give';
  readonly count: Expression;
  readonly skus: readonly Text[];
}

/** `offer N of "MUG" for AMOUNT`. */
export interface AddOnOffer extends Node {
  readonly kind: 'add-on';
  readonly count: Expression;
  readonly sku: Text;
  readonly price: Expression;
}

/** `ship free [where …]` (no price) or `ship for AMOUNT [where …]`. */
export interface ShipOffer extends Node {
  readonly kind: 'ship';
  readonly price?: Expression;
  readonly where?: Expression;
}

/** `bundle 1 of sku "A", 2 of lines where … pay 150.00`. */
export interface BundleOffer extends Node {
  readonly kind: 'bundle';
  readonly parts: readonly BundlePart[];
  readonly offer: TakeOffer | PayOffer;
}

export interface BundlePart extends Node {
  readonly count: Expression;
  readonly sku?: Text;
  readonly where?: Expression;
}

/** `the cheapest K [of lines where …] [all or none]`. */
export interface Pick extends Node {
  readonly which: 'cheapest' | 'dearest';
  readonly count: Expression;
  readonly of?: Expression;
  readonly allOrNone: boolean;
}
