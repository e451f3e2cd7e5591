import type { Opening, Pick } from '../check/ruleset.js';
import type { LineCell } from './cells.js';
import { holds, numberOf } from './expressions.js';
import { type Environment, withLine } from './environment.js';
import { floor, least } from './rational.js';
import { countOf, deal, lastOf, rank, split, type UnitGroup, type Units, without } from './units.js';

export type EveryUnits = Extract<Opening, { kind: 'every-units' }>;

/** A count of units as a whole number; missing or negative counts none. */
export function unitCount(count: Pick['count'], environment: Environment): bigint {
  const value = numberOf(count, environment);
  return value && value.compare(0) > 0 ? floor(value) : 0n;
}

/** The units that may form groups: the scope's, or those of its lines that the promotion names. */
export function qualifiers(every: EveryUnits, environment: Environment): Units {
  return rank(linesWhere(every.of, environment), environment, every.first);
}

/** The standing's lines for which a condition holds. */
export function linesWhere(where: EveryUnits['of'], environment: Environment): readonly LineCell[] {
  const { scope } = environment;
  return where ? scope.filter((line) => holds(where, withLine(environment, line))) : scope;
}

/** Section 5, `every N units`: the groups, at most `times`, with the units that the offer picks in each. */
export function groupsOf(
  every: EveryUnits,
  pick: Pick | undefined,
  environment: Environment,
  times: bigint,
): readonly UnitGroup[] {
  const size = unitCount(every.units, environment);
  if (size === 0n) return [];
  const units = qualifiers(every, environment);
  if (pick?.of) return rounds(units, size, pick, environment, times);
  if (every.ofAll && pick) return picksOfAll(units, size, pick, environment, times);
  return cut(units, size, times).map((group) => {
    if (!pick) return group;
    const picked = pickFrom(group.picked, every.first, pick, environment);
    return { ...group, picked, openers: without(group.picked, picked) };
  });
}

/** Cuts a ranking into full groups. */
function cut(units: Units, size: bigint, times: bigint): readonly UnitGroup[] {
  const groups = least(times, countOf(units) / size);
  return deal([{ count: size, units }], groups).map((dealt) => ({
    picked: dealt.units.flat(),
    openers: [],
    times: dealt.times,
  }));
}

/** `the cheapest K`, `the dearest K` of one group, which stands in its order. */
function pickFrom(group: Units, first: EveryUnits['first'], pick: Pick, environment: Environment): Units {
  const count = unitCount(pick.count, environment);
  return pick.which === first ? split(group, count)[0] : lastOf(group, count);
}

/** `cheapest of all`: the groups are counted, but their picks come from the whole scope, K for each. */
function picksOfAll(
  units: Units,
  size: bigint,
  pick: Pick,
  environment: Environment,
  times: bigint,
): readonly UnitGroup[] {
  const groups = least(times, countOf(units) / size);
  const count = unitCount(pick.count, environment);
  const [picked] = split(rank(environment.scope, environment, pick.which), groups * count);
  const openers = without(split(units, groups * size)[0], picked);
  // A group that picks more units than it counts is no group of its own: one stands for all.
  if (count > size) return [{ picked, openers, times: 1n }];
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
function rounds(
  units: Units,
  size: bigint,
  pick: Pick,
  environment: Environment,
  times: bigint,
): readonly UnitGroup[] {
  const groups: UnitGroup[] = [];
  const most = unitCount(pick.count, environment);
  let buy = units;
  let get = rank(linesWhere(pick.of, environment), environment, pick.which);
  let open = times;
  while (open > 0n) {
    const [bought] = split(buy, size);
    if (countOf(bought) < size) break;
    const [picked] = split(without(get, bought), most);
    if (picked.length === 0 || (pick.allOrNone && countOf(picked) < most)) break;
    const used = [...bought, ...picked];
    const repeat = least(open, repeats(bought, picked, buy, get));
    const spent = used.map((run) => ({ ...run, count: run.count * repeat }));
    groups.push({ picked, openers: bought, times: repeat });
    buy = without(buy, spent);
    get = without(get, spent);
    open -= repeat;
  }
  return groups;
}

/** How often the same round comes again: while one run of qualifiers and one run of targets last. */
function repeats(bought: Units, picked: Units, buy: Units, get: Units): bigint {
  const [buyer, target] = [bought[0], picked[0]];
  if (bought.length !== 1 || picked.length !== 1 || !buyer || !target) return 1n;
  const same = buyer.line === target.line && buyer.left === target.left;
  if (same) return (buy[0]?.count ?? 0n) / (buyer.count + target.count);
  const targets = get.find((run) => run.line === target.line && run.left === target.left)?.count ?? 0n;
  const times = least((buy[0]?.count ?? 0n) / buyer.count, targets / target.count);
  return times > 0n ? times : 1n;
}
