import { shortestDecimal } from './decimal.js';
import { CART_LIMITS } from '../limits.js';
import { fault, type Faults, type Kind, wrongType } from './fault.js';
import { nearest } from './nearest.js';

const QUANTITY = 'a whole number from 1 to 1,000,000';
const COUNT = 'a whole number from 0';
const DECIMAL = 'a decimal such as "2.5"';
const QUOTE = 'put it in quotes';
const UNQUOTE = 'write it without quotes';

/** A text that is not too long. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= CART_LIMITS.text;
}

/** Why a text is none. */
export function tooLong(value: string): Faults {
  const most = `text of at most ${CART_LIMITS.text.toLocaleString('en')} characters`;
  return fault('RC0017', value, most, 'shorten it');
}

/** Any text, also an empty one. */
export const text: Kind<string> = {
  expected: 'text',
  type: 'string',
  read: (value) => (isText(value) ? value : undefined),
  faults: (value) => (typeof value === 'string' ? tooLong(value) : wrongType(value, 'text')),
};

/** Text that names something: an id, a SKU. */
export const name: Kind<string> = {
  expected: 'text',
  read: (value) => (isText(value) && value !== '' ? value : undefined),
  faults: (value) => {
    if (value === '') return fault('RC0012', value, 'text', 'give it a name');
    return typeof value === 'string' ? tooLong(value) : wrongType(value, 'text', 'number', QUOTE);
  },
};

export const flag: Kind<boolean> = {
  expected: 'true or false',
  type: 'boolean',
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  faults: (value) => wrongType(value, 'true or false', 'string', UNQUOTE),
};

/** An exact decimal, in its shortest writing: `1.50` is `1.5`, and `-0.0` is `0`. */
export const decimal: Kind<string> = {
  expected: DECIMAL,
  read: (value) => (typeof value === 'string' ? shortestDecimal(value, CART_LIMITS.digits) : undefined),
  faults: (value) =>
    typeof value === 'string'
      ? fault(
          'RC0010',
          value,
          DECIMAL,
          `write at most ${CART_LIMITS.digits} digits before and after a point, without exponent`,
        )
      : wrongType(value, DECIMAL, 'number', QUOTE),
};

export const quantity: Kind<number> = {
  expected: QUANTITY,
  read: (value) =>
    typeof value === 'number' && value >= 1 && value <= CART_LIMITS.quantity && Number.isInteger(value)
      ? value
      : undefined,
  faults: (value) =>
    typeof value === 'number'
      ? fault('RC0011', value, QUANTITY, 'leave out a line without units, and split a larger one')
      : wrongType(value, QUANTITY, 'string', UNQUOTE),
};

/** How often, in what a ledger knows. */
export const count: Kind<number> = {
  expected: COUNT,
  // Adding 0 turns -0 into 0.
  read: (value) =>
    typeof value === 'number' && value >= 0 && Number.isSafeInteger(value) ? value + 0 : undefined,
  faults: (value) =>
    typeof value === 'number'
      ? fault('RC0015', value, COUNT, 'send what the ledger counted')
      : wrongType(value, COUNT, 'string', UNQUOTE),
};

/** One of the words that the rules declare. */
export function oneOf(members: readonly string[]): Kind<string> {
  const known = new Set(members);
  const expected = `one of ${enumeration(members)}`;
  return {
    expected,
    read: (value) => (typeof value === 'string' && known.has(value) ? value : undefined),
    faults: (value) =>
      typeof value === 'string'
        ? fault('RC0014', value, expected, didYouMean(value, members))
        : wrongType(value, expected),
  };
}

/** `did you mean …?`, or nothing to say. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const meant = nearest(word, candidates);
  return meant === undefined ? '' : `did you mean \`${meant}\`?`;
}

/** Names in back-ticks, the first ten of many. */
export function enumeration(names: readonly string[]): string {
  const shown = names
    .slice(0, 10)
    .map((each) => `\`${each}\``)
    .join(', ');
  return names.length > 10 ? `${shown}, … (${names.length} in all)` : shown;
}
