import type { NumberGetter } from './expressions.js';
import { linesFor, scopeOf } from './expressions.js';
import { compare, floor, toNumber } from './exact.js';
import type { Moment } from './moment.js';
import { countOf, deal, lastOf, rank, split, type UnitGroup, type Units, without } from './units.js';

/** A condition on the line in hand. */
export type LineTest = (moment: Moment) => boolean;

/** `every N units`, compiled. */
export interface EveryUnits {
  readonly units: NumberGetter;
  readonly of: LineTest | undefined;
  readonly first: 'dearest' | 'cheapest';
  readonly ofAll: boolean;
}

/** `the cheapest K`, compiled. */
export interface Pick {
  readonly which: 'cheapest' | 'dearest';
  readonly count: NumberGetter;
  readonly of: LineTest | undefined;
  readonly allOrNone: boolean;
}

/** A count of units as a whole number; missing or negative counts none. */
export function unitCount(count: NumberGetter, moment: Moment): number {
  const value = count(moment);
  return value !== undefined && compare(value, 0) > 0 ? toNumber(floor(value)) : 0;
}

/** The units that may form groups: the scope's, or those of its lines that the promotion names. */
export function qualifiers(every: EveryUnits, moment: Moment): Units {
  return rank(linesWhere(every.of, moment), moment, every.first);
}

/** The standing's lines for which a condition holds. */
export function linesWhere(where: LineTest | undefined, moment: Moment): readonly number[] {
  return where ? linesFor(where, scopeOf(moment), moment) : scopeOf(moment);
}

/** Section 5, `every N units`: the groups, at most `times`, with the units that the offer picks in each. */
export function groupsOf(
  every: EveryUnits,
  pick: Pick | undefined,
  moment: Moment,
  times: number,
): readonly UnitGroup[] {
  const size = unitCount(every.units, moment);
  if (size === 0) return [];
  const units = qualifiers(every, moment);
  if (pick?.of) return rounds(units, size, pick, moment, times);
  if (every.ofAll && pick) return picksOfAll(units, size, pick, moment, times);
  return cut(units, size, times).map((group) => {
    if (!pick) return group;
    const picked = pickFrom(group.picked, every.first, pick, moment);
    return { ...group, picked, openers: without(group.picked, picked) };
  });
}

/** Cuts a ranking into full groups. */
function cut(units: Units, size: number, times: number): readonly UnitGroup[] {
  const groups = Math.min(times, Math.floor(countOf(units) / size));
  return deal([{ count: size, units }], groups).map((dealt) => ({
    picked: dealt.units.flat(),
    openers: [],
    times: dealt.times,
  }));
}

/** `the cheapest K`, `the dearest K` of one group, which stands in its order. */
function pickFrom(group: Units, first: EveryUnits['first'], pick: Pick, moment: Moment): Units {
  const count = unitCount(pick.count, moment);
  return pick.which === first ? split(group, count)[0] : lastOf(group, count);
}

/** `cheapest of all`: the groups are counted, but their picks come from the whole scope, K for each. */
function picksOfAll(
  units: Units,
  size: number,
  pick: Pick,
  moment: Moment,
  times: number,
): readonly UnitGroup[] {
  const groups = Math.min(times, Math.floor(countOf(units) / size));
  const count = unitCount(pick.count, moment);
  const [picked] = split(rank(scopeOf(moment), moment, pick.which), groups * count);
  const openers = without(split(units, groups * size)[0], picked);
  // A group that picks more units than it counts is no group of its own: one stands for all.
  if (count > size) return [{ picked, openers, times: 1 }];
  const piles = [
    { count, units: picked },
    { count: size - count, units: openers },
  ];
  return deal(piles, groups).map((dealt) => {
    const [own = [], others = []] = dealt.units;
    return { picked: own, openers: others, times: dealt.times };
  });
}

/** Targets apart: a round takes its qualifiers, then up to K unused targets; rounds go on while both last. */
function rounds(units: Units, size: number, pick: Pick, moment: Moment, times: number): readonly UnitGroup[] {
  const groups: UnitGroup[] = [];
  const most = unitCount(pick.count, moment);
  let buy = units;
  let get = rank(linesWhere(pick.of, moment), moment, pick.which);
  let open = times;
  while (open > 0) {
    const [bought] = split(buy, size);
    if (countOf(bought) < size) break;
    const [picked] = split(without(get, bought), most);
    if (picked.length === 0 || (pick.allOrNone && countOf(picked) < most)) break;
    const used = [...bought, ...picked];
    const repeat = Math.min(open, repeats(bought, picked, buy, get));
    const spent = used.map((each) => ({ ...each, count: each.count * repeat }));
    groups.push({ picked, openers: bought, times: repeat });
    buy = without(buy, spent);
    get = without(get, spent);
    open -= repeat;
  }
  return groups;
}

/** How often the same round comes again: while one run of qualifiers and one run of targets last. */
function repeats(bought: Units, picked: Units, buy: Units, get: Units): number {
  const [buyer, target] = [bought[0], picked[0]];
  if (bought.length !== 1 || picked.length !== 1 || !buyer || !target) return 1;
  const same = buyer.line === target.line && buyer.left === target.left;
  const buyers = buy[0]?.count ?? 0;
  if (same) return Math.floor(buyers / (buyer.count + target.count));
  const targets = get.find((run) => run.line === target.line && run.left === target.left)?.count ?? 0;
  return Math.max(1, Math.min(Math.floor(buyers / buyer.count), Math.floor(targets / target.count)));
}
