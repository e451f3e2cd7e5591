const FEW = 1024;

/** Columns of a fixed length. */
export class PartColumns {
  readonly cell: Int32Array;
  /** What was left on the cell when the amount was formed. */
  readonly base: Float64Array;
  readonly amount: Float64Array;
  /** Of an applied part: the next one of its cell, else -1; and the index of its grant. */
  readonly next: Int32Array;
  readonly grant: Int32Array;

  constructor(length: number) {
    this.cell = new Int32Array(length);
    this.base = new Float64Array(length);
    this.amount = new Float64Array(length);
    this.next = new Int32Array(length);
    this.grant = new Int32Array(length);
  }
}

/** The columns of the run that is kept from cart to cart: arrays that never change cost less to reach. */
export const KEPT_PARTS: PartColumns = new PartColumns(FEW);
export const KEPT_LEFT: Float64Array = new Float64Array(64);

/**
 * What standings take off cells, in columns: part N is what one standing takes off one cell. A standing's parts follow each
 * other; one whose amount is 0 is a cell that had a weight and got no share.
 */
export class Parts {
  size = 0;
  cell: Int32Array = KEPT_PARTS.cell;
  /** What was left on the cell when the amount was formed. */
  base: Float64Array = KEPT_PARTS.base;
  amount: Float64Array = KEPT_PARTS.amount;
  /** Of an applied part: the next one of its cell, else -1; and the index of its grant. */
  next: Int32Array = KEPT_PARTS.next;
  grant: Int32Array = KEPT_PARTS.grant;

  /** Makes room for so many more. */
  reserve(count: number): void {
    const wanted = this.size + count;
    if (wanted > this.cell.length) this.#grow(wanted * 2);
  }

  /** Adds a part; there is room for it. */
  add(cell: number, base: number, amount: number): void {
    const part = this.size++;
    this.cell[part] = cell;
    this.base[part] = base;
    this.amount[part] = amount;
  }

  #grow(length: number): void {
    this.cell = grown(this.cell, new Int32Array(length));
    this.base = grown(this.base, new Float64Array(length));
    this.amount = grown(this.amount, new Float64Array(length));
    this.next = grown(this.next, new Int32Array(length));
    this.grant = grown(this.grant, new Int32Array(length));
  }
}

function grown<Column extends Int32Array | Float64Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
