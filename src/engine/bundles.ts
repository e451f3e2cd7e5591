import { scopeOf } from './expressions.js';
import type { NumberGetter } from './expressions.js';
import { canBeFilled, type Demand } from './fill.js';
import { type LineTest, unitCount } from './groups.js';
import type { Moment } from './moment.js';
import { countOf, deal, rank, type UnitGroup, type Units, without } from './units.js';

/** One part of a bundle, compiled. */
export interface BundlePart {
  readonly count: NumberGetter;
  readonly where: LineTest;
}

/** Section 5, `bundle`: sets, as many as the cart holds; each part takes the dearest units that leave the others theirs. */
export function bundlesOf(parts: readonly BundlePart[], moment: Moment, times: number): readonly UnitGroup[] {
  const ranked = rank(scopeOf(moment), moment, 'dearest');
  const demands = parts.map(({ count, where }) => ({
    count: unitCount(count, moment),
    units: unitsFor(where, ranked, moment),
  }));
  const sets = Math.min(times, mostSets(demands));
  return sets === 0 ? [] : dealOut(demands, sets);
}

function unitsFor(where: LineTest, units: Units, moment: Moment): Units {
  const found = units.filter(({ line }) => {
    moment.line = line;
    return where(moment);
  });
  moment.line = -1;
  return found;
}

/** The most sets that the parts can fill together. */
function mostSets(demands: readonly Demand[]): number {
  const limits = demands.flatMap(({ count, units }) =>
    count > 0 ? [Math.floor(countOf(units) / count)] : [],
  );
  const [first = 0, ...others] = limits;
  return mostThat(Math.min(first, ...others), (sets) => canBeFilled(forSets(demands, sets)));
}

function forSets(demands: readonly Demand[], sets: number): readonly Demand[] {
  return demands.map((demand) => ({ ...demand, count: demand.count * sets }));
}

/** The greatest number up to `most` that is possible, where every smaller one is too. */
function mostThat(most: number, isPossible: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high + 1) / 2);
    if (isPossible(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Each part in turn takes its units for all sets, then the sets take theirs from each part's, dearest first. */
function dealOut(demands: readonly Demand[], sets: number): readonly UnitGroup[] {
  let open = forSets(demands, sets);
  const shares: Units[] = [];
  for (let part = 0; part < demands.length; part += 1) {
    const taken = takePart(open, part);
    shares.push(taken);
    open = open.map((demand, index) => ({
      count: index <= part ? 0 : demand.count,
      units: without(demand.units, taken),
    }));
  }
  const piles = demands.map(({ count }, part) => ({ count, units: shares[part] ?? [] }));
  return deal(piles, sets).map(({ units, times }) => ({ picked: units.flat(), openers: [], times }));
}

/** Unit run by unit run, as many as leave the later parts enough. */
function takePart(open: readonly Demand[], part: number): Units {
  let wanted = open[part]?.count ?? 0;
  let demands = open;
  const taken: Units[number][] = [];
  for (const run of open[part]?.units ?? []) {
    const count = mostThatLeavesEnough(demands, part, run, wanted);
    if (count === 0) continue;
    const some = { ...run, count };
    taken.push(some);
    wanted -= count;
    demands = demands.map((demand, index) => ({
      count: index === part ? wanted : demand.count,
      units: without(demand.units, [some]),
    }));
  }
  return taken;
}

function mostThatLeavesEnough(
  demands: readonly Demand[],
  part: number,
  run: Units[number],
  wanted: number,
): number {
  return mostThat(Math.min(run.count, wanted), (count) =>
    canBeFilled(
      demands.map((demand, index) => ({
        count: index === part ? wanted - count : demand.count,
        units: without(demand.units, [{ ...run, count }]),
      })),
    ),
  );
}
