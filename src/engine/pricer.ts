import type { Breakdown, Unchecked, Violation } from '../breakdown/types.js';
import type { Cart } from '../cart/types.js';
import type { PlanRules } from '../plan/types.js';
import {
  type Constraint,
  constrained,
  constraintsOf,
  keepToApplied,
  keepToSet,
  largestSets,
} from './choice.js';
import { commissionOf, mayHold } from './commission.js';
import { scopeWith } from './conditions.js';
import { closedBecause } from './gate.js';
import { type Guarantee, guaranteesOf, testGuarantees } from './guarantees.js';
import { hintsOf, type NextStep } from './hints.js';
import { CandidateIndex } from './candidates.js';
import { type Layer, layersOf } from './layer.js';
import { type Course, type KeepOut, runLayer } from './layers.js';
import { Names } from './names.js';
import { Printer } from './printer.js';
import type { Rule } from './rule.js';
import type { Filler } from './moment.js';
import { Run } from './run.js';
import { write } from './write.js';

export interface EngineOptions {
  /** Promotions whose refusal is told even where the breakdown would leave it out. */
  readonly explain?: readonly string[];
  /** The cart's digest, to stand in the breakdown. */
  readonly cartDigest?: string;
  /** Whether to tell what a little more in the cart would save. */
  readonly hints?: boolean;
}

interface Chosen {
  readonly course: Course;
  readonly rules: readonly Rule[];
  readonly optimal: boolean;
  readonly steps: readonly NextStep[];
}

const KEPT = new Run();

/** Prices carts by a loaded plan. */
export class Engine {
  readonly #rules: PlanRules;
  readonly #names: Names;
  readonly #layers: readonly Layer[];
  readonly #constraints: readonly Constraint[];
  readonly #guarantees: readonly Guarantee[];
  readonly #index: CandidateIndex;
  readonly #printers: readonly [Printer, Printer];
  /** The run that is kept from cart to cart; taken while a cart is priced. */
  #run: Run | undefined = KEPT;

  constructor(rules: PlanRules) {
    this.#rules = rules;
    this.#names = new Names(rules);
    const scope = scopeWith(this.#names);
    this.#layers = layersOf(rules, scope, this.#names);
    this.#constraints = constraintsOf(rules);
    this.#guarantees = guaranteesOf(rules, scope);
    this.#index = new CandidateIndex(rules, this.#names);
    const { digits } = rules.currency;
    this.#printers = [new Printer(digits, false), new Printer(digits, true)];
  }

  /** Prices a validated cart. */
  price(cart: Cart, options: EngineOptions = {}): Breakdown {
    const run = this.#run ?? new Run();
    this.#run = undefined;
    const explain = options.explain?.length ? new Set(options.explain) : undefined;
    run.steps = options.hints === true ? [] : undefined;
    const chosen = this.#choose(run, cart, explain, undefined);
    const violations: Violation[] = [];
    const unchecked: Unchecked[] = [];
    testGuaranteesOf(this.#guarantees, run, violations, unchecked);
    const pay = run.totalLeft(0, run.cellCount);
    const hints = options.hints
      ? hintsOf(chosen.steps, pay, run, this.#rules.prices, (fuller, filler) => this.#payOf(fuller, filler))
      : undefined;
    const breakdown = write(run, {
      digest: this.#rules.ruleset,
      cartDigest: options.cartDigest,
      optimal: chosen.optimal,
      unknownCodes: this.#index.unknownCodes(cart.codes),
      commission: commissionOf(chosen.rules, chosen.course, this.#names, run),
      violations,
      unchecked,
      hints,
    });
    run.end();
    this.#run = run;
    return breakdown;
  }

  /** What a fuller cart would cost. */
  #payOf(cart: Cart, filler: Filler | undefined): number {
    const run = new Run();
    this.#choose(run, cart, undefined, filler);
    return run.totalLeft(0, run.cellCount);
  }

  /** Section 4.5: of the allowed sets the one that costs least. */
  #choose(
    run: Run,
    cart: Cart,
    explain: ReadonlySet<string> | undefined,
    filler: Filler | undefined,
  ): Chosen {
    const rules = this.#index.candidates(cart, explain);
    const begin = (): void => run.begin(cart, this.#printers[cart.minor ? 1 : 0], filler);
    begin();
    const price = (keepOut: KeepOut | undefined): Course => {
      const course = { keepOut, explain };
      begin();
      this.#runAll(rules, course, run);
      return course;
    };
    if (this.#constraints.length === 0) {
      const course = price(undefined);
      return { course, rules, optimal: true, steps: run.steps ?? [] };
    }
    if (this.#rules.choose === 'first') {
      const course = price(keepToApplied(this.#constraints));
      return { course, rules, optimal: true, steps: run.steps ?? [] };
    }
    const candidates = rules.filter((rule) => closedBecause(rule, run) === undefined && mayHold(rule, run));
    const under = constrained(candidates, this.#constraints);
    const { sets, optimal } = largestSets(under, this.#constraints, this.#rules.searchLimit);
    let best:
      | { readonly set: ReadonlySet<string>; readonly pay: number; readonly steps: readonly NextStep[] }
      | undefined;
    const tried: NonNullable<typeof best>[] = [];
    let last: ReadonlySet<string> | undefined;
    let course: Course = { keepOut: undefined, explain };
    for (const set of sets) {
      course = price(keepToSet(set, under, this.#constraints));
      last = set;
      const pay = run.totalLeft(0, run.cellCount);
      const found = { set, pay, steps: run.steps ?? [] };
      tried.push(found);
      if (!best || pay < best.pay || (pay === best.pay && set.size < best.set.size)) best = found;
    }
    if (!best) throw new Error('no set of promotions is allowed, not even the empty one');
    if (last !== best.set) course = price(keepToSet(best.set, under, this.#constraints));
    const keptOut = under.filter((id) => !best.set.has(id));
    const byCost = tried.sort((a, b) => a.pay - b.pay || a.set.size - b.set.size);
    const elsewhere = keptOut.flatMap((id) =>
      (byCost.find(({ set }) => set.has(id))?.steps ?? []).filter((step) => step.rule.id === id),
    );
    return { course, rules, optimal, steps: [...best.steps, ...elsewhere] };
  }

  #runAll(rules: readonly Rule[], course: Course, run: Run): void {
    let from = 0;
    for (const layer of this.#layers) {
      let to = from;
      while (to < rules.length && rules[to]?.layer === layer.index) to += 1;
      runLayer(layer, rules.slice(from, to), course, run);
      from = to;
    }
  }
}

function testGuaranteesOf(
  guarantees: readonly Guarantee[],
  run: Run,
  violations: Violation[],
  unchecked: Unchecked[],
): void {
  if (guarantees.length === 0) return;
  for (let line = 0; line < run.lineCount; line += 1) run.scope[line] = line;
  run.size = run.lineCount;
  run.seen = run.lineCount;
  testGuarantees(guarantees, run, violations, unchecked);
}
