import { currencyOf } from '../../../src/money/index.js';
import { CannotBeSaid } from './cannot.js';
import type { PricingCase, RowCurrency, RowEffect, RowLine, RowRule } from '../row.js';

/** One case while it is put into words. */
export interface Context {
  readonly row: PricingCase;
  /** The row's currency, or one with as many decimals where it is none that is known, or has other decimals there. */
  readonly currency: string;
  /** The attribute that holds a line's SKU: `product` where the built-in one has to say which of equal units comes first. */
  readonly sku: 'sku' | 'product';
  /** Ids of lines and charges in the cart, by those of the row. */
  readonly lineIds: ReadonlyMap<string, string>;
  readonly chargeIds: ReadonlyMap<string, string>;
  readonly hasUnticked: boolean;
  /** The rules that are switched on, in the order they run. */
  readonly rules: readonly RowRule[];
  /** What the words that were chosen for picks take for granted. */
  readonly ties: Tie[];
}

/** Of two lines with equal unit prices, which one's units rank first among the dearest. */
export interface Tie {
  readonly first: RowLine;
  readonly second: RowLine;
}

export function effectsOf(rule: RowRule): readonly RowEffect[] {
  return rule.effects ?? [];
}

/** Whether a number may be off by more than roundings move it. */
export function isLoose({ tolerance, currency }: PricingCase): boolean {
  return tolerance !== undefined && Number(tolerance) >= 10 ** -currency.digits;
}

export function currencyFor({ code, digits }: RowCurrency): string {
  if (currencyOf(code)?.digits === digits) return code;
  const other = ['JPY', 'USD', 'KWD'].find((known) => currencyOf(known)?.digits === digits);
  if (other === undefined) throw new CannotBeSaid('outside the schema', `a currency with ${digits} decimals`);
  return other;
}
