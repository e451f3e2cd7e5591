import type { Cart, CartLine } from '../cart/types.js';
import type { Exact } from './exact.js';
import { Parts } from './parts.js';
import type { Printer } from './printer.js';
import { FEW_CELLS, newScratch, type Scratch } from './scratch.js';

/** A row of a table; its values stand by column, money and numbers exact. */
export interface Row {
  /** The line of the CSV. */
  readonly line: number;
  readonly values: readonly (Exact | string | boolean | readonly string[] | undefined)[];
}

/** When a hint is worked out: the last line of the cart is one that only this standing of this promotion sees. */
export interface Filler {
  readonly rule: object;
  readonly order: number;
}

/** Minor units by cell: the cart's lines in its order, then its shipping charges. */
export type Amounts = Float64Array;

export const NO_CAPS: readonly number[] = Object.freeze([]);

/**
 * One moment of a pricing, and the place where expressions stand: what is left, the standing's lines, the line, unit, charge or
 * table row in hand. It is kept from cart to cart, so that pricing allocates what it returns and little else.
 *
 * INVARIANT: amounts are whole minor units within 2^53, because the validator bounds the whole cart by it.
 */
export class Moment {
  // The cart
  cart!: Cart;
  lines!: readonly CartLine[];
  lineCount = 0;
  /** Lines and charges. */
  cellCount = 0;
  filler: Filler | undefined;
  /** How many lines, from the first, the promotion in hand sees. */
  seen = 0;
  printer!: Printer;

  // Amounts
  /** What is left now. */
  left: Amounts;
  /** What amounts are formed on: `left`, or in a `together` layer what was left when it began. */
  base: Amounts;
  /** What was left when each finished layer ended; kept only for layers that some amount names. */
  after: (Amounts | undefined)[] = [];
  /** What the standing in hand takes off each cell. */
  part: Amounts = new Float64Array(FEW_CELLS);
  /** What standings take off cells. */
  readonly parts: Parts;
  /** In a layer that uses each unit once: how many units of each line are spoken for. */
  spoken: Amounts | undefined;

  // The standing in hand
  scope: Int32Array = new Int32Array(FEW_CELLS);
  /** How many lines stand in `scope`. */
  size = 0;
  /** Its shipping charges, as cells. */
  charges: readonly number[] = [];
  /** Its place among the promotion's standings. */
  order = 0;
  /** What names it, in a breakdown. */
  label: Readonly<Record<string, string | number | boolean>> | undefined;
  row: Row | undefined;
  /** Rows that are its tiers. */
  rows: readonly Row[] | undefined;
  /** Lines of this SKU do not count: units of an add-on never open the offer that adds them. */
  uncounted: ReadonlySet<string> | undefined;

  // Where the promotion in hand stands, before its standings are visited
  rule: object | undefined;
  members: Int32Array = new Int32Array(FEW_CELLS);
  /** Where a plain promotion lists the charges that it takes from. */
  chargeCells: Int32Array = new Int32Array(FEW_CELLS);
  /** How many of `members` are lines it stands on. */
  found = 0;
  /** The values they are grouped by. */
  keys: string[] = [];
  /** Rows of its table that may have lines. */
  candidates: readonly Row[] = [];

  // In hand, inside the standing
  /** A line, else -1. */
  line = -1;
  /** What is left on the unit in hand. */
  unit = 0;
  /** A charge, counted from the first one, else -1. */
  charge = -1;

  // What the promotions share
  /** Taken off the goods, by all promotions and by those of the layer. */
  goods = 0;
  layerGoods = 0;
  /** By the promotion in hand: what it took, on how many units, and under each cap that says `in all`. */
  ruleTaken = 0;
  ruleUnits = 0;
  ruleCaps: readonly number[] = NO_CAPS;
  /** Lines that another promotion closed to it with `stop on its lines`. */
  closed: ReadonlySet<number> | undefined;

  /** Where the amounts of a small cart stand. */
  readonly #few: Amounts;

  constructor({ left, parts }: Scratch = newScratch()) {
    this.#few = left;
    this.left = left;
    this.base = left;
    this.parts = new Parts(parts);
  }

  /** Starts anew on a cart: every line has its list amount, each charge its amount. */
  begin(cart: Cart, printer: Printer, filler: Filler | undefined): void {
    const { lines, shipping } = cart;
    const count = lines.length;
    this.cart = cart;
    this.lines = lines;
    this.lineCount = count;
    this.cellCount = count + shipping.length;
    this.filler = filler;
    this.seen = filler ? count - 1 : count;
    this.printer = printer;
    if (this.cellCount > this.scope.length) this.#grow(this.cellCount * 2);
    const left = this.cellCount > FEW_CELLS ? new Float64Array(this.cellCount) : this.#few;
    for (let line = 0; line < count; line += 1) left[line] = (lines[line] as CartLine).list;
    for (let charge = 0; charge < shipping.length; charge += 1)
      left[count + charge] = (shipping[charge] as Cart['shipping'][number]).amount;
    this.left = left;
    this.base = left;
    this.line = -1;
    this.charge = -1;
    this.row = undefined;
    this.rows = undefined;
    this.goods = 0;
    this.closed = undefined;
    this.parts.clear();
    if (this.after.length > 0) this.after = [];
  }

  /** Lets go of the cart. */
  end(): void {
    this.cart = undefined as never;
    this.lines = [];
    this.filler = undefined;
    this.label = undefined;
  }

  #grow(cells: number): void {
    this.part = new Float64Array(cells);
    this.scope = new Int32Array(cells);
    this.members = new Int32Array(cells);
    this.chargeCells = new Int32Array(cells);
  }

  /** A line's amount before any promotion. */
  listOf(line: number): number {
    return (this.lines[line] as CartLine).list;
  }

  /** What is left on the cells of some kind. */
  totalLeft(from: number, to: number): number {
    let total = 0;
    for (let cell = from; cell < to; cell += 1) total += this.left[cell] as number;
    return total;
  }
}
