import type { Change as AnyChange, LineChange, PromotionChange } from './breakdowns.js';
import type { Sides } from './sum.js';

/**
 * What two rule files make of the same carts, as `reckon compare --json` prints it. Amounts are decimal strings with exactly the
 * currency's digits, sums exact at any size; `change` is after less before. An absent member is left out, never null.
 */
export interface Comparison {
  readonly reckonComparison: 1;
  readonly currency: string;
  readonly before: RulesName;
  readonly after: RulesName;
  readonly carts: CartCounts;
  readonly total: {
    readonly list: Change;
    /** Off the goods. */
    readonly discount: Change;
    readonly shipping: Change;
    readonly pay: Change;
  };
  /** The changes of what is to pay, from cheaper to dearer, on either side without a gap; no change is a bin from 0 to 0. */
  readonly histogram: readonly HistogramBin[];
  /** Every promotion that applied to a cart, or is new, gone or changed; those with the greatest change first. */
  readonly promotions: readonly PromotionCost[];
  /** What each party pays of the discounts, and receives as commission. */
  readonly funding: readonly PartyCost[];
  readonly commission: readonly PartyCost[];
  readonly guarantees: readonly GuaranteeKept[];
  /** The ten carts that change most; of equal ones the earlier. */
  readonly largest: readonly LargestChange[];
  /** The first ten that could not be priced by both. */
  readonly refused: readonly CartRefused[];
  readonly rules: RuleChanges;
}

export interface Change extends AnyChange {
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

export interface RulesName {
  readonly file: string;
  /** `sha256:…` of the ruleset. */
  readonly ruleset: string;
  readonly promotions: number;
}

export interface CartCounts {
  readonly file: string;
  /** `compared` and all that were refused. */
  readonly total: number;
  /** Priced by both rules: `cheaper`, `dearer`, `same` and `rearranged` together. */
  readonly compared: number;
  readonly cheaper: number;
  readonly dearer: number;
  readonly same: number;
  /** The same is paid, but lines, promotions, gifts, who pays or broken guarantees differ. */
  readonly rearranged: number;
  readonly refused: {
    readonly before: number;
    readonly after: number;
    readonly both: number;
  };
  /** The `at` of the earliest and of the latest cart compared. */
  readonly from?: string;
  readonly until?: string;
}

export interface HistogramBin {
  /** Both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly carts: number;
  /** The sum of the changes. */
  readonly change: string;
}

export interface PromotionCost {
  readonly promotion: string;
  readonly title?: string;
  /** In the rules: `added`, `removed` or `changed`; left out where it means the same. */
  readonly rule?: RuleChange['change'];
  /** Carts in which it applied. */
  readonly carts: Sides<number>;
  /** Carts in which it takes more than before, and less. */
  readonly more: number;
  readonly less: number;
  /** Off goods and shipping. */
  readonly discount: Change;
  /** Units given away, where there are any. */
  readonly gifts?: Sides<number>;
}

export interface PartyCost extends Change {
  readonly party: string;
}

/** A guarantee of either file: carts that break it, carts that could not be tested for it. */
export interface GuaranteeKept {
  readonly guarantee: string;
  readonly broken: Sides<number>;
  readonly unchecked: Sides<number>;
  /** The first ten carts that break it. */
  readonly carts: readonly CartRef[];
}

export interface CartRef {
  /** The line of the file on which it begins, counted from 1. */
  readonly line: number;
  /** Its own name, where it has one. */
  readonly id?: string;
}

export interface LargestChange extends CartRef {
  readonly at: string;
  readonly total: Comparison['total'];
  /** The lines and shipping charges that change, in the order of the cart. */
  readonly lines: readonly ChangedLine[];
  readonly shipping: readonly ChangedLine[];
  /** Lines that stay as they are. */
  readonly unchanged: number;
  /** Every promotion that applies under either, those of after first, in order of evaluation. */
  readonly promotions: readonly ChangedPromotion[];
}

export interface ChangedLine extends LineChange {
  readonly list: Change;
  readonly pay: Change;
  readonly promotions: readonly ChangedPromotion[];
}

export interface ChangedPromotion extends PromotionChange, Change {
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

export interface CartRefused extends CartRef {
  /** The rules that refuse it. */
  readonly by: 'before' | 'after' | 'both';
  readonly messages: readonly string[];
  /** How many messages more there are. */
  readonly more: number;
}

/** What the rules say otherwise; layout, comments and file names say nothing. */
export interface RuleChanges {
  /** Whether both mean the same. */
  readonly same: boolean;
  readonly promotions: readonly RuleChange[];
  readonly guarantees: readonly GuaranteeChange[];
  /** What else differs. */
  readonly settings: readonly Setting[];
}

export interface RuleChange {
  readonly promotion: string;
  readonly title?: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** What of it changed. */
  readonly parts?: readonly RulePart[];
  /** Its text in canonical form, where the rules are rule files. */
  readonly before?: string;
  readonly after?: string;
}

export interface GuaranteeChange {
  readonly guarantee: string;
  readonly change: 'added' | 'removed' | 'changed';
}

export type RulePart =
  | 'kind'
  | 'title'
  | 'layer'
  | 'active'
  | 'when'
  | 'code'
  | 'lines'
  | 'each'
  | 'offers'
  | 'caps'
  | 'floors'
  | 'rounding'
  | 'allocation'
  | 'limits'
  | 'budget'
  | 'funding'
  | 'commission'
  | 'stop'
  | 'messages'
  | 'table';

export type Setting =
  | 'attributes'
  | 'choice'
  | 'constraints'
  | 'layers'
  | 'layers cap'
  | 'order of promotions'
  | 'prices'
  | 'search limit';
