const FEW = 128;

/**
 * What standings take off cells, in columns: part N is what one standing takes off one cell. A standing's parts follow each
 * other; one whose amount is 0 is a cell that had a weight and got no share.
 */
export class Parts {
  size = 0;
  cell: Int32Array = new Int32Array(FEW);
  /** What was left on the cell when the amount was formed. */
  base: Float64Array = new Float64Array(FEW);
  amount: Float64Array = new Float64Array(FEW);
  /** Of an applied part: the next one of its cell, else -1; and the index of its grant. */
  next: Int32Array = new Int32Array(FEW);
  grant: Int32Array = new Int32Array(FEW);

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
