/**
 * What a cart is: the JSON a checkout sends. Amounts are decimal strings in major units (`"129.00"`), or whole numbers of
 * minor units when `amounts` is `"minor"`. Attributes stand beside the built-in members; undeclared ones are ignored.
 */
export interface CartInput {
  readonly currency: string;
  /** `"minor"`: every money value is a whole JSON number of minor units, in and out. */
  readonly amounts?: 'minor';
  /** An RFC 3339 instant with its offset. */
  readonly at: string;
  readonly customer?: Attributes;
  readonly order?: Attributes;
  /** Codes the customer entered. */
  readonly codes?: readonly string[];
  readonly lines: readonly CartLineInput[];
  /** One amount, or a list of charges; 0 by default. */
  readonly shipping?: AmountInput | readonly ChargeInput[];
  /** What the ledger knows, by promotion id. */
  readonly usage?: Readonly<Record<string, UsageInput>>;
}

export type AmountInput = string | number;

export type AttributeInput = string | number | boolean | readonly string[];

export type Attributes = Readonly<Record<string, AttributeInput | undefined>>;

export interface CartLineInput {
  readonly id: string;
  readonly sku: string;
  /** 1 to 1,000,000. */
  readonly quantity: number;
  /** List price of one unit. */
  readonly price: AmountInput;
  readonly [attribute: string]: AttributeInput | undefined;
}

export interface ChargeInput {
  readonly id: string;
  readonly amount: AmountInput;
  readonly [attribute: string]: AttributeInput | undefined;
}

/** Earlier redemptions of one promotion: by this customer, by this customer today, by all; money and units spent. */
export interface UsageInput {
  readonly customer?: number;
  readonly customerDay?: number;
  readonly total?: number;
  readonly spent?: AmountInput;
  /** Units this customer already had at the promotion's price, for `for at most N units per customer`. */
  readonly customerUnits?: number;
}

/**
 * A validated cart: defaults filled in, every money value whole minor units (but for finer unit prices), every time an
 * instant, every undeclared attribute left out. Its objects always have all their members, in this order, so that code that
 * reads them meets one shape.
 */
export interface Cart {
  readonly currency: string;
  readonly minor: boolean;
  /** As sent, for the breakdown. */
  readonly at: string;
  /** Epoch milliseconds. */
  readonly instant: number;
  readonly customer: Values;
  readonly order: Values;
  /** Each code once, in the order entered. */
  readonly codes: readonly string[];
  readonly lines: readonly CartLine[];
  /** One charge of the id `shipping` where the cart has one amount, or none. */
  readonly shipping: readonly Charge[];
  /** By promotion; empty where the cart tells nothing. */
  readonly usage: ReadonlyMap<string, Usage>;
}

/**
 * A value by declared type: text and `one of` a string; number an exact decimal in its shortest form (`1.5`, `-2`, `0`);
 * money whole minor units (a number); flag a boolean; time epoch milliseconds; list an array.
 */
export type Value = string | number | boolean | readonly string[];

/**
 * Values of declared attributes: each stands at the place that its declaration has in `ruleset.attributes` of the carrier;
 * `undefined` is a missing one. There are always as many as declarations.
 */
export type Values = readonly (Value | undefined)[];

export interface CartLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: number;
  /** Whole minor units of one unit; where `finer` is there, its whole part, which nothing may be reckoned from. */
  readonly price: number;
  /** The price as an exact decimal count of minor units, where `default prices …` let it be finer and it is not whole. */
  readonly finer: string | undefined;
  /** Whole minor units: price times quantity, rounded once where prices are finer. */
  readonly list: number;
  readonly values: Values;
}

export interface Charge {
  readonly id: string;
  /** Whole minor units. */
  readonly amount: number;
  readonly values: Values;
}

export interface Usage {
  readonly customer: number;
  readonly customerDay: number;
  readonly total: number;
  /** Whole minor units. */
  readonly spent: number;
  readonly customerUnits: number;
}

/** One thing wrong with a cart. The path reads like `lines[2].price`. */
export interface CartError {
  readonly code: string;
  readonly path: string;
  readonly found: string;
  readonly expected: string;
  readonly message: string;
}
