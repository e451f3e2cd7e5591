import { parseAmount } from '../money/index.js';
import type { AttributeDeclaration, TableStatement } from '../syntax/ast.js';
import { attributeOf } from './attributes.js';
import type { Declarations, TableInfo } from './context.js';
import type { Cell, Row } from './csv.js';
import { plainDecimal } from './expressions/literals.js';
import { type Host, readCsvFile } from './files.js';
import type { Findings } from './findings.js';
import { Declared, quoteAll, suggest } from './names.js';
import type { Attribute, Table } from './ruleset.js';
import { instantOf } from './time.js';

type Reading = Pick<Declarations, 'findings' | 'currency' | 'timezone'>;
type RowValues = Table['rows'][number]['values'];

/** `table tiers = "tiers.csv" with store text, off money`: the declared columns, by their names in the header. */
export function tableOf(statement: TableStatement, host: Host, reading: Reading): TableInfo {
  const columns = new Declared<Attribute>('column', reading.findings);
  for (const declaration of statement.columns)
    columns.declare(declaration.name, columnOf(declaration, reading.findings));
  const rows = readCsvFile(statement.path, host, reading.findings);
  return {
    name: statement.name.text,
    columns,
    rows: rows === undefined ? [] : rowsOf(statement, rows, columns, reading),
  };
}

/** The values of a cell are single ones, so a list cannot be a column. */
function columnOf(declaration: AttributeDeclaration, findings: Findings): Attribute {
  const column = attributeOf(declaration, findings);
  if (column.type === 'list') findings.add('RK1048', declaration.type.span, { name: column.name });
  return column;
}

function rowsOf(
  statement: TableStatement,
  rows: readonly Row[],
  columns: Declared<Attribute>,
  reading: Reading,
): Table['rows'] {
  const [header, ...records] = rows;
  const places = columnPlaces(statement, header, reading.findings);
  if (places === undefined) return [];
  return records.map((row) => ({ line: row.line, values: valuesOf(row, places, columns, reading) }));
}

/** In which place of a row each column stands; a missing one is reported at its declaration. */
function columnPlaces(
  { columns, path }: TableStatement,
  header: Row | undefined,
  findings: Findings,
): ReadonlyMap<string, number> | undefined {
  const names = (header?.cells ?? []).map((cell) => cell.text.trim());
  const missing = columns.filter(({ name }) => name.text !== '' && !names.includes(name.text));
  for (const { name } of missing) {
    const help = suggest(name.text, names, `the header has ${quoteAll(names.slice(0, 8)) || 'no columns'}`);
    findings.add('RK1045', name.span, { column: name.text, path: path.value, help });
  }
  return missing.length > 0 ? undefined : new Map(names.map((name, place) => [name, place]));
}

function valuesOf(
  row: Row,
  places: ReadonlyMap<string, number>,
  columns: Declared<Attribute>,
  reading: Reading,
): RowValues {
  return Object.fromEntries(
    columns.values.flatMap((column) => {
      const cell = row.cells[places.get(column.name) ?? -1];
      const value = cellValue(column, cell ?? { text: '', span: row.span }, reading);
      return value === undefined ? [] : [[column.name, value]];
    }),
  );
}

/** A cell as a cart would carry it, money in minor units; nothing for an empty optional one, or where it is reported. */
function cellValue(column: Attribute, cell: Cell, reading: Reading): string | boolean | undefined {
  if (cell.text === '' && column.optional) return undefined;
  const value = READERS[column.type](cell, column, reading);
  if (value === undefined) {
    const expected =
      column.type === 'one-of' ? `one of ${quoteAll(column.members ?? [])}` : EXPECTED[column.type];
    reading.findings.add('RK1044', cell.span, { cell: cell.text, column: column.name, expected });
  }
  return value;
}

const EXPECTED = {
  text: 'a text',
  number: 'a number such as `12.5`',
  money: "an amount such as `300` with the currency's decimals at most",
  flag: '`true` or `false`',
  time: 'a time such as `2026-11-11 20:00`',
  list: 'a single value',
} as const;

type Reader = (cell: Cell, column: Attribute, reading: Reading) => string | boolean | undefined;

const READERS: Readonly<Record<Attribute['type'], Reader>> = {
  text: ({ text }) => (text === '' ? undefined : text),
  number: ({ text }) => plainDecimal(text),
  money: ({ text }, _, { currency }) => {
    const amount = parseAmount(text, currency.digits);
    return amount.ok ? String(amount.minor) : undefined;
  },
  flag: ({ text }) => (text === 'true' || text === 'false' ? text === 'true' : undefined),
  time: timeCell,
  'one-of': ({ text }, { members }) => (members === undefined || members.includes(text) ? text : undefined),
  // Reported at the declaration, once and not for every row.
  list: ({ text }) => text,
};

/** A local time of the file's zone, as epoch milliseconds. */
function timeCell({ span, text }: Cell, _: Attribute, { findings, timezone }: Reading): string | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/.exec(text);
  if (match === null) return undefined;
  const [, date = '', clock] = match;
  const instant = instantOf(
    { kind: 'time', date, span, ...(clock === undefined ? {} : { clock }) },
    timezone,
    findings,
  );
  return String(instant ?? 0);
}
