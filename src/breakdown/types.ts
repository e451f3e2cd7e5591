/**
 * What a priced cart is: the JSON that `price` returns. An absent member is left out, never null.
 *
 * Money is a decimal string with exactly the currency's digits; with `amounts: "minor"` a whole JSON number of minor units.
 * An `Exact` is a value before rounding: a decimal (`"38.7"`), or `"n/d"` where no finite decimal exists, in major units
 * (in minor units with `amounts: "minor"`).
 */
export interface Breakdown {
  readonly reckon: 1;
  readonly currency: string;
  readonly amounts?: 'minor';
  /** As the cart carried it. */
  readonly at: string;
  /** `sha256:…` of the canonical ruleset. */
  readonly ruleset: string;
  /** `sha256:…` of the canonical cart, when asked for. */
  readonly cart?: string;
  /** False when there were more allowed sets of promotions than the search limit. */
  readonly optimal: boolean;
  readonly total: Total;
  readonly lines: readonly LineOut[];
  readonly shipping: readonly ChargeOut[];
  /** One per standing that applied, in order of evaluation, standings by value or row. */
  readonly promotions: readonly Applied[];
  readonly refused: readonly Refused[];
  readonly gifts: readonly Gift[];
  readonly addOns?: readonly AddOn[];
  /** What each party pays of all discounts. */
  readonly funding: Readonly<Record<string, Money>>;
  readonly commission: Readonly<Record<string, Money>>;
  readonly violations: readonly Violation[];
  readonly unchecked: readonly Unchecked[];
  /** When asked for. */
  readonly hints?: readonly Hint[];
}

/** What of a breakdown there is when only totals are asked for: whether it may be charged is never left out. */
export type Totals = Pick<
  Breakdown,
  'reckon' | 'currency' | 'amounts' | 'at' | 'ruleset' | 'optimal' | 'total' | 'violations' | 'unchecked'
>;

export type Money = string | number;
export type Exact = string;

/** `list - discount + shipping = pay`; `list` and `discount` are goods only, `shipping` is after promotions. */
export interface Total {
  readonly list: Money;
  readonly discount: Money;
  readonly shipping: Money;
  readonly pay: Money;
}

/** One line: `list` less its adjustments is `pay`; `units` spread `pay` over the units, larger ones first. */
export interface LineOut {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  readonly list: Money;
  readonly adjustments: readonly Adjustment[];
  readonly pay: Money;
  readonly units: readonly { readonly count: number; readonly pay: Money }[];
}

export interface ChargeOut {
  readonly id: string;
  readonly list: Money;
  readonly adjustments: readonly Adjustment[];
  readonly pay: Money;
}

/** Which standing of a promotion this is. */
export interface Standing {
  /** `{"store": "S1"}`; `{"line": "2"}` for `for each line`. */
  readonly for?: Readonly<Record<string, string | number | boolean>>;
  /** The table row, for `for each row of T`. */
  readonly row?: { readonly table: string; readonly line: number };
}

/** What one standing took off one line or charge; `base` is what was left on it when the amount was formed. */
export interface Adjustment extends Standing {
  readonly promotion: string;
  readonly layer?: string;
  readonly amount: Money;
  readonly base: Money;
}

/** One standing that applied. */
export interface Applied extends Standing {
  readonly promotion: string;
  readonly title?: string;
  readonly kind: 'promotion' | 'coupon';
  readonly layer?: string;
  /** What its offers formed, before caps, floors, budgets and lines that could not bear their share. */
  readonly face: Money;
  /** What was granted: the sum of its adjustments. */
  readonly amount: Money;
  readonly threshold?: ThresholdMet;
  readonly steps: readonly Step[];
  /** What cut the standing as a whole, in the order it happened. */
  readonly cuts?: readonly Cut[];
  /** How `amount` is paid for, by party. */
  readonly funding?: Readonly<Record<string, Money>>;
  /** What a customer may be told: messages, and titles in other languages. Notes stay in the rule file. */
  readonly texts?: readonly CustomerText[];
  readonly file: string;
  readonly line: number;
}

export interface CustomerText {
  readonly kind: 'title' | 'message';
  /** As the rule file names it: `zh`. */
  readonly language?: string;
  readonly text: string;
}

export interface ThresholdMet {
  readonly kind: 'spend' | 'buy' | 'every-amount' | 'every-units';
  /** Money (rounded down to minor units) or units. */
  readonly measured: Money;
  readonly reached: Money;
  /** Which tier, counted from 1, when there are several. */
  readonly tier?: number;
  /** How often, for `every`. */
  readonly times?: number;
}

/** How one offer formed its amount. */
export interface Step {
  /** The offer as the rule file says it. */
  readonly offer: string;
  /** What was left on what the amount was formed on. */
  readonly base?: Money;
  /** What a percentage was taken of where the offer names it (`take 5% of list off`), exact. */
  readonly of?: Exact;
  /** `"15"` for 15 %. */
  readonly percent?: string;
  /** How often it was granted, where `up to N times` stands at this offer. */
  readonly times?: number;
  /** The discount before rounding; left out where it was whole already. */
  readonly exact?: Exact;
  /** Formed by this offer. */
  readonly face: Money;
  /** Granted of it; the sum over the steps, less the standing's own cuts, is the standing's amount. */
  readonly amount: Money;
  readonly cuts?: readonly Cut[];
  /** How the amount was spread; left out where it stands on one line or each line formed its own. */
  readonly allocation?: Allocation;
  /** Amounts formed line by line (`off each line`, `off each unit`, `price … each`). */
  readonly parts?: readonly Part[];
  /** For groups of units and bundles: the units of each group and what it saved. */
  readonly groups?: readonly Group[];
}

/** What an offer formed on one line. */
export interface Part {
  readonly line: string;
  /** What was left on the line, or on its units in the groups. */
  readonly base: Money;
  /** What a percentage was taken of where the offer names it, exact. */
  readonly of?: Exact;
  readonly exact?: Exact;
  readonly amount: Money;
}

export interface Group {
  /** The units it is formed on. */
  readonly units: readonly GroupUnits[];
  /** The units that only opened it. */
  readonly qualifiers?: readonly GroupUnits[];
  /** How many alike groups there are, when more than one. */
  readonly times?: number;
  /** Saved by one such group. */
  readonly amount: Money;
}

/** Units of one line with the same amount left on each. */
export interface GroupUnits {
  readonly line: string;
  readonly count: number;
  readonly left: Money;
}

/** `amount` was less than what the offer formed, `by` this much, because of `why`. */
export interface Cut {
  readonly why:
    | 'cap'
    | 'floor'
    | 'layer-cap'
    | 'layer-floor'
    | 'layers-cap'
    | 'budget'
    | 'overflow'
    | 'left'
    | 'lost';
  /** The cap, floor or budget that bound it. */
  readonly limit?: Money;
  readonly by: Money;
  /** For `lost`: to which promotion. */
  readonly to?: string;
}

/**
 * The spread of `amount` by weights. For each part with a remainder, `amount * weight = share * sum + remainder` before
 * the missing units were handed out, so a reader can follow every unit. A `full` part was set to what it could bear; the
 * rest was allocated anew over the others, and `sum` and `amount` are those of that last round.
 */
export interface Allocation {
  /** What the last round spread. */
  readonly amount: Money;
  /** The sum of the weights of the last round: a whole number as text, minor units for weights by value. */
  readonly sum: string;
  readonly parts: readonly AllocationPart[];
}

export interface AllocationPart {
  /** The line, or the shipping charge. */
  readonly line?: string;
  readonly shipping?: string;
  readonly weight?: string;
  readonly remainder?: string;
  readonly full?: true;
  readonly amount: Money;
}

// Refusals --------------------------------------------------------------------------------------------------------

/** Why a promotion (or one standing of it) did not apply. */
export type Refused = Standing & {
  /** Absent for an entered code that belongs to nothing. */
  readonly promotion?: string;
  readonly layer?: string;
} & Reason;

export type Reason =
  | { readonly reason: 'condition-false'; readonly failed: readonly FailedTest[] }
  /** Below the lowest threshold: money, or units. */
  | { readonly reason: 'short'; readonly measured: Money; readonly threshold: Money; readonly missing: Money }
  /** Another promotion of the layer gave more. */
  | { readonly reason: 'lost'; readonly to: string; readonly by: Money }
  | { readonly reason: 'excluded'; readonly constraint: string; readonly by: readonly string[] }
  | { readonly reason: 'stopped'; readonly by: string }
  | { readonly reason: 'spent'; readonly limit: string; readonly used: Money; readonly needed?: Money }
  | { readonly reason: 'nothing-left' }
  | { readonly reason: 'code-missing'; readonly codes: readonly string[] }
  | { readonly reason: 'inactive'; readonly windows: readonly string[] }
  | { readonly reason: 'no-lines' }
  | { readonly reason: 'unknown-code'; readonly code: string };

/** A test that came out false, with the values seen; a value that was missing stands in `missing`. */
export interface FailedTest {
  readonly test: string;
  readonly seen: Readonly<Record<string, Money | boolean | readonly string[]>>;
  readonly missing?: readonly string[];
}

export interface Gift {
  readonly promotion: string;
  readonly skus: readonly string[];
  readonly count: number;
  /** Where the cart lets it be known: the list price of the SKU's line. */
  readonly value?: Money;
}

export interface AddOn {
  readonly promotion: string;
  readonly sku: string;
  readonly count: number;
  readonly price: Money;
}

/** A guarantee that the price breaks: a checkout must not charge it. */
export interface Violation {
  readonly guarantee: string;
  readonly line?: string;
  readonly failed: readonly FailedTest[];
  /** The promotions that led there. */
  readonly promotions: readonly string[];
}

/** A floor or guarantee that could not be tested on a line, because an attribute was missing. */
export interface Unchecked {
  readonly guarantee?: string;
  readonly promotion?: string;
  readonly layer?: string;
  /** The floor as the rule file says it: `leave at least cost`. */
  readonly floor?: string;
  readonly line?: string;
  readonly missing: readonly string[];
}

/**
 * What a little more in the cart would save after all other promotions: `spend` more in this scope, or `units` more of `line`.
 * `cost` is what the fuller cart costs more; it is negative where the saving is greater than what is added.
 */
export interface Hint extends Standing {
  readonly promotion: string;
  readonly spend?: Money;
  readonly units?: number;
  readonly line?: string;
  readonly saving: Money;
  readonly cost: Money;
}
