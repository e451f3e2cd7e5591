import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from 'diff';
import { shown } from '../shown.js';
import type { TextOptions } from '../breakdown/text.js';

/** Beyond so many lines that differ, which of them stay is not worth the search: all of the file is shown as replaced. */
const MOST_EDITS = 2000;

/** The unified diff that leads from one text to another, as `patch` takes it. */
export function unifiedDiff(name: string, before: string, after: string): string {
  const file = shown(name);
  const options = { headerOptions: FILE_HEADERS_ONLY, context: 3, maxEditLength: MOST_EDITS };
  const patch = createTwoFilesPatch(file, file, before, after, undefined, undefined, options);
  return patch ?? replacement(file, before, after);
}

function replacement(file: string, before: string, after: string): string {
  const [removed, added] = [lines(before), lines(after)];
  const hunk = {
    oldStart: 1,
    oldLines: removed.length,
    newStart: 1,
    newLines: added.length,
    lines: [...marked('-', removed), ...marked('+', added)],
  };
  const patch = {
    oldFileName: file,
    newFileName: file,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [hunk],
  };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

function lines(text: string): readonly string[] {
  return text.split(/(?<=\n)/);
}

/** Lines with their sign before them; a last line that does not end is told to. */
function marked(sign: string, each: readonly string[]): readonly string[] {
  return each.flatMap((line) =>
    line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'],
  );
}

/** A diff in the colours that people know. */
export function paintDiff(diff: string, paint: Required<TextOptions>['paint']): string {
  return diff.replace(
    /^(?:(---|\+\+\+)|(@@)|(-)|\+).*$/gm,
    (line, file?: string, hunk?: string, removed?: string) => {
      if (file !== undefined) return paint.bold(line);
      if (hunk !== undefined) return paint.cyan(line);
      return removed === undefined ? paint.green(line) : paint.red(line);
    },
  );
}
