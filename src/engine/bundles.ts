import { scopeOf } from './expressions.js';
import type { NumberGetter } from './expressions.js';
import { canBeFilled } from './fill.js';
import { type LineTest, unitCount } from './groups.js';
import type { Moment } from './moment.js';
import { countOf, deal, rank, type UnitGroup, type UnitRun, type Units } from './units.js';

/** One part of a bundle, compiled. */
export interface BundlePart {
  readonly count: NumberGetter;
  readonly where: LineTest;
}

/** Section 5, `bundle`: sets, as many as the cart holds; each part takes the dearest units that leave the others theirs. */
export function bundlesOf(parts: readonly BundlePart[], moment: Moment, times: number): readonly UnitGroup[] {
  const ranked = rank(scopeOf(moment), moment, 'dearest');
  const counts = parts.map(({ count }) => unitCount(count, moment));
  const pool = new Pool(
    ranked,
    parts.map(({ where }) => unitsFor(where, ranked, moment)),
  );
  const sets = Math.min(times, mostSets(counts, pool));
  return sets === 0 ? [] : dealOut(counts, sets, pool);
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
function mostSets(counts: readonly number[], pool: Pool): number {
  const limits = counts.flatMap((count, part) =>
    count > 0 ? [Math.floor(countOf(pool.units[part] ?? []) / count)] : [],
  );
  const [first = 0, ...others] = limits;
  return mostThat(Math.min(first, ...others), (sets) => pool.fills(counts.map((count) => count * sets)));
}

/** The greatest number up to `most` that is possible, where every smaller one is too. */
function mostThat(most: number, isPossible: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    // Mostly all are possible.
    const middle = high === most && low === 0 ? most : Math.floor((low + high + 1) / 2);
    if (isPossible(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Each part in turn takes its units for all sets, then the sets take theirs from each part's, dearest first. */
function dealOut(counts: readonly number[], sets: number, pool: Pool): readonly UnitGroup[] {
  const wanted = counts.map((count) => count * sets);
  const piles = counts.map((count, part) => ({ count, units: takePart(wanted, part, pool) }));
  return deal(piles, sets).map(({ units, times }) => ({ picked: units.flat(), openers: [], times }));
}

/** Unit run by unit run, as many as leave the later parts enough; what is taken is no longer wanted. */
function takePart(wanted: number[], part: number, pool: Pool): Units {
  const taken: UnitRun[] = [];
  for (const run of pool.units[part] ?? []) {
    const open = wanted[part] ?? 0;
    if (open === 0) break;
    const count = mostThat(Math.min(pool.leftOf(run), open), (some) =>
      pool.fills(wanted.with(part, open - some), run, some),
    );
    if (count === 0) continue;
    taken.push({ ...run, count });
    pool.take(run, count);
    wanted[part] = open - count;
  }
  return taken;
}

/**
 * The units of a cart by the parts that they are good for. What can be filled depends on how many there are of each kind, not on
 * their lines: so a cart of many lines is as soon decided as one of few.
 */
class Pool {
  /** What each part may take, best first. */
  readonly units: readonly Units[];
  readonly #kinds: ReadonlyMap<UnitRun, number>;
  /** How many units of each kind are left, and which kinds each part may take. */
  readonly #counts: number[] = [];
  readonly #kindsOf: readonly (readonly number[])[];
  readonly #taken = new Map<UnitRun, number>();

  constructor(ranked: Units, units: readonly Units[]) {
    this.units = units;
    const members = units.map((own) => new Set(own));
    const known = new Map<string, number>();
    this.#kinds = new Map(
      ranked.map((run) => {
        const parts = members.map((own) => (own.has(run) ? 1 : 0)).join('');
        const kind = known.get(parts) ?? known.size;
        known.set(parts, kind);
        this.#counts[kind] = (this.#counts[kind] ?? 0) + run.count;
        return [run, kind];
      }),
    );
    this.#kindsOf = units.map((_, part) =>
      [...known].flatMap(([parts, kind]) => (parts[part] === '1' ? [kind] : [])),
    );
  }

  /** Whether each part can have what it wants, also where some units of a run are gone. */
  fills(wanted: readonly number[], run?: UnitRun, gone = 0): boolean {
    const changed = run && this.#kinds.get(run);
    const left = (kind: number): number => (this.#counts[kind] ?? 0) - (kind === changed ? gone : 0);
    return canBeFilled(
      wanted.map((count, part) => ({
        count,
        units: (this.#kindsOf[part] ?? []).map((kind) => ({ line: kind, left: 0, count: left(kind) })),
      })),
    );
  }

  leftOf(run: UnitRun): number {
    return run.count - (this.#taken.get(run) ?? 0);
  }

  take(run: UnitRun, count: number): void {
    const kind = this.#kinds.get(run) ?? 0;
    this.#counts[kind] = (this.#counts[kind] ?? 0) - count;
    this.#taken.set(run, (this.#taken.get(run) ?? 0) + count);
  }
}
