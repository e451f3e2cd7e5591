/** Columns of parts: arrays of one length. */
export class Columns {
  readonly cell: Int32Array;
  /** What was left on the cell when the amount was formed. */
  readonly base: Float64Array;
  readonly amount: Float64Array;

  constructor(length: number) {
    this.cell = new Int32Array(length);
    this.base = new Float64Array(length);
    this.amount = new Float64Array(length);
  }
}

/**
 * What standings take off cells, in columns: part N is what one standing takes off one cell. A standing's parts follow each
 * other; one whose amount is 0 is a cell that had a weight and got no share.
 */
export class Parts {
  size = 0;
  cell: Int32Array;
  base: Float64Array;
  amount: Float64Array;
  readonly #first: Columns;

  constructor(first: Columns) {
    this.#first = first;
    this.cell = first.cell;
    this.base = first.base;
    this.amount = first.amount;
  }

  /** Whether the columns are still the first ones, with room for so many more. */
  isFirst(count: number): boolean {
    return this.cell === this.#first.cell && this.size + count <= this.cell.length;
  }

  clear(): void {
    this.size = 0;
    this.#use(this.#first);
  }

  /** Makes room for so many more. */
  reserve(count: number): void {
    const wanted = this.size + count;
    if (wanted <= this.cell.length) return;
    const columns = new Columns(wanted * 2);
    columns.cell.set(this.cell);
    columns.base.set(this.base);
    columns.amount.set(this.amount);
    this.#use(columns);
  }

  #use({ cell, base, amount }: Columns): void {
    this.cell = cell;
    this.base = base;
    this.amount = amount;
  }

  /** Adds a part; there is room for it. */
  add(cell: number, base: number, amount: number): void {
    const part = this.size++;
    this.cell[part] = cell;
    this.base[part] = base;
    this.amount[part] = amount;
  }
}
