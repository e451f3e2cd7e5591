import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Comment, File } from './ast.js';
import { setAnew } from './format/set.js';
import { read } from './read.js';

export type FormatResult =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Brings a rule file's text into its one canonical form: a statement at the margin, its clauses indented, one on a line.
 * Only line breaks, spaces and blank lines change. A text with mistakes of form comes back as their diagnostics; what the
 * text imports or reads is not looked for. Throws where the new text would not mean the same, which is a fault of ours.
 */
export function format(
  text: string,
  { name = 'rules.reckon' }: { readonly name?: string } = {},
): FormatResult {
  const { diagnostics, file, tokens } = read(text, name);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const formatted = setAnew(text, tokens, file);
  const again = read(formatted, name);
  if (again.diagnostics.length > 0 || meaning(again.file) !== meaning(file)) {
    throw new Error(`formatting ${name} would change what it means`);
  }
  return { ok: true, text: formatted };
}

/** All that a tree says, comments included, but not where it stands. */
function meaning(file: File): string {
  return JSON.stringify(file, (key, value: unknown) => {
    if (key === 'span') return undefined;
    return key === 'comments' ? (value as readonly Comment[]).map(({ text }) => text.trimEnd()) : value;
  });
}
