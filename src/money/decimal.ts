/** The digits of a decimal number, before and after its point. */
export interface Decimal {
  readonly whole: string;
  readonly fraction: string;
}

const DECIMAL = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Takes a decimal without sign, exponent or needless zeros in front apart: `12.50` is `12` and `50`; nothing
 * for any other text.
 */
export function splitDecimal(text: string): Decimal | undefined {
  const match = DECIMAL.exec(text);
  return match === null ? undefined : { whole: match[1] ?? '', fraction: match[2] ?? '' };
}
