import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { shown } from '../../shown.js';
import { enumeration, didYouMean } from '../../cart/values.js';
import { columnsOf, orderColumnsOf } from '../mapping/columns.js';
import type { Mapping } from '../mapping/shape.js';
import { Stop } from '../stop.js';
import type { BadCart, Batch } from './batch.js';
import { MOST_LINE_BYTES, tooLong } from './ndjson.js';
import { utf8Only } from './utf8.js';

/** A batch is sent off once it is as large. */
const BATCH_BYTES = 64 * 1024;

/** A record of csv-parse with where it ends. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads CSV (RFC 4180) with a row of column names: rows that stand together with the same id are one order, a list of objects by
 * column. `name` is the file's, for messages.
 */
export async function* csvBatches(
  pieces: AsyncIterable<Uint8Array>,
  mapping: Mapping,
  name: string,
): AsyncGenerator<Batch, void> {
  let orders: Orders | undefined;
  let twice = 0;
  for await (const { record, info } of rowsOf(pieces, mapping, name)) {
    // csv-parse counts a CRLF within quotation marks as two lines.
    twice += breaksIn(record, /\r\n/g);
    if (orders === undefined) orders = new Orders(headOf(record, mapping, name), mapping);
    else orders.add(record, info.lines - twice - breaksIn(record, /\r\n|\n|\r/g));
    if (orders.bytes >= BATCH_BYTES) yield orders.takeBatch();
  }
  if (orders === undefined) throw new Stop(`${name} has no row of column names`);
  orders.end();
  yield orders.takeBatch();
}

async function* rowsOf(
  pieces: AsyncIterable<Uint8Array>,
  { delimiter = ',' }: Mapping,
  name: string,
): AsyncGenerator<Row, void> {
  const input = Readable.from(utf8Only(pieces, name), { objectMode: false });
  const parser = parse({
    delimiter,
    info: true,
    max_record_size: MOST_LINE_BYTES,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
  });
  input.once('error', (error) => parser.destroy(error));
  try {
    for await (const row of input.pipe(parser)) yield row as Row;
  } catch (error) {
    throw error instanceof CsvError ? damaged(error, name) : error;
  }
}

function damaged(error: CsvError, name: string): Stop {
  const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
  const what =
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? `a row is longer than ${MOST_LINE_BYTES / 2 ** 20} MiB: a quotation mark may not be closed`
      : 'quotation marks do not match: put a cell that has one in quotation marks, and double it there';
  return new Stop(`${name} is not CSV, line ${line}: ${what}`);
}

function breaksIn(record: readonly string[], kind: RegExp): number {
  let count = 0;
  for (const cell of record) count += cell.match(kind)?.length ?? 0;
  return count;
}

/** The columns' names; stops where one stands twice, or one that the mapping names is not there. */
function headOf(record: readonly string[], mapping: Mapping, name: string): readonly string[] {
  const head = record.map((cell) => cell.trim());
  const twice = head.find((cell, index) => cell !== '' && head.indexOf(cell) !== index);
  if (twice !== undefined) throw new Stop(`${name} has two columns \`${shown(twice)}\``);
  const missing = columnsOf(mapping).find((column) => !head.includes(column));
  if (missing === undefined) return head;
  const advice =
    otherDelimiter(head) ||
    didYouMean(missing, head) ||
    `its columns are ${enumeration(head.map((cell) => shown(cell)))}`;
  throw new Stop(`${name} has no column \`${shown(missing)}\`, which the mapping names; ${advice}`);
}

/** The one column of a file whose cells something else divides; empty where that is not so. */
function otherDelimiter(head: readonly string[]): string {
  const found = head.length === 1 ? [';', '\t', '|'].find((each) => head[0]?.includes(each)) : undefined;
  if (found === undefined) return '';
  return `its one column is \`${shown(head[0] ?? '')}\`: the mapping may need \`"delimiter": ${JSON.stringify(found)}\``;
}

/** An order whose rows are read. */
interface Order {
  readonly id: string;
  /** The line of its first row. */
  readonly line: number;
  readonly rows: string[];
  bytes: number;
  mistake: string | undefined;
  /** What belongs to the order, by column. */
  readonly own: Map<string, string>;
}

/** Puts rows together to orders, and orders to a batch. */
class Orders {
  readonly #head: readonly string[];
  readonly #idColumn: number;
  readonly #own: readonly (readonly [column: string, index: number])[];
  /** Every id so far: rows of an order that do not stand together would be two orders. */
  readonly #ids = new Set<string>();
  #order: Order | undefined;
  #lines: string[] = [];
  #numbers: number[] = [];
  #bad: BadCart[] = [];
  bytes = 0;

  constructor(head: readonly string[], mapping: Mapping) {
    this.#head = head;
    const [id = ''] = orderColumnsOf({ id: mapping.id ?? '' });
    this.#idColumn = head.indexOf(id);
    this.#own = orderColumnsOf(mapping).map((column) => [column, head.indexOf(column)]);
  }

  add(record: readonly string[], line: number): void {
    const id = record[this.#idColumn] ?? '';
    if (this.#order?.id !== id || id === '') this.#begin(id, line);
    if (this.#order !== undefined) this.#addRow(this.#order, record, line);
  }

  /** No more rows come. */
  end(): void {
    const order = this.#order;
    this.#order = undefined;
    if (order === undefined) return;
    if (order.mistake !== undefined) {
      this.#bad.push({ line: order.line, mistakes: [{ message: order.mistake }] });
      return;
    }
    this.#lines.push(`[${order.rows.join(',')}]`);
    this.#numbers.push(order.line);
    this.bytes += order.bytes;
  }

  /** The orders that are whole. */
  takeBatch(): Batch {
    const bytes = new TextEncoder().encode(this.#lines.join('\n'));
    const batch = { bytes, first: 0, numbers: this.#numbers, bad: this.#bad };
    this.#lines = [];
    this.#numbers = [];
    this.#bad = [];
    this.bytes = 0;
    return batch;
  }

  #begin(id: string, line: number): void {
    this.end();
    const order: Order = { id, line, rows: [], bytes: 0, mistake: undefined, own: new Map() };
    if (id === '')
      order.mistake = `the row has no \`${shown(this.#head[this.#idColumn] ?? '')}\`: every row says which order it is of`;
    else if (this.#ids.has(id))
      order.mistake = `order \`${shown(id)}\` has rows before: sort the file, so that the rows of an order stand together`;
    this.#ids.add(id);
    this.#order = order;
  }

  #addRow(order: Order, record: readonly string[], line: number): void {
    order.mistake ??= this.#mistakeOf(order, record, line);
    const row = JSON.stringify(
      Object.fromEntries(this.#head.map((column, index) => [column, record[index]])),
    );
    order.bytes += row.length;
    if (order.bytes > MOST_LINE_BYTES) order.mistake ??= tooLong('the order');
    if (order.mistake === undefined) order.rows.push(row);
    else order.rows.length = 0;
  }

  #mistakeOf(order: Order, record: readonly string[], line: number): string | undefined {
    if (record.length !== this.#head.length)
      return `line ${line} has ${record.length} cells, but there are ${this.#head.length} columns`;
    for (const [column, index] of this.#own) {
      const cell = record[index] ?? '';
      const before = order.own.get(column) ?? cell;
      if (cell !== '' && before !== cell)
        return `the rows of order \`${shown(order.id)}\` differ in \`${shown(column)}\`: \`${shown(before)}\`, in line ${line} \`${shown(cell)}\``;
      if (cell !== '') order.own.set(column, cell);
    }
    return undefined;
  }
}
