import type { Cut } from '../breakdown/types.js';
import type { AllocationPolicy } from '../check/ruleset.js';
import { allocate, type Claim, type Spread } from './allocate.js';
import { type Amounts, amountOf, type Cell, totalOf } from './cells.js';
import type { View } from './environment.js';
import { type Bounds, type CellBound, mostOf, type Total } from './limits.js';
import type { Formed, FormedParts, FormedSum } from './offers.js';
import { greatest, least, withinMoney } from './rational.js';

/** A cut before it is printed. */
export interface RawCut {
  readonly why: Cut['why'];
  readonly limit?: bigint;
  readonly by: bigint;
  readonly to?: string;
}

/** What one offer was granted, cell by cell, and what cut it. */
export interface Granted {
  readonly formed: Exclude<Formed, { kind: 'missing' }>;
  readonly parts: Amounts;
  readonly amount: bigint;
  readonly cuts: readonly RawCut[];
  /** The last spread, where the amount was spread over several cells. */
  readonly spread?: Spread;
}

/** How amounts are granted in a layer: `together` forms them on what was left when the layer began. */
export interface Manner {
  readonly policy: AllocationPolicy;
  readonly together: boolean;
  /** What amounts and weights are formed on. */
  readonly view: View;
}

/** Section 5, limits: what of a formed amount is granted. */
export function grant(formed: Exclude<Formed, { kind: 'missing' }>, bounds: Bounds, manner: Manner): Granted {
  if (formed.kind === 'parts') return cutParts(formed, partsOf(formed), bounds, manner);
  return manner.together ? grantTogether(formed, bounds, manner) : grantSum(formed, bounds, manner);
}

function partsOf(formed: FormedParts): Amounts {
  return new Map(formed.parts.map((part) => [part.cell, part.amount]));
}

/** A sum: bounded first, then spread once over what each cell can bear. */
function grantSum(formed: FormedSum, bounds: Bounds, manner: Manner): Granted {
  const left = totalOf(manner.view.left, formed.cells);
  const onGoods = formed.cells.every((cell) => cell.kind === 'line');
  const totals = [
    { why: 'left' as const, limit: left, rest: left },
    ...bounds.totals,
    ...(onGoods ? bounds.goods : []),
  ];
  const bounded = applyTotals(formed.face, totals);
  const borne = applyTotals(bounded.amount, borneBy(formed.cells, bounds, manner));
  const spread = allocate(borne.amount, claims(formed.cells, bounds, manner), manner.policy);
  const granted = finish(formed, spread, [...bounded.cuts, ...borne.cuts], borne.amount);
  return onGoods ? granted : cutGoods(granted, bounds, manner);
}

/** In a `together` layer a sum is spread as it was formed, then cut line by line to what is left. */
function grantTogether(formed: FormedSum, bounds: Bounds, manner: Manner): Granted {
  const left = totalOf(manner.view.left, formed.cells);
  const bounded = applyTotals(formed.face, [{ why: 'left', limit: left, rest: left }]);
  const open = formed.cells.map((cell) => ({
    ...claim(cell, bounds, manner),
    most: amountOf(manner.view.left, cell),
  }));
  const spread = allocate(bounded.amount, open, manner.policy);
  const first = finish(formed, spread, bounded.cuts, bounded.amount);
  const cut = cutParts(formed, spread.parts, bounds, manner);
  return { ...cut, cuts: [...first.cuts, ...cut.cuts], spread: cut.spread ?? spread };
}

function finish(formed: FormedSum, spread: Spread, cuts: readonly RawCut[], spreadAmount: bigint): Granted {
  const amount = totalOf(spread.parts);
  const lost = spreadAmount - amount;
  const all = lost > 0n ? [...cuts, { why: 'overflow' as const, by: lost }] : cuts;
  return { formed, parts: spread.parts, amount, cuts: all, ...(formed.cells.length > 1 && { spread }) };
}

/** What the cells together can bear for reasons of their own; where overflow is dropped each is cut from its own share. */
function borneBy(cells: readonly Cell[], bounds: Bounds, { policy }: Manner): readonly Total[] {
  if (policy.overflow === 'dropped') return [];
  const why = bounds.cells.find((bound) => bound.why !== 'left')?.why;
  const most = cells.reduce((total, cell) => total + mostOf(bounds, cell), 0n);
  return why ? [{ why, rest: most }] : [];
}

function applyTotals(
  amount: bigint,
  totals: readonly Total[],
): { readonly amount: bigint; readonly cuts: readonly RawCut[] } {
  let rest = amount;
  const cuts: RawCut[] = [];
  for (const total of totals) {
    if (rest <= total.rest) continue;
    const { why, limit } = total;
    cuts.push({ why, ...(limit !== undefined && { limit }), by: rest - total.rest });
    rest = total.rest;
  }
  return { amount: rest, cuts };
}

/** Parts formed cell by cell: each cut to what its cell can bear, then all of them to the bounds on the whole. */
function cutParts(
  formed: Exclude<Formed, { kind: 'missing' }>,
  parts: Amounts,
  bounds: Bounds,
  manner: Manner,
): Granted {
  const cells = [...parts.keys()];
  let cut = parts;
  const cuts: RawCut[] = [];
  for (const bound of bounds.cells) {
    const { parts: next, by } = cutCells(cut, bound);
    if (by > 0n) cuts.push({ why: bound.why, by });
    cut = next;
  }
  const granted = { formed, parts: cut, amount: totalOf(cut), cuts };
  const bounded = bringDown(granted, bounds.totals, cells, bounds, manner);
  return cutGoods(bounded, bounds, manner);
}

function cutCells(parts: Amounts, bound: CellBound): { readonly parts: Amounts; readonly by: bigint } {
  const cut = new Map([...parts].map(([cell, part]) => [cell, least(part, bound.most(cell))]));
  return { parts: cut, by: withinMoney(totalOf(parts)) - totalOf(cut) };
}

/** What binds the goods alone: the lines' parts are allocated anew, the charges keep theirs. */
function cutGoods(granted: Granted, bounds: Bounds, manner: Manner): Granted {
  const lines = [...granted.parts.keys()].filter((cell) => cell.kind === 'line');
  return bringDown(granted, bounds.goods, lines, bounds, manner);
}

/**
 * Brings the parts of some cells down to bounds on their sum. A capped percentage (or spread sum) is allocated anew by the
 * usual weights, any other capped offer by the discounts it had formed.
 */
function bringDown(
  granted: Granted,
  totals: readonly Total[],
  cells: readonly Cell[],
  bounds: Bounds,
  manner: Manner,
): Granted {
  const before = totalOf(granted.parts, cells);
  const { amount, cuts } = applyTotals(before, totals);
  if (amount === before) return granted;
  const open = cells.map((cell) => ({
    cell,
    weight: weightAnew(cell, granted, manner),
    most: mostOf(bounds, cell),
  }));
  const spread = allocate(amount, open, { ...manner.policy, overflow: 'to-others' });
  const parts = new Map([...granted.parts, ...spread.parts]);
  const shown = cells.length > 1 && cells.length === granted.parts.size;
  return {
    ...granted,
    parts,
    amount: totalOf(parts),
    cuts: [...granted.cuts, ...cuts],
    ...(shown && { spread }),
  };
}

/** On picked units the usual weight is what those units have left. */
function weightAnew(cell: Cell, { formed, parts }: Granted, manner: Manner): bigint {
  if (formed.kind === 'sum') return weightOf(cell, manner);
  if (formed.percent === undefined) return amountOf(parts, cell);
  if (!formed.groups) return weightOf(cell, manner);
  return formed.parts.find((part) => part.cell === cell)?.base ?? 0n;
}

function claims(cells: readonly Cell[], bounds: Bounds, manner: Manner): readonly Claim[] {
  return cells.map((cell) => claim(cell, bounds, manner));
}

function claim(cell: Cell, bounds: Bounds, manner: Manner): Claim {
  return { cell, weight: weightOf(cell, manner), most: greatest(0n, mostOf(bounds, cell)) };
}

/** Section 2, weights; a cell with nothing left takes no share. */
function weightOf(cell: Cell, { policy, view }: Manner): bigint {
  const left = amountOf(view.left, cell);
  if (left === 0n) return 0n;
  switch (policy.weights) {
    case 'value':
      return policy.after === undefined ? left : (view.after.get(policy.after)?.get(cell) ?? cell.list);
    case 'list':
      return cell.list;
    case 'quantity':
      return cell.kind === 'line' ? BigInt(cell.line.quantity) : 1n;
    case 'equally':
      return 1n;
  }
}
