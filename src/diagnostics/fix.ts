import type { Diagnostic, Edit, Fix } from './diagnostic.js';
import { SourceText } from './source.js';

/** A text with fixes applied, and the diagnostics they mended. */
export interface Fixed {
  readonly text: string;
  readonly applied: readonly Diagnostic[];
}

/**
 * Applies the safe fixes of a file's diagnostics to its text. Of fixes that touch each other only the first is applied:
 * compile the new text and apply again, until nothing is.
 */
export function applySafeFixes(text: string, file: string, diagnostics: readonly Diagnostic[]): Fixed {
  const source = new SourceText(file, text);
  const applied: Diagnostic[] = [];
  const edits: Stretch[] = [];
  for (const found of diagnostics) {
    if (found.file !== file || found.fix?.safe !== true) continue;
    const own = stretchesOf(found.fix, source);
    if (own.some((edit) => edits.some((other) => touch(edit, other)))) continue;
    applied.push(found);
    edits.push(...own);
  }
  return { text: edited(text, edits), applied };
}

interface Stretch extends Pick<Edit, 'replacement'> {
  readonly start: number;
  readonly end: number;
}

function stretchesOf({ edits }: Fix, source: SourceText): readonly Stretch[] {
  return edits.map((edit) => ({
    start: source.offset(edit),
    end: source.offset({ line: edit.endLine, column: edit.endColumn }),
    replacement: edit.replacement,
  }));
}

function touch(a: Stretch, b: Stretch): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function edited(text: string, edits: readonly Stretch[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { end, replacement, start } of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(done, start), replacement);
    done = end;
  }
  return pieces.join('') + text.slice(done);
}
