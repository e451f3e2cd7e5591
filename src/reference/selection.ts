import type { Limits, Offer, Pick, UnitPositions } from '../check/ruleset.js';
import type { Environment } from './environment.js';
import { type EveryUnits, groupsOf, linesWhere, unitCount } from './groups.js';
import { greatest } from './rational.js';
import { countOf, rank, split, type UnitGroup, type Units } from './units.js';

/** The units that an offer is formed on, where it is not formed on whole lines. */
export interface Selection {
  readonly groups: readonly UnitGroup[];
  /** Picked units take a percentage each; otherwise it is worked out on all of them together. */
  readonly perUnit: boolean;
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
  if (limits.length === 0)
    return (
      picked ??
      (environment.spoken && {
        groups: [allOf(rank(environment.scope, environment, 'dearest'))],
        perUnit: false,
      })
    );
  const from = picked ?? { groups: [allOf(rank(environment.scope, environment, 'dearest'))], perUnit: false };
  return { ...from, groups: limits.reduce((groups, limit) => atMost(groups, limit, choosing), from.groups) };
}

function allOf(units: Units): UnitGroup {
  return { picked: units, openers: [], times: 1n };
}

function pickedBy(offer: Offer, { environment, every, times }: Choosing): Selection | undefined {
  const pick = 'pick' in offer ? offer.pick : undefined;
  const positions = 'units' in offer ? offer.units : undefined;
  if (every) return { groups: groupsOf(every, pick, environment, times), perUnit: true };
  if (pick) return { groups: pickOne(pick, environment), perUnit: true };
  if (positions) return { groups: [allOf(byPosition(positions, environment))], perUnit: true };
  return undefined;
}

/** Without groups, `the cheapest K` picks from the whole scope; `all or none` demands K. */
function pickOne(pick: Pick, environment: Environment): readonly UnitGroup[] {
  const count = unitCount(pick.count, environment);
  const [units] = split(rank(linesWhere(pick.of, environment), environment, pick.which), count);
  return pick.allOrNone && countOf(units) < count ? [] : [allOf(units)];
}

/** `unit 1`, `units 2 to 5`: by position among the scope's units, dearest first. */
function byPosition({ from, to }: UnitPositions, environment: Environment): Units {
  const ranked = rank(environment.scope, environment, 'dearest');
  const [, behind] = split(ranked, BigInt(from - 1));
  return to === undefined ? behind : split(behind, BigInt(to - from + 1))[0];
}

/** `for at most N units`: per standing, per line, or per customer less those in `usage`. */
function atMost(
  groups: readonly UnitGroup[],
  limit: NonNullable<Limits['units']>,
  choosing: Choosing,
): readonly UnitGroup[] {
  const { environment, hadUnits } = choosing;
  const all = unitCount(limit.count, environment);
  const count = limit.per === 'customer' ? greatest(0n, all - hadUnits) : all;
  if (limit.per === 'line')
    return groups.map((group) => ({ ...group, picked: firstOfEachLine(group.picked, count, limit.which) }));
  return firstOfGroups(groups, count, limit.which);
}

function inOrder(units: Units, which: 'cheapest' | 'dearest'): Units {
  const sorted = units.toSorted((a, b) => (a.left === b.left ? 0 : a.left > b.left ? -1 : 1));
  return which === 'dearest' ? sorted : sorted.toReversed();
}

function firstOfEachLine(units: Units, count: bigint, which: 'cheapest' | 'dearest'): Units {
  const lines = new Set(units.map((run) => run.line));
  return [...lines].flatMap(
    (line) =>
      split(
        inOrder(
          units.filter((run) => run.line === line),
          which,
        ),
        count,
      )[0],
  );
}

/** The limit is used up group by group. */
function firstOfGroups(
  groups: readonly UnitGroup[],
  count: bigint,
  which: 'cheapest' | 'dearest',
): readonly UnitGroup[] {
  let open = count;
  return groups.flatMap((group) => {
    const size = countOf(group.picked);
    const whole = size === 0n ? 0n : open / size < group.times ? open / size : group.times;
    open -= whole * size;
    const kept = whole > 0n ? [{ ...group, times: whole }] : [];
    if (whole === group.times || open === 0n) return kept;
    const [picked] = split(inOrder(group.picked, which), open);
    open = 0n;
    return [...kept, { ...group, picked, times: 1n }];
  });
}
