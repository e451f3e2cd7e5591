import type { Gift, Money, Standing, Total } from '../breakdown/types.js';

/**
 * What one return of goods gives back: the JSON that `refund` returns, and the `after` of the next return. Money is written as
 * in the breakdown it was made from; an absent member is left out, never null.
 */
export interface Refund {
  readonly refund: 1;
  readonly currency: string;
  readonly amounts?: 'minor';
  /** The instant the cart was priced for. */
  readonly at: string;
  /** `sha256:…` of the rules it was priced by. */
  readonly ruleset: string;
  /** `sha256:…` of the breakdown that goods come back of. */
  readonly breakdown: string;
  /** Which return this is, from 1. */
  readonly number: number;
  /** `sha256:…` of the refund before it; the first has none. */
  readonly after?: string;
  readonly policy: ReturnPolicy;
  readonly total: RefundTotal;
  /** Every line of the breakdown, in its order. */
  readonly lines: readonly ReturnedLine[];
  readonly shipping: ReturnedShipping;
  /** Where rules and cart were at hand and goods are kept: what these cost if they alone had been bought. */
  readonly rest?: Rest;
  /** All gifts that what is kept does not earn, listed before or not: they should come back, too. */
  readonly gifts: readonly Gift[];
  /** What is taken back of what each party paid of the discounts. */
  readonly funding: Readonly<Record<string, TakenBack>>;
  /** What is taken back of what each party earned. */
  readonly commission: Readonly<Record<string, TakenBack>>;
}

/** `keep` and `retest` for the whole order, whatever its promotions say; `rules`: as each promotion says. */
export type ReturnPolicy = 'keep' | 'retest' | 'rules';

/** When shipping comes back: with the last unit, by what was paid for the goods, or not at all. */
export type ShippingRule = 'last' | 'share' | 'never';

/** `goods + shipping - held = refund`, and `paid - before - refund = left`. */
export interface RefundTotal {
  /** For the whole order. */
  readonly paid: Money;
  /** Given back by earlier refunds. */
  readonly before: Money;
  /** What was paid for the units that come back now. */
  readonly goods: Money;
  readonly shipping: Money;
  /** Held back by earlier refunds. */
  readonly heldBefore: Money;
  /** Held back now; below zero where what was held back is set free again. */
  readonly held: Money;
  readonly refund: Money;
  /** What the order costs after this refund. */
  readonly left: Money;
  /** What would be due of the customer, where a refund would be below zero; it is not asked for. */
  readonly short?: Money;
}

/** `list` less the adjustments is `paid`: of the units that come back now. */
export interface ReturnedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  /** Units that came back before. */
  readonly before: number;
  /** Units that come back now. */
  readonly returned: number;
  readonly list: Money;
  readonly adjustments: readonly ReturnedAdjustment[];
  readonly paid: Money;
}

/** What a standing took off the units that come back now. */
export interface ReturnedAdjustment extends Standing {
  readonly promotion: string;
  readonly layer?: string;
  readonly amount: Money;
}

export interface ReturnedShipping {
  readonly rule: ShippingRule;
  /** For all charges of the order. */
  readonly paid: Money;
  /** Given back by earlier refunds. */
  readonly before: Money;
  /** Given back now. */
  readonly back: Money;
}

/** What is kept, priced alone by the recorded rules at the recorded instant. */
export interface Rest {
  readonly total: Total;
  /** What was paid for it, shipping included. */
  readonly kept: Money;
  /** `total.pay` less `kept`: what it is worth to the customer that thresholds are not tested again. */
  readonly worth: Money;
  /** Promotions that take another amount off what is kept when it is priced alone. */
  readonly promotions: readonly Retested[];
}

export interface Retested {
  readonly promotion: string;
  readonly returns: 'keep' | 'retest';
  /** What it took off what is kept. */
  readonly kept: Money;
  /** What it takes off that alone. */
  readonly alone: Money;
}

/** `before` and `back` are at most `was`. */
export interface TakenBack {
  readonly was: Money;
  readonly before: Money;
  readonly back: Money;
}

/** Units of a line that come back; all that are left of it unless told. */
export interface Return {
  readonly line: string;
  readonly units?: number;
}

/** Why nothing is refunded. */
export interface RefundError {
  readonly code: RefundErrorCode;
  /** Where: `returns[0].units`, `after`, or in the breakdown `breakdown.lines[0].pay`. */
  readonly path: string;
  readonly message: string;
}

/** As `docs/refund.md` lists them. */
export type RefundErrorCode =
  | 'RF0001'
  | 'RF0002'
  | 'RF0003'
  | 'RF0004'
  | 'RF0005'
  | 'RF0006'
  | 'RF0007'
  | 'RF0008'
  | 'RF0009';
