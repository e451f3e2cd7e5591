import type { FailedTest, Reason, ThresholdMet } from '../breakdown/types.js';
import type { BuyTier, Offer, Promotion, Scalar, SpendTier } from '../check/ruleset.js';
import type { LineCell } from './cells.js';
import type { Environment, TableRow } from './environment.js';
import { missingValues } from './failures.js';
import type { Printer } from './print.js';
import { type EveryUnits, linesWhere, qualifiers, unitCount } from './groups.js';
import { ceil, floor, MOST_MONEY, type Rational, rational, withinMoney, zero } from './rational.js';
import type { Stand } from './standings.js';
import { countOf } from './units.js';
import { moneyOf, numberOf } from './expressions.js';

/** The offers that a standing's threshold opened, and how often. */
export interface Opened {
  readonly offers: readonly Offer[];
  readonly times: bigint;
  readonly met?: ThresholdMet;
  /** The table row that was reached, where tiers stand in a table. */
  readonly row?: TableRow;
}

/** Section 5, `spend`, `buy`, `every`: what is opened, or why nothing is. */
export function open(stand: Stand, environment: Environment, printer: Printer): Opened | Reason {
  const { promotion, rows } = stand;
  const { opens } = promotion;
  switch (opens.kind) {
    case 'always':
      return { offers: opens.offers, times: 1n };
    case 'spend':
      return openTier('spend', opens.tiers, rows, environment, printer);
    case 'buy':
      return openTier('buy', opens.tiers, rows, environment, printer);
    case 'every-amount':
      return openSteps(promotion, opens.step, environment, printer);
    case 'every-units':
      return openGroups(promotion, opens, environment, printer);
  }
}

/** A tier as measured: what it is reached at, and from which table row it comes. */
interface Measured {
  readonly tier: SpendTier | BuyTier;
  readonly row: TableRow | undefined;
  readonly value: Rational;
  readonly needed: Rational;
}

/** The highest tier reached counts; a tier whose value is missing is not reached. */
function openTier(
  kind: 'spend' | 'buy',
  tiers: readonly (SpendTier | BuyTier)[],
  rows: readonly TableRow[] | undefined,
  environment: Environment,
  printer: Printer,
): Opened | Reason {
  const measured = measureTiers(tiers, rows, environment);
  const [lowest] = measured;
  if (!lowest)
    return {
      reason: 'condition-false',
      failed: tiers.slice(0, 1).flatMap((first) => missingIn(first, environment, printer)),
    };
  const index = measured.findLastIndex((found) => found.value.compare(found.needed) >= 0);
  const found = measured[index];
  if (!found) return shortOf(kind, lowest.value, lowest.needed, printer);
  environment.view.observer?.reached(found.tier);
  const tier = measured.length > 1 ? { tier: index + 1 } : {};
  const met = {
    kind,
    measured: shown(kind, found.value, printer),
    reached: shown(kind, found.needed, printer),
    ...tier,
  };
  return { offers: found.tier.offers, times: 1n, met, ...(found.row && { row: found.row }) };
}

/** Section 6, hints: how far a standing is from its next unreached step. */
export interface NextStep {
  readonly stand: Stand;
  readonly kind: 'spend' | 'units';
  /** Minor units, or units. */
  readonly gap: bigint;
  /** The lines in scope that count towards it. */
  readonly lines: readonly LineCell[];
}

export function nextStep(stand: Stand, environment: Environment): NextStep | undefined {
  const { opens } = stand.promotion;
  const { scope } = environment;
  switch (opens.kind) {
    case 'always':
      return undefined;
    case 'spend':
      return stepTo(stand, 'spend', nextTier(opens.tiers, stand, environment), scope);
    case 'buy': {
      const next = nextTier(opens.tiers, stand, environment);
      return stepTo(stand, 'units', next, next ? linesCounted(next.tier.counting, environment) : scope);
    }
    case 'every-amount':
      return stepTo(stand, 'spend', nextMultiple(measureTier(opens.step, environment)), scope);
    case 'every-units': {
      const needed = rational(unitCount(opens.units, environment));
      const value = rational(countOf(qualifiers(opens, environment)));
      return stepTo(stand, 'units', nextMultiple({ value, needed }), linesWhere(opens.of, environment));
    }
  }
}

/** `over lines where …` counts a part of the scope. */
function linesCounted(counting: Scalar, environment: Environment): readonly LineCell[] {
  return linesWhere(counting.op === 'measure' ? counting.where : undefined, environment);
}

type Reach = Pick<Measured, 'value' | 'needed'>;

function stepTo(
  stand: Stand,
  kind: NextStep['kind'],
  reach: Reach | undefined,
  lines: readonly LineCell[],
): NextStep | undefined {
  return reach && { stand, kind, gap: ceil(reach.needed.sub(reach.value)), lines };
}

function nextTier(
  tiers: readonly (SpendTier | BuyTier)[],
  { rows }: Stand,
  environment: Environment,
): Measured | undefined {
  return measureTiers(tiers, rows, environment).find((found) => found.value.compare(found.needed) < 0);
}

/** The next full step above what was measured. */
function nextMultiple(found: Reach | undefined): Reach | undefined {
  if (!found || found.needed.compare(0) <= 0) return undefined;
  const { value, needed } = found;
  return { value, needed: needed.mul(rational(fullSteps(value, needed) + 1n)) };
}

/** Tiers by what they need; where they stand in a table, once for each of its rows. */
function measureTiers(
  tiers: readonly (SpendTier | BuyTier)[],
  rows: readonly TableRow[] | undefined,
  environment: Environment,
): readonly Measured[] {
  const all = (rows ?? [environment.row]).flatMap((row) => tiers.map((tier) => ({ tier, row })));
  const measured = all.flatMap(({ tier, row }) => {
    const found = measureTier(tier, row ? { ...environment, row } : environment);
    return found ? [{ tier, row, ...found }] : [];
  });
  return measured.toSorted((a, b) => a.needed.compare(b.needed));
}

function measureTier(
  tier: SpendTier | BuyTier,
  environment: Environment,
): { value: Rational; needed: Rational } | undefined {
  const value = numberOf(tier.counting, environment);
  const needed = moneyOf(neededOf(tier), environment);
  return value && needed && { value: bounded(value), needed: bounded(needed) };
}

function bounded(value: Rational): Rational {
  return value.compare(MOST_MONEY) > 0 ? rational(MOST_MONEY) : value;
}

function neededOf(tier: SpendTier | BuyTier): Scalar {
  return 'units' in tier ? tier.units : tier.amount;
}

/** `every AMOUNT`: once for each full AMOUNT; a step of nothing opens nothing. */
function openSteps(
  promotion: Promotion,
  step: SpendTier,
  environment: Environment,
  printer: Printer,
): Opened | Reason {
  const found = measureTier(step, environment);
  if (!found) return { reason: 'condition-false', failed: missingIn(step, environment, printer) };
  const { value, needed } = found;
  if (needed.compare(0) <= 0) return { reason: 'nothing-left' };
  const steps = fullSteps(value, needed);
  if (steps === 0n) return shortOf('spend', value, needed, printer);
  const times = limitTimes(steps, promotion.limits.times, environment);
  const met = {
    kind: 'every-amount' as const,
    measured: shown('spend', value, printer),
    reached: shown('spend', needed, printer),
    times: Number(times),
  };
  return { offers: step.offers, times, met };
}

/** How many full steps a value holds. */
function fullSteps(value: Rational, step: Rational): bigint {
  return value.compare(0) > 0 ? withinMoney(floor(value.div(step))) : 0n;
}

/** `every N units`: once for each full group. */
function openGroups(
  promotion: Promotion,
  every: EveryUnits,
  environment: Environment,
  printer: Printer,
): Opened | Reason {
  const size = unitCount(every.units, environment);
  const units = countOf(qualifiers(every, environment));
  if (size === 0n) return { reason: 'nothing-left' };
  const groups = units / size;
  if (groups === 0n) return shortOf('buy', rational(units), rational(size), printer);
  const times = limitTimes(groups, promotion.limits.times, environment);
  const met = {
    kind: 'every-units' as const,
    measured: Number(units),
    reached: Number(size),
    times: Number(times),
  };
  return { offers: every.offers, times, met };
}

/** `up to N times`. */
export function limitTimes(times: bigint, limit: Scalar | undefined, environment: Environment): bigint {
  const most = limit && moneyOf(limit, environment);
  return most && most.compare(times) < 0 ? floor(most) : times;
}

/** What is missing is what would have to be added, rounded up to whole minor units. */
function shortOf(kind: 'spend' | 'buy', measured: Rational, needed: Rational, printer: Printer): Reason {
  const value = measured.compare(0) < 0 ? zero : measured;
  return {
    reason: 'short',
    measured: shown(kind, value, printer),
    threshold: shown(kind, needed, printer, true),
    missing: shown(kind, needed.sub(floor(value)), printer, true),
  };
}

function shown(kind: 'spend' | 'buy', value: Rational, printer: Printer, up = false): number | string {
  const whole = up ? ceil(value) : floor(value);
  return kind === 'buy' ? Number(whole) : printer.money(whole);
}

function missingIn(
  tier: SpendTier | BuyTier,
  environment: Environment,
  printer: Printer,
): readonly FailedTest[] {
  return [tier.counting, neededOf(tier)].flatMap((scalar) => missingValues(scalar, environment, printer));
}
