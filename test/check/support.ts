import { compile } from '../../src/check/compile.js';
import type { Promotion, Ruleset } from '../../src/check/ruleset.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';

/** Other files that a text may name, by path. */
export type Files = Readonly<Record<string, string>>;

/** All diagnostics of a text. */
export function diagnose(text: string, files: Files = {}): readonly Diagnostic[] {
  return compile(text, { host: { read: (path) => files[path] } }).diagnostics;
}

/** Each mistake as its code and the text it underlines: `RK1001 brnad`. */
export function mistakes(text: string, files: Files = {}): readonly string[] {
  return diagnose(text, files).map((found) => {
    const source = found.file === 'rules.reckon' ? text : (files[found.file] ?? '');
    return `${found.code} ${underlined(found, source)}`;
  });
}

/** The stretch of source a diagnostic is about. */
export function underlined(found: Diagnostic, source: string): string {
  const lines = source.split('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  return source.slice(offset(found.line, found.column), offset(found.endLine, found.endColumn));
}

/** The same for a promotion's clauses in a file that declares what they use. */
export function clauseMistakes(clauses: string, declarations = ''): readonly string[] {
  return mistakes(`${HEAD}${declarations}\npromotion p\n${clauses}\n`);
}

const HEAD = `currency CNY
line has brand text, size one of s, m, l, cost money, weight number, labels list of text, clearance flag, made time
customer has tier one of none, vip, points number
order has deposit money, channel optional text
shipping has method text
`;

/** The checked ruleset of a text without mistakes. */
export function rulesetOf(text: string, files: Files = {}): Ruleset {
  const compiled = compile(text, { host: { read: (path) => files[path] } });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.ruleset.ruleset;
}

/** One promotion of the given clauses. */
export function promotionOf(clauses: string, declarations = ''): Promotion {
  const [promotion] = rulesetOf(`${HEAD}${declarations}\npromotion p\n${clauses}\n`).promotions;
  if (promotion === undefined) throw new Error('no promotion');
  return promotion;
}
