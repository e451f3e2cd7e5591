import type { Unchecked } from '../breakdown/types.js';
import type { Cart } from '../cart/types.js';
import type { Grant } from './grant.js';
import type { NextStep } from './hints.js';
import type { Layer } from './layer.js';
import { type Filler, Moment } from './moment.js';
import type { Printer } from './printer.js';
import { Refusals } from './refusals.js';
import type { Rule } from './rule.js';
import { FEW_CELLS, KEPT, type Scratch } from './scratch.js';

/** One pricing of a cart from list prices on: the moment it has come to, and what was applied and refused on the way. */
export class Run extends Moment {
  /** The layer and the promotion in hand. */
  layer!: Layer;
  current!: Rule;
  grants: Grant[] = [];
  /** Whether the cart is small enough for the swift way, and nobody asks for hints. */
  isSwift = false;
  /** Whether any grant is funded by somebody, gives something, or offers an add-on. */
  isFunded = false;
  isGiving = false;
  readonly refusals: Refusals = new Refusals();
  unchecked: readonly Unchecked[] = NOTHING;
  /** The next unreached steps, where hints are asked for. */
  steps: NextStep[] | undefined;
  /** What stopped everything after it, the rest of the layer, and the layer on a line. */
  stopAll: Rule | undefined;
  stopLayer: Rule | undefined;
  stopLines: (Rule | undefined)[] | undefined;

  readonly #isKept: boolean;

  /** Only the run that is kept from cart to cart may go the swift way, which counts in its arrays. */
  constructor(scratch?: Scratch) {
    super(scratch);
    this.#isKept = scratch === KEPT;
  }

  override begin(cart: Cart, printer: Printer, filler: Filler | undefined): void {
    super.begin(cart, printer, filler);
    if (this.grants.length > 0) this.grants = [];
    this.refusals.clear();
    this.isFunded = false;
    this.isGiving = false;
    this.unchecked = NOTHING;
    this.stopAll = undefined;
    this.isSwift =
      this.#isKept && this.cellCount <= FEW_CELLS && this.steps === undefined && filler === undefined;
    if (this.steps) this.steps = [];
  }

  override end(): void {
    super.end();
    this.grants = [];
    this.steps = undefined;
  }
}

const NOTHING: readonly never[] = Object.freeze([]);
