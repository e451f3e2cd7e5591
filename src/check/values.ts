import type { ValuesFrom } from '../syntax/ast.js';
import { textConstant } from './expressions/value.js';
import { type Host, readCsvFile } from './files.js';
import type { Cell } from './csv.js';
import type { Findings } from './findings.js';
import type { Constant } from './ruleset.js';

/**
 * The values of `values from "core.csv"`: one per row, in order. A file of one column is a plain list, its first row a value
 * like the others; a file of several columns has a header, and the values are those of its first column. Nothing where the
 * file cannot be read.
 */
export function valuesOf(
  statement: ValuesFrom,
  host: Host,
  findings: Findings,
): readonly Constant[] | undefined {
  const rows = readCsvFile(statement.path, host, findings);
  if (rows === undefined) return undefined;
  const hasHeader = (rows[0]?.cells.length ?? 0) > 1;
  const cells = rows.slice(hasHeader ? 1 : 0).flatMap((row) => row.cells.slice(0, 1));
  return distinct(cells, findings).map((cell) => textConstant(cell.text));
}

function distinct(cells: readonly Cell[], findings: Findings): readonly Cell[] {
  const first = new Map<string, Cell>();
  for (const cell of cells) {
    const before = first.get(cell.text);
    if (before === undefined) first.set(cell.text, cell);
    else
      findings.add('RK1046', cell.span, {
        value: cell.text,
        first: findings.whereIs(before.span, cell.span),
      });
  }
  return [...first.values()];
}
