import type { Cut, Reason, Unchecked } from '../breakdown/types.js';
import type { Layer, Promotion, Ruleset } from '../check/ruleset.js';
import { type Amounts, type Cell, goodsIn, less, type LineCell, totalOf } from './cells.js';
import type { View } from './environment.js';
import type { Closed } from './gate.js';
import type { Printer } from './print.js';
import type { Grant, Refusal } from './standing.js';
import type { Work } from './work.js';
import type { Stand } from './standings.js';
import type { NextStep } from './threshold.js';
import { Stops } from './stops.js';
import { Tally } from './tally.js';

/** A promotion on this cart: where it stands, and why it may not run at all. */
export interface Candidate {
  readonly promotion: Promotion;
  readonly stands: readonly Stand[];
  readonly closed?: Closed;
  /** Whether the choice reckons with it (section 4.5). */
  readonly mayStand: boolean;
}

/** Why a promotion is kept out by one of the constraints of section 4.4, or nothing. */
export type KeepOut = (promotion: Promotion, applied: ReadonlySet<string>) => Reason | undefined;

/** One pricing of the cart from list prices on: what is left, what was applied and refused, in order of evaluation. */
export class Run {
  readonly ruleset: Ruleset;
  readonly printer: Printer;
  readonly candidates: readonly Candidate[];
  readonly keepOut: KeepOut;
  readonly tally: Tally;
  readonly applied: Grant[] = [];
  readonly refused: Refused[] = [];
  readonly unchecked: Unchecked[] = [];
  /** The next unreached step of every standing that was worked out, for hints. */
  readonly steps: NextStep[] = [];
  readonly stops: Stops = new Stops();
  /** In a layer that uses each unit once: how many units of each line are spoken for. */
  #spoken: Map<LineCell, bigint> | undefined;
  #view: View;

  constructor(
    ruleset: Ruleset,
    printer: Printer,
    candidates: readonly Candidate[],
    keepOut: KeepOut,
    view: View,
    tally?: Tally,
  ) {
    this.ruleset = ruleset;
    this.printer = printer;
    this.candidates = candidates;
    this.keepOut = keepOut;
    this.#view = view;
    this.tally = tally?.fork() ?? new Tally();
  }

  get view(): View {
    return this.#view;
  }

  get left(): Amounts {
    return this.#view.left;
  }

  /** Everything that is left to pay, shipping included. */
  get pay(): bigint {
    return totalOf(this.left);
  }

  get appliedIds(): ReadonlySet<string> {
    return new Set(this.applied.map((grant) => grant.stand.promotion.id));
  }

  /** The same moment, to try a promotion on as if it were alone. */
  fork(): Run {
    const fork = new Run(this.ruleset, this.printer, this.candidates, this.keepOut, this.#view, this.tally);
    if (this.#spoken) fork.#spoken = new Map(this.#spoken);
    return fork;
  }

  /** Takes a grant off what is left, and books it. */
  apply(grant: Grant): void {
    this.applied.push(grant);
    this.#view = { ...this.#view, left: less(this.left, grant.parts) };
    const { layer, id } = grant.stand.promotion;
    this.tally.book(layer, id, goodsIn(grant.parts), grant.amount, grant.caps);
    this.tally.bookUnits(id, grant.picked);
    this.unchecked.push(...grant.unchecked);
    this.stops.after(grant);
    if (this.#spoken)
      for (const [line, units] of grant.used) this.#spoken.set(line, (this.#spoken.get(line) ?? 0n) + units);
  }

  refuse(refusal: Refused): void {
    this.refused.push(refusal);
  }

  beginLayer(layer: Layer): void {
    this.stops.beginLayer();
    this.#spoken = layer.eachUnitOnce ? new Map() : undefined;
  }

  /** Where a standing of this layer is worked out. */
  work(layer: Layer, view: View): Work {
    const { ruleset, tally, printer } = this;
    return {
      ruleset,
      layer,
      view,
      now: this.left,
      tally,
      printer,
      ...(this.#spoken && { spoken: this.#spoken }),
    };
  }

  /** Remembers what was left when a layer ended. */
  endLayer(layer: Layer): void {
    this.#view = { ...this.#view, after: new Map([...this.#view.after, [layer.name, this.left]]) };
  }
}

/** A refusal of one standing, or (without a stand) of a whole promotion. */
export type Refused = Refusal | { readonly promotion: Promotion; readonly refused: Reason };

/** What is left of a grant when its parts are cut to fewer or smaller ones; the cut is added to what is told of it. */
export function reduced(grant: Grant, parts: ReadonlyMap<Cell, bigint>, cuts: readonly Cut[]): Grant {
  const kept = new Map([...parts].filter(([, part]) => part > 0n));
  const amount = totalOf(kept);
  const caps = new Map([...grant.caps.keys()].map((cap) => [cap, amount]));
  return { ...grant, parts: kept, amount, caps, cuts: [...grant.cuts, ...cuts] };
}

/** What a standing would take off some cells. */
export function takes({ parts }: Grant, cells: ReadonlySet<Cell>): bigint {
  return totalOf(
    parts,
    [...parts.keys()].filter((cell) => cells.has(cell)),
  );
}
