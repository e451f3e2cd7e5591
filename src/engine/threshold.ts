import type { FailedTest, Reason } from '../breakdown/types.js';
import type { BuyTier, Opening, Scalar, SpendTier } from '../plan/types.js';
import { ceil, compare, divide, type Exact, floor, lesser, multiply, subtract, toNumber } from './exact.js';
import { missingValues, type Told, toldIn } from './failures.js';
import { type Getter, moneyIn, numberIn, type NumberGetter, type Scope } from './expressions.js';
import { type EveryUnits, type LineTest, qualifiers, unitCount } from './groups.js';
import { leavesIn } from './leaves.js';
import { type Offer, offerIn, type OfferPlace } from './offer.js';
import type { Rule } from './rule.js';
import type { Row, Run } from './run.js';
import { countOf } from './units.js';

/** What a threshold was met with: shown as money, or as units. */
export interface Met {
  readonly kind: 'spend' | 'buy' | 'every-amount' | 'every-units';
  readonly measured: Exact;
  readonly reached: Exact;
  /** Which tier, counted from 1, when there are several; else 0. */
  readonly tier: number;
}

/** The offers that a standing's threshold opened, and how often. */
export interface Opened {
  readonly offers: readonly Offer[];
  readonly times: number;
  readonly met: Met | undefined;
  /** The table row that was reached, where tiers stand in a table. */
  readonly row: Row | undefined;
}

/** A tier, compiled. */
export interface Tier {
  /** What it is measured on. */
  readonly counting: { readonly get: Getter<Exact>; leaves: Told['leaves'] };
  /** Only lines (of the scope) for which this holds count: for hints. */
  readonly countedWhere: LineTest | undefined;
  readonly needed: Told;
  readonly offers: readonly Offer[];
}

/** What opens a promotion's offers, compiled. */
export type Openings =
  | { readonly kind: 'always'; readonly offers: readonly Offer[] }
  | { readonly kind: 'spend' | 'buy'; readonly tiers: readonly Tier[] }
  | { readonly kind: 'every-amount'; readonly step: Tier }
  | { readonly kind: 'every-units'; readonly every: EveryUnits; readonly offers: readonly Offer[] };

export function openingsIn(opens: Opening, place: OfferPlace): Openings {
  const offers = (list: readonly Parameters<typeof offerIn>[0][]): readonly Offer[] =>
    list.map((offer) => offerIn(offer, place));
  switch (opens.kind) {
    case 'always':
      return { kind: 'always', offers: offers(opens.offers) };
    case 'every-units':
      if (!place.every) throw new Error('a promotion of groups is compiled with its groups');
      return { kind: 'every-units', every: place.every, offers: offers(opens.offers) };
    case 'every-amount':
      return { kind: 'every-amount', step: tierIn(opens.step, place, offers(opens.step.offers)) };
    default:
      return { kind: opens.kind, tiers: opens.tiers.map((tier) => tierIn(tier, place, offers(tier.offers))) };
  }
}

export function everyIn(opens: Opening, scope: Scope): EveryUnits | undefined {
  if (opens.kind !== 'every-units') return undefined;
  const { units, of, first, ofAll } = opens;
  return { units: moneyIn(units, scope), of: of && scope.test(of), first, ofAll };
}

function tierIn(tier: SpendTier | BuyTier, { scope }: OfferPlace, offers: readonly Offer[]): Tier {
  const { counting } = tier;
  const where = counting.op === 'measure' ? counting.where : undefined;
  return {
    counting: { get: numberIn(counting, scope), leaves: () => leavesIn(counting, scope) },
    countedWhere: where && scope.test(where),
    needed: toldIn(neededOf(tier), scope),
    offers,
  };
}

function neededOf(tier: SpendTier | BuyTier): Scalar {
  return 'units' in tier ? tier.units : tier.amount;
}

/** Section 5, `spend`, `buy`, `every`: what is opened, or why nothing is. */
export function open(rule: Rule, run: Run): Opened | Reason {
  const { opens } = rule;
  switch (opens.kind) {
    case 'always':
      return { offers: opens.offers, times: 1, met: undefined, row: undefined };
    case 'every-amount':
      return openSteps(rule, opens.step, run);
    case 'every-units':
      return openGroups(rule, opens.every, opens.offers, run);
    default:
      return openTier(opens.kind, opens.tiers, run);
  }
}

/** A tier as measured: what it is reached at, and from which table row it comes. */
export interface Measured {
  readonly tier: Tier;
  readonly row: Row | undefined;
  readonly value: Exact;
  readonly needed: Exact;
}

/** The highest tier reached counts; a tier whose value is missing is not reached. */
function openTier(kind: 'spend' | 'buy', tiers: readonly Tier[], run: Run): Opened | Reason {
  const measured = measureTiers(tiers, run);
  const [lowest] = measured;
  if (!lowest)
    return {
      reason: 'condition-false',
      failed: tiers.slice(0, 1).flatMap((first) => missingIn(first, run)),
    };
  const index = measured.findLastIndex(({ value, needed }) => compare(value, needed) >= 0);
  const found = measured[index];
  if (!found) return shortOf(kind, lowest.value, lowest.needed, run);
  const tier = measured.length > 1 ? index + 1 : 0;
  return {
    offers: found.tier.offers,
    times: 1,
    met: { kind, measured: found.value, reached: found.needed, tier },
    row: found.row,
  };
}

/** Tiers by what they need; where they stand in a table, once for each of its rows. */
export function measureTiers(tiers: readonly Tier[], run: Run): readonly Measured[] {
  const { row: inHand } = run;
  const measured: Measured[] = [];
  for (const row of run.rows ?? [inHand]) {
    run.row = row;
    for (const tier of tiers) {
      const found = measureTier(tier, run);
      if (found) measured.push({ tier, row, ...found });
    }
  }
  run.row = inHand;
  return measured.sort((a, b) => compare(a.needed, b.needed));
}

export function measureTier({ counting, needed }: Tier, run: Run): Pick<Measured, 'value' | 'needed'> | undefined {
  const value = counting.get(run);
  const reach = needed.get(run);
  return value === undefined || reach === undefined ? undefined : { value, needed: reach };
}

/** `every AMOUNT`: once for each full AMOUNT; a step of nothing opens nothing. */
function openSteps(rule: Rule, step: Tier, run: Run): Opened | Reason {
  const found = measureTier(step, run);
  if (!found) return { reason: 'condition-false', failed: missingIn(step, run) };
  const { value, needed } = found;
  if (compare(needed, 0) <= 0) return { reason: 'nothing-left' };
  const steps = fullSteps(value, needed);
  if (steps === 0) return shortOf('spend', value, needed, run);
  return {
    offers: step.offers,
    times: limitTimes(steps, rule.times, run),
    met: { kind: 'every-amount', measured: value, reached: needed, tier: 0 },
    row: undefined,
  };
}

/** How many full steps a value holds. */
export function fullSteps(value: Exact, step: Exact): number {
  return compare(value, 0) > 0 ? toNumber(floor(divide(value, step))) : 0;
}

/** `every N units`: once for each full group. */
function openGroups(rule: Rule, every: EveryUnits, offers: readonly Offer[], run: Run): Opened | Reason {
  const size = unitCount(every.units, run);
  const units = countOf(qualifiers(every, run));
  if (size === 0) return { reason: 'nothing-left' };
  const groups = Math.floor(units / size);
  if (groups === 0) return shortOf('buy', units, size, run);
  return {
    offers,
    times: limitTimes(groups, rule.times, run),
    met: { kind: 'every-units', measured: units, reached: size, tier: 0 },
    row: undefined,
  };
}

/** `up to N times`. */
export function limitTimes(times: number, limit: NumberGetter | undefined, run: Run): number {
  const most = limit?.(run);
  return most === undefined ? times : toNumber(floor(lesser(times, most)));
}

/** What is missing is what would have to be added, rounded up to whole minor units. */
export function shortOf(kind: 'spend' | 'buy', measured: Exact, needed: Exact, run: Run): Reason {
  const value = floor(compare(measured, 0) < 0 ? 0 : measured);
  return {
    reason: 'short',
    measured: shown(kind, value, run),
    threshold: shown(kind, ceil(needed), run),
    missing: shown(kind, ceil(subtract(needed, value)), run),
  };
}

function shown(kind: 'spend' | 'buy', whole: Exact, { printer }: Run): number | string {
  return kind === 'buy' ? toNumber(whole) : printer.money(whole);
}

function missingIn({ counting, needed }: Tier, run: Run): readonly FailedTest[] {
  return [...missingValues(counting, run), ...missingValues(needed, run)];
}

/** The amount above which a step is missing: the next full one. */
export function nextMultiple(value: Exact, step: Exact): Exact | undefined {
  return compare(step, 0) <= 0 ? undefined : multiply(step, fullSteps(value, step) + 1);
}
