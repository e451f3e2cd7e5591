import { type CompileOptions, compile as compileChecked } from './check/compile.js';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { Ruleset } from './ruleset.js';

export type { CompileOptions };

export type CompileResult =
  | { readonly ok: true; readonly ruleset: Ruleset; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Compiles a rule file. Every mistake in it, and in what it imports, is a diagnostic with its file, line and column; with an
 * error among them there is no ruleset, and nothing is ever priced from it. Warnings come with a ruleset.
 *
 * `options.host.read(path)` gives the files that the text names; without a host there are none. Whatever the text or the host
 * does, the answer is a value; only a caller without types, who passes no text at all, gets a `TypeError`.
 */
export function compile(text: string, options: CompileOptions = {}): CompileResult {
  if (typeof text !== 'string') throw new TypeError('compile takes the text of a rule file');
  const compiled = compileChecked(text, options);
  if (!compiled.ok) return compiled;
  const { ruleset, digest, origin } = compiled.ruleset;
  return { ...compiled, ruleset: new Ruleset(ruleset, digest, origin) };
}
