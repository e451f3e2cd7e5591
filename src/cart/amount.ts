import type { Ruleset } from '../check/ruleset.js';
import { type AmountFailure, amountFailure, formatAmount, MAX_AMOUNT, minorUnits } from '../money/amount.js';
import { splitDecimal } from '../money/decimal.js';
import { fault, type Faults, type Kind, wrongType } from './fault.js';

export type Currency = Ruleset['currency'];

/**
 * How a cart writes money: as text in major units, or as whole numbers of minor units. Where its `amounts` or `currency` is
 * itself wrong, `any` takes both and any decimals, so that one mistake does not bring a hundred others.
 */
export type Notation = 'text' | 'minor' | 'any';

const MINOR_AMOUNT = 'a whole number of minor units such as 12900';
const UNQUOTE = 'send minor units without quotes, as `"amounts": "minor"` says';
const FORM =
  'write digits with at most one point, without sign, spaces, separators or needless zeros in front';

/** Money in whole minor units; `finer` says what to do about more decimals than the currency has. */
export function amount(
  currency: Currency,
  notation: Notation,
  finer: string = roundIt(currency),
): Kind<number> {
  const inText = textKind(currency, finer);
  if (notation === 'any') return eitherKind(inText.expected);
  return notation === 'minor' ? MINOR : inText;
}

/** What money as text looks like. */
export function textAmount({ digits }: Currency): string {
  return `an amount such as "${formatAmount(129 * 10 ** digits, digits)}"`;
}

/** The greatest amount, as the cart would write it. */
export function atMost(currency: Currency, notation: Notation): string {
  return `at most ${notation === 'minor' ? MAX_AMOUNT : formatAmount(MAX_AMOUNT, currency.digits)}`;
}

/** A value that stands where money as text should. */
export function notText(value: unknown, expected: string): Faults {
  return wrongType(
    value,
    expected,
    'number',
    'put it in quotes, or send minor units with `"amounts": "minor"`',
  );
}

/** Why a text is no amount; `decimals` is how many it may have, `finer` what to do about more. */
export function badAmount(
  text: string,
  failure: AmountFailure,
  {
    currency,
    decimals,
    finer,
  }: { readonly currency: Currency; readonly decimals: number; readonly finer: string },
): Faults {
  if (failure === 'malformed') return fault('RC0006', text, textAmount(currency), FORM);
  if (failure === 'too-large') return tooLarge(text, atMost(currency, 'text'));
  return fault('RC0007', text, decimals === 0 ? 'no decimals' : `at most ${decimals} decimals`, finer);
}

/** What to do about more decimals than the currency has. */
export function roundIt({ code }: Currency): string {
  return `round it before: amounts in ${code} are never rounded on the way in`;
}

function textKind(currency: Currency, finer: string): Kind<number> {
  const { digits } = currency;
  const expected = textAmount(currency);
  const limits = { currency, decimals: digits, finer };
  return {
    expected,
    read: (value) => (typeof value === 'string' ? minorUnits(value, digits) : undefined),
    faults: (value) =>
      typeof value === 'string'
        ? badAmount(value, amountFailure(value, digits), limits)
        : notText(value, expected),
  };
}

const MINOR: Kind<number> = {
  expected: MINOR_AMOUNT,
  // Adding 0 turns -0 into 0.
  read: (value) =>
    typeof value === 'number' && value >= 0 && Number.isSafeInteger(value) ? value + 0 : undefined,
  faults(value) {
    if (typeof value !== 'number') return wrongType(value, MINOR_AMOUNT, 'string', UNQUOTE);
    if (value > MAX_AMOUNT) return tooLarge(value, `at most ${MAX_AMOUNT}`);
    return fault('RC0006', value, MINOR_AMOUNT, 'send whole minor units from 0');
  },
};

/** INVARIANT: nothing is made of the amounts read. */
function eitherKind(expected: string): Kind<number> {
  return {
    expected,
    read: (value) => (typeof value === 'string' && splitDecimal(value) !== undefined ? 0 : MINOR.read(value)),
    faults(value) {
      if (typeof value === 'number') return MINOR.faults(value);
      return typeof value === 'string' ? fault('RC0006', value, expected, FORM) : wrongType(value, expected);
    },
  };
}

function tooLarge(value: unknown, expected: string): Faults {
  return fault('RC0008', value, expected, 'check the amount: larger ones cannot be priced exactly');
}
