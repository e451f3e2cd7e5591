/** What is written inside quotes and backticks. */

/** Characters that do not show, or that change how what is beside them is shown. */
const HIDDEN = /(?![\t\n\v\f\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu;

const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|(u\{[^}"]*\}?|[^]|$))/gu;
const PLAIN_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['n', '\n'],
  ['t', '\t'],
]);

/** A stretch inside a text, counted from its beginning. */
export interface Fault {
  readonly start: number;
  readonly end: number;
}

/** Resolves the escapes of a text; those that mean nothing are listed and stay as they are. */
export function unescape(text: string): { readonly value: string; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const value = text.replace(
    ESCAPE,
    (whole: string, hex: string | undefined, other: string | undefined, offset: number) => {
      const code = hex === undefined ? -1 : Number.parseInt(hex, 16);
      if (code >= 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff))
        return String.fromCodePoint(code);
      const plain = PLAIN_ESCAPES.get(other ?? '');
      if (plain === undefined) faults.push({ start: offset, end: offset + whole.length });
      return plain ?? whole;
    },
  );
  return { value, faults };
}

/** Whether a text in double quotes has its closing quote: the last one, behind an even number of backslashes. */
export function isClosed(text: string): boolean {
  if (text.length < 2 || !text.endsWith('"')) return false;
  let backslashes = 0;
  while (text[text.length - 2 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 0;
}

/** Where hidden characters stand, each with its code for messages. */
export function* hiddenIn(text: string): Generator<{ readonly at: number; readonly code: string }> {
  for (const match of text.matchAll(HIDDEN)) {
    yield { at: match.index, code: match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') };
  }
}

/** A text in double quotes, as it should be written. */
export function quoted(value: string): string {
  return `"${value.replace(/["\\]/g, (character) => `\\${character}`)}"`;
}
