import { amountOf, compareText, type LineCell, unitsOf } from './cells.js';
import type { Environment } from './environment.js';

/** Units of one line that have the same amount left. */
export interface UnitRun {
  readonly line: LineCell;
  readonly left: bigint;
  readonly count: bigint;
}

export type Units = readonly UnitRun[];

/** Units that an offer stands on together, `times` over: it is formed on the picked ones, the others only open it. */
export interface UnitGroup {
  readonly picked: Units;
  readonly openers: Units;
  readonly times: bigint;
}

/** Section 5, groups: ranked by what is left on them, dearest first; ties by SKU, then line id. */
export function rank(
  lines: readonly LineCell[],
  { view, spoken }: Environment,
  first: 'dearest' | 'cheapest',
): Units {
  const runs = lines.flatMap((line) => {
    const units = unitsOf(amountOf(view.left, line), line.line.quantity).map((unit) => ({ line, ...unit }));
    return split(units, spoken?.get(line) ?? 0n)[1];
  });
  const dearestFirst = runs.toSorted(byRank);
  return first === 'dearest' ? dearestFirst : dearestFirst.toReversed();
}

function byRank(a: UnitRun, b: UnitRun): number {
  if (a.left !== b.left) return a.left > b.left ? -1 : 1;
  return compareText(a.line.line.sku, b.line.line.sku) || compareText(a.line.id, b.line.id);
}

export function countOf(units: Units): bigint {
  return units.reduce((total, run) => total + run.count, 0n);
}

export function leftOf(units: Units): bigint {
  return units.reduce((total, run) => total + run.left * run.count, 0n);
}

/** The first `count` units, and those behind them. */
export function split(units: Units, count: bigint): readonly [Units, Units] {
  const taken: UnitRun[] = [];
  const rest: UnitRun[] = [];
  let open = count;
  for (const run of units) {
    const from = run.count < open ? run.count : open;
    if (from > 0n) taken.push({ ...run, count: from });
    if (from < run.count) rest.push({ ...run, count: run.count - from });
    open -= from;
  }
  return [taken, rest];
}

/** What remains of some units when others are taken out. */
export function without(units: Units, taken: Units): Units {
  return units.flatMap((run) => {
    const gone = taken.filter((other) => other.line === run.line && other.left === run.left);
    const count = run.count - countOf(gone);
    return count > 0n ? [{ ...run, count }] : [];
  });
}

/** The last `count` units of a ranking. */
export function lastOf(units: Units, count: bigint): Units {
  const all = countOf(units);
  return split(units, all > count ? all - count : 0n)[1];
}
