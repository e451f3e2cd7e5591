import { counted } from '../breakdown/text-page.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { frame } from '../diagnostics/frame.js';
import { SourceText } from '../diagnostics/source.js';
import type { Io } from './io.js';
import { drawingOn, type TerminalOptions } from './terminal.js';

const COLOURS = { error: 'red', warning: 'yellow', note: 'cyan' } as const;

/** Writes diagnostics on standard error as caret frames, and a closing line that counts them; nothing for none. */
export function reportDiagnostics(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  options: TerminalOptions,
  io: Io,
): void {
  if (diagnostics.length === 0) return;
  const { paint } = drawingOn(io.err, options, io);
  for (const diagnostic of diagnostics) {
    const drawn = frame(diagnostic, sources.get(diagnostic.file) ?? new SourceText(diagnostic.file, ''));
    const [head = '', ...rest] = drawn.split('\n');
    const colour = paint[COLOURS[diagnostic.severity]];
    io.err.write(`${[colour(head), ...rest].join('\n')}\n\n`);
  }
  io.err.write(`${paint.bold(closingLine(diagnostics))}\n`);
}

/** `2 errors, 1 warning in 3 files`: the files are those the diagnostics stand in. */
function closingLine(diagnostics: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const).flatMap((severity) => {
    const count = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return count === 0 ? [] : [counted(count, severity)];
  });
  const files = new Set(diagnostics.map(({ file }) => file)).size;
  return `${counts.join(', ')} in ${counted(files, 'file')}`;
}

/** Files that import the same file bring its diagnostics several times. */
export function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
