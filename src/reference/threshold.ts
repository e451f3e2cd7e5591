import type { FailedTest, Reason, ThresholdMet } from '../breakdown/types.js';
import type { BuyTier, Offer, Promotion, Scalar, SpendTier } from '../check/ruleset.js';
import type { Environment } from './environment.js';
import { missingValues } from './failures.js';
import type { Printer } from './print.js';
import { ceil, floor, type Rational, zero } from './rational.js';
import { moneyOf, numberOf } from './values.js';

/** The offers that a standing's threshold opened, and how often. */
export interface Opened {
  readonly offers: readonly Offer[];
  readonly times: bigint;
  readonly met?: ThresholdMet;
}

/** Section 5, `spend`, `buy`, `every`: what is opened, or why nothing is. */
export function open(promotion: Promotion, environment: Environment, printer: Printer): Opened | Reason {
  const { opens } = promotion;
  switch (opens.kind) {
    case 'always':
      return { offers: opens.offers, times: 1n };
    case 'spend':
      return openTier('spend', opens.tiers, environment, printer);
    case 'buy':
      return openTier('buy', opens.tiers, environment, printer);
    case 'every-amount':
      return openSteps(promotion, opens.step, environment, printer);
    case 'every-units':
      return { offers: opens.offers, times: 1n };
  }
}

/** The highest tier reached counts; a tier whose value is missing is not reached. */
function openTier(
  kind: 'spend' | 'buy',
  tiers: readonly (SpendTier | BuyTier)[],
  environment: Environment,
  printer: Printer,
): Opened | Reason {
  const measured = tiers.map((tier) => measureTier(tier, environment));
  const index = measured.findLastIndex((found) => found && found.value.compare(found.needed) >= 0);
  const [tier, found] = [tiers[index], measured[index]];
  const show = (value: Rational, up = false): number | string => shown(kind, value, printer, up);
  if (tier && found) {
    const met = { kind, measured: show(found.value), reached: show(found.needed, true), ...(tiers.length > 1 && { tier: index + 1 }) };
    return { offers: tier.offers, times: 1n, met };
  }
  const lowest = measured.find((candidate) => candidate !== undefined);
  if (!lowest) return { reason: 'condition-false', failed: tiers.slice(0, 1).flatMap((first) => missingIn(first, environment)) };
  return shortOf(kind, lowest.value, lowest.needed, printer);
}

function measureTier(tier: SpendTier | BuyTier, environment: Environment): { value: Rational; needed: Rational } | undefined {
  const value = numberOf(tier.counting, environment);
  const needed = moneyOf(neededOf(tier), environment);
  return value && needed && { value, needed };
}

function neededOf(tier: SpendTier | BuyTier): Scalar {
  return 'units' in tier ? tier.units : tier.amount;
}

/** `every AMOUNT`: once for each full AMOUNT; a step of nothing opens nothing. */
function openSteps(promotion: Promotion, step: SpendTier, environment: Environment, printer: Printer): Opened | Reason {
  const found = measureTier(step, environment);
  if (!found) return { reason: 'condition-false', failed: missingIn(step, environment) };
  const { value, needed } = found;
  const steps = needed.compare(0) > 0 && value.compare(0) > 0 ? floor(value.div(needed)) : 0n;
  if (steps === 0n) return shortOf('spend', value, needed, printer);
  const times = limitTimes(steps, promotion.limits.times, environment);
  const met = {
    kind: 'every-amount' as const,
    measured: shown('spend', value, printer),
    reached: shown('spend', needed, printer, true),
    times: Number(times),
  };
  return { offers: step.offers, times, met };
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

function missingIn(tier: SpendTier | BuyTier, environment: Environment): readonly FailedTest[] {
  return [tier.counting, neededOf(tier)].flatMap((scalar) => missingValues(scalar, environment));
}
