/**
 * The checked ruleset: every name resolved, every default filled in, every `let`, import and value list expanded.
 *
 * It is plain JSON. The reference evaluator prices straight from it; the plan is lowered from it. Its canonical JSON
 * without `source` members is what the digest is taken over. A decimal is text, `^-?\d+(\.\d+)?$`; a money constant is
 * a decimal count of minor units.
 */

import type { Carrier, Condition, Scalar } from './ruleset/expressions.js';
import type { Floor, Limits, Offer } from './ruleset/offers.js';

export type * from './ruleset/expressions.js';
export type * from './ruleset/offers.js';

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
