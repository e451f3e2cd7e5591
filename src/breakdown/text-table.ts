import { type Line, lineWidth, type Painter, painted, span, wrap } from './text-width.js';

/**
 * A table that lines up whatever the script. Own code, because the table packages count characters instead of columns or
 * lose Chinese text where they wrap it.
 */
export interface Column {
  readonly align?: 'left' | 'right';
  /** Takes the width the others leave, and wraps; the others are as wide as their widest cell. */
  readonly flexible?: true;
}

export interface Cell {
  readonly line: Line;
  readonly indent?: number;
}

/** A row of cells, or a rule across the table. */
export type Row = readonly Cell[] | 'rule';

export function cell(text: string, paint?: Painter): Cell {
  return { line: [span(text, paint)] };
}

const GAP = 2;

/** The width left for the flexible column. */
export function roomFor(columns: readonly Column[], rows: readonly Row[], width: number): number {
  const fixed = columns.map((column, index) => (column.flexible ? 0 : widest(rows, index)));
  return width - fixed.reduce((sum, each) => sum + each, 0) - GAP * (columns.length - 1);
}

/** Draws the rows `width` columns wide, without blanks at the ends of lines; `rule` is the line drawn for a rule. */
export function drawTable(
  columns: readonly Column[],
  rows: readonly Row[],
  width: number,
  rule: string,
): readonly string[] {
  const room = roomFor(columns, rows, width);
  const widths = columns.map((column, index) => (column.flexible ? room : widest(rows, index)));
  return rows.flatMap((row) => (row === 'rule' ? [rule] : drawRow(row, columns, widths)));
}

function drawRow(
  cells: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
): readonly string[] {
  const wrapped = columns.map((_, index) => linesOf(cells[index], widths[index] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const line = columns.flatMap((column, index) => {
      const text = wrapped[index]?.[at] ?? [];
      const blank = { text: ' '.repeat((widths[index] ?? 0) - lineWidth(text)) };
      const cell = column.align === 'right' ? [blank, ...text] : [...text, blank];
      return index === 0 ? cell : [{ text: ' '.repeat(GAP) }, ...cell];
    });
    return painted(line).trimEnd();
  });
}

function linesOf(cell: Cell | undefined, width: number): readonly Line[] {
  if (cell === undefined) return [[]];
  const indent = cell.indent ?? 0;
  return wrap(cell.line, width - indent).map((line) => [{ text: ' '.repeat(indent) }, ...line]);
}

function widest(rows: readonly Row[], index: number): number {
  const cells = rows.flatMap((row) => (row === 'rule' ? [] : [row[index]]));
  return Math.max(0, ...cells.map((cell) => (cell === undefined ? 0 : lineWidth(cell.line))));
}
