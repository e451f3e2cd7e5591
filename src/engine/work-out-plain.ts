import type { Reason } from '../breakdown/types.js';
import { mulDivRound } from '../money/index.js';
import { leftOfScope, scopeOf } from './expressions.js';
import { failures } from './failures.js';
import { Grant, placeOf } from './grant.js';
import type { Moment } from './moment.js';
import type { Parts } from './parts.js';
import type { Plain, PlainTier } from './plain.js';
import type { Rule } from './rule.js';
import { spreadByValue } from './spread-by-value.js';
import { shortOf } from './threshold.js';

/** For more steps or lines than this the greatest plain amount might pass 2^53 - 1. */
const MOST_TIMES = 2 ** 20;

const NOTHING_LEFT: Reason = Object.freeze({ reason: 'nothing-left' });
const NO_LINES: readonly number[] = Object.freeze([]);

/** Works out the standing in hand: what it takes, or why it takes nothing; nothing at all where numbers grow too large for it. */
export function workOutPlain(rule: Rule, plain: Plain, moment: Moment): Grant | Reason | undefined {
  const { when } = rule;
  if (when && !when.holds(moment))
    return { reason: 'condition-false', failed: rule.failed?.(moment) ?? failures(when, moment) };
  const { tiers, opens } = plain;
  const left = leftOfScope(moment);
  let index = tiers.length - 1;
  while (index >= 0 && left < (tiers[index] as PlainTier).needed) index -= 1;
  if (index < 0) return shortOf('spend', left, (tiers[0] as PlainTier).needed, moment);
  const tier = tiers[index] as PlainTier;
  const times = opens === 'steps' ? Math.floor(left / tier.needed) : 1;
  if (times * moment.size > MOST_TIMES) return undefined;
  const { parts } = moment;
  const from = parts.size;
  const face = takeTier(tier, times, left, rule, moment);
  const amount = sumFrom(from, parts);
  if (amount === 0) return NOTHING_LEFT;
  return new Grant(
    rule,
    moment.order,
    moment.label,
    rule.table && placeOf(rule, moment),
    from,
    parts.size,
    face,
    amount,
    left,
    tier.needed,
    tiers.length > 1 ? index + 1 : 0,
    times,
    tier.on === 'charges' ? moment.charges.length : moment.size,
    rule.stop === 'lines' ? scopeOf(moment) : NO_LINES,
    undefined,
  );
}

function sumFrom(from: number, { size, amount }: Parts): number {
  let total = 0;
  for (let part = from; part < size; part += 1) total += amount[part] as number;
  return total;
}

/** Adds the parts of a tier; what it formed before caps and what cells can bear. */
function takeTier(tier: PlainTier, times: number, left: number, rule: Rule, moment: Moment): number {
  switch (tier.on) {
    case 'lines':
      return takeOffLines(tier, times, rule, moment);
    case 'charges': {
      const base = gatherCharges(moment);
      return takeSum(tier, times, base, moment.chargeCells, moment.charges.length, rule, moment);
    }
    case 'scope':
      return takeSum(tier, times, left, moment.scope, moment.size, rule, moment);
  }
}

/** Lists the charges as lines in scope are, so that one loop over one kind of list spreads over either; what is left on them. */
function gatherCharges({ charges, chargeCells, base }: Moment): number {
  let total = 0;
  for (let index = 0; index < charges.length; index += 1) {
    const cell = charges[index] as number;
    chargeCells[index] = cell;
    total += base[cell] as number;
  }
  return total;
}

/** A sum off some cells together. */
function takeSum(
  { how, amount, cap, parts, of }: PlainTier,
  times: number,
  base: number,
  cells: Int32Array,
  size: number,
  { rounding }: Rule,
  moment: Moment,
): number {
  let face = amount * times;
  if (how === 'percent') face = mulDivRound(rounding.mode, base, parts, of);
  else if (how === 'pay') face = base > amount ? base - amount : 0;
  let granted = face < base ? face : base;
  if (cap !== undefined && granted > cap) granted = cap;
  if (granted > 0) spreadByValue(granted, base, cells, size, moment);
  return face;
}

/** `… off each line`; where a cap binds, the capped amount is spread by value. */
function takeOffLines(
  { how, amount, parts: share, of, cap }: PlainTier,
  times: number,
  { rounding }: Rule,
  moment: Moment,
): number {
  const { parts, scope, size, base } = moment;
  const from = parts.size;
  parts.reserve(size);
  let face = 0;
  let total = 0;
  let left = 0;
  for (let index = 0; index < size; index += 1) {
    const cell = scope[index] as number;
    const value = base[cell] as number;
    const formed = how === 'take' ? amount * times : mulDivRound(rounding.mode, value, share, of);
    const granted = formed < value ? formed : value;
    face += formed;
    total += granted;
    left += value;
    parts.add(cell, value, granted);
  }
  if (cap !== undefined && total > cap) {
    parts.size = from;
    spreadByValue(cap, left, scope, size, moment);
  }
  return face;
}
