import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { Report } from '../diagnostics/report.js';
import { SourceText } from '../diagnostics/source.js';
import type { File } from './ast.js';
import { ReckonParser } from './parser/parser.js';
import { scan } from './scan.js';

export type * from './ast.js';

/** A file's tree, and the mistakes of form found in it. */
export interface Parsed {
  readonly file: File;
  readonly diagnostics: readonly Diagnostic[];
}

let parser: ReckonParser | undefined;

/** Reads a rule file's text. Never throws: mistakes come as diagnostics, and the tree holds what could be read. */
export function parse(text: string, file = 'rules.reckon'): Parsed {
  const report = new Report();
  report.addSource(new SourceText(file, text));
  const { tokens, comments } = scan(text, file);
  parser ??= new ReckonParser();
  const tree = parser.read(file, text, tokens, comments);
  for (const error of parser.errors) {
    const start = Number.isNaN(error.token.startOffset) ? text.length : error.token.startOffset;
    report.add(
      'RK0001',
      { file, start, end: start + error.token.image.length },
      { expected: error.message, found: `\`${error.token.image}\`` },
    );
  }
  return { file: tree, diagnostics: report.diagnostics };
}
