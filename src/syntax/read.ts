import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { File } from './ast.js';
import { RULE_LIMITS } from '../limits.js';
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
  const isTooLong = text.length > RULE_LIMITS.text;
  const source = isTooLong ? '' : text;
  const mistakes = new Mistakes(file, source);
  if (isTooLong) mistakes.add('RK0013', 0, 0, { most: RULE_LIMITS.text.toLocaleString('en') });
  const { tokens, comments } = scan(file, source, mistakes);
  parser ??= new ReckonParser();
  const tree = parser.read({ file, source, tokens, comments, mistakes });
  return { file: tree, tokens, diagnostics: mistakes.diagnostics };
}
