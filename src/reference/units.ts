import { amountOf, compareText, type LineCell, unitsOf } from './cells.js';
import type { Environment } from './environment.js';
import { greatest, least } from './rational.js';

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
  let open = count;
  for (const [index, run] of units.entries()) {
    if (open <= 0n) return [taken, units.slice(index)];
    const from = least(run.count, open);
    taken.push({ ...run, count: from });
    open -= from;
    if (from < run.count) return [taken, [{ ...run, count: run.count - from }, ...units.slice(index + 1)]];
  }
  return [taken, []];
}

/** What remains of some units when others are taken out. */
export function without(units: Units, taken: Units): Units {
  const rest = [...units];
  for (const { line, left, count } of taken) {
    const place = rest.findIndex((run) => run.line === line && run.left === left);
    const run = rest[place];
    if (!run) continue;
    if (run.count > count) rest[place] = { ...run, count: run.count - count };
    else rest.splice(place, 1);
  }
  return rest;
}

/** The last `count` units of a ranking. */
export function lastOf(units: Units, count: bigint): Units {
  const all = countOf(units);
  return split(units, all > count ? all - count : 0n)[1];
}

/** Units that are dealt out, so many to each set. */
export interface Pile {
  readonly count: bigint;
  readonly units: Units;
}

/** What a set got of each pile, and how many sets got alike. */
export interface Dealt {
  readonly units: readonly Units[];
  readonly times: bigint;
}

/** Deals units out from the top of every pile; alike sets that follow each other stand once. */
export function deal(piles: readonly Pile[], sets: bigint): readonly Dealt[] {
  const dealt: Dealt[] = [];
  let rest = piles;
  for (let open = sets; open > 0n; ) {
    const times = least(open, ...alikeSets(rest));
    dealt.push({ units: rest.map(({ units, count }) => split(units, count)[0]), times });
    rest = rest.map(({ units, count }) => ({ count, units: split(units, count * times)[1] }));
    open -= times;
  }
  return dealt;
}

/** For how many sets the top run of each pile lasts, but for one; a pile that is spent gives nothing to any. */
function alikeSets(piles: readonly Pile[]): readonly bigint[] {
  return piles.flatMap(({ count, units: [top] }) =>
    top && count > 0n ? [greatest(1n, top.count / count)] : [],
  );
}
