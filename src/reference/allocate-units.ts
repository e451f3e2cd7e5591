import { byRank, type Policy, type Share } from './allocate.js';
import { byId } from './cells.js';
import { least, ratio, round, sum } from './rational.js';
import type { UnitRun, Units } from './units.js';

/** Alike units of one run, and what each of them gets. */
interface Given extends Share {
  readonly run: UnitRun;
  /** The run's place by line id. */
  readonly place: number;
  readonly count: bigint;
}

/**
 * Section 5, groups: what each run of units gets of a sum that is allocated over single units by what is left on them. It comes
 * to what `allocate` gives them one by one; alike units are reckoned together, for a line may have a million.
 */
export function allocateOverUnits(
  amount: bigint,
  units: Units,
  policy: Policy,
): ReadonlyMap<UnitRun, bigint> {
  const runs = units.filter((run) => run.left > 0n).toSorted((a, b) => byId(a.line, b.line));
  const { share } = policy;
  return share === 'in-turn' ? unitsInTurn(amount, runs) : unitsInRounds(amount, runs, { ...policy, share });
}

type Rounded = Policy & { readonly share: Exclude<Policy['share'], 'in-turn'> };

/** Rounds go on until no unit overflows, or what overflows is given up. */
function unitsInRounds(amount: bigint, runs: Units, policy: Rounded): ReadonlyMap<UnitRun, bigint> {
  const totals = new Map<UnitRun, bigint>();
  const book = ({ run, count }: Given, each: bigint): void => {
    totals.set(run, (totals.get(run) ?? 0n) + each * count);
  };
  let open = runs.map((run, place) => ({ run, place, count: run.count }));
  for (let rest = amount; ; ) {
    const given = shareOut(rest, open, policy);
    const over = given.filter(({ run, share }) => share > run.left);
    if (over.length === 0 || policy.overflow === 'dropped') {
      for (const each of given) book(each, least(each.share, each.run.left));
      return totals;
    }
    for (const each of over) book(each, each.run.left);
    rest -= sum(over.map(({ run, count }) => run.left * count));
    open = given.filter(({ run, share }) => share <= run.left).toSorted((a, b) => a.place - b.place);
  }
}

/** `shares in turn`, unit by unit: nothing is missing in the end, and no unit gets more than what is left on it. */
function unitsInTurn(amount: bigint, runs: Units): ReadonlyMap<UnitRun, bigint> {
  let rest = amount;
  let weights = sum(runs.map((run) => run.left * run.count));
  return new Map(
    runs.map((run) => {
      const before = rest;
      for (let open = run.count; open > 0n; open--) {
        rest -= (rest * run.left) / weights;
        weights -= run.left;
      }
      return [run, before - rest];
    }),
  );
}

/** One round: rounded shares, then the missing minor units handed out, or a surplus taken back. */
function shareOut(
  amount: bigint,
  open: readonly Omit<Given, keyof Share>[],
  policy: Rounded,
): readonly Given[] {
  const weights = sum(open.map(({ run, count }) => run.left * count));
  if (weights === 0n) return [];
  const given = open.map((alike) => {
    const exact = ratio(amount * alike.run.left, weights);
    return { ...alike, weight: alike.run.left, exact, share: round(policy.share, exact) };
  });
  const missing = amount - sum(given.map(({ share, count }) => share * count));
  return handOut(missing, byRank(given, missing, policy.remainder), policy.remainder.startsWith('rest'));
}

/** One each to (or from) the first units in rank, or all of it. */
function handOut(missing: bigint, ranked: readonly Given[], whole: boolean): readonly Given[] {
  let rest = missing;
  let given = ranked;
  while (rest !== 0n) {
    const changed: Given[] = [];
    for (const alike of given) rest = handTo(alike, rest, whole, changed);
    given = changed;
  }
  return given;
}

/** Hands alike units their part; what is still to be handed out. */
function handTo(alike: Given, missing: bigint, whole: boolean, changed: Given[]): bigint {
  let rest = missing;
  let { count } = alike;
  while (rest !== 0n && count > 0n) {
    const { units, by } = change(alike.share, count, rest, whole);
    if (by === 0n) break;
    changed.push({ ...alike, count: units, share: alike.share + by });
    count -= units;
    rest -= by * units;
  }
  if (count > 0n) changed.push({ ...alike, count });
  return rest;
}

/** How many of some alike units next get how much more; none gives back more than its share. */
function change(
  share: bigint,
  count: bigint,
  rest: bigint,
  whole: boolean,
): { readonly units: bigint; readonly by: bigint } {
  if (rest > 0n) return whole ? { units: 1n, by: rest } : { units: least(rest, count), by: 1n };
  const by = least(share, whole ? -rest : 1n);
  return by === 0n ? { units: count, by } : { units: least(count, -rest / by), by: -by };
}
