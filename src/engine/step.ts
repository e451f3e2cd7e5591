import type { Cut } from '../breakdown/types.js';
import { allocate, type Policy, type Spread } from './allocate.js';
import { compare, type Exact, subtract, toNumber } from './exact.js';
import { type Formed, type FormedParts, type FormedSum, withinMoney } from './forming.js';
import { type Bounds, mostOf, type Total } from './limits.js';
import type { Rule } from './rule.js';
import type { Moment } from './moment.js';
import { quantityOf } from './units.js';

/** A cut before it is printed. */
export interface RawCut {
  readonly why: Cut['why'];
  readonly limit: Exact | undefined;
  readonly by: Exact;
  readonly to: string | undefined;
}

export function rawCut(why: Cut['why'], by: Exact, limit?: Exact, to?: string): RawCut {
  return { why, limit, by, to };
}

/** What one offer was granted, cell by cell, and what cut it. */
export interface Granted {
  readonly formed: Formed;
  readonly cells: readonly number[];
  readonly parts: readonly number[];
  readonly amount: number;
  readonly cuts: readonly RawCut[];
  /** The last spread, where the amount was spread over several cells. */
  readonly spread: Spread | undefined;
}

/** How amounts are granted: by a promotion's policy; in a `together` layer they were formed on what was left when it began. */
export interface Manner {
  readonly rule: Rule;
  readonly together: boolean;
}

/** Section 5, limits: what of a formed amount is granted. */
export function grantOf(formed: Formed, bounds: Bounds, manner: Manner, moment: Moment): Granted {
  if (formed.kind === 'parts') {
    const cells = formed.parts.map((part) => part.line);
    return cutParts(
      formed,
      cells,
      formed.parts.map((part) => part.amount),
      bounds,
      manner,
      moment,
    );
  }
  return manner.together
    ? grantTogether(formed, bounds, manner, moment)
    : grantSum(formed, bounds, manner, moment);
}

function leftOn(cells: readonly number[], { base }: Moment): number {
  return cells.reduce((total, cell) => total + (base[cell] as number), 0);
}

/** A sum: bounded first, then spread once over what each cell can bear. */
function grantSum(formed: FormedSum, bounds: Bounds, manner: Manner, moment: Moment): Granted {
  const { cells } = formed;
  const left = leftOn(cells, moment);
  const onGoods = cells.every((cell) => cell < moment.lineCount);
  const bounded = applyTotals(formed.face, [
    { why: 'left', limit: left, rest: left },
    ...bounds.totals,
    ...(onGoods ? bounds.goods : []),
  ]);
  const borne = applyTotals(bounded.amount, borneBy(cells, bounds, manner));
  const amount = toNumber(borne.amount);
  const most = cells.map((cell) => Math.max(0, mostOf(bounds, cell)));
  const spread = spreadOver(amount, cells, most, manner, moment);
  const granted = finish(formed, spread, [...bounded.cuts, ...borne.cuts], amount);
  return onGoods ? granted : cutGoods(granted, bounds, manner, moment);
}

function spreadOver(
  amount: number,
  cells: readonly number[],
  most: readonly number[],
  { rule }: Manner,
  moment: Moment,
): Spread {
  const weights = cells.map((cell) => weightOf(cell, rule, moment));
  return allocate(amount, cells, weights, most, rule.allocation, moment);
}

/** In a `together` layer a sum is spread as it was formed, then cut line by line to what is left. */
function grantTogether(formed: FormedSum, bounds: Bounds, manner: Manner, moment: Moment): Granted {
  const { cells } = formed;
  const left = leftOn(cells, moment);
  const bounded = applyTotals(formed.face, [{ why: 'left', limit: left, rest: left }]);
  const amount = toNumber(bounded.amount);
  const most = cells.map((cell) => moment.base[cell] as number);
  const spread = spreadOver(amount, cells, most, manner, moment);
  const first = finish(formed, spread, bounded.cuts, amount);
  const cut = cutParts(formed, spread.cells, spread.parts, bounds, manner, moment);
  return { ...cut, cuts: [...first.cuts, ...cut.cuts], spread: cut.spread ?? spread };
}

function finish(formed: FormedSum, spread: Spread, cuts: readonly RawCut[], spreadAmount: number): Granted {
  const { cells, parts } = spread;
  const amount = sumOf(parts);
  const lost = spreadAmount - amount;
  const all = lost > 0 ? [...cuts, rawCut('overflow', lost)] : cuts;
  return { formed, cells, parts, amount, cuts: all, spread: formed.cells.length > 1 ? spread : undefined };
}

function sumOf(parts: readonly number[]): number {
  let total = 0;
  for (const part of parts) total += part;
  return total;
}

/** What the cells together can bear for reasons of their own; where overflow is dropped each is cut from its own share. */
function borneBy(cells: readonly number[], bounds: Bounds, { rule }: Manner): readonly Total[] {
  if (rule.allocation.overflow === 'dropped') return [];
  const why = bounds.cells.find((bound) => bound.why !== 'left')?.why;
  if (!why) return [];
  return [{ why, limit: undefined, rest: sumOf(cells.map((cell) => mostOf(bounds, cell))) }];
}

function applyTotals(
  amount: Exact,
  totals: readonly Total[],
): { readonly amount: Exact; readonly cuts: readonly RawCut[] } {
  let rest = amount;
  const cuts: RawCut[] = [];
  for (const total of totals) {
    if (compare(rest, total.rest) <= 0) continue;
    cuts.push(rawCut(total.why, subtract(rest, total.rest), total.limit));
    rest = total.rest;
  }
  return { amount: rest, cuts };
}

/** Parts formed cell by cell: each cut to what its cell can bear, then all of them to the bounds on the whole. */
function cutParts(
  formed: Formed,
  cells: readonly number[],
  formedParts: readonly number[],
  bounds: Bounds,
  manner: Manner,
  moment: Moment,
): Granted {
  let parts = formedParts;
  const cuts: RawCut[] = [];
  for (const bound of bounds.cells) {
    const borne = parts.map((part, index) => Math.min(part, bound.most(cells[index] as number)));
    const by = withinMoney(sumOf(parts)) - sumOf(borne);
    if (by > 0) cuts.push(rawCut(bound.why, by));
    parts = borne;
  }
  const granted: Granted = { formed, cells, parts, amount: sumOf(parts), cuts, spread: undefined };
  return cutGoods(bringDown(granted, bounds.totals, cells, bounds, manner, moment), bounds, manner, moment);
}

/** What binds the goods alone: the lines' parts are allocated anew, the charges keep theirs. */
function cutGoods(granted: Granted, bounds: Bounds, manner: Manner, moment: Moment): Granted {
  if (bounds.goods.length === 0) return granted;
  const lines = granted.cells.filter((cell) => cell < moment.lineCount);
  return bringDown(granted, bounds.goods, lines, bounds, manner, moment);
}

/**
 * Brings the parts of some cells down to bounds on their sum. A capped percentage (or spread sum) is allocated anew by the
 * usual weights, any other capped offer by the discounts it had formed.
 */
function bringDown(
  granted: Granted,
  totals: readonly Total[],
  cells: readonly number[],
  bounds: Bounds,
  manner: Manner,
  moment: Moment,
): Granted {
  if (totals.length === 0) return granted;
  const partOf = new Map(granted.cells.map((cell, index) => [cell, granted.parts[index] as number]));
  const before = sumOf(cells.map((cell) => partOf.get(cell) ?? 0));
  const { amount, cuts } = applyTotals(before, totals);
  if (amount === before) return granted;
  const weights = cells.map((cell) =>
    weightAnew(cell, partOf.get(cell) ?? 0, granted.formed, manner, moment),
  );
  const most = cells.map((cell) => mostOf(bounds, cell));
  const policy: Policy = { ...manner.rule.allocation, overflow: 'to-others' };
  const spread = allocate(toNumber(amount), cells, weights, most, policy, moment);
  for (const [index, cell] of spread.cells.entries()) partOf.set(cell, spread.parts[index] as number);
  const parts = [...partOf.values()];
  const isWhole = cells.length > 1 && cells.length === partOf.size;
  return {
    formed: granted.formed,
    cells: [...partOf.keys()],
    parts,
    amount: sumOf(parts),
    cuts: [...granted.cuts, ...cuts],
    spread: isWhole ? spread : granted.spread,
  };
}

/** On picked units the usual weight is what those units have left. */
function weightAnew(cell: number, part: number, formed: Formed, { rule }: Manner, moment: Moment): number {
  if (formed.kind === 'sum') return weightOf(cell, rule, moment);
  if (formed.percent === undefined) return part;
  if (!formed.groups) return weightOf(cell, rule, moment);
  return partOn(formed, cell)?.base ?? 0;
}

function partOn(formed: FormedParts, line: number): FormedParts['parts'][number] | undefined {
  return formed.parts.find((part) => part.line === line);
}

/** Section 2, weights; a cell with nothing left takes no share. */
function weightOf(cell: number, { allocation, afterLayer }: Rule, moment: Moment): number {
  const left = moment.base[cell] as number;
  if (left === 0) return 0;
  switch (allocation.weights) {
    case 'value':
      return afterLayer === undefined ? left : (moment.after[afterLayer]?.[cell] ?? listOf(cell, moment));
    case 'list':
      return listOf(cell, moment);
    case 'quantity':
      return cell < moment.lineCount ? quantityOf(cell, moment) : 1;
    case 'equally':
      return 1;
  }
}

function listOf(cell: number, moment: Moment): number {
  const { lineCount, cart } = moment;
  return cell < lineCount ? moment.listOf(cell) : (cart.shipping[cell - lineCount]?.amount ?? 0);
}
