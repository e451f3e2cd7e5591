/**
 * The plan: the checked ruleset lowered to plain JSON, all that pricing needs and no more.
 *
 * It keeps what a breakdown says (titles, the canonical text of offers and tests, file and line), and leaves out what only
 * people or other tools read: notes, tags, scenarios, the source text itself. A member that would hold its default is absent.
 */

import type {
  AllocationPolicy,
  Code,
  Commission,
  Condition,
  Each,
  Floor,
  Guarantee,
  Layer,
  Limits,
  PartyShare,
  Promotion,
  RedemptionLimit,
  Rounding,
  Ruleset,
  Scalar,
  Table,
  Window,
} from '../check/ruleset.js';

export type * from '../check/ruleset.js';

/** The version of this shape; a plan of any other is refused. */
export const PLAN_VERSION = 1;

export interface Plan {
  readonly reckonPlan: typeof PLAN_VERSION;
  /** `sha256:…` over the JSON of `rules`: tells a damaged plan. */
  readonly checksum: string;
  readonly rules: PlanRules;
}

export interface PlanRules
  extends Pick<Ruleset, 'currency' | 'prices' | 'attributes' | 'layersCap' | 'constraints' | 'choose'> {
  /** The digest of the ruleset that the plan was made from. */
  readonly ruleset: string;
  readonly searchLimit: number;
  /** In the order they run. */
  readonly layers: readonly Layer[];
  /** Layers, by index, such that some amount is measured on what is left after them. */
  readonly remembered: readonly number[];
  /** In order of evaluation. */
  readonly promotions: readonly PlanPromotion[];
  readonly guarantees: readonly Omit<Guarantee, 'source'>[];
  readonly tables: readonly Table[];
  /** The files that promotions stand in; a promotion names its own by index. */
  readonly files: readonly string[];
}

export interface PlanPromotion extends Pick<Promotion, 'id' | 'opens'> {
  /** The index of its layer. */
  readonly layer: number;
  /** The index of its file, and its line there. */
  readonly at: readonly [file: number, line: number];
  readonly coupon?: true;
  readonly title?: string;
  readonly windows?: readonly Window[];
  readonly when?: Condition;
  readonly codes?: readonly Code[];
  /** Its lines; all when absent. */
  readonly lines?: Condition;
  /** `on shipping and lines`. */
  readonly shipping?: true;
  readonly each?: Each;
  readonly limits?: Limits;
  readonly floors?: readonly Floor[];
  readonly rounding?: Rounding;
  readonly allocation?: AllocationPolicy;
  readonly redemption?: readonly RedemptionLimit[];
  readonly budget?: { readonly amount: Scalar; readonly partly: boolean };
  readonly funding?: readonly PartyShare[];
  readonly commission?: readonly Commission[];
  readonly stop?: 'layer' | 'all' | 'lines';
  readonly texts?: readonly {
    readonly kind: 'message' | 'title';
    readonly language?: string;
    readonly text: string;
  }[];
}

/** What a plan's promotion has where the member is absent. */
export const DEFAULT_ROUNDING: Rounding = { mode: 'half-up', of: 'discount' };

export const DEFAULT_ALLOCATION: AllocationPolicy = {
  weights: 'value',
  share: 'down',
  remainder: 'largest-fraction',
  overflow: 'to-others',
};

export const NO_LIMITS: Limits = { caps: [] };
