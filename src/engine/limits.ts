import type { Cut, FailedTest, Unchecked } from '../breakdown/types.js';
import type { CompiledCap, CompiledFloor } from './bounds.js';
import { MAX_AMOUNT } from '../money/index.js';
import { atMost, ceil, type Exact, floor, multiply, subtract } from './exact.js';
import { missingAmong, missingValues, type Told } from './failures.js';
import type { Layer } from './layer.js';
import type { Offer } from './offer.js';
import type { Moment } from './moment.js';
import type { Rule } from './rule.js';
import { quantityOf } from './units.js';

/** An upper bound on what a step may take in all, with what is still to be had under it. */
export interface Total {
  readonly why: Cut['why'];
  /** Left out where lines are bound one by one. */
  readonly limit: Exact | undefined;
  readonly rest: Exact;
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
  most(cell: number): number;
}

/** The values missing in any cap that binds this offer: without them nothing may be granted. */
export function missingInCaps(offer: Offer, rule: Rule, moment: Moment): readonly FailedTest[] {
  if (offer.caps.length === 0 && rule.caps.length === 0) return [];
  return [...offer.caps, ...rule.caps]
    .filter((cap) => cap.per === 'standing' || cap.per === 'all-standings')
    .flatMap((cap) => missingValues(cap.amount, moment));
}

/** How many units of a line an offer stands on, and how many with the promotion's earlier offers. */
export interface Stood {
  readonly offer: (line: number) => number;
  readonly promotion: (line: number) => number;
}

/** What the standing took before this offer, and of a budget that may be granted in part. */
export interface Before {
  readonly taken: (cell: number) => number;
  readonly total: number;
  readonly goods: number;
  readonly budget: number | undefined;
}

/** Section 5, limits, and section 4.3, caps and floors of a layer. */
export function boundsOf(
  offer: Offer,
  rule: Rule,
  layer: Layer,
  moment: Moment,
  before: Before,
  stood: Stood,
): Bounds {
  return {
    totals: totalsOf(offer, rule, moment, before),
    goods: [
      ...scopeFloors('floor', rule.floors, moment),
      ...layerTotals(layer, moment, moment.seen, before.goods),
    ],
    cells: cellBounds(offer, rule, layer, moment, before, stood),
  };
}

function totalsOf(offer: Offer, rule: Rule, moment: Moment, before: Before): readonly Total[] {
  const bound = (cap: CompiledCap, used: number): Total => {
    const limit = capAmount(cap.amount, moment);
    return { why: 'cap', limit, rest: restOf(limit, used) };
  };
  const standing = (caps: readonly CompiledCap[], used: number): readonly Total[] =>
    caps.filter((cap) => cap.per === 'standing').map((cap) => bound(cap, used));
  const shared = (caps: readonly CompiledCap[], used: number): readonly Total[] =>
    caps
      .filter((cap) => cap.per === 'all-standings')
      .map((cap) => bound(cap, (moment.ruleCaps[cap.shared] ?? 0) + used));
  const totals = [
    ...standing(offer.caps, 0),
    ...standing(rule.caps, before.total),
    ...shared(offer.caps, 0),
    ...shared(rule.caps, before.total),
  ];
  const { budget } = before;
  if (budget !== undefined)
    totals.push({ why: 'budget', limit: budget, rest: Math.max(0, budget - before.total) });
  return totals;
}

/** What is still to be had under a limit. */
function restOf(limit: Exact, used: number): Exact {
  const rest = subtract(limit, used);
  return typeof rest === 'number' && rest < 0 ? 0 : rest;
}

/** A cap is rounded down; a missing one has refused the offer before. */
function capAmount(amount: Told, moment: Moment): number {
  const value = amount.get(moment);
  return value === undefined ? 0 : atMost(floor(value), MAX_AMOUNT);
}

/** What a layer's own floors and caps, and `layers capped at`, still let a standing take off the goods of the first `lines` lines. */
export function layerTotals(layer: Layer, moment: Moment, lines: number, taken: number): readonly Total[] {
  if (!layer.isBound) return [];
  return overLines(lines, moment, () => {
    const cap = (why: Cut['why'], amount: Told, used: number): Total => {
      const limit = capAmount(amount, moment);
      return { why, limit, rest: restOf(limit, used + taken) };
    };
    return [
      ...scopeFloors('layer-floor', layer.floors, moment),
      ...layer.caps.map((amount) => cap('layer-cap', amount, moment.layerGoods)),
      ...(layer.all ? [cap('layers-cap', layer.all, moment.goods)] : []),
    ];
  });
}

/** Works something out with the first so many lines of the cart in scope, whatever stands on which. */
export function overLines<T>(lines: number, moment: Moment, work: () => T): T {
  const { scope, size, seen, uncounted, row } = moment;
  moment.scope = Int32Array.from({ length: lines }, (_, line) => line);
  moment.size = lines;
  moment.seen = lines;
  moment.uncounted = undefined;
  moment.row = undefined;
  const found = work();
  moment.scope = scope;
  moment.size = size;
  moment.seen = seen;
  moment.uncounted = uncounted;
  moment.row = row;
  return found;
}

/** `leave at least … in all`: what the scope's lines have above the floor may be taken. */
function scopeFloors(why: Cut['why'], floors: readonly CompiledFloor[], moment: Moment): readonly Total[] {
  return floors.flatMap(({ per, amount }) => {
    const value = per === 'scope' ? amount.get(moment) : undefined;
    if (value === undefined) return [];
    const limit = ceil(value);
    let left = 0;
    for (let index = 0; index < moment.size; index += 1)
      left += moment.left[moment.scope[index] as number] as number;
    const rest = subtract(left, limit);
    return [{ why, limit, rest: typeof rest === 'number' && rest > 0 ? rest : 0 }];
  });
}

function cellBounds(
  offer: Offer,
  rule: Rule,
  layer: Layer,
  moment: Moment,
  before: Before,
  stood: Stood,
): readonly CellBound[] {
  const perLine = (
    caps: readonly CompiledCap[],
    taken: (cell: number) => number,
    units: (line: number) => number,
  ): readonly CellBound[] =>
    caps
      .filter((cap) => cap.per === 'line' || cap.per === 'unit')
      .map((cap) => capBound(cap, moment, taken, units));
  return [
    { why: 'left', most: (cell) => moment.left[cell] as number },
    ...perLine(offer.caps, () => 0, stood.offer),
    ...perLine(rule.caps, before.taken, stood.promotion),
    ...rule.floors.map((bound) => floorBound('floor', bound, moment)),
    ...layer.floors.map((bound) => floorBound('layer-floor', bound, moment)),
  ];
}

/** `capped at … per line | per unit`: each unit that the offer stands on. */
function capBound(
  { amount, per }: CompiledCap,
  moment: Moment,
  taken: (cell: number) => number,
  units: (line: number) => number,
): CellBound {
  const most = (cell: number): number => {
    const left = moment.left[cell] as number;
    if (cell >= moment.lineCount) return left;
    moment.line = cell;
    moment.unit = 0;
    const value = capAmount(amount, moment);
    moment.line = -1;
    const limit = per === 'unit' ? multiply(value, units(cell)) : value;
    return atMostLeft(restOf(limit, taken(cell)), left);
  };
  return { why: 'cap', most };
}

/** What binds more than what is left does not bind. */
function atMostLeft(value: Exact, left: number): number {
  return typeof value === 'number' && value < left ? value : left;
}

/** `leave at least … per line | per unit`; a floor whose value is missing binds nothing (and is listed as unchecked). */
function floorBound(why: Cut['why'], bound: CompiledFloor, moment: Moment): CellBound {
  const most = (cell: number): number => {
    const left = moment.left[cell] as number;
    const amount =
      cell < moment.lineCount && bound.per !== 'scope' ? floorOfLine(bound, cell, moment) : undefined;
    if (amount === undefined) return left;
    const rest = subtract(left, amount);
    return typeof rest === 'number' && rest > 0 ? rest : 0;
  };
  return { why, most };
}

/** Rounded up; on each unit it is met when the line keeps that much for every unit. */
function floorOfLine({ amount, per }: CompiledFloor, line: number, moment: Moment): Exact | undefined {
  const quantity = quantityOf(line, moment);
  moment.line = line;
  moment.unit = Math.floor((moment.base[line] as number) / quantity);
  const value = amount.get(moment);
  moment.line = -1;
  if (value === undefined) return undefined;
  return per === 'unit' ? multiply(ceil(value), quantity) : ceil(value);
}

/** The least of a cell's bounds. */
export function mostOf({ cells }: Bounds, cell: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const bound of cells) least = Math.min(least, bound.most(cell));
  return least;
}

/** Section 5, guarantees: a floor whose attribute is missing on a line is listed. */
export function uncheckedFloors(
  floors: readonly CompiledFloor[],
  moment: Moment,
  owner: Pick<Unchecked, 'promotion' | 'layer'>,
): readonly Unchecked[] {
  const found: Unchecked[] = [];
  const test = ({ amount, text }: CompiledFloor, line: number): void => {
    moment.line = line;
    const missing = missingAmong(amount.leaves(), moment);
    moment.line = -1;
    if (missing.length === 0) return;
    const place = line < 0 ? {} : { line: moment.lines[line]?.id ?? '' };
    found.push({ ...owner, floor: text, ...place, missing });
  };
  for (const bound of floors) {
    if (bound.per === 'scope') test(bound, -1);
    else for (let index = 0; index < moment.size; index += 1) test(bound, moment.scope[index] as number);
  }
  return found;
}
