import { allocateOverUnits } from './allocate-units.js';
import { add, divide, type Exact, multiply } from './exact.js';
import type { Told } from './failures.js';
import {
  addSome,
  type Amount,
  Collector,
  type Discount,
  discount,
  discountOf,
  type Formed,
  type FormedGroup,
  type FormedPart,
  type Missing,
  missing,
  roundWithin,
  timesOver,
} from './forming.js';
import type { UnitOffer } from './offer.js';
import type { Rule } from './rule.js';
import type { Moment } from './moment.js';
import type { Selection } from './selection.js';
import { leftOf, type Units } from './units.js';
import { below, saved } from './whole-offers.js';

interface Share {
  readonly line: number;
  /** What was left on its units. */
  readonly base: number;
  readonly of: Exact | undefined;
  readonly exact: Exact;
  readonly amount: number;
}

interface Saved {
  readonly kind: 'saved';
  readonly shares: readonly Share[];
  readonly percent: Exact | undefined;
}

/** Section 5, groups: formed group by group over each group's own units, then summed per line; units whose value is missing get nothing. */
export function formOnUnits(
  offer: UnitOffer,
  { groups, perUnit }: Selection,
  times: number,
  rule: Rule,
  moment: Moment,
): Formed | Missing {
  const formed: FormedGroup[] = [];
  const shares: Share[] = [];
  let percent: Exact | undefined;
  let lacking: Missing | undefined;
  for (const group of groups) {
    const found = formGroup(offer, group.picked, perUnit, times, rule, moment);
    moment.line = -1;
    if (found.kind === 'missing') {
      lacking ??= found;
      continue;
    }
    percent = found.percent;
    formed.push({ ...group, amount: found.shares.reduce((total, share) => total + share.amount, 0) });
    shares.push(...found.shares.map((share) => repeated(share, group.times)));
  }
  if (shares.length === 0 && lacking) return lacking;
  const parts = sumByLine(shares);
  const face = parts.reduce((total, part) => total + part.amount, 0);
  return { kind: 'parts', parts, face, groups: formed, percent };
}

function repeated({ line, base, exact, of, amount }: Share, times: number): Share {
  return {
    line,
    base: base * times,
    exact: multiply(exact, times),
    of: of === undefined ? of : multiply(of, times),
    amount: amount * times,
  };
}

function sumByLine(shares: readonly Share[]): readonly FormedPart[] {
  const parts = new Map<number, FormedPart>();
  for (const { line, base, exact, of, amount } of shares) {
    const sofar = parts.get(line);
    parts.set(line, {
      line,
      base: base + (sofar?.base ?? 0),
      exact: add(exact, sofar?.exact ?? 0),
      of: of === undefined ? undefined : addSome(of, sofar?.of),
      amount: amount + (sofar?.amount ?? 0),
    });
  }
  return [...parts.values()];
}

/** A percentage is rounded per picked unit, a sum per group; `pay` skips a group that costs less. */
function formGroup(
  offer: UnitOffer,
  units: Units,
  perUnit: boolean,
  times: number,
  rule: Rule,
  moment: Moment,
): Saved | Missing {
  switch (offer.kind) {
    case 'free':
      return eachUnit(units, rule, moment, (left) => discount(left));
    case 'price':
      return eachUnit(units, rule, moment, (left) => below(offer.price, left, moment));
    case 'take':
      if (offer.off === 'unit' || (offer.amount.kind === 'percent' && perUnit))
        return eachUnit(units, rule, moment, (left) => discountOf(offer.amount, left, times, moment));
      return offer.off === 'line'
        ? eachLine(offer.amount, units, times, rule, moment)
        : together(units, rule, moment, sumOff(offer.amount, units, times, moment));
    case 'pay':
      if (offer.amount.kind === 'percent' && perUnit)
        return eachUnit(units, rule, moment, (left) => unitPay(offer.amount, left, moment));
      return together(units, rule, moment, unitPay(offer.amount, leftOf(units), moment));
  }
}

function unitPay(amount: Amount, left: number, moment: Moment): Discount | Missing {
  const paid = discountOf(amount, left, 1, moment);
  return paid.kind === 'missing' ? paid : discount(saved(left, paid.exact));
}

function eachUnit(
  units: Units,
  { rounding }: Rule,
  moment: Moment,
  form: (left: number) => Discount | Missing,
): Saved | Missing {
  const shares = new Collector<Share>();
  for (const { line, left, count } of units) {
    moment.line = line;
    moment.unit = left;
    const found = form(left);
    if (!shares.take(found)) continue;
    const { exact, of } = timesOver(found, count);
    const amount = roundWithin(found.exact, left, rounding) * count;
    shares.items.push({ line, base: left * count, exact, of, amount });
  }
  const { lacking, items, percent } = shares;
  return lacking ?? { kind: 'saved', shares: items, percent };
}

/** `off each line` over some of its units: formed on what those units have left. */
function eachLine(
  amount: Amount,
  units: Units,
  times: number,
  { rounding }: Rule,
  moment: Moment,
): Saved | Missing {
  const shares = new Collector<Share>();
  for (const line of new Set(units.map((each) => each.line))) {
    moment.line = line;
    moment.unit = 0;
    const base = leftOf(units.filter((each) => each.line === line));
    const found = discountOf(amount, base, times, moment);
    if (!shares.take(found)) continue;
    const { exact, of } = found;
    shares.items.push({ line, base, exact, of, amount: roundWithin(exact, base, rounding) });
  }
  const { lacking, items, percent } = shares;
  return lacking ?? { kind: 'saved', shares: items, percent };
}

/** A sum for the whole group: an amount, or a percentage of what its units have left or of the base that it names. */
function sumOff(amount: Amount, units: Units, times: number, moment: Moment): Discount | Missing {
  if (amount.kind === 'money' || !amount.base) return discountOf(amount, leftOf(units), times, moment);
  const base = sumOfBases(amount.base, units, moment);
  if (base === undefined) return missing(amount.base, moment);
  const found = discountOf({ ...amount, base: undefined }, base, times, moment);
  return found.kind === 'missing' ? found : { ...found, of: base };
}

/** A named base over all units; nothing when it is missing on every one. */
function sumOfBases(base: Told, units: Units, moment: Moment): Exact | undefined {
  let total: Exact | undefined;
  for (const { line, left, count } of units) {
    moment.line = line;
    moment.unit = left;
    const value = base.get(moment);
    if (value !== undefined) total = add(total ?? 0, multiply(value, count));
  }
  moment.line = -1;
  return total;
}

/** One sum on the group, at most what its units have left, allocated over its own units by what is left on them. */
function together(units: Units, rule: Rule, moment: Moment, found: Discount | Missing): Saved | Missing {
  if (found.kind === 'missing') return found;
  const left = leftOf(units);
  const amount = roundWithin(found.exact, left, rule.rounding);
  const parts = allocateOverUnits(amount, units, rule.allocation, moment);
  const shareOf = (whole: Exact, base: number): Exact =>
    left === 0 ? 0 : divide(multiply(whole, base), left);
  const shares = units.map((each) => {
    const base = each.left * each.count;
    return {
      line: each.line,
      base,
      exact: shareOf(found.exact, base),
      of: found.of === undefined ? undefined : shareOf(found.of, base),
      amount: parts.get(each) ?? 0,
    };
  });
  return { kind: 'saved', shares, percent: found.percent };
}
