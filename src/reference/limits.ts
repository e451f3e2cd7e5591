import type { Cut, FailedTest, Unchecked } from '../breakdown/types.js';
import type { Cap, Floor, Layer, Offer, Promotion, Ruleset, Scalar } from '../check/ruleset.js';
import { type Amounts, amountOf, type Cell, goodsIn, type LineCell, totalOf } from './cells.js';
import { leavesOf } from './inspect.js';
import { type Environment, type View, withLine } from './environment.js';
import { missingAmong, missingValues } from './failures.js';
import type { Printer } from './print.js';
import { ceil, floor, greatest, least, type Rational, withinMoney } from './rational.js';
import type { Tally } from './tally.js';
import { moneyOf } from './expressions.js';

/** An upper bound on what a step may take in all, with what is still to be had under it. */
export interface Total {
  readonly why: Cut['why'];
  /** Left out where lines are bound one by one. */
  readonly limit?: bigint;
  readonly rest: bigint;
}

/** What binds one step of a standing when it is applied. */
export interface Bounds {
  /** Bounds on the whole step, in the order they are tested. */
  readonly totals: readonly Total[];
  /** Bounds on what the step takes off the goods. */
  readonly goods: readonly Total[];
  /** The most each cell can bear for a reason of its own, and that reason. */
  readonly cells: readonly CellBound[];
}

export interface CellBound {
  readonly why: Cut['why'];
  most(cell: Cell): bigint;
}

/** The standing as it is being worked out: what it has taken by earlier steps. */
export interface Taking {
  readonly environment: Environment;
  readonly promotion: Promotion;
  readonly layer: Layer;
  readonly ruleset: Ruleset;
  readonly tally: Tally;
  readonly printer: Printer;
  /** What is left now. */
  readonly now: Amounts;
  readonly taken: Amounts;
  /** Of a budget that may be granted in part. */
  readonly budget?: bigint;
}

/** The values missing in any cap that binds this offer: without them nothing may be granted. */
export function missingInCaps(
  offer: Offer,
  { promotion, environment, printer }: Taking,
): readonly FailedTest[] {
  const caps = [...offer.limits.caps, ...promotion.limits.caps].filter(
    (cap) => cap.per === 'standing' || cap.per === 'all-standings',
  );
  return caps.flatMap((cap) => missingValues(cap.amount, environment, printer));
}

/** Section 5, limits, and section 4.3, caps and floors of a layer. */
export function boundsOf(offer: Offer, taking: Taking, stood: Stood): Bounds {
  return {
    totals: totalsOf(offer, taking),
    goods: goodsTotals(taking),
    cells: cellBounds(offer, taking, stood),
  };
}

/** How many units of a line an offer stands on, and how many with the promotion's earlier offers. */
export interface Stood {
  offer(line: LineCell): bigint;
  promotion(line: LineCell): bigint;
}

function totalsOf(offer: Offer, taking: Taking): readonly Total[] {
  const { promotion, environment, tally } = taking;
  const takenBefore = totalOf(taking.taken);
  const bound = (cap: Cap, used: bigint): Total => {
    const limit = capAmount(cap.amount, environment);
    return { why: 'cap', limit, rest: greatest(0n, limit - used) };
  };
  const standing = (caps: readonly Cap[], used: bigint): readonly Total[] =>
    caps.filter((cap) => cap.per === 'standing').map((cap) => bound(cap, used));
  const shared = [...offer.limits.caps, ...promotion.limits.caps].filter(
    (cap) => cap.per === 'all-standings',
  );
  return [
    ...standing(offer.limits.caps, 0n),
    ...standing(promotion.limits.caps, takenBefore),
    ...shared.map((cap) =>
      bound(cap, tally.ofCap(cap) + (promotion.limits.caps.includes(cap) ? takenBefore : 0n)),
    ),
    ...(taking.budget === undefined
      ? []
      : [{ why: 'budget' as const, limit: taking.budget, rest: greatest(0n, taking.budget - takenBefore) }]),
  ];
}

/** A cap is rounded down; a missing one has refused the offer before. */
function capAmount(amount: Scalar, environment: Environment): bigint {
  const value = moneyOf(amount, environment);
  return value ? withinMoney(floor(value)) : 0n;
}

function goodsTotals(taking: Taking): readonly Total[] {
  const { promotion, environment, now } = taking;
  const takenOffGoods = goodsIn(taking.taken);
  const own = scopeFloors('floor', promotion.floors, environment, now);
  return [...own, ...layerTotals({ ...taking, view: environment.view }, takenOffGoods)];
}

/** What a layer's own floors and caps, and `layers capped at`, still let a standing take off the goods. */
export function layerTotals(
  {
    layer,
    ruleset,
    tally,
    view,
    now,
  }: Pick<Taking, 'layer' | 'ruleset' | 'tally' | 'now'> & { readonly view: View },
  taken: bigint,
): readonly Total[] {
  const wholeCart = { view, scope: view.cells.lines };
  const cap = (why: Cut['why'], amount: Scalar, used: bigint): Total => {
    const limit = capAmount(amount, wholeCart);
    return { why, limit, rest: greatest(0n, limit - used - taken) };
  };
  return [
    ...scopeFloors('layer-floor', layer.floors, wholeCart, now),
    ...layer.caps.map((amount) => cap('layer-cap', amount, tally.ofLayer(layer.name))),
    ...(ruleset.layersCap ? [cap('layers-cap', ruleset.layersCap, tally.goods)] : []),
  ];
}

/** `leave at least … in all`: what the scope's lines have above the floor may be taken. */
function scopeFloors(
  why: Cut['why'],
  floors: readonly Floor[],
  environment: Environment,
  now: Amounts,
): readonly Total[] {
  return floors.flatMap((bound) => {
    const amount = bound.per === 'scope' ? moneyOf(bound.amount, environment) : undefined;
    if (!amount) return [];
    const rest = greatest(0n, totalOf(now, environment.scope) - ceil(amount));
    return [{ why, limit: ceil(amount), rest }];
  });
}

function cellBounds(offer: Offer, taking: Taking, stood: Stood): readonly CellBound[] {
  const { promotion, layer, now } = taking;
  const perLine = (
    caps: readonly Cap[],
    taken: Amounts,
    units: (line: LineCell) => bigint,
  ): readonly CellBound[] =>
    caps
      .filter((cap) => cap.per === 'line' || cap.per === 'unit')
      .map((cap) => capBound(cap, taking, taken, units));
  const bounds = [
    { why: 'left' as const, most: (cell: Cell): bigint => amountOf(now, cell) },
    ...perLine(offer.limits.caps, new Map(), (line) => stood.offer(line)),
    ...perLine(promotion.limits.caps, taking.taken, (line) => stood.promotion(line)),
    ...promotion.floors.map((bound) => floorBound('floor', bound, taking)),
    ...layer.floors.map((bound) => floorBound('layer-floor', bound, taking)),
  ];
  return bounds;
}

/** `capped at … per line | per unit`: each unit that the offer stands on. */
function capBound(
  cap: Cap,
  { environment, now }: Taking,
  taken: Amounts,
  units: (line: LineCell) => bigint,
): CellBound {
  const most = (cell: Cell): bigint => {
    if (cell.kind !== 'line') return amountOf(now, cell);
    const amount = capAmount(cap.amount, withLine(environment, cell));
    const limit = cap.per === 'unit' ? amount * units(cell) : amount;
    return greatest(0n, limit - amountOf(taken, cell));
  };
  return { why: 'cap', most };
}

/** `leave at least … per line | per unit`; a floor whose value is missing binds nothing (and is listed as unchecked). */
function floorBound(why: Cut['why'], bound: Floor, { environment, now }: Taking): CellBound {
  const most = (cell: Cell): bigint => {
    const left = amountOf(now, cell);
    const amount = cell.kind === 'line' ? floorOfLine(bound, cell, environment) : undefined;
    return amount === undefined ? left : greatest(0n, left - amount);
  };
  return { why, most };
}

/** Rounded up; on each unit it is met when the line keeps that much for every unit. */
function floorOfLine(bound: Floor, line: LineCell, environment: Environment): bigint | undefined {
  const amount = bound.per === 'scope' ? undefined : floorValue(bound, line, environment);
  return amount && (bound.per === 'unit' ? ceil(amount) * BigInt(line.line.quantity) : ceil(amount));
}

function floorValue(bound: Floor, line: LineCell, environment: Environment): Rational | undefined {
  const unit = amountOf(environment.view.left, line) / BigInt(line.line.quantity);
  return moneyOf(bound.amount, { ...environment, line, unit });
}

/** The least of a cell's bounds. */
export function mostOf(bounds: Bounds, cell: Cell): bigint {
  const [first = 0n, ...others] = bounds.cells.map((bound) => bound.most(cell));
  return least(first, ...others);
}

/** Section 5, guarantees: a floor whose attribute is missing on a line is listed. */
export function uncheckedFloors(
  floors: readonly Floor[],
  environment: Environment,
  owner: Pick<Unchecked, 'promotion' | 'layer'>,
): readonly Unchecked[] {
  return floors.flatMap((bound): readonly Unchecked[] => {
    const at = bound.per === 'scope' ? [undefined] : environment.scope;
    return at.flatMap((line): readonly Unchecked[] => {
      const missing = missingAmong(leavesOf(bound.amount), line ? withLine(environment, line) : environment);
      if (missing.length === 0) return [];
      return [{ ...owner, floor: bound.text, ...(line && { line: line.id }), missing }];
    });
  });
}
