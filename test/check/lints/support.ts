import { compile } from '../../../src/check/compile.js';
import type { Code } from '../../../src/diagnostics/diagnostic.js';
import { type Files, underlined } from '../support.js';

const HEAD = `currency CNY
line has brand text, category one of tea, ware, book, cost money, clearance flag, labels list of text
customer has tier one of none, vip, points number
order has channel optional one of app, web
`;

/** What a lint underlines in rules that may use a few attributes. */
export function finds(code: Code, rules: string, files: Files = {}): readonly string[] {
  const text = `${HEAD}${rules}\n`;
  const compiled = compile(text, { lints: true, host: { read: (path) => files[path] } });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.diagnostics.filter((found) => found.code === code).map((found) => underlined(found, text));
}
