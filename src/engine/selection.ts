import type { UnitPositions } from '../plan/types.js';
import type { NumberGetter } from './expressions.js';
import { scopeOf } from './expressions.js';
import { type EveryUnits, groupsOf, linesWhere, type Pick, unitCount } from './groups.js';
import type { Moment } from './moment.js';
import { countOf, deal, rank, split, type UnitGroup, type Units } from './units.js';

/** The units that an offer is formed on, where it is not formed on whole lines. */
export interface Selection {
  readonly groups: readonly UnitGroup[];
  /** Picked units take a percentage each; otherwise it is worked out on all of them together. */
  readonly perUnit: boolean;
  /** The groups already stand for every time that the threshold was met. */
  readonly counted: boolean;
}

/** `for at most N units`, compiled. */
export interface UnitLimit {
  readonly count: NumberGetter;
  readonly which: 'cheapest' | 'dearest';
  readonly per: 'standing' | 'line' | 'customer';
}

/** What an offer chooses its units by. */
export interface Choosing {
  readonly every: EveryUnits | undefined;
  readonly pick: Pick | undefined;
  readonly positions: UnitPositions | undefined;
  /** The offer's own, then the promotion's. */
  readonly limits: readonly UnitLimit[];
}

/** Section 5: groups, picks, positions and `for at most N units`; nothing when the offer is formed on whole lines. */
export function selectionOf(
  choosing: Choosing,
  times: number,
  hadUnits: number,
  moment: Moment,
): Selection | undefined {
  const picked = pickedBy(choosing, times, moment);
  const { limits } = choosing;
  if (limits.length === 0 && !picked && !moment.spoken) return undefined;
  const from = picked ?? {
    groups: [allOf(rank(scopeOf(moment), moment, 'dearest'))],
    perUnit: false,
    counted: false,
  };
  return {
    ...from,
    groups: limits.reduce((groups, limit) => atMost(groups, limit, hadUnits, moment), from.groups),
  };
}

function allOf(units: Units): UnitGroup {
  return { picked: units, openers: [], times: 1 };
}

function pickedBy(
  { every, pick, positions }: Choosing,
  times: number,
  moment: Moment,
): Selection | undefined {
  if (every) return { groups: groupsOf(every, pick, moment, times), perUnit: true, counted: true };
  if (pick) return { groups: pickTimes(pick, times, moment), perUnit: true, counted: true };
  if (positions) return { groups: [allOf(byPosition(positions, moment))], perUnit: true, counted: false };
  return undefined;
}

/** Without groups, `the cheapest K` picks from the whole scope, K for each step; `all or none` demands K. */
function pickTimes(pick: Pick, times: number, moment: Moment): readonly UnitGroup[] {
  const count = unitCount(pick.count, moment);
  if (count === 0) return [];
  const units = rank(linesWhere(pick.of, moment), moment, pick.which);
  const others = pick.allOrNone ? 0 : count - 1;
  const most = Math.floor((countOf(units) + others) / count);
  return deal([{ count, units }], Math.min(times, most)).map((dealt) => ({
    picked: dealt.units.flat(),
    openers: [],
    times: dealt.times,
  }));
}

/** `unit 1`, `units 2 to 5`: by position among the scope's units, dearest first. */
function byPosition({ from, to }: UnitPositions, moment: Moment): Units {
  const [, behind] = split(rank(scopeOf(moment), moment, 'dearest'), from - 1);
  return to === undefined ? behind : split(behind, to - from + 1)[0];
}

/** `for at most N units`: per standing, per line, or per customer less those the customer had before. */
function atMost(
  groups: readonly UnitGroup[],
  limit: UnitLimit,
  hadUnits: number,
  moment: Moment,
): readonly UnitGroup[] {
  const all = unitCount(limit.count, moment);
  const allowance = new Allowance(
    limit.per === 'customer' ? Math.max(0, all - hadUnits) : all,
    limit.per === 'line',
  );
  return groups.flatMap((group) => allowance.cut(group, limit.which));
}

/** The units still to be had, of each line or of all together; used up group by group. */
class Allowance {
  readonly #units: number;
  readonly #perLine: boolean;
  readonly #used = new Map<number, number>();

  constructor(units: number, perLine: boolean) {
    this.#units = units;
    this.#perLine = perLine;
  }

  /** Alike groups stay whole while they fit; then each takes what is still to be had, the dearest (or cheapest) first. */
  cut(group: UnitGroup, which: 'cheapest' | 'dearest'): readonly UnitGroup[] {
    const whole = Math.min(group.times, this.#wholeGroups(group.picked));
    this.#use(group.picked, whole);
    const kept = whole > 0 ? [{ ...group, times: whole }] : [];
    for (let open = group.times - whole; open > 0; open -= 1) {
      const picked = this.#some(inOrder(group.picked, which));
      if (picked.length === 0) break;
      kept.push({ ...group, picked, times: 1 });
    }
    return kept;
  }

  /** All lines share one allowance, unless each has its own. */
  #holder(line: number): number {
    return this.#perLine ? line : -1;
  }

  #rest(line: number): number {
    return this.#units - (this.#used.get(this.#holder(line)) ?? 0);
  }

  #use(units: Units, times: number): void {
    for (const { line, count } of units) {
      const holder = this.#holder(line);
      this.#used.set(holder, (this.#used.get(holder) ?? 0) + count * times);
    }
  }

  #wholeGroups(units: Units): number {
    const times = units.map(({ line }) => {
      const wanted = countOf(this.#perLine ? units.filter((run) => run.line === line) : units);
      return Math.floor(this.#rest(line) / wanted);
    });
    const [first = 0, ...others] = times;
    return Math.min(first, ...others);
  }

  #some(units: Units): Units {
    return units.flatMap((run) => {
      const count = Math.min(run.count, this.#rest(run.line));
      if (count <= 0) return [];
      this.#use([{ ...run, count }], 1);
      return [{ ...run, count }];
    });
  }
}

function inOrder(units: Units, which: 'cheapest' | 'dearest'): Units {
  const sorted = units.toSorted((a, b) => b.left - a.left);
  return which === 'dearest' ? sorted : sorted.toReversed();
}
