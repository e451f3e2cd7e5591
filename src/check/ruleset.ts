/**
 * The checked ruleset: every name resolved, every default filled in, every `let`, import and value list expanded.
 *
 * It is plain JSON. The reference evaluator prices straight from it; the plan is lowered from it. Its canonical JSON
 * without `source` members is what the digest is taken over. A decimal is text, `^-?\d+(\.\d+)?$`; a money constant is
 * a decimal count of minor units.
 */

export interface Ruleset {
  readonly currency: { readonly code: string; readonly digits: number };
  readonly timezone: string;
  /** `default prices …`: unit prices may have up to 6 decimals, the list amount is rounded once. */
  readonly prices?: { readonly mode: RoundingMode; readonly per: 'line' | 'unit' };
  readonly attributes: Readonly<Record<Carrier, readonly Attribute[]>>;
  /** In the order they run; a file without `layers` has one layer named ''. */
  readonly layers: readonly Layer[];
  /** `layers capped at A`: the most that all promotions may take off the goods. */
  readonly layersCap?: Scalar;
  /** In order of evaluation: by layer, then priority (higher first), then as declared. */
  readonly promotions: readonly Promotion[];
  readonly constraints: readonly Constraint[];
  readonly choose: 'best' | 'first';
  readonly searchLimit: number;
  readonly guarantees: readonly Guarantee[];
  readonly tables: readonly Table[];
}

export type Carrier = 'line' | 'customer' | 'order' | 'shipping';

export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly optional: boolean;
  /** The members of a `one of`. */
  readonly members?: readonly string[];
}

export type AttributeType = 'text' | 'number' | 'money' | 'flag' | 'time' | 'list' | 'one-of';

export type RoundingMode = 'half-up' | 'half-even' | 'half-down' | 'up' | 'down';

export interface Source {
  readonly file: string;
  readonly line: number;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Attribute[];
  /** One value per column, as a cart would carry it (money in minor units as a decimal); absent when the cell is empty. */
  readonly rows: readonly {
    readonly line: number;
    readonly values: Readonly<Record<string, string | boolean | readonly string[]>>;
  }[];
}

// Layers and stacking ---------------------------------------------------------------------------------------------

export interface Layer {
  readonly name: string;
  readonly combine: 'in-turn' | 'together' | 'best' | 'best-per';
  /** For `best-per`: the line attribute, or `line`. */
  readonly per?: { readonly kind: 'line' } | { readonly kind: 'attribute'; readonly name: string };
  readonly eachUnitOnce: boolean;
  /** Caps and floors that bind everything in the layer, goods only. */
  readonly caps: readonly Scalar[];
  readonly floors: readonly Floor[];
}

/** At most `count` of `members` (ids, in order of evaluation) may stand together. */
export interface Constraint {
  readonly kind: 'allow' | 'not-with' | 'alone';
  readonly count: number;
  readonly members: readonly string[];
  /** As a breakdown names it: `allow 1 of vip-5, CAT88`, `A not with B`, `A alone`. */
  readonly text: string;
}

export interface Guarantee {
  /** Its title, else the condition's text. */
  readonly title: string;
  readonly forEachLine: boolean;
  readonly condition: Condition;
  readonly required: boolean;
  readonly source: Source;
}

// Promotions ------------------------------------------------------------------------------------------------------

export interface Promotion {
  readonly id: string;
  readonly kind: 'promotion' | 'coupon';
  readonly title?: string;
  readonly layer: string;
  readonly priority: number;
  readonly tags: readonly string[];
  /** One of them must hold; none: always active. */
  readonly windows: readonly Window[];
  readonly when?: Condition;
  /** For a coupon: any of these opens it. */
  readonly codes: readonly Code[];
  readonly scope: Scope;
  readonly each?: Each;
  readonly opens: Opening;
  /** Limits that stand before the first offer or threshold: they hold for the standing's total. */
  readonly limits: Limits;
  readonly floors: readonly Floor[];
  readonly rounding: Rounding;
  readonly allocation: AllocationPolicy;
  /** A group of terms none of which the order has used up. */
  readonly redemption: readonly RedemptionLimit[];
  readonly budget?: { readonly amount: Scalar; readonly partly: boolean };
  readonly funding: readonly PartyShare[];
  readonly commission: readonly Commission[];
  readonly stop?: 'layer' | 'all' | 'lines';
  readonly returns: 'keep' | 'retest';
  readonly texts: readonly {
    readonly kind: 'note' | 'message' | 'title';
    readonly language?: string;
    readonly text: string;
  }[];
  readonly source: Source;
}

/** Parts that must all hold. Instants are epoch milliseconds; `from` is inclusive, `until` exclusive. */
export interface Window {
  readonly from?: number;
  readonly until?: number;
  readonly recurring?: {
    readonly timezone: string;
    /** 1 for Monday to 7 for Sunday. */
    readonly weekdays?: readonly number[];
    readonly monthDays?: readonly number[];
    /** Seconds of the day; `to` at or before `from` runs past midnight and belongs to the day it starts on. */
    readonly between?: { readonly from: number; readonly to: number };
  };
  /** As a breakdown names it: `from 2026-09-28 through 2026-09-29`. */
  readonly text: string;
}

export type Code =
  | { readonly kind: 'exact'; readonly code: string }
  | { readonly kind: 'like'; readonly pattern: string };

export interface Scope {
  /** Lines for which it holds; all lines when absent. */
  readonly lines?: Condition;
  /** `on shipping and lines`: the discount is spread over both. */
  readonly shipping: boolean;
}

export type Each =
  | { readonly kind: 'line' }
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'row'; readonly table: string }
  | { readonly kind: 'column'; readonly table: string; readonly name: string };

/** What opens a promotion's offers. Tiers rise. */
export type Opening =
  | { readonly kind: 'always'; readonly offers: readonly Offer[] }
  | { readonly kind: 'spend'; readonly tiers: readonly SpendTier[] }
  | { readonly kind: 'buy'; readonly tiers: readonly BuyTier[] }
  | { readonly kind: 'every-amount'; readonly step: SpendTier }
  | {
      readonly kind: 'every-units';
      readonly units: Scalar;
      readonly of?: Condition;
      readonly first: 'dearest' | 'cheapest';
      readonly ofAll: boolean;
      readonly offers: readonly Offer[];
    };

export interface SpendTier {
  readonly amount: Scalar;
  /** What the threshold is measured on, with its own lines (see `Measure.over`); `counting` and `over` resolved. */
  readonly counting: Scalar;
  readonly offers: readonly Offer[];
}

export interface BuyTier {
  readonly units: Scalar;
  /** The units in scope, or `over …`. */
  readonly counting: Scalar;
  readonly offers: readonly Offer[];
}

// Offers ----------------------------------------------------------------------------------------------------------

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

export interface Rounding {
  readonly mode: RoundingMode;
  readonly of: 'discount' | 'price';
}

export interface AllocationPolicy {
  readonly weights: 'value' | 'list' | 'quantity' | 'equally';
  /** For weights by value: what is left after this layer. */
  readonly after?: string;
  readonly share: 'down' | 'half-up' | 'half-even' | 'half-down' | 'in-turn';
  readonly remainder:
    | 'largest-fraction'
    | 'largest-line'
    | 'first'
    | 'last'
    | 'rest-to-first'
    | 'rest-to-last';
  readonly overflow: 'to-others' | 'dropped';
}

export interface RedemptionLimit {
  readonly per: 'customer' | 'customer-day' | 'total';
  readonly count: number;
}

/** A party named outright, or by the value of a line attribute; the percentage as a decimal. */
export interface PartyShare {
  readonly party:
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'attribute'; readonly name: string };
  readonly percent: string;
}

export interface Commission extends PartyShare {
  readonly of: 'paid' | 'list';
  readonly subsidyBy?: string;
}

// Conditions and scalars ------------------------------------------------------------------------------------------

/** A condition; every test carries its canonical text for the audit. */
export type Condition =
  | { readonly op: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly op: 'not'; readonly part: Condition; readonly text: string }
  | Test;

/** The smallest comparison: false when a value in it is missing. */
export type Test =
  | {
      readonly op: '=' | '!=' | '<' | '<=' | '>' | '>=';
      readonly left: Scalar;
      readonly right: Scalar;
      readonly text: string;
    }
  | {
      readonly op: 'in' | 'not-in';
      readonly value: Scalar;
      readonly items: readonly Scalar[];
      readonly text: string;
    }
  /** A list holds a text. */
  | { readonly op: 'has'; readonly list: Scalar; readonly item: Scalar; readonly text: string }
  | { readonly op: 'starts-with'; readonly value: Scalar; readonly prefix: Scalar; readonly text: string }
  /** A flag stands alone; missing is false. */
  | { readonly op: 'flag'; readonly value: Scalar; readonly text: string };

export type ScalarType = 'text' | 'number' | 'money' | 'flag' | 'time' | 'list';

/** A value of one type. A money value is in minor units and may be a fraction until a discount is formed. */
export type Scalar = Constant | Read | Calculation | Measure;

export type Constant =
  | { readonly op: 'constant'; readonly type: 'text'; readonly value: string }
  | { readonly op: 'constant'; readonly type: 'number' | 'money'; readonly value: string }
  | { readonly op: 'constant'; readonly type: 'flag'; readonly value: boolean }
  /** Epoch milliseconds. */
  | { readonly op: 'constant'; readonly type: 'time'; readonly value: number };

/**
 * An attribute or built-in: of the line in hand (`id`, `sku`, `quantity`, `price`, declared ones), the customer, the
 * order (`at`, `codes`), the shipping charge in hand (`id`, `amount`), or the table row in hand. A line's money is per unit.
 */
export interface Read {
  readonly op: 'read';
  readonly of: Carrier | 'row';
  readonly name: string;
  readonly type: ScalarType;
  /** As written: `customer.tier`. */
  readonly text: string;
}

/** `-` and `/` have two parts; a division by zero or a missing part makes the whole missing. */
export interface Calculation {
  readonly op: '+' | '-' | '*' | '/' | 'min' | 'max';
  readonly type: 'number' | 'money';
  readonly parts: readonly Scalar[];
}

/**
 * An amount measured on lines: what they list at, what is left on them (now, or after an earlier layer), their units,
 * their number, their distinct SKUs, the sum of an attribute (money times quantity), or, in guarantees, `pay` and `discount`.
 */
export interface Measure {
  readonly op: 'measure';
  readonly what: 'list' | 'left' | 'quantity' | 'count' | 'skus' | 'total' | 'pay' | 'discount';
  readonly type: 'number' | 'money';
  /** The standing's scope, all lines of the cart, the line in hand, the unit in hand, or the finished order. */
  readonly over: 'scope' | 'cart' | 'line' | 'unit' | 'order';
  /** Only lines (of `over`) for which this holds. */
  readonly where?: Condition;
  /** For `left`: as it was after this layer. */
  readonly after?: string;
  /** For `total`: the line attribute. */
  readonly attribute?: string;
  readonly text: string;
}
