/** The beginning of a text, for messages: as much of it as the given length allows, and `…` for the rest. */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
