import type { BundleOffer } from '../check/ruleset.js';
import { type Environment, withLine } from './environment.js';
import { holds } from './expressions.js';
import { canBeFilled, type Demand } from './fill.js';
import { unitCount } from './groups.js';
import { least } from './rational.js';
import { countOf, deal, rank, type UnitGroup, type Units, without } from './units.js';

/** Section 5, `bundle`: sets, as many as the cart holds; each part takes the dearest units that leave the others theirs. */
export function bundlesOf(
  { parts }: BundleOffer,
  environment: Environment,
  times: bigint,
): readonly UnitGroup[] {
  const ranked = rank(environment.scope, environment, 'dearest');
  const demands = parts.map(({ count, where }) => ({
    count: unitCount(count, environment),
    units: ranked.filter((run) => holds(where, withLine(environment, run.line))),
  }));
  const sets = least(times, mostSets(demands));
  return sets === 0n ? [] : dealOut(demands, sets);
}

/** The most sets that the parts can fill together. */
function mostSets(demands: readonly Demand[]): bigint {
  const limits = demands.flatMap(({ count, units }) => (count > 0n ? [countOf(units) / count] : []));
  const [first = 0n, ...others] = limits;
  return mostThat(least(first, ...others), (sets) => canBeFilled(forSets(demands, sets)));
}

function forSets(demands: readonly Demand[], sets: bigint): readonly Demand[] {
  return demands.map((demand) => ({ ...demand, count: demand.count * sets }));
}

/** The greatest number up to `most` that is possible, where every smaller one is too. */
function mostThat(most: bigint, isPossible: (count: bigint) => boolean): bigint {
  let low = 0n;
  let high = most;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (isPossible(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}

/** Each part in turn takes its units for all sets, then the sets take theirs from each part's, dearest first. */
function dealOut(demands: readonly Demand[], sets: bigint): readonly UnitGroup[] {
  let open = forSets(demands, sets);
  const shares: Units[] = [];
  for (let part = 0; part < demands.length; part++) {
    const taken = takePart(open, part);
    shares.push(taken);
    open = open.map((demand, index) => ({
      count: index <= part ? 0n : demand.count,
      units: without(demand.units, taken),
    }));
  }
  const piles = demands.map(({ count }, part) => ({ count, units: shares[part] ?? [] }));
  return deal(piles, sets).map(({ units, times }) => ({ picked: units.flat(), openers: [], times }));
}

/** Unit run by unit run, as many as leave the later parts enough. */
function takePart(open: readonly Demand[], part: number): Units {
  let wanted = open[part]?.count ?? 0n;
  let demands = open;
  const taken: Units[number][] = [];
  for (const run of open[part]?.units ?? []) {
    const count = mostThatLeavesEnough(demands, part, run, wanted);
    if (count === 0n) continue;
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
  wanted: bigint,
): bigint {
  return mostThat(least(run.count, wanted), (count) =>
    canBeFilled(
      demands.map((demand, index) => ({
        count: index === part ? wanted - count : demand.count,
        units: without(demand.units, [{ ...run, count }]),
      })),
    ),
  );
}
