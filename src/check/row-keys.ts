import type { ForEachClause } from '../syntax/ast.js';
import type { Context, TableInfo } from './context.js';
import type { Condition, Read, Scalar } from './ruleset.js';

/** Under `for each row of T` two rows that choose the same lines make a promotion stand twice on them. */
export function warnOfSharedKeys(
  clause: ForEachClause | undefined,
  table: TableInfo | undefined,
  lines: Condition | undefined,
  { findings }: Context,
): void {
  if (clause?.by !== 'row' || table === undefined) return;
  const [first, ...others] = keyColumns(lines);
  if (first === undefined) return;
  const lineOf = new Map<string, number>();
  for (const { line, values } of table.rows) {
    const key = JSON.stringify([first, ...others].map((column) => values[column] ?? null));
    const before = lineOf.get(key);
    if (before === undefined) lineOf.set(key, line);
    else
      findings.add('RK1049', clause.span, {
        rows: `${before} and ${line}`,
        table: table.name,
        column: first,
      });
  }
}

/** The columns that a scope compares lines with: `store is row.store`. */
function keyColumns(lines: Condition | undefined): readonly string[] {
  if (lines === undefined) return [];
  if (lines.op === 'and') return lines.parts.flatMap(keyColumns);
  if (lines.op !== '=') return [];
  return [lines.left, lines.right].filter(isColumn).map((read) => read.name);
}

function isColumn(scalar: Scalar): scalar is Read {
  return scalar.op === 'read' && scalar.of === 'row';
}
