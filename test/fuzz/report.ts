import { type ClauseRow, SILENT } from './clauses.js';
import type { FuzzReport } from './fuzz.js';

/** What a run came to, for people. */
export function reportText(
  { found, next, pairs, refused, rulesets }: FuzzReport,
  clauses: readonly ClauseRow[],
): string {
  const refusals = refused > 0 ? `, ${refused} more were refused by the checker` : '';
  const verdict = found ? `they differ on pair ${found.after}` : '0 differences';
  return [
    ...(clauses.length > 0 ? [clauseTable(clauses), ''] : []),
    `${pairs} pairs of ${rulesets} rule files${refusals}: ${verdict}; go on with --seed ${next}`,
  ].join('\n');
}

const COLUMNS = ['clause', 'rule files', 'prices tried', 'changed'] as const;

/** The table of clauses as Markdown, which reads as it stands on a terminal. */
function clauseTable(rows: readonly ClauseRow[]): string {
  const cells = rows.map(({ changed, clause, rulesets, tried }) => [
    clause,
    String(rulesets),
    SILENT.has(clause) ? '-' : String(tried),
    SILENT.has(clause) ? '-' : String(changed),
  ]);
  const widths = COLUMNS.map((name, column) =>
    Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => padded(cell, column, widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map(
    (width, column) => '-'.repeat(column === 0 ? width : width - 1) + (column === 0 ? '' : ':'),
  );
  return [line(COLUMNS), line(rule), ...cells.map(line)].join('\n');
}

function padded(cell: string, column: number, width: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
