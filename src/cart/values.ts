import { fault, type Kind, wrongType } from './fault.js';
import { nearest } from './nearest.js';

/** The most units of one line. */
export const MAX_QUANTITY = 1_000_000;

/** The most digits of a `number` before its point, and after it: exact arithmetic on more would take its time. */
export const MAX_DIGITS = 30;

const QUANTITY = 'a whole number from 1 to 1,000,000';
const COUNT = 'a whole number from 0';
const DECIMAL = 'a decimal such as "2.5"';
const QUOTE = 'put it in quotes';
const UNQUOTE = 'write it without quotes';
const DECIMAL_FORM = /^(-?)(0|[1-9]\d{0,29})(?:\.(\d{1,30}))?$/;

/** Any text, also an empty one. */
export const text: Kind<string> = {
  expected: 'text',
  read: (value) => (typeof value === 'string' ? value : wrongType(value, 'text')),
};

/** Text that names something: an id, a SKU. */
export const name: Kind<string> = {
  expected: 'text',
  read(value) {
    if (typeof value !== 'string') return wrongType(value, 'text', 'number', QUOTE);
    return value === '' ? fault('RC0012', value, 'text', 'give it a name') : value;
  },
};

export const flag: Kind<boolean> = {
  expected: 'true or false',
  read: (value) =>
    typeof value === 'boolean' ? value : wrongType(value, 'true or false', 'string', UNQUOTE),
};

/** An exact decimal, in its shortest writing: `1.50` is `1.5`, and `-0.0` is `0`. */
export const decimal: Kind<string> = {
  expected: DECIMAL,
  read(value) {
    if (typeof value !== 'string') return wrongType(value, DECIMAL, 'number', QUOTE);
    const parts = DECIMAL_FORM.exec(value);
    if (parts !== null) return shortest(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '');
    return fault(
      'RC0010',
      value,
      DECIMAL,
      `write at most ${MAX_DIGITS} digits before and after a point, without exponent`,
    );
  },
};

export const quantity: Kind<number> = {
  expected: QUANTITY,
  read(value) {
    if (typeof value !== 'number') return wrongType(value, QUANTITY, 'string', UNQUOTE);
    const isOne = Number.isInteger(value) && value >= 1 && value <= MAX_QUANTITY;
    return isOne
      ? value
      : fault('RC0011', value, QUANTITY, 'leave out a line without units, and split a larger one');
  },
};

/** How often, in what a ledger knows. */
export const count: Kind<number> = {
  expected: COUNT,
  read(value) {
    if (typeof value !== 'number') return wrongType(value, COUNT, 'string', UNQUOTE);
    // Adding 0 turns -0 into 0.
    return Number.isSafeInteger(value) && value >= 0
      ? value + 0
      : fault('RC0015', value, COUNT, 'send what the ledger counted');
  },
};

/** One of the words that the rules declare. */
export function oneOf(members: readonly string[]): Kind<string> {
  const known = new Set(members);
  const expected = `one of ${enumeration(members)}`;
  return {
    expected,
    read(value) {
      if (typeof value !== 'string') return wrongType(value, expected);
      return known.has(value) ? value : fault('RC0014', value, expected, didYouMean(value, members));
    },
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

function shortest(sign: string, whole: string, fraction: string): string {
  const rest = fraction.replace(/0+$/, '');
  const digits = rest === '' ? whole : `${whole}.${rest}`;
  return digits === '0' ? digits : sign + digits;
}
