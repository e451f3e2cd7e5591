/**
 * Every code a malformed cart can bring, with its sentence; what to do about it stands behind the sentence.
 * `docs/cart.md` has a section for each.
 */
export const cartMessages = {
  /** A value of another JSON type. */
  RC0001: '{place} must be {expected}, found {found}',
  /** A member that must be there. */
  RC0002: '{place} is missing, expected {expected}',
  /** A member that the cart, or a usage entry, does not have. */
  RC0003: '{place} is unknown, expected {expected}',
  /** Another currency than the rules'. */
  RC0004: '{place} is {found}, but the rules price in {expected}',
  /** No instant with an offset, or a day that does not exist. */
  RC0005: '{place} must be {expected}, found {found}',
  /** A text that is no amount, or a number that is no whole count of minor units. */
  RC0006: '{place} must be {expected}, found {found}',
  /** More decimals than the currency has. */
  RC0007: '{place} must have {expected}, found {found}',
  /** An amount beyond what can be priced exactly. */
  RC0008: '{place} must be {expected}, found {found}',
  /** Prices and quantities that together are beyond it. */
  RC0009: '{place} must come to {expected}, found {found}',
  /** A text that is no decimal. */
  RC0010: '{place} must be {expected}, found {found}',
  /** A number that is no quantity. */
  RC0011: '{place} must be {expected}, found {found}',
  /** An id or SKU without a character. */
  RC0012: '{place} is empty, expected {expected}',
  /** An id that an earlier element has. */
  RC0013: '{place} repeats the id {found}, expected {expected}',
  /** A word that is not among those declared. */
  RC0014: '{place} must be {expected}, found {found}',
  /** A number that is no count of redemptions. */
  RC0015: '{place} must be {expected}, found {found}',
  /** A list that is longer than one may be. */
  RC0016: '{place} must have {expected}, found {found}',
  /** A text that is longer than one may be. */
  RC0017: '{place} must be {expected}, found {found}',
  /** More mistakes than are told. */
  RC0018: '{place} has {found} than are told, expected {expected}',
} as const;

export type CartErrorCode = keyof typeof cartMessages;

/** What a sentence is made of: where, in back-ticks; what stood there; what should have. */
interface Wrong {
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** The sentence of a code. */
export function sentenceOf(code: CartErrorCode, wrong: Wrong): string {
  return cartMessages[code].replace(/\{(place|found|expected)\}/g, (_, word: keyof Wrong) => wrong[word]);
}
