import type { BundleOffer } from '../check/ruleset.js';
import { type Environment, withLine } from './environment.js';
import { holds } from './expressions.js';
import { unitCount } from './groups.js';
import { least } from './rational.js';
import { countOf, deal, rank, type UnitGroup, type Units, without } from './units.js';

interface Demand {
  readonly count: bigint;
  readonly units: Units;
}

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

/** The most sets for which every combination of parts finds enough units among those any of them may take. */
function mostSets(demands: readonly Demand[]): bigint {
  const limits = subsets(demands).map((some) => {
    const wanted = some.reduce((total, demand) => total + demand.count, 0n);
    return wanted === 0n ? undefined : countOf(union(some)) / wanted;
  });
  const [first, ...others] = limits.filter((limit) => limit !== undefined);
  return first === undefined ? 0n : least(first, ...others);
}

/** Every combination of one or more parts. */
function subsets(demands: readonly Demand[]): readonly (readonly Demand[])[] {
  const count = 2 ** demands.length - 1;
  return Array.from({ length: count }, (_, index) =>
    demands.filter((__, part) => ((index + 1) >> part) % 2 === 1),
  );
}

function union(demands: readonly Demand[]): Units {
  const all: Units = demands.flatMap((demand) => demand.units);
  return all.filter(
    (run, index) => all.findIndex((other) => other.line === run.line && other.left === run.left) === index,
  );
}

/** Each part in turn takes its units for all sets, then the sets take theirs from each part's, dearest first. */
function dealOut(demands: readonly Demand[], sets: bigint): readonly UnitGroup[] {
  let open = demands.map((demand) => ({ ...demand, count: demand.count * sets }));
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
  let low = 0n;
  let high = least(run.count, wanted);
  while (low < high) {
    const count = (low + high + 1n) / 2n;
    const after = demands.map((demand, index) => ({
      count: index === part ? wanted - count : demand.count,
      units: without(demand.units, [{ ...run, count }]),
    }));
    if (isEnough(after)) low = count;
    else high = count - 1n;
  }
  return low;
}

function isEnough(demands: readonly Demand[]): boolean {
  return subsets(demands).every(
    (some) => countOf(union(some)) >= some.reduce((total, demand) => total + demand.count, 0n),
  );
}
