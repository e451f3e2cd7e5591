import width from 'fast-string-width';
import type { Diagnostic, Fix } from './diagnostic.js';
import type { SourceText } from './source.js';

/** How many columns of a line are shown; of a longer line a window round the mistake. */
const WINDOW = 120;

/** How many columns stand before the mistake in such a window. */
const LEAD = 40;

const TAB = '  ';

/**
 * Draws a diagnostic the way compilers do: code and message, the place, the source line with the span underlined, the
 * help. Columns of wide characters count double; what does not show is drawn as its code.
 */
export function frame(diagnostic: Diagnostic, source: SourceText): string {
  const { code, fix, help, line, message, severity } = diagnostic;
  const gutter = ' '.repeat(String(line).length);
  return [
    `${severity}[${code}]: ${visible(message)}`,
    ...excerpt(diagnostic, source),
    `${gutter} = help: ${visible(help)}`,
    ...(fix === undefined ? [] : [`${gutter} = ${fixText(fix)}`]),
  ].join('\n');
}

/** A stretch of a source, lines and columns counted from 1. */
type Stretch = Pick<Diagnostic, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>;

/** The place, and the source line with the span underlined. */
export function excerpt(stretch: Stretch, source: SourceText): readonly string[] {
  const { column, file, line } = stretch;
  const text = source.line(line);
  const end = stretch.endLine > line ? text.length + 1 : stretch.endColumn;
  const gutter = ' '.repeat(String(line).length);
  const drawn = draw(text, column - 1, Math.max(end - 1, column - 1));
  return [
    `${gutter}--> ${visible(file)}:${line}:${column}`,
    `${gutter} |`,
    `${line} | ${drawn.text}`.trimEnd(),
    `${gutter} | ${drawn.mark}`,
  ];
}

/** A fix that may change prices is a suggestion: nobody but a person may take it. */
function fixText({ safe, title }: Fix): string {
  const said = visible(title);
  return safe ? `fix: ${said} (\`reckon check --fix\` does it)` : `try: ${said}`;
}

/** One line and the mark under a part of it. */
interface Drawn {
  readonly text: string;
  readonly mark: string;
}

/** Draws a line with the UTF-16 units from `start` to `end` underlined; at least one column is. */
function draw(line: string, start: number, end: number): Drawn {
  const from = start > WINDOW - LEAD ? wholeCharacter(line, start - LEAD) : 0;
  const to = wholeCharacter(line, Math.max(from + WINDOW, Math.min(end, start + WINDOW)));
  const before = (from > 0 ? '…' : '') + visible(line.slice(from, start));
  const marked = visible(line.slice(start, Math.min(end, to)));
  const after = visible(line.slice(Math.min(end, to), to)) + (to < line.length ? '…' : '');
  return {
    text: before + marked + after,
    mark: ' '.repeat(width(before)) + '^'.repeat(Math.max(1, width(marked))),
  };
}

/** Keeps a cut from falling between the halves of a character. */
function wholeCharacter(line: string, at: number): number {
  return /^[\uDC00-\uDFFF]$/.test(line.charAt(at)) ? at + 1 : at;
}

/** What does not show, or would change how the rest is shown, as its code. */
function visible(text: string): string {
  return text.replaceAll('\t', TAB).replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    return `<U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
