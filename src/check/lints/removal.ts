import type { FixAt } from '../../diagnostics/diagnostic.js';
import type { SourceText } from '../../diagnostics/source.js';
import type { Node, Span } from '../../syntax/ast.js';

type Edits = FixAt['edits'];

/** Takes one of several items of a list out, with the comma before or after it. */
export function withoutItem(items: readonly Node[], item: Node): Edits {
  const index = items.indexOf(item);
  const [before, after] = [items[index - 1], items[index + 1]];
  const start = before?.span.end ?? item.span.start;
  const end = before === undefined ? (after?.span.start ?? item.span.end) : item.span.end;
  return [{ start, end, replacement: '' }];
}

/** Takes a statement or clause out, with the whole of its lines where nothing else but a comment stands on them. */
export function withoutLines({ end, start }: Span, source: SourceText | undefined): Edits {
  const whole = source && wholeLines(start, end, source);
  return [{ ...(whole ?? { start, end }), replacement: '' }];
}

function wholeLines(
  start: number,
  end: number,
  source: SourceText,
): { start: number; end: number } | undefined {
  const first = start - source.position(start).column + 1;
  const next = source.offset({ line: source.position(end).line + 1, column: 1 });
  const before = source.text.slice(first, start);
  const after = source.text.slice(end, next);
  const isAlone = before.trim() === '' && /^\s*(?:#[^]*)?$/.test(after);
  return isAlone ? { start: first, end: next } : undefined;
}
