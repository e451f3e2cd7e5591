import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { File } from './ast.js';
import { read } from './read.js';

export type * from './ast.js';

/** A file's tree, and the mistakes of form found in it. */
export interface Parsed {
  readonly file: File;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a rule file's text. Never throws: mistakes come as diagnostics, and the tree holds what could be read. */
export function parse(text: string, name = 'rules.reckon'): Parsed {
  const { diagnostics, file } = read(text, name);
  return { file, diagnostics };
}
