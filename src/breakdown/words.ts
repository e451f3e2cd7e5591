import type { Applied, Cut, Standing, ThresholdMet } from './types.js';

/** One amount as it is shown, or several. */
type Amounts = readonly string[];

/**
 * What the text of a breakdown is said in: a catalogue for each language. Entries take amounts as they are shown, and names and
 * texts of rule files; a catalogue that lacks one does not compile.
 */
export interface BreakdownWords {
  /** Above the columns of the lines. */
  readonly columns: Readonly<Record<'line' | 'sku' | 'quantity' | 'list' | 'discount' | 'pay', string>>;
  readonly toPay: (currency: string) => string;
  readonly noLines: string;
  readonly goods: string;
  readonly shipping: string;
  readonly charge: (id: string) => string;
  /** What each unit is paid with. */
  readonly unitPrices: (units: readonly { readonly count: number; readonly pay: string }[]) => string;
  /** ` for store S1`; nothing for a promotion that stands once. */
  readonly standing: (
    values: readonly (readonly [name: string, value: string])[],
    row: Standing['row'],
  ) => string;
  readonly title: (currency: string, at: string) => string;
  readonly rules: (digest: string) => string;
  readonly search: string;
  readonly headings: Readonly<
    Record<'steps' | 'refused' | 'hints' | 'unchecked' | 'gifts' | 'settlement' | 'violations', string>
  >;
  readonly and: (names: readonly string[]) => string;
  readonly or: (names: readonly string[]) => string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;

  readonly gift: (
    count: number,
    skus: readonly string[],
    promotion: string,
    value: string | undefined,
  ) => string;
  readonly addOn: (count: number, sku: string, price: string, promotion: string) => string;
  readonly paidBy: string;
  readonly commissionTo: string;

  readonly reached: (threshold: Reached) => string;
  readonly also: (offer: string) => string;
  readonly granted: (amount: string, face: string) => string;
  readonly percentOf: (percent: string, whole: string, result: string) => string;
  readonly rounded: (exact: string, amount: string) => string;
  readonly allOf: (amount: string) => string;
  readonly saves: (base: string, result: string) => string;
  readonly inAll: (amount: string) => string;
  readonly times: (count: number) => string;
  readonly spread: string;
  readonly cut: (
    cut: { readonly why: Cut['why']; readonly limit: string | undefined; readonly to: string | undefined },
    by: Amounts,
  ) => string;
  readonly payers: string;
  /** Between the names of those who pay. */
  readonly payerGap: string;
  readonly message: (language: string | undefined, text: string) => string;
  readonly part: (
    line: string,
    amount: string,
    base: string,
    of: string | undefined,
    exact: string | undefined,
  ) => string;
  readonly group: (times: number, amount: string, units: string, openers: string | undefined) => string;
  readonly groupUnits: (count: number, line: string, left: string) => string;
  readonly lineName: (id: string) => string;
  readonly full: (where: string, share: string) => string;

  readonly code: (code: string) => string;
  readonly reasons: ReasonWords;
  readonly seen: (name: string, value: string) => string;
  readonly isMissing: (name: string) => string;
  readonly emptyList: string;
  readonly flag: (value: boolean) => string;
  readonly hint: (hint: SaidHint) => string;
  readonly unchecked: (what: SaidUnchecked, missing: readonly string[]) => string;
  readonly violation: (line: string | undefined, seen: string, promotions: readonly string[]) => string;
  readonly closing: (pay: string, currency: string) => string;
  readonly formed: (list: string, discount: string, shipping: string) => string;
  readonly broken: (count: number) => string;
}

export interface Reached {
  readonly kind: ThresholdMet['kind'];
  /** Money as it is shown, or a number of units. */
  readonly measured: string;
  readonly reached: string;
  readonly tier: number | undefined;
  readonly times: number;
  /** The sign between a number and what it counts. */
  readonly sign: string;
}

export interface SaidHint {
  readonly spend: string | undefined;
  readonly units: number | undefined;
  readonly line: string | undefined;
  readonly saving: string;
  readonly cost: string;
  readonly isDearer: boolean;
}

export interface SaidUnchecked {
  readonly guarantee: string | undefined;
  readonly floor: string | undefined;
  readonly promotion: string | undefined;
  readonly layer: string | undefined;
  readonly line: string | undefined;
}

/** Why a promotion did not apply. */
export interface ReasonWords {
  readonly needs: (test: string, seen: readonly string[]) => string;
  readonly short: (measured: string, threshold: string, missing: string, isUnits: boolean) => string;
  readonly lost: (to: string, by: string) => string;
  readonly excluded: (by: readonly string[], constraint: string) => string;
  readonly stopped: (by: string) => string;
  readonly limited: (limit: SaidLimit, used: string) => string;
  readonly budget: (budget: string, used: string, needed: string | undefined) => string;
  readonly nothingLeft: string;
  readonly codeMissing: (codes: readonly string[]) => string;
  readonly inactive: (windows: readonly string[]) => string;
  readonly noLines: string;
  readonly unknownCode: string;
}

/** `2 per customer per day`; what is no such text stands as it is. */
export type SaidLimit =
  | { readonly count: string; readonly per: 'customer' | 'customer-day' | 'total' }
  | { readonly text: string };

/**
 * How the texts of rule files that a breakdown quotes are said: an offer, a condition, a window, a constraint, a floor, the name
 * of a value. `promotion` is the promotion that it stands in, where it stands in one. What it does not know it gives back.
 * `what` tells the name of a value from a condition that has the same text, which a flag's has.
 */
export type SayRule = (text: string, promotion?: Applied['promotion'], what?: 'value') => string;
