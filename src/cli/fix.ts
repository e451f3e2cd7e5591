import { shown } from '../shown.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { applySafeFixes } from '../diagnostics/fix.js';
import { readFile, unmarked } from './input.js';
import type { Io } from './io.js';
import { complain, replaceFile } from './output.js';
import { compileText, nameOf } from './rules.js';
import { Stop } from './stop.js';

/** One fix may make room for another; this many times nothing does. */
const MOST_ROUNDS = 1000;

/** Applies the safe fixes of a rule file and says on standard error what they are; gives whether the file could be written. */
export function fixFile(path: string, io: Io): boolean {
  const before = readable(path, io);
  const { applied, text } = fixed(unmarked(before), path, io);
  if (applied.length === 0) return true;
  try {
    replaceFile(path, before.startsWith(MARK) ? MARK + text : text, io);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    complain(error.message, io);
    return false;
  }
  for (const found of applied) tell(found, io);
  return true;
}

/** A file that cannot be read has nothing to mend, and is told of when it is checked. */
function readable(path: string, io: Io): string {
  try {
    return readFile(path, io);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return '';
  }
}

const MARK = '\uFEFF';

function fixed(before: string, path: string, io: Io): { text: string; applied: readonly Diagnostic[] } {
  const applied: Diagnostic[] = [];
  let text = before;
  let { result } = compileText(text, path, io, { lints: true });
  for (let round = 0; round < MOST_ROUNDS && result.ok; round += 1) {
    const next = applySafeFixes(text, nameOf(path), result.diagnostics);
    if (next.applied.length === 0) break;
    ({ result } = compileText(next.text, path, io, { lints: true }));
    if (!result.ok) break;
    text = next.text;
    applied.push(...next.applied);
  }
  return { text, applied };
}

/** Lines and columns are those of the text before the fixes of the same round. */
function tell({ code, file, fix, line, message }: Diagnostic, io: Io): void {
  io.err.write(`fixed[${code}] ${shown(file)}:${line}: ${message} (${fix?.title ?? ''})\n`);
}
