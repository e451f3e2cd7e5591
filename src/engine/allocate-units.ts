import { mulDivRest, mulDivRound } from '../money/index.js';
import type { CartLine } from '../cart/types.js';
import type { Policy } from './allocate.js';
import type { Moment } from './moment.js';
import { compareText, type UnitRun, type Units } from './units.js';

/** Alike units of one run, and what each of them gets. */
interface Given {
  readonly run: UnitRun;
  /** The run's place by line id. */
  readonly place: number;
  readonly count: number;
  readonly share: number;
  /** What the share falls short of the exact one, in parts of the weights' sum; below 0 where it was rounded up. */
  readonly short: number;
}

/**
 * Section 5, groups: what each run of units gets of a sum that is allocated over single units by what is left on them. It comes
 * to what `allocate` gives them one by one; alike units are reckoned together, for a line may have a million.
 */
export function allocateOverUnits(
  amount: number,
  units: Units,
  policy: Policy,
  { lines }: Moment,
): ReadonlyMap<UnitRun, number> {
  const idOf = ({ line }: UnitRun): string => (lines[line] as CartLine).id;
  const runs = units.filter((run) => run.left > 0).sort((a, b) => compareText(idOf(a), idOf(b)));
  const { share } = policy;
  return share === 'in-turn' ? unitsInTurn(amount, runs) : unitsInRounds(amount, runs, { ...policy, share });
}

type Rounded = Policy & { readonly share: Exclude<Policy['share'], 'in-turn'> };

/** Rounds go on until no unit overflows, or what overflows is given up. */
function unitsInRounds(amount: number, runs: Units, policy: Rounded): ReadonlyMap<UnitRun, number> {
  const totals = new Map<UnitRun, number>();
  const book = ({ run, count }: Given, each: number): void => {
    totals.set(run, (totals.get(run) ?? 0) + each * count);
  };
  let open = runs.map((run, place) => ({ run, place, count: run.count }));
  for (let rest = amount; ; ) {
    const given = shareOut(rest, open, policy);
    const over = given.filter(({ run, share }) => share > run.left);
    if (over.length === 0 || policy.overflow === 'dropped') {
      for (const each of given) book(each, Math.min(each.share, each.run.left));
      return totals;
    }
    for (const each of over) {
      book(each, each.run.left);
      rest -= each.run.left * each.count;
    }
    open = given.filter(({ run, share }) => share <= run.left).sort((a, b) => a.place - b.place);
  }
}

/** `shares in turn`, unit by unit: nothing is missing in the end, and no unit gets more than what is left on it. */
function unitsInTurn(amount: number, runs: Units): ReadonlyMap<UnitRun, number> {
  let rest = amount;
  let weights = sumOfWeights(runs.map((run) => ({ run, count: run.count })));
  return new Map(
    runs.map((run) => {
      const before = rest;
      for (let open = run.count; open > 0; open -= 1) {
        rest -= mulDivRound('floor', rest, run.left, weights);
        weights -= run.left;
      }
      return [run, before - rest];
    }),
  );
}

function sumOfWeights(open: readonly Pick<Given, 'run' | 'count'>[]): number {
  return open.reduce((total, { run, count }) => total + run.left * count, 0);
}

/** One round: rounded shares, then the missing minor units handed out, or a surplus taken back. */
function shareOut(
  amount: number,
  open: readonly Pick<Given, 'run' | 'place' | 'count'>[],
  policy: Rounded,
): readonly Given[] {
  const weights = sumOfWeights(open);
  if (weights === 0) return [];
  let missing = amount;
  const given = open.map(({ run, place, count }) => {
    const share = mulDivRound(policy.share, amount, run.left, weights);
    const below = mulDivRound('floor', amount, run.left, weights);
    const rest = mulDivRest(amount, run.left, weights);
    missing -= share * count;
    return { run, place, count, share, short: share > below ? rest - weights : rest };
  });
  return handOut(missing, ranked(given, missing, policy.remainder), policy.remainder.startsWith('rest'));
}

/** Who gets the first missing unit (or gives back the first surplus one), who the next. `given` stand by id. */
function ranked(given: readonly Given[], missing: number, how: Policy['remainder']): readonly Given[] {
  switch (how) {
    case 'first':
    case 'rest-to-first':
      return given;
    case 'last':
    case 'rest-to-last':
      return given.toReversed();
    case 'largest-line':
      return given.toSorted((a, b) => b.run.left - a.run.left);
    case 'largest-fraction':
      return given.toSorted((a, b) => (missing < 0 ? a.short - b.short : b.short - a.short));
  }
}

/** One each to (or from) the first units in rank, or all of it. */
function handOut(missing: number, rank: readonly Given[], whole: boolean): readonly Given[] {
  let rest = missing;
  let given = rank;
  while (rest !== 0) {
    const changed: Given[] = [];
    for (const alike of given) rest = handTo(alike, rest, whole, changed);
    given = changed;
  }
  return given;
}

/** Hands alike units their part; what is still to be handed out. */
function handTo(alike: Given, missing: number, whole: boolean, changed: Given[]): number {
  let rest = missing;
  let { count } = alike;
  while (rest !== 0 && count > 0) {
    const { units, by } = change(alike.share, count, rest, whole);
    if (by === 0) break;
    changed.push({ ...alike, count: units, share: alike.share + by });
    count -= units;
    rest -= by * units;
  }
  if (count > 0) changed.push({ ...alike, count });
  return rest;
}

/** How many of some alike units next get how much more; none gives back more than its share. */
function change(
  share: number,
  count: number,
  rest: number,
  whole: boolean,
): { readonly units: number; readonly by: number } {
  if (rest > 0) return whole ? { units: 1, by: rest } : { units: Math.min(rest, count), by: 1 };
  const by = Math.min(share, whole ? -rest : 1);
  return by === 0
    ? { units: count, by }
    : { units: Math.min(count, Math.max(1, Math.floor(-rest / by))), by: -by };
}
