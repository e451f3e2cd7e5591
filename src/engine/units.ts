import type { CartLine } from '../cart/types.js';
import type { Moment } from './moment.js';

/** Units of one line that have the same amount left. */
export interface UnitRun {
  readonly line: number;
  readonly left: number;
  readonly count: number;
}

export type Units = readonly UnitRun[];

/** Units that an offer stands on together, `times` over: it is formed on the picked ones, the others only open it. */
export interface UnitGroup {
  readonly picked: Units;
  readonly openers: Units;
  readonly times: number;
}

/** The units of a line: `left` split evenly, differing by at most one, larger ones first. */
export function unitsOf(line: number, left: number, quantity: number): Units {
  const larger = left % quantity;
  const smaller = { line, left: (left - larger) / quantity, count: quantity - larger };
  return larger === 0 ? [smaller] : [{ line, left: smaller.left + 1, count: larger }, smaller];
}

/** Section 5, groups: ranked by what is left on them, dearest first; ties by SKU, then line id. */
export function rank(lines: readonly number[], moment: Moment, first: 'dearest' | 'cheapest'): Units {
  const { base, spoken } = moment;
  const runs = lines.flatMap((line) => {
    const units = unitsOf(line, base[line] as number, quantityOf(line, moment));
    return spoken ? split(units, spoken[line] as number)[1] : units;
  });
  runs.sort((a, b) => byRank(a, b, moment.lines));
  return first === 'dearest' ? runs : runs.reverse();
}

function byRank(a: UnitRun, b: UnitRun, lines: readonly CartLine[]): number {
  if (a.left !== b.left) return b.left - a.left;
  const one = lines[a.line] as CartLine;
  const other = lines[b.line] as CartLine;
  return compareText(one.sku, other.sku) || compareText(one.id, other.id);
}

/** Ids sort by UTF-16 code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function quantityOf(line: number, { lines }: Moment): number {
  return (lines[line] as CartLine).quantity;
}

export function countOf(units: Units): number {
  let total = 0;
  for (const { count } of units) total += count;
  return total;
}

export function leftOf(units: Units): number {
  let total = 0;
  for (const { left, count } of units) total += left * count;
  return total;
}

/** The first `count` units, and those behind them. */
export function split(units: Units, count: number): readonly [Units, Units] {
  const taken: UnitRun[] = [];
  let open = count;
  for (let index = 0; index < units.length; index += 1) {
    const run = units[index] as UnitRun;
    if (open <= 0) return [taken, units.slice(index)];
    const from = Math.min(run.count, open);
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
export function lastOf(units: Units, count: number): Units {
  return split(units, Math.max(0, countOf(units) - count))[1];
}

/** Units that are dealt out, so many to each set. */
export interface Pile {
  readonly count: number;
  readonly units: Units;
}

/** What a set got of each pile, and how many sets got alike. */
export interface Dealt {
  readonly units: readonly Units[];
  readonly times: number;
}

/** Deals units out from the top of every pile; alike sets that follow each other stand once. */
export function deal(piles: readonly Pile[], sets: number): readonly Dealt[] {
  const tops = piles.map((pile) => new Top(pile));
  const dealt: Dealt[] = [];
  for (let open = sets; open > 0; ) {
    const times = Math.min(open, ...tops.map((top) => top.alikeSets()));
    dealt.push({ units: tops.map((top) => top.oneSet()), times });
    for (const top of tops) top.drop(times);
    open -= times;
  }
  return dealt;
}

/** How far a pile is dealt out. */
class Top {
  readonly #units: Units;
  readonly #count: number;
  #at = 0;
  /** Units of the run at hand that are gone. */
  #gone = 0;

  constructor({ count, units }: Pile) {
    this.#units = units;
    this.#count = count;
  }

  /** For how many sets the top run lasts, but for one; a pile that is spent gives nothing to any. */
  alikeSets(): number {
    const top = this.#units[this.#at];
    if (!top || this.#count === 0) return Infinity;
    return Math.max(1, Math.floor((top.count - this.#gone) / this.#count));
  }

  /** What the next set gets. */
  oneSet(): Units {
    const units: UnitRun[] = [];
    let gone = this.#gone;
    for (let at = this.#at, open = this.#count; open > 0 && at < this.#units.length; at += 1) {
      const run = this.#units[at] as UnitRun;
      const count = Math.min(run.count - gone, open);
      units.push({ ...run, count });
      open -= count;
      gone = 0;
    }
    return units;
  }

  drop(sets: number): void {
    let open = this.#count * sets;
    for (let run = this.#units[this.#at]; run && open > 0; run = this.#units[this.#at]) {
      const count = Math.min(run.count - this.#gone, open);
      open -= count;
      this.#gone += count;
      if (this.#gone < run.count) return;
      this.#gone = 0;
      this.#at += 1;
    }
  }
}
