import type { Limits, Offer, Pick, UnitPositions } from '../check/ruleset.js';
import type { Environment } from './environment.js';
import { type EveryUnits, groupsOf, linesWhere, unitCount } from './groups.js';
import type { LineCell } from './cells.js';
import { greatest, least } from './rational.js';
import { countOf, deal, rank, split, type UnitGroup, type Units } from './units.js';

/** The units that an offer is formed on, where it is not formed on whole lines. */
export interface Selection {
  readonly groups: readonly UnitGroup[];
  /** Picked units take a percentage each; otherwise it is worked out on all of them together. */
  readonly perUnit: boolean;
  /** The groups already stand for every time that the threshold was met. */
  readonly counted: boolean;
}

/** What an offer may choose from. */
export interface Choosing {
  readonly environment: Environment;
  readonly every?: EveryUnits;
  readonly times: bigint;
  /** Limits that hold for the whole promotion. */
  readonly limits: Limits;
  /** Units this customer had before, for `per customer`. */
  readonly hadUnits: bigint;
}

/** Section 5: groups, picks, positions and `for at most N units`; nothing when the offer is formed on whole lines. */
export function selectionOf(offer: Offer, choosing: Choosing): Selection | undefined {
  const picked = pickedBy(offer, choosing);
  const limits = [offer.limits.units, choosing.limits.units].filter((limit) => limit !== undefined);
  const { environment } = choosing;
  if (limits.length === 0 && !picked && !environment.spoken) return undefined;
  const from = picked ?? {
    groups: [allOf(rank(environment.scope, environment, 'dearest'))],
    perUnit: false,
    counted: false,
  };
  return { ...from, groups: limits.reduce((groups, limit) => atMost(groups, limit, choosing), from.groups) };
}

function allOf(units: Units): UnitGroup {
  return { picked: units, openers: [], times: 1n };
}

function pickedBy(offer: Offer, { environment, every, times }: Choosing): Selection | undefined {
  const pick = 'pick' in offer ? offer.pick : undefined;
  const positions = 'units' in offer ? offer.units : undefined;
  if (every) return { groups: groupsOf(every, pick, environment, times), perUnit: true, counted: true };
  if (pick) return { groups: pickTimes(pick, times, environment), perUnit: true, counted: true };
  if (positions)
    return { groups: [allOf(byPosition(positions, environment))], perUnit: true, counted: false };
  return undefined;
}

/** Without groups, `the cheapest K` picks from the whole scope, K for each step; `all or none` demands K. */
function pickTimes(pick: Pick, times: bigint, environment: Environment): readonly UnitGroup[] {
  const count = unitCount(pick.count, environment);
  if (count === 0n) return [];
  const units = rank(linesWhere(pick.of, environment), environment, pick.which);
  const others = pick.allOrNone ? 0n : count - 1n;
  const most = (countOf(units) + others) / count;
  return deal([{ count, units }], least(times, most)).map((dealt) => ({
    picked: dealt.units.flat(),
    openers: [],
    times: dealt.times,
  }));
}

/** `unit 1`, `units 2 to 5`: by position among the scope's units, dearest first. */
function byPosition({ from, to }: UnitPositions, environment: Environment): Units {
  const ranked = rank(environment.scope, environment, 'dearest');
  const [, behind] = split(ranked, BigInt(from - 1));
  return to === undefined ? behind : split(behind, BigInt(to - from + 1))[0];
}

/** `for at most N units`: per standing, per line, or per customer less those the customer had before. */
function atMost(
  groups: readonly UnitGroup[],
  limit: NonNullable<Limits['units']>,
  { environment, hadUnits }: Choosing,
): readonly UnitGroup[] {
  const all = unitCount(limit.count, environment);
  const allowance = new Allowance(
    limit.per === 'customer' ? greatest(0n, all - hadUnits) : all,
    limit.per === 'line',
  );
  return groups.flatMap((group) => allowance.cut(group, limit.which));
}

/** The units still to be had, of each line or of all together; used up group by group. */
class Allowance {
  readonly #units: bigint;
  readonly #perLine: boolean;
  readonly #used = new Map<LineCell | undefined, bigint>();

  constructor(units: bigint, perLine: boolean) {
    this.#units = units;
    this.#perLine = perLine;
  }

  /** Alike groups stay whole while they fit; then each takes what is still to be had, the dearest (or cheapest) first. */
  cut(group: UnitGroup, which: 'cheapest' | 'dearest'): readonly UnitGroup[] {
    const whole = least(group.times, this.#wholeGroups(group.picked));
    this.#use(group.picked, whole);
    const kept = whole > 0n ? [{ ...group, times: whole }] : [];
    for (let open = group.times - whole; open > 0n; open--) {
      const picked = this.#some(inOrder(group.picked, which));
      if (picked.length === 0) break;
      kept.push({ ...group, picked, times: 1n });
    }
    return kept;
  }

  #rest(line: LineCell): bigint {
    return this.#units - (this.#used.get(this.#perLine ? line : undefined) ?? 0n);
  }

  #use(units: Units, times: bigint): void {
    for (const { line, count } of units) {
      const holder = this.#perLine ? line : undefined;
      this.#used.set(holder, (this.#used.get(holder) ?? 0n) + count * times);
    }
  }

  #wholeGroups(units: Units): bigint {
    const times = units.map(({ line }) => {
      const wanted = countOf(this.#perLine ? units.filter((run) => run.line === line) : units);
      return this.#rest(line) / wanted;
    });
    const [first = 0n, ...others] = times;
    return least(first, ...others);
  }

  #some(units: Units): Units {
    return units.flatMap((run) => {
      const count = least(run.count, this.#rest(run.line));
      if (count <= 0n) return [];
      this.#use([{ ...run, count }], 1n);
      return [{ ...run, count }];
    });
  }
}

function inOrder(units: Units, which: 'cheapest' | 'dearest'): Units {
  const sorted = units.toSorted((a, b) => (a.left === b.left ? 0 : a.left > b.left ? -1 : 1));
  return which === 'dearest' ? sorted : sorted.toReversed();
}
