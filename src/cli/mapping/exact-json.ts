import { parse } from 'lossless-json';

/** A number of so many characters may have more digits than a double keeps; most texts have none, and are read at once. */
const LONG_NUMBER = /\d[\d.eE+-]{15,}/;

/**
 * What a JSON text holds, every number exact: one that a double would change comes as the text of its digits, which is then
 * refused wherever it says more than there may be. Throws where the text is no JSON.
 */
export function exactJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  if (!LONG_NUMBER.test(text)) return value;
  return parse(text, undefined, { parseNumber: exactNumber, onDuplicateKey: ({ newValue }) => newValue });
}

function exactNumber(source: string): unknown {
  const number = Number(source);
  return sameDigits(source, String(number)) ? number : source;
}

function sameDigits(one: string, other: string): boolean {
  return significant(one) === significant(other);
}

/** The digits of a number from the first to the last that is not 0. */
function significant(source: string): string {
  const [mantissa = ''] = source.toLowerCase().split('e');
  return mantissa.replace(/[-.]/g, '').replace(/^0+|0+$/g, '');
}
