import { CsvError, parse } from 'csv-parse/sync';
import { RULE_LIMITS } from '../limits.js';
import { SourceText } from '../diagnostics/source.js';
import type { Span } from '../syntax/ast.js';
import type { Findings } from './findings.js';

/** One cell, and where it stands in its file. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** One record of a CSV file; blank lines are none. */
export interface Row {
  readonly line: number;
  readonly cells: readonly Cell[];
  readonly span: Span;
}

/** Reads CSV by RFC 4180 (a byte order mark is allowed); nothing, and a diagnostic at its line, where quotes do not match. */
export function readCsv(file: string, text: string, findings: Findings): readonly Row[] | undefined {
  findings.addSource(new SourceText(file, text));
  try {
    if (text.length > RULE_LIMITS.text) return refused(file, 'characters', RULE_LIMITS.text, findings);
    const records = parseCsv(text);
    const cells = records.reduce((sum, { length }) => sum + length, 0);
    if (cells > RULE_LIMITS.cells) return refused(file, 'cells', RULE_LIMITS.cells, findings);
    return placed(file, text, records, findings);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    findings.add('RK1043', lineSpan(file, text, line), {});
    return undefined;
  }
}

function refused(file: string, what: string, most: number, findings: Findings): undefined {
  findings.add('RK1050', { file, start: 0, end: 0 }, { path: file, most: most.toLocaleString('en'), what });
}

function parseCsv(text: string): readonly (readonly string[])[] {
  return parse(text, {
    bom: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

/** A cell as it is written, quotes included. */
const WRITTEN_CELL = /"[^"]*(?:""[^"]*)*"|[^,\r\n]*/y;

/** The library says what is in a record, not where it stands: its cells are found again one after the other. */
function placed(
  file: string,
  text: string,
  records: readonly (readonly string[])[],
  findings: Findings,
): readonly Row[] {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  return records.map((record) => {
    while (text[at] === '\r' || text[at] === '\n') at += 1;
    const cells = record.map((cell): Cell => {
      WRITTEN_CELL.lastIndex = at;
      const start = at;
      const end = start + (WRITTEN_CELL.exec(text)?.[0].length ?? 0);
      at = end + 1;
      return { text: cell, span: { file, start, end } };
    });
    const span = { file, start: cells[0]?.span.start ?? at, end: cells.at(-1)?.span.end ?? at };
    return { line: findings.lineOf(span), cells, span };
  });
}

function lineSpan(file: string, text: string, line: number): Span {
  const breaks = [...text.matchAll(/\r\n|\n|\r/g)];
  const before = line > 1 ? breaks[line - 2] : undefined;
  const start = before === undefined ? 0 : before.index + before[0].length;
  return { file, start, end: breaks[line - 1]?.index ?? text.length };
}
