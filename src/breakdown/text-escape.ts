/** Control, bidi and other invisible characters and lone surrogates; the joiners that emoji and some scripts need stay. */
const INVISIBLE = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A text from a cart or rule file, fit to be shown: what a terminal would obey, hide or reorder by stands as `\u{202e}`. */
export function shown(text: string): string {
  return text.replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
