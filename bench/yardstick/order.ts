/** The yardstick's cart: amounts are whole minor units. */
export interface Cart {
  readonly id: string;
  readonly lines: readonly Line[];
  readonly codes: readonly string[];
  readonly customer: { readonly id: string; readonly tier: 'regular' | 'vip' };
}

export interface Line {
  readonly sku: string;
  readonly store: string;
  readonly brand: string;
  readonly category: string;
  readonly unitPrice: number;
  readonly qty: number;
}

/** The yardstick's breakdown: what each rule took off each line, what applied, and why the rest did not. */
export interface Breakdown {
  readonly cartId: string;
  readonly lines: readonly LineOut[];
  readonly rules: readonly RuleTotal[];
  readonly notApplied: readonly NotApplied[];
  readonly list: number;
  readonly discount: number;
  readonly goods: number;
  readonly shipping: number;
  readonly payable: number;
}

export interface LineOut {
  readonly sku: string;
  readonly list: number;
  readonly adjustments: readonly Adjustment[];
  readonly payable: number;
}

export interface Adjustment {
  readonly rule: string;
  readonly group: string;
  readonly amount: number;
}

export type RuleTotal = Adjustment;

export interface NotApplied {
  readonly rule: string;
  readonly group: string;
  readonly reason: string;
  readonly need: number;
  readonly actual: number;
}
