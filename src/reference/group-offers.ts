import type { OfferAmount, PayOffer, PriceOffer, TakeOffer, FreeOffer, Scalar } from '../check/ruleset.js';
import { allocateOverUnits } from './allocate-units.js';
import type { LineCell } from './cells.js';
import type { Environment } from './environment.js';
import {
  timesOver,
  type Discount,
  discountOf,
  type Formed,
  type FormedGroup,
  type FormedPart,
  type Ground,
  type Missing,
  missing,
  roundDiscount,
} from './offers.js';
import { least, type Rational, rational, zero } from './rational.js';
import type { Selection } from './selection.js';
import { leftOf, type Units } from './units.js';
import { moneyOf } from './expressions.js';

/** An offer that units can take. */
export type UnitOffer = TakeOffer | PayOffer | PriceOffer | FreeOffer;

interface Share {
  readonly line: LineCell;
  /** What was left on its units. */
  readonly base: bigint;
  readonly of?: Rational;
  readonly exact: Rational;
  readonly amount: bigint;
}

interface Saved {
  readonly shares: readonly Share[];
  readonly percent?: string;
}

/** Section 5, groups: formed group by group over each group's own units, then summed per line; units whose value is missing get nothing. */
export function formOnUnits(offer: UnitOffer, selection: Selection, ground: Ground): Formed {
  const groups: FormedGroup[] = [];
  const shares: Share[] = [];
  let percent: string | undefined;
  let lacking: Missing | undefined;
  for (const group of selection.groups) {
    const saved = formGroup(offer, group.picked, selection.perUnit, ground);
    if ('kind' in saved) {
      lacking ??= saved;
      continue;
    }
    percent = saved.percent;
    const times = group.times;
    groups.push({ ...group, amount: saved.shares.reduce((total, share) => total + share.amount, 0n) });
    shares.push(...saved.shares.map((share) => repeated(share, times)));
  }
  if (shares.length === 0 && lacking) return lacking;
  const parts = sumByLine(shares);
  const face = parts.reduce((total, part) => total + part.amount, 0n);
  return { kind: 'parts', parts, face, groups, ...(percent !== undefined && { percent }) };
}

function repeated({ line, base, exact, of, amount }: Share, times: bigint): Share {
  const whole = { line, base: base * times, exact: exact.mul(rational(times)), amount: amount * times };
  return of ? { ...whole, of: of.mul(rational(times)) } : whole;
}

function sumByLine(shares: readonly Share[]): readonly FormedPart[] {
  const parts = new Map<LineCell, FormedPart>();
  for (const { line, base, exact, of, amount } of shares) {
    const sofar = parts.get(line);
    parts.set(line, {
      cell: line,
      base: base + (sofar?.base ?? 0n),
      exact: exact.add(sofar?.exact ?? zero),
      amount: amount + (sofar?.amount ?? 0n),
      ...(of && { of: of.add(sofar?.of ?? zero) }),
    });
  }
  return [...parts.values()];
}

/** A percentage is rounded per picked unit, a sum per group; `pay` skips a group that costs less. */
function formGroup(offer: UnitOffer, units: Units, perUnit: boolean, ground: Ground): Saved | Missing {
  switch (offer.kind) {
    case 'free':
      return eachUnit(units, ground, (_, left) => ({ kind: 'discount', exact: left }));
    case 'price':
      return eachUnit(units, ground, (environment, left) => below(offer.amount, environment, left));
    case 'take':
      if (offer.off === 'unit' || (offer.amount.kind === 'percent' && perUnit))
        return eachUnit(units, ground, (environment, left) =>
          discountOf(offer.amount, left, environment, ground.times),
        );
      return offer.off === 'line'
        ? eachLine(offer.amount, units, ground)
        : together(units, ground, sumOff(offer.amount, units, ground));
    case 'pay':
      if (offer.amount.kind === 'percent' && perUnit)
        return eachUnit(units, ground, (environment, left) => unitPay(offer.amount, environment, left));
      return together(units, ground, sumPaid(offer.amount, units, ground));
  }
}

/** A new unit price, only where lower. */
function below(price: PriceOffer['amount'], environment: Environment, left: Rational): Discount | Missing {
  const amount = moneyOf(price, environment);
  return amount ? { kind: 'discount', exact: positive(left.sub(amount)) } : missing(price, environment);
}

function unitPay(amount: OfferAmount, environment: Environment, left: Rational): Discount | Missing {
  const paid = discountOf(amount, left, environment, 1n);
  return paid.kind === 'missing' ? paid : { kind: 'discount', exact: positive(left.sub(paid.exact)) };
}

function positive(value: Rational): Rational {
  return value.compare(0) > 0 ? value : zero;
}

function eachUnit(
  units: Units,
  ground: Ground,
  discount: (environment: Environment, left: Rational) => Discount | Missing,
): Saved | Missing {
  const shares: Share[] = [];
  let percent: string | undefined;
  let lacking: Missing | undefined;
  for (const run of units) {
    const environment = { ...ground.environment, line: run.line, unit: run.left };
    const found = discount(environment, rational(run.left));
    if (found.kind === 'missing') {
      lacking ??= found;
      continue;
    }
    percent = found.percent;
    const amount = least(run.left, roundDiscount(found.exact, run.left, ground.rounding)) * run.count;
    const { exact, of } = timesOver(found, run.count);
    shares.push({ line: run.line, base: run.left * run.count, exact, amount, ...(of && { of }) });
  }
  return shares.length === 0 && lacking ? lacking : { shares, ...(percent !== undefined && { percent }) };
}

/** `off each line` over some of its units: formed on what those units have left. */
function eachLine(amount: OfferAmount, units: Units, ground: Ground): Saved | Missing {
  const shares: Share[] = [];
  let percent: string | undefined;
  let lacking: Missing | undefined;
  for (const line of new Set(units.map((run) => run.line))) {
    const base = leftOf(units.filter((run) => run.line === line));
    const found = discountOf(amount, rational(base), { ...ground.environment, line }, ground.times);
    if (found.kind === 'missing') {
      lacking ??= found;
      continue;
    }
    percent = found.percent;
    const { exact, of } = found;
    const formed = least(base, roundDiscount(exact, base, ground.rounding));
    shares.push({ line, base, exact, amount: formed, ...(of && { of }) });
  }
  return shares.length === 0 && lacking ? lacking : { shares, ...(percent !== undefined && { percent }) };
}

/** A sum for the whole group: an amount, or a percentage of what its units have left or of the base that it names. */
function sumOff(amount: OfferAmount, units: Units, ground: Ground): Discount | Missing {
  const { environment, times } = ground;
  if (amount.kind === 'money' || !amount.base)
    return discountOf(amount, rational(leftOf(units)), environment, times);
  const base = sumOfBases(amount.base, units, environment);
  if (!base) return missing(amount.base, environment);
  const found = discountOf({ kind: 'percent', percent: amount.percent }, base, environment, times);
  return found.kind === 'missing' ? found : { ...found, of: base };
}

/** A named base over all units; nothing when it is missing on every one. */
function sumOfBases(base: Scalar, units: Units, environment: Environment): Rational | undefined {
  const bases = units.flatMap(({ line, left, count }) => {
    const value = moneyOf(base, { ...environment, line, unit: left });
    return value ? [value.mul(rational(count))] : [];
  });
  return bases.length === 0 ? undefined : bases.reduce((total, value) => total.add(value), zero);
}

function sumPaid(amount: OfferAmount, units: Units, ground: Ground): Discount | Missing {
  return unitPay(amount, ground.environment, rational(leftOf(units)));
}

/** One sum on the group, at most what its units have left, allocated over its own units by what is left on them. */
function together(units: Units, ground: Ground, found: Discount | Missing): Saved | Missing {
  const left = leftOf(units);
  if (found.kind === 'missing') return found;
  const amount = least(left, roundDiscount(found.exact, left, ground.rounding));
  const parts = allocateOverUnits(amount, units, ground.allocation);
  const shareOf = (whole: Rational, base: bigint): Rational =>
    left === 0n ? zero : whole.mul(rational(base)).div(rational(left));
  const shares = units.map((run) => {
    const base = run.left * run.count;
    return {
      line: run.line,
      base,
      exact: shareOf(found.exact, base),
      amount: parts.get(run) ?? 0n,
      ...(found.of && { of: shareOf(found.of, base) }),
    };
  });
  return { shares, ...(found.percent !== undefined && { percent: found.percent }) };
}
