/** What JSON escapes in a text; half of a surrogate pair among it. */
// eslint-disable-next-line no-control-regex
const ESCAPED = /["\\\u0000-\u001f\ud800-\udfff]/;

/** A text as JSON. Most need no escapes, and a look for them is sooner done than `JSON.stringify`. */
export function quoted(text: string): string {
  return ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`;
}
