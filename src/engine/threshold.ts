import type { FailedTest, Reason } from '../breakdown/types.js';
import { MAX_AMOUNT } from '../money/index.js';
import {
  atMost,
  ceil,
  compare,
  divide,
  type Exact,
  floor,
  lesser,
  multiply,
  subtract,
  toNumber,
} from './exact.js';
import type { NumberGetter } from './expressions.js';
import { missingValues } from './failures.js';
import { type EveryUnits, qualifiers, unitCount } from './groups.js';
import type { Moment, Row } from './moment.js';
import type { Offer } from './offer.js';
import type { Tier } from './openings.js';
import type { Rule } from './rule.js';
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

/** Section 5, `spend`, `buy`, `every`: what is opened, or why nothing is. */
export function open(rule: Rule, moment: Moment): Opened | Reason {
  const { opens } = rule;
  switch (opens.kind) {
    case 'always':
      return { offers: opens.offers, times: 1, met: undefined, row: undefined };
    case 'every-amount':
      return openSteps(rule, opens.step, moment);
    case 'every-units':
      return openGroups(rule, opens.every, opens.offers, moment);
    default:
      return openTier(opens.kind, opens.tiers, moment);
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
function openTier(kind: 'spend' | 'buy', tiers: readonly Tier[], moment: Moment): Opened | Reason {
  const measured = measureTiers(tiers, moment);
  const [lowest] = measured;
  if (!lowest)
    return {
      reason: 'condition-false',
      failed: tiers.slice(0, 1).flatMap((first) => missingIn(first, moment)),
    };
  const index = measured.findLastIndex(({ value, needed }) => compare(value, needed) >= 0);
  const found = measured[index];
  if (!found) return shortOf(kind, lowest.value, lowest.needed, moment);
  const tier = measured.length > 1 ? index + 1 : 0;
  return {
    offers: found.tier.offers,
    times: 1,
    met: { kind, measured: found.value, reached: found.needed, tier },
    row: found.row,
  };
}

/** Tiers by what they need; where they stand in a table, once for each of its rows. */
export function measureTiers(tiers: readonly Tier[], moment: Moment): readonly Measured[] {
  const { row: inHand } = moment;
  const measured: Measured[] = [];
  for (const row of moment.rows ?? [inHand]) {
    moment.row = row;
    for (const tier of tiers) {
      const found = measureTier(tier, moment);
      if (found) measured.push({ tier, row, ...found });
    }
  }
  moment.row = inHand;
  return measured.sort((a, b) => compare(a.needed, b.needed));
}

export function measureTier(
  { counting, needed }: Tier,
  moment: Moment,
): Pick<Measured, 'value' | 'needed'> | undefined {
  const value = counting.get(moment);
  const reach = needed.get(moment);
  if (value === undefined || reach === undefined) return undefined;
  return { value: lesser(value, MAX_AMOUNT), needed: lesser(reach, MAX_AMOUNT) };
}

/** `every AMOUNT`: once for each full AMOUNT; a step of nothing opens nothing. */
function openSteps(rule: Rule, step: Tier, moment: Moment): Opened | Reason {
  const found = measureTier(step, moment);
  if (!found) return { reason: 'condition-false', failed: missingIn(step, moment) };
  const { value, needed } = found;
  if (compare(needed, 0) <= 0) return { reason: 'nothing-left' };
  const steps = fullSteps(value, needed);
  if (steps === 0) return shortOf('spend', value, needed, moment);
  return {
    offers: step.offers,
    times: limitTimes(steps, rule.times, moment),
    met: { kind: 'every-amount', measured: value, reached: needed, tier: 0 },
    row: undefined,
  };
}

/** How many full steps a value holds. */
function fullSteps(value: Exact, step: Exact): number {
  return compare(value, 0) > 0 ? atMost(floor(divide(value, step)), MAX_AMOUNT) : 0;
}

/** `every N units`: once for each full group. */
function openGroups(
  rule: Rule,
  every: EveryUnits,
  offers: readonly Offer[],
  moment: Moment,
): Opened | Reason {
  const size = unitCount(every.units, moment);
  const units = countOf(qualifiers(every, moment));
  if (size === 0) return { reason: 'nothing-left' };
  const groups = Math.floor(units / size);
  if (groups === 0) return shortOf('buy', units, size, moment);
  return {
    offers,
    times: limitTimes(groups, rule.times, moment),
    met: { kind: 'every-units', measured: units, reached: size, tier: 0 },
    row: undefined,
  };
}

/** `up to N times`. */
export function limitTimes(times: number, limit: NumberGetter | undefined, moment: Moment): number {
  const most = limit?.(moment);
  return most === undefined ? times : toNumber(floor(lesser(times, most)));
}

/** What is missing is what would have to be added, rounded up to whole minor units. */
export function shortOf(kind: 'spend' | 'buy', measured: Exact, needed: Exact, moment: Moment): Reason {
  const value = floor(compare(measured, 0) < 0 ? 0 : measured);
  return {
    reason: 'short',
    measured: shown(kind, value, moment),
    threshold: shown(kind, ceil(needed), moment),
    missing: shown(kind, ceil(subtract(needed, value)), moment),
  };
}

function shown(kind: 'spend' | 'buy', whole: Exact, { printer }: Moment): number | string {
  return kind === 'buy' ? toNumber(whole) : printer.money(whole);
}

function missingIn({ counting, needed }: Tier, moment: Moment): readonly FailedTest[] {
  return [...missingValues(counting, moment), ...missingValues(needed, moment)];
}

/** The amount above which a step is missing: the next full one. */
export function nextMultiple(value: Exact, step: Exact): Exact | undefined {
  return compare(step, 0) <= 0 ? undefined : multiply(step, fullSteps(value, step) + 1);
}
