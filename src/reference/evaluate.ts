import type { Breakdown } from '../breakdown/types.js';
import type { Cart } from '../cart/types.js';
import type { Ruleset } from '../check/ruleset.js';
import { type Books, booksOf } from './books.js';
import { cellsOf, named } from './cells.js';
import { byCost, constrained, keepToApplied, keepToSet, largestSets } from './choice.js';
import { unobserved, type View } from './environment.js';
import { closedBecause, mayHold } from './gate.js';
import { hintsOf } from './hints.js';
import { runLayer } from './layers.js';
import type { Observer } from './observer.js';
import { Printer } from './print.js';
import { type Candidate, type KeepOut, Run } from './run.js';
import { standingsOf } from './standings.js';
import type { NextStep } from './threshold.js';
import { write } from './write.js';

export interface EvaluateOptions {
  /** Promotions whose refusal is told even where the breakdown would leave it out. */
  readonly explain?: readonly string[];
  /** The cart's digest, to stand in the breakdown. */
  readonly cartDigest?: string;
  /** Whether to tell what a little more in the cart would save. */
  readonly hints?: boolean;
  /** Told what decides the price; it changes nothing. */
  readonly observer?: Observer;
}

interface Chosen {
  readonly run: Run;
  readonly optimal: boolean;
  /** The next steps of its standings, and of those that were kept out. */
  readonly steps: readonly NextStep[];
}

/**
 * The executable specification: prices a validated cart by a checked ruleset, clause by clause as docs/language.md reads.
 * It is written to be read beside that page, not to be fast.
 */
export function evaluate(
  ruleset: Ruleset,
  digest: string,
  cart: Cart,
  options: EvaluateOptions = {},
): Breakdown {
  return evaluateBooked(ruleset, digest, cart, options).breakdown;
}

/** A price with the account of who pays and earns what on each line, of which a breakdown tells the sums. */
export interface Booked {
  readonly breakdown: Breakdown;
  readonly books: Books;
}

/** The same with its books: what a refund takes back from. */
export function evaluateBooked(
  ruleset: Ruleset,
  digest: string,
  cart: Cart,
  options: EvaluateOptions = {},
): Booked {
  const printer = new Printer(ruleset.currency.digits, cart.minor);
  const priceView = (view: View): Chosen =>
    choose(ruleset, candidatesOf(ruleset, view, printer, new Set(options.explain)), view, printer);
  const start = viewOf(cart, ruleset.attributes);
  const { cartDigest, observer } = options;
  const { run, optimal, steps } = priceView({ ...start, ...(observer && { observer }) });
  const hints = options.hints ? { hints: hintsOf(run, steps, (view) => priceView(view).run.pay) } : {};
  const heading = { digest, optimal, ...(cartDigest !== undefined && { cartDigest }), ...hints };
  return { breakdown: write(run, heading), books: booksOf(run) };
}

/** Section 4.1: every line starts with its list amount, each shipping charge with its amount. */
function viewOf(cart: Cart, attributes: Ruleset['attributes']): View {
  const cells = cellsOf(cart, attributes);
  const left = new Map([...cells.lines, ...cells.charges].map((cell) => [cell, cell.list]));
  const customer = named(cart.customer, attributes.customer);
  const order = named(cart.order, attributes.order);
  return { cart, customer, order, cells, left, after: new Map() };
}

function candidatesOf(
  ruleset: Ruleset,
  view: View,
  printer: Printer,
  explain: ReadonlySet<string>,
): readonly Candidate[] {
  return ruleset.promotions.map((promotion) => {
    const stands = standingsOf(promotion, ruleset, view, printer);
    const closed = closedBecause(promotion, stands, view, printer);
    if (!closed) return { promotion, stands, mayStand: mayHold(stands, unobserved(view)) };
    const silent = closed.silent && !explain.has(promotion.id);
    return { promotion, stands, closed: { ...closed, silent }, mayStand: false };
  });
}

/** Section 4.5: every allowed set is priced in full; the one that costs least is the price. */
function choose(ruleset: Ruleset, candidates: readonly Candidate[], view: View, printer: Printer): Chosen {
  const { constraints, searchLimit } = ruleset;
  const price = (keepOut: KeepOut, seen: View): Run =>
    runAll(new Run(ruleset, printer, candidates, keepOut, seen));
  if (ruleset.choose === 'first') {
    const run = price(keepToApplied(constraints), view);
    return { run, optimal: true, steps: run.steps };
  }
  const under = constrained(candidates, constraints);
  const { sets, optimal } = largestSets(under, constraints, searchLimit);
  const priced = sets
    .map((set) => ({
      set,
      size: set.size,
      run: price(keepToSet(set, under, constraints), unobserved(view)),
    }))
    .map((found) => ({ ...found, pay: found.run.pay }))
    .toSorted(byCost);
  const [best] = priced;
  if (!best) throw new Error('no set of promotions is allowed, not even the empty one');
  // What the other sets came to is not the price: the chosen one is priced once more where somebody looks on.
  const run = view.observer ? price(keepToSet(best.set, under, constraints), view) : best.run;
  return { run, optimal, steps: stepsOf(under, priced) };
}

interface PricedSet {
  readonly set: ReadonlySet<string>;
  readonly run: Run;
}

/** The steps of the chosen set; of each promotion that it keeps out, those of the best set that has it. */
function stepsOf(under: readonly string[], [best, ...others]: readonly PricedSet[]): readonly NextStep[] {
  const keptOut = under.filter((id) => best?.set.has(id) === false);
  const elsewhere = keptOut.flatMap((id) => {
    const steps = others.find(({ set }) => set.has(id))?.run.steps ?? [];
    return steps.filter(({ stand }) => stand.promotion.id === id);
  });
  return [...(best?.run.steps ?? []), ...elsewhere];
}

function runAll(run: Run): Run {
  for (const layer of run.ruleset.layers) runLayer(layer, run);
  return run;
}
