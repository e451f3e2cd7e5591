import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { File } from './ast.js';
import { scan } from './lexing/scan.js';
import { Mistakes } from './mistakes.js';
import { ReckonParser } from './parser/parser.js';

/** A file's tree, the tokens it is made of, and the mistakes of form found in it. */
export interface Read {
  readonly file: File;
  readonly tokens: readonly IToken[];
  readonly diagnostics: readonly Diagnostic[];
}

let parser: ReckonParser | undefined;

export function read(text: string, file: string): Read {
  const mistakes = new Mistakes(file, text);
  const { tokens, comments } = scan(file, text, mistakes);
  parser ??= new ReckonParser();
  const tree = parser.read({ file, source: text, tokens, comments, mistakes });
  return { file: tree, tokens, diagnostics: mistakes.diagnostics };
}
