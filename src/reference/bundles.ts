import type { BundleOffer } from '../check/ruleset.js';
import { type Environment, withLine } from './environment.js';
import { holds } from './expressions.js';
import { canBeFilled } from './fill.js';
import { unitCount } from './groups.js';
import { least } from './rational.js';
import { countOf, deal, rank, type UnitGroup, type UnitRun, type Units } from './units.js';

/** What each part wants, and the units that it may take, dearest first. */
interface Part {
  readonly count: bigint;
  readonly units: Units;
}

/** Units that are good for the same parts. What can be filled hangs on how many there are of each kind, not on their lines. */
interface Kind {
  /** The first of them. */
  readonly run: UnitRun;
  readonly isFor: readonly boolean[];
}

/** How many units of each kind are left. */
type Stock = ReadonlyMap<Kind, bigint>;

/** Section 5, `bundle`: sets, as many as the cart holds; each part takes the dearest units that leave the others theirs. */
export function bundlesOf(offer: BundleOffer, environment: Environment, times: bigint): readonly UnitGroup[] {
  const ranked = rank(environment.scope, environment, 'dearest');
  const parts = offer.parts.map(({ count, where }) => ({
    count: unitCount(count, environment),
    units: ranked.filter((run) => holds(where, withLine(environment, run.line))),
  }));
  const kinds = kindsOf(ranked, parts);
  const sets = least(times, mostSets(parts, stockOf(kinds)));
  return sets === 0n ? [] : dealOut(parts, kinds, sets);
}

function kindsOf(ranked: Units, parts: readonly Part[]): ReadonlyMap<UnitRun, Kind> {
  const members = parts.map(({ units }) => new Set(units));
  const kinds = new Map<string, Kind>();
  return new Map(
    ranked.map((run) => {
      const isFor = members.map((units) => units.has(run));
      const kind = kinds.get(String(isFor)) ?? { run, isFor };
      kinds.set(String(isFor), kind);
      return [run, kind];
    }),
  );
}

function stockOf(kinds: ReadonlyMap<UnitRun, Kind>): Stock {
  const stock = new Map<Kind, bigint>();
  for (const [{ count }, kind] of kinds) stock.set(kind, (stock.get(kind) ?? 0n) + count);
  return stock;
}

/** Whether each part can have what it wants. */
function canFill(wanted: readonly bigint[], stock: Stock): boolean {
  return canBeFilled(
    wanted.map((count, part) => ({
      count,
      units: [...stock].flatMap(([{ run, isFor }, left]) => (isFor[part] ? [{ ...run, count: left }] : [])),
    })),
  );
}

/** The most sets that the parts can fill together. */
function mostSets(parts: readonly Part[], stock: Stock): bigint {
  const limits = parts.flatMap(({ count, units }) => (count > 0n ? [countOf(units) / count] : []));
  const [first = 0n, ...others] = limits;
  return mostThat(least(first, ...others), (sets) => canFill(forSets(parts, sets), stock));
}

function forSets(parts: readonly Part[], sets: bigint): readonly bigint[] {
  return parts.map(({ count }) => count * sets);
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
function dealOut(
  parts: readonly Part[],
  kinds: ReadonlyMap<UnitRun, Kind>,
  sets: bigint,
): readonly UnitGroup[] {
  const rest = new Rest(forSets(parts, sets), kinds);
  const piles = parts.map(({ count, units }, part) => ({ count, units: rest.take(part, units) }));
  return deal(piles, sets).map(({ units, times }) => ({ picked: units.flat(), openers: [], times }));
}

/** What is still wanted, and what is still there. */
class Rest {
  #wanted: readonly bigint[];
  #stock: Stock;
  readonly #kinds: ReadonlyMap<UnitRun, Kind>;
  readonly #taken = new Map<UnitRun, bigint>();

  constructor(wanted: readonly bigint[], kinds: ReadonlyMap<UnitRun, Kind>) {
    this.#wanted = wanted;
    this.#stock = stockOf(kinds);
    this.#kinds = kinds;
  }

  /** What a part wants, unit run by unit run, as many as leave the later parts enough. */
  take(part: number, units: Units): Units {
    return units.flatMap((run) => {
      const there = run.count - (this.#taken.get(run) ?? 0n);
      const most = least(there, this.#wanted[part] ?? 0n);
      const count = mostThat(most, (some) =>
        canFill(this.#wantedLess(part, some), this.#stockLess(run, some)),
      );
      if (count === 0n) return [];
      this.#wanted = this.#wantedLess(part, count);
      this.#stock = this.#stockLess(run, count);
      this.#taken.set(run, run.count - there + count);
      return [{ ...run, count }];
    });
  }

  #wantedLess(part: number, count: bigint): readonly bigint[] {
    return this.#wanted.map((wanted, index) => (index === part ? wanted - count : wanted));
  }

  #stockLess(run: UnitRun, count: bigint): Stock {
    const kind = this.#kinds.get(run);
    return new Map([...this.#stock].map(([each, left]) => [each, each === kind ? left - count : left]));
  }
}
