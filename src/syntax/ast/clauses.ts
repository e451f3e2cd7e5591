import type { Name, Node, Text, Whole } from './nodes.js';
import type { Expression, TimeLiteral } from './expressions.js';
import type { Limit } from './limits.js';
import type { Setting } from './settings.js';
import type { Offer } from './offers.js';

export type Clause =
  | (Node & { readonly kind: 'layer'; readonly name: Name })
  | (Node & { readonly kind: 'priority'; readonly value: Whole })
  | (Node & { readonly kind: 'active'; readonly parts: readonly ActivePart[] })
  | (Node & { readonly kind: 'when'; readonly condition: Expression })
  | (Node & { readonly kind: 'code'; readonly like: boolean; readonly codes: readonly Text[] })
  | (Node & { readonly kind: 'on'; readonly shipping: boolean; readonly where?: Expression })
  | ForEachClause
  | Setting
  | ThresholdClause
  | Limit
  | (Node & { readonly kind: 'limit'; readonly limits: readonly RedemptionLimit[] })
  | (Node & { readonly kind: 'budget'; readonly amount: Expression; readonly partly: boolean })
  | (Node & { readonly kind: 'funded'; readonly shares: readonly PartyShare[] })
  | (Node & {
      readonly kind: 'commission';
      readonly share: PartyShare;
      readonly of: 'paid' | 'list';
      readonly subsidyBy?: Name;
    })
  | (Node & { readonly kind: 'returns'; readonly policy: 'keep' | 'retest' })
  | (Node & { readonly kind: 'note' | 'message' | 'title'; readonly language?: Name; readonly text: Text })
  | (Node & { readonly kind: 'tag'; readonly name: Name })
  | (Node & { readonly kind: 'not-with'; readonly members: readonly Reference[] })
  | (Node & { readonly kind: 'alone' })
  | (Node & { readonly kind: 'stop'; readonly what: 'layer' | 'all' | 'lines' });

/** `for each store` | `for each line` | `for each row of T` | `for each store of T`. */
export interface ForEachClause extends Node {
  readonly kind: 'for-each';
  readonly by: 'attribute' | 'line' | 'row';
  /** The attribute, when `by` is `attribute`. */
  readonly attribute?: Name;
  readonly table?: Name;
}

export type ActivePart =
  | (Node & { readonly kind: 'from' | 'until'; readonly time: TimeLiteral })
  | (Node & { readonly kind: 'through'; readonly time: TimeLiteral })
  | (Node & { readonly kind: 'in'; readonly zone: Text })
  | (Node & { readonly kind: 'weekdays'; readonly days: readonly Weekday[] })
  | (Node & { readonly kind: 'month-days'; readonly days: readonly Whole[] })
  /** Times of day, `HH:MM` or `HH:MM:SS` as written. */
  | (Node & { readonly kind: 'between'; readonly from: Text; readonly to: Text });

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** What opens offers: a threshold, a step, a group, or nothing. */
export type ThresholdClause =
  | (Node & {
      readonly kind: 'spend' | 'every-amount';
      readonly amount: Expression;
      readonly over?: Over;
      readonly counting?: Expression;
      readonly offers: readonly Offer[];
    })
  | (Node & {
      readonly kind: 'buy';
      readonly units: Expression;
      readonly over?: Over;
      readonly offers: readonly Offer[];
    })
  | (Node & {
      readonly kind: 'every-units';
      readonly units: Expression;
      /** `of lines where …`: the qualifiers, when they are not the whole scope. */
      readonly of?: Expression;
      /** From which end groups are cut; `dearest` unless said. */
      readonly first: 'dearest' | 'cheapest';
      /** `cheapest of all`: the picks are taken from the whole scope. */
      readonly ofAll: boolean;
      readonly offers: readonly Offer[];
    })
  | (Node & { readonly kind: 'offers'; readonly offers: readonly Offer[] });

/** `over all lines` (no `where`) or `over lines where …`. */
export interface Over extends Node {
  readonly where?: Expression;
}

export interface RedemptionLimit extends Node {
  readonly count: Whole;
  readonly per: 'customer' | 'customer-day' | 'total';
}

export interface PartyShare extends Node {
  /** The party's name, or with `its` the line attribute whose value names it. */
  readonly party: Name;
  readonly its: boolean;
  readonly percent: Expression;
}

/** A promotion's name, or `tag NAME`. */
export interface Reference extends Node {
  readonly tag: boolean;
  readonly name: Name;
}
