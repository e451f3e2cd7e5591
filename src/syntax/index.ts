import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { File } from './ast.js';
import { Mistakes } from './mistakes.js';
import { ReckonParser } from './parser/parser.js';
import { scan } from './lexing/scan.js';

export type * from './ast.js';

/** A file's tree, and the mistakes of form found in it. */
export interface Parsed {
  readonly file: File;
  readonly diagnostics: readonly Diagnostic[];
}

let parser: ReckonParser | undefined;

/** Reads a rule file's text. Never throws: mistakes come as diagnostics, and the tree holds what could be read. */
export function parse(text: string, file = 'rules.reckon'): Parsed {
  const mistakes = new Mistakes(file, text);
  const { tokens, comments } = scan(file, text, mistakes);
  parser ??= new ReckonParser();
  const tree = parser.read({ file, source: text, tokens, comments, mistakes });
  return { file: tree, diagnostics: mistakes.diagnostics };
}
