/**
 * The rows of the cases: what the test suites of shop systems and money libraries expect, restated as data.
 *
 * Every amount and percentage is a decimal text in major units; a percentage of 15 % is `"15"`.
 */

/** A count or quantity: a decimal text, or a number. */
export type Quantity = string | number;

export type Row = PricingRow | AllocationRow;

interface RowHead {
  readonly id: string;
  readonly currency: RowCurrency;
  readonly flags?: readonly string[];
  /** False where the arithmetic of the conventions does not give what the source expects. */
  readonly verified?: boolean;
  /** How far a number may be off, where the source itself compares loosely. */
  readonly tolerance?: string;
}

export interface RowCurrency {
  readonly code: string;
  readonly digits: number;
}

export interface PricingRow extends RowHead, PricingCase {
  readonly type: 'pricing';
  readonly expected: PricingExpected;
}

/** All that a translation may know of a row: neither its name nor its source nor what it expects. */
export interface PricingCase {
  readonly currency: RowCurrency;
  readonly cart: RowCart;
  readonly rules: readonly RowRule[];
  readonly conventions: Conventions;
  readonly tax?: RowTax;
  readonly tolerance?: string;
}

// Cart ------------------------------------------------------------------------------------------------------------

export interface RowCart {
  readonly lines: readonly RowLine[];
  readonly shipping?: readonly RowCharge[];
  readonly customer?: {
    readonly group?: string;
    readonly loggedIn?: boolean;
    readonly placedOrders?: Quantity;
  };
  readonly codes?: readonly string[];
  readonly date?: string;
  readonly channel?: string;
  readonly country?: string;
}

export interface RowLine {
  readonly id: string;
  readonly sku: string;
  readonly name?: string;
  readonly category?: readonly string[];
  readonly unitPrice: string;
  readonly qty: Quantity;
  readonly taxCategory?: string;
  /** Discounts may not push the unit price below it. */
  readonly minUnitPrice?: string;
  /** Already reduced: `unitPrice` is the reduced price. */
  readonly onSale?: boolean;
  readonly listPrice?: string;
  /** False: in the cart, but out of every count, condition, discount and total. */
  readonly selected?: boolean;
  readonly weight?: string;
  readonly attrs?: Readonly<Record<string, string>>;
}

export interface RowCharge {
  readonly id: string;
  readonly method: string;
  readonly amount: string;
  readonly taxCategory?: string;
  readonly tariff?: unknown;
}

export interface RowTax {
  /** Prices contain tax. */
  readonly included: boolean;
  readonly includedBy?: unknown;
}

// Rules -----------------------------------------------------------------------------------------------------------

export interface RowRule {
  readonly id: string;
  readonly conditions?: readonly RowCondition[];
  readonly effects?: readonly RowEffect[];
  readonly code?: string;
  readonly priority?: Quantity;
  readonly exclusive?: boolean;
  readonly stage?: string;
  readonly lane?: string;
  readonly stopAfter?: boolean;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly enabled?: boolean;
  readonly usage?: RowUsage;
  readonly usagePerCustomer?: RowUsage;
  readonly budget?: RowUsage & { readonly type: 'spend' | 'usage' };
}

export interface RowUsage {
  readonly limit: Quantity;
  readonly used: Quantity;
}

export type Base = 'running' | 'original';

export interface RowScope {
  readonly sku?: readonly string[];
  readonly notSku?: readonly string[];
  /** Any of them. */
  readonly category?: readonly string[];
  /** Inclusive, of the unit price before discounts. */
  readonly unitPrice?: { readonly min?: string; readonly max?: string };
  readonly notOnSale?: boolean;
  readonly onSale?: boolean;
  readonly lineIds?: readonly string[];
  readonly attrs?: Readonly<Record<string, string>>;
}

export interface RowCondition {
  readonly type:
    | 'items_total'
    | 'order_total'
    | 'items_qty'
    | 'any_line_qty'
    | 'has_line'
    | 'customer_group'
    | 'channel'
    | 'country'
    | 'currency'
    | 'shipping_method'
    | 'nth_order'
    | 'never';
  readonly op?: 'gte' | 'gt' | 'lte' | 'lt' | 'eq';
  readonly value?: Quantity;
  readonly n?: Quantity;
  readonly in?: readonly string[];
  readonly scope?: RowScope;
  readonly base?: Base;
  readonly taxInclusive?: boolean;
}

export type Per = 'unit' | 'line' | 'order' | 'set';

export type Measure = 'line_total' | 'order_total' | 'scope_total' | 'scope_qty' | 'unit_price';

export type RowPick =
  | 'cart'
  | 'cheapest'
  | 'dearest'
  | 'dearest_line_total'
  | 'dearest_line_total_last'
  | 'qty_desc';

export interface RowTier {
  readonly from: string;
  readonly value: string;
}

export interface RowEffect {
  readonly kind:
    | 'percent'
    | 'amount'
    | 'price'
    | 'percent_tiers'
    | 'amount_tiers'
    | 'first_next'
    | 'cheapest_unit'
    | 'buy_get'
    | 'gift'
    | 'free';
  readonly target?: 'shipping' | 'lines';
  readonly shipScope?: readonly string[];
  readonly scope?: RowScope;
  readonly per?: Per;
  readonly value?: string;
  readonly base?: Base;
  readonly includeShipping?: boolean;
  readonly setQty?: Quantity;
  readonly measure?: Measure;
  readonly tiers?: readonly RowTier[];
  readonly first?: string;
  readonly next?: string;
  readonly discount?: 'percent' | 'amount';
  readonly buy?: { readonly scope?: RowScope; readonly qty: Quantity; readonly pick?: RowPick };
  readonly get?: {
    readonly scope?: RowScope;
    readonly qty: Quantity;
    readonly pick?: RowPick;
    readonly discount: { readonly kind: 'percent' | 'amount'; readonly value: string };
  };
  readonly repeat?: boolean;
  readonly allOrNothing?: boolean;
  readonly sku?: string;
  readonly unitPrice?: string;
  readonly qty?: Quantity;
  readonly perUnits?: Quantity;
  readonly maxUnits?: Quantity;
  readonly maxUnitsPerLine?: Quantity;
  readonly groupOf?: Quantity;
  readonly cap?: string;
  readonly limitedBase?: 'units_total_minus_line_discount';
  readonly pick?: RowPick;
}

// Conventions -----------------------------------------------------------------------------------------------------

export type RowRounding =
  | 'half_up'
  | 'half_down'
  | 'half_even'
  | 'half_odd'
  | 'down'
  | 'up'
  | 'floor'
  | 'ceil'
  | 'none';

export interface Conventions {
  readonly order?: 'listed' | 'priority_desc' | 'priority_asc' | 'stage_then_listed';
  readonly stages?: readonly string[];
  readonly lanes?: readonly string[];
  readonly exclusivity?: 'first_exclusive_only';
  readonly selection?:
    | 'all'
    | 'per_line_stop'
    | 'best_per_line'
    | 'best_per_line_within_lane'
    | 'best_overall';
  readonly tie?: 'first' | 'last';
  readonly sequence?: Base;
  readonly conditionBase?: Base;
  readonly percentRounding?: RowRounding;
  readonly orderPercentRounding?: RowRounding;
  readonly percentRoundWhat?: 'discount' | 'price';
  readonly priceRounding?: { readonly at: 'unit' | 'line' | 'total'; readonly mode: RowRounding };
  readonly distribute?: Distribution;
  readonly clamp?: boolean;
}

export interface Distribution extends Sharing {
  readonly weights?: 'current_line_total' | 'current_line_total_with_tax' | 'original_line_total' | 'qty';
}

/** How an amount is split over parts. */
export interface Sharing {
  readonly share?: RowRounding;
  readonly remainder?:
    | 'first'
    | 'first_nonzero'
    | 'last'
    | 'largest_fraction'
    | 'largest_weight'
    | 'last_takes_rest'
    | 'last_nonzero_takes_rest'
    | 'separate'
    | 'block_separate'
    | 'none_exact'
    | 'dropped';
  readonly sequence?: 'independent' | 'iterative_from_last';
  readonly negative?: 'mirror' | 'asis';
  readonly zeroWeights?: 'even' | 'zeros';
  readonly capAtRemaining?: boolean;
}

// What the source expects -----------------------------------------------------------------------------------------

export interface PricingExpected {
  readonly lines?: readonly ExpectedLine[];
  readonly shippingLines?: readonly ExpectedLine[];
  readonly orderDiscount?: string;
  readonly subtotal?: string;
  readonly shipping?: string;
  readonly total?: string;
  readonly tax?: string;
  readonly applied?: readonly string[];
  readonly notApplied?: readonly string[];
  readonly byRule?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly gifts?: readonly { readonly sku: string; readonly qty: Quantity }[];
  readonly error?: string;
}

export interface ExpectedLine {
  readonly id: string;
  readonly discount?: string;
  readonly payable?: string;
  /** One amount for each unit. */
  readonly units?: readonly string[];
}

// Allocation ------------------------------------------------------------------------------------------------------

export interface AllocationRow extends RowHead {
  readonly type: 'allocation';
  readonly amount: string;
  readonly weights: readonly string[];
  /** The smallest cash step. */
  readonly step?: string;
  /** Upper limits of the parts. */
  readonly max?: readonly string[];
  readonly conventions: Sharing;
  readonly expected: { readonly parts: readonly string[] } | { readonly error: string };
}
