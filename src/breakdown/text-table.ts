import { type Line, lineWidth, type Painter, painted, span, widest, wrap } from './text-width.js';

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
  const fixed = columns.map((column, index) => (column.flexible ? 0 : widthOfColumn(rows, index)));
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
  const widths = columns.map((column, index) => (column.flexible ? room : widthOfColumn(rows, index)));
  return rows.flatMap((row) => (row === 'rule' ? [rule] : drawRow(row, columns, widths)));
}

function drawRow(
  cells: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
): readonly string[] {
  const wrapped = columns.map((_, index) => linesOf(cells[index] ?? { line: [] }, widths[index] ?? 0));
  const height = Math.max(...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const line = columns.flatMap((column, index) => {
      const text = wrapped[index]?.[at] ?? [];
      const blank = { text: ' '.repeat(Math.max(0, (widths[index] ?? 0) - lineWidth(text))) };
      const placed = column.align === 'right' ? [blank, ...text] : [...text, blank];
      return index === 0 ? placed : [{ text: ' '.repeat(GAP) }, ...placed];
    });
    return painted(line).trimEnd();
  });
}

function linesOf({ line, indent = 0 }: Cell, width: number): readonly Line[] {
  return wrap(line, width - indent).map((part) => [{ text: ' '.repeat(indent) }, ...part]);
}

function widthOfColumn(rows: readonly Row[], index: number): number {
  return widest(rows.map((row) => (row === 'rule' ? 0 : lineWidth(row[index]?.line ?? []))));
}
