import type { Unchecked } from '../breakdown/types.js';
import type { Cart } from '../cart/types.js';
import type { Grant, Refusal } from './grant.js';
import type { NextStep } from './hints.js';
import { type Filler, Moment } from './moment.js';
import type { Printer } from './printer.js';
import type { Rule } from './rule.js';

/** One pricing of a cart from list prices on: the moment it has come to, and what was applied and refused on the way. */
export class Run extends Moment {
  grants: Grant[] = [];
  refusals: Refusal[] = [];
  unchecked: readonly Unchecked[] = NOTHING;
  /** The next unreached steps, where hints are asked for. */
  steps: NextStep[] | undefined;
  /** What stopped everything after it, the rest of the layer, and the layer on a line. */
  stopAll: Rule | undefined;
  stopLayer: Rule | undefined;
  stopLines: (Rule | undefined)[] | undefined;

  override begin(cart: Cart, printer: Printer, filler: Filler | undefined): void {
    super.begin(cart, printer, filler);
    this.grants = [];
    this.refusals = [];
    this.unchecked = NOTHING;
    this.stopAll = undefined;
    if (this.steps) this.steps = [];
  }

  override end(): void {
    super.end();
    this.grants = [];
    this.refusals = [];
    this.steps = undefined;
  }
}

const NOTHING: readonly never[] = Object.freeze([]);
