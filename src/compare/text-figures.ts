import { indented, type Sheet } from '../breakdown/text-page.js';
import { type Cell, cell, type Column, drawTable, type Row, roomFor } from '../breakdown/text-table.js';
import { type Line, span } from '../breakdown/text-width.js';

/** A name and its figures; `below` are lines that belong to it. */
export interface Figures {
  readonly name: Line;
  readonly figures: readonly Cell[];
  readonly indent?: number;
}

/** A name gets this many columns at least; where figures leave it less they stand below it. */
const LEAST_ROOM = 16;

/** Names with figures in columns under their titles, or below their names on narrow pages. */
export function figuresText(
  titles: readonly string[],
  rows: readonly (Figures | 'rule')[],
  sheet: Sheet,
): readonly string[] {
  const { dim } = sheet.paint;
  const columns: readonly Column[] = [
    { flexible: true },
    ...titles.slice(1).map((): Column => ({ align: 'right' })),
  ];
  const head = titles.map((title) => cell(title, dim));
  const table = [head, ...rows.map((row): Row => (row === 'rule' ? row : rowOf(row)))];
  if (roomFor(columns, table, sheet.width) < LEAST_ROOM) return stacked(titles, rows, sheet);
  return drawTable(columns, table, sheet.width, dim(sheet.glyphs.rule.repeat(sheet.width)));
}

function rowOf({ name, figures, indent = 0 }: Figures): readonly Cell[] {
  return [{ line: name, indent }, ...figures];
}

function stacked(
  [, ...titles]: readonly string[],
  rows: readonly (Figures | 'rule')[],
  sheet: Sheet,
): readonly string[] {
  return rows.flatMap((row) => {
    if (row === 'rule') return [];
    const { name, figures, indent = 0 } = row;
    return [
      ...indented(indent, name, sheet),
      ...told(titles, figures, sheet).flatMap((figure) => indented(indent + 2, figure, sheet)),
    ];
  });
}

/** The figures that are there, each with its title; one that stands alone among empty ones is no figure of its column. */
function told(titles: readonly string[], figures: readonly Cell[], sheet: Sheet): readonly Line[] {
  const filled = figures.flatMap(({ line }, index) =>
    line.every(({ text }) => text === '') ? [] : [{ line, title: `${titles[index] ?? ''} ` }],
  );
  if (filled.length < Math.min(2, figures.length)) return filled.map(({ line }) => line);
  return filled.map(({ line, title }) => [span(title, sheet.paint.dim), ...line]);
}
