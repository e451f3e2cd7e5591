import type { Breakdown, Hint, Totals, Unchecked, Violation } from '../breakdown/types.js';
import type { Cart } from '../cart/types.js';
import type { PlanRules } from '../plan/types.js';
import { CandidateIndex } from './candidates.js';
import {
  constrained,
  Constraints,
  keepToApplied,
  keepToSet,
  largestSets,
  keepToSetQuietly,
} from './choice.js';
import { commissionOf, mayHold } from './commission.js';
import { scopeWith } from './conditions.js';
import type { Course } from './course.js';
import { closedBecause } from './gate.js';
import { type Guarantee, guaranteesOf, testGuarantees } from './guarantees.js';
import { hintsOf, type NextStep } from './hints.js';
import { type Layer, layersOf } from './layer.js';
import { runLayer } from './layers.js';
import type { Filler } from './moment.js';
import { Names } from './names.js';
import { Printer } from './printer.js';
import type { Rule } from './rule.js';
import { Run } from './run.js';
import { KEPT } from './scratch.js';
import { write, writeTotals } from './write.js';

export interface EngineOptions {
  /** Promotions whose refusal is told even where the breakdown would leave it out. */
  readonly explain?: readonly string[] | undefined;
  /** Whether to tell what a little more in the cart would save. */
  readonly hints?: boolean | undefined;
}

/** The price that was chosen: how it went, and the next steps of its standings and of those that were kept out. */
interface Chosen {
  readonly course: Course;
  readonly optimal: boolean;
  readonly steps: readonly NextStep[];
}

/** One allowed set of promotions, priced. */
interface Priced {
  readonly set: ReadonlySet<string>;
  readonly pay: number;
  readonly steps: readonly NextStep[];
}

const FREE: Course = Object.freeze({ keepOut: undefined, explain: undefined });
const NONE: readonly never[] = Object.freeze([]);

/** The run that is kept from cart to cart; taken while a cart is priced. */
const KEPT_RUN: Run = new Run(KEPT);
let isKept = true;

function takeRun(): Run {
  const run = isKept ? KEPT_RUN : new Run();
  isKept = false;
  return run;
}

function giveBack(run: Run): void {
  run.end();
  isKept ||= run === KEPT_RUN;
}

/** What the guarantees say of a finished price. */
interface Tested {
  readonly violations: readonly Violation[];
  readonly unchecked: readonly Unchecked[];
}

const UNTESTED: Tested = Object.freeze({ violations: NONE, unchecked: NONE });

/** Prices carts by a loaded plan. */
export class Engine {
  readonly #rules: PlanRules;
  readonly #names: Names;
  readonly #layers: readonly Layer[];
  readonly #constraints: Constraints;
  readonly #guarantees: readonly Guarantee[];
  readonly #index: CandidateIndex;
  readonly #printer: Printer;
  readonly #minorPrinter: Printer;

  constructor(rules: PlanRules) {
    this.#rules = rules;
    this.#names = new Names(rules);
    const scope = scopeWith(this.#names);
    this.#layers = layersOf(rules, scope, this.#names);
    this.#constraints = new Constraints(rules);
    this.#guarantees = guaranteesOf(rules, scope);
    this.#index = new CandidateIndex(rules, this.#names);
    this.#printer = new Printer(rules.currency.digits, false);
    this.#minorPrinter = new Printer(rules.currency.digits, true);
  }

  /** The totals alone, and whether the guarantees hold. */
  totals(cart: Cart): Totals {
    const run = takeRun();
    run.steps = undefined;
    const { optimal } = this.#choose(run, cart, this.#index.candidates(cart, undefined), FREE, undefined);
    const { violations, unchecked } = this.#test(run);
    const told = writeTotals(run, this.#rules.ruleset, optimal, violations, unchecked);
    giveBack(run);
    return told;
  }

  /** Prices a validated cart; `cartDigest` stands in the breakdown. */
  price(cart: Cart, options: EngineOptions, cartDigest: string | undefined): Breakdown {
    const run = takeRun();
    const { hints, explain } = options;
    run.steps = hints === true ? [] : undefined;
    const rules = this.#index.candidates(cart, explain);
    const chosen = this.#choose(run, cart, rules, courseOf(explain), undefined);
    const breakdown = this.#write(run, rules, chosen, hints === true, cartDigest);
    giveBack(run);
    return breakdown;
  }

  #write(
    run: Run,
    rules: readonly Rule[],
    { course, optimal, steps }: Chosen,
    hints: boolean,
    cartDigest: string | undefined,
  ): Breakdown {
    const { violations, unchecked } = this.#test(run);
    return write(run, {
      digest: this.#rules.ruleset,
      cartDigest,
      optimal,
      unknownCodes: run.cart.codes.length === 0 ? NONE : this.#index.unknownCodes(run.cart.codes),
      commission: this.#index.paysCommission ? commissionOf(rules, course, this.#names, run) : undefined,
      violations,
      unchecked,
      hints: hints ? this.#hints(steps, run) : undefined,
    });
  }

  #test(run: Run): Tested {
    if (this.#guarantees.length === 0) return UNTESTED;
    const tested = { violations: [], unchecked: [] };
    testGuarantees(this.#guarantees, run, tested.violations, tested.unchecked);
    return tested;
  }

  #hints(steps: readonly NextStep[], run: Run): readonly Hint[] {
    const pay = run.totalLeft(0, run.cellCount);
    const payOf = (cart: Cart, filler: Filler | undefined): number => {
      const fuller = new Run();
      this.#choose(fuller, cart, this.#index.candidates(cart, undefined), FREE, filler);
      return fuller.totalLeft(0, fuller.cellCount);
    };
    return hintsOf(steps, pay, run, this.#rules.prices, payOf);
  }

  /** Section 4.5: of the allowed sets the one that costs least. */
  #choose(run: Run, cart: Cart, rules: readonly Rule[], course: Course, filler: Filler | undefined): Chosen {
    run.begin(cart, cart.minor ? this.#minorPrinter : this.#printer, filler);
    const constraints = this.#constraints;
    if (constraints.all.length === 0) return this.#runOnce(rules, course, run);
    if (this.#rules.choose === 'first')
      return this.#runOnce(rules, { ...course, keepOut: keepToApplied(constraints) }, run);
    return this.#search(run, cart, rules, course, filler);
  }

  #runOnce(rules: readonly Rule[], course: Course, run: Run): Chosen {
    this.#runAll(rules, course, run);
    return { course, optimal: true, steps: run.steps ?? NONE };
  }

  /** Prices every allowed set, and then the best one once more, with all that is told. */
  #search(run: Run, cart: Cart, rules: readonly Rule[], course: Course, filler: Filler | undefined): Chosen {
    const constraints = this.#constraints;
    const candidates = rules.filter((rule) => closedBecause(rule, run) === undefined && mayHold(rule, run));
    const under = constrained(candidates, constraints);
    const considered = new Set(under);
    const { sets, optimal } = largestSets(under, constraints, this.#rules.searchLimit);
    const [only] = sets;
    if (sets.length === 1 && only) return this.#runWithin(run, only, considered, rules, course, optimal);
    const priced = sets.map((set): Priced => {
      run.begin(cart, run.printer, filler);
      this.#runAll(rules, { ...course, keepOut: keepToSetQuietly(set, considered) }, run);
      return { set, pay: run.totalLeft(0, run.cellCount), steps: run.steps ?? NONE };
    });
    const [best, ...others] = priced.sort(byCost);
    if (!best) throw new Error('no set of promotions is allowed, not even the empty one');
    run.begin(cart, run.printer, filler);
    const chosen = this.#runWithin(run, best.set, considered, rules, course, optimal);
    return run.steps ? { ...chosen, steps: stepsOf(under, best, others) } : chosen;
  }

  #runWithin(
    run: Run,
    set: ReadonlySet<string>,
    considered: ReadonlySet<string>,
    rules: readonly Rule[],
    course: Course,
    optimal: boolean,
  ): Chosen {
    const within = { ...course, keepOut: keepToSet(set, considered, this.#constraints) };
    return { ...this.#runOnce(rules, within, run), optimal };
  }

  #runAll(rules: readonly Rule[], course: Course, run: Run): void {
    const layers = this.#layers;
    let from = 0;
    for (let index = 0; index < layers.length; index += 1) {
      let to = from;
      while (to < rules.length && (rules[to] as Rule).layer === index) to += 1;
      const layer = layers[index] as Layer;
      if (to > from || layer.isRemembered) runLayer(layer, rules, from, to, course, run);
      from = to;
    }
  }
}

function courseOf(explain: readonly string[] | undefined): Course {
  return explain === undefined || explain.length === 0
    ? FREE
    : { keepOut: undefined, explain: new Set(explain) };
}

/** Sets by what they cost: least first, then fewer promotions, then as listed. */
function byCost(a: Priced, b: Priced): number {
  return a.pay - b.pay || a.set.size - b.set.size;
}

/** The steps of the chosen set; of each promotion that it keeps out, those of the best set that has it. */
function stepsOf(under: readonly string[], best: Priced, others: readonly Priced[]): readonly NextStep[] {
  const keptOut = under.filter((id) => !best.set.has(id));
  const elsewhere = keptOut.flatMap((id) =>
    (others.find(({ set }) => set.has(id))?.steps ?? []).filter((step) => step.rule.id === id),
  );
  return [...best.steps, ...elsewhere];
}
