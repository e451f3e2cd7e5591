import type { OfferAmount, PayOffer, PriceOffer, TakeOffer, FreeOffer } from '../check/ruleset.js';
import { allocate } from './allocate.js';
import type { Cell, LineCell } from './cells.js';
import type { Environment } from './environment.js';
import {
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
import { leftOf, type UnitRun, type Units } from './units.js';
import { moneyOf } from './expressions.js';

/** An offer that units can take. */
export type UnitOffer = TakeOffer | PayOffer | PriceOffer | FreeOffer;

interface Share {
  readonly line: LineCell;
  readonly base: bigint;
  readonly exact: Rational;
  readonly amount: bigint;
}

interface Saved {
  readonly shares: readonly Share[];
  readonly percent?: string;
}

/** Section 5, groups: formed group by group over each group's own units, then summed per line. */
export function formOnUnits(offer: UnitOffer, selection: Selection, ground: Ground): Formed {
  const groups: FormedGroup[] = [];
  const shares: Share[] = [];
  let percent: string | undefined;
  for (const group of selection.groups) {
    const saved = formGroup(offer, group.picked, selection.perUnit, ground);
    if ('failed' in saved) return saved;
    percent = saved.percent;
    const times = group.times;
    groups.push({ ...group, amount: saved.shares.reduce((total, share) => total + share.amount, 0n) });
    shares.push(
      ...saved.shares.map(({ line, base, exact, amount }) => ({
        line,
        base: base * times,
        exact: exact.mul(rational(times)),
        amount: amount * times,
      })),
    );
  }
  const parts = sumByLine(shares);
  const face = parts.reduce((total, part) => total + part.amount, 0n);
  return { kind: 'parts', parts, face, groups, ...(percent !== undefined && { percent }) };
}

function sumByLine(shares: readonly Share[]): readonly FormedPart[] {
  const parts = new Map<LineCell, FormedPart>();
  for (const { line, base, exact, amount } of shares) {
    const sofar = parts.get(line);
    parts.set(line, {
      cell: line,
      base: base + (sofar?.base ?? 0n),
      exact: exact.add(sofar?.exact ?? zero),
      amount: amount + (sofar?.amount ?? 0n),
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
          discountOf(offer.amount, left, environment, 1n),
        );
      return offer.off === 'line'
        ? eachLine(offer.amount, units, ground)
        : together(units, ground, sumOff(offer.amount, ground));
    case 'pay':
      if (offer.amount.kind === 'percent' && perUnit)
        return eachUnit(units, ground, (environment, left) => unitPay(offer.amount, environment, left));
      return together(units, ground, sumPaid(offer.amount, ground));
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
  for (const run of units) {
    const environment = { ...ground.environment, line: run.line, unit: run.left };
    const found = discount(environment, rational(run.left));
    if (found.kind === 'missing') return found;
    percent = found.percent;
    const amount = least(run.left, roundDiscount(found.exact, run.left, ground.rounding)) * run.count;
    shares.push({
      line: run.line,
      base: run.left * run.count,
      exact: found.exact.mul(rational(run.count)),
      amount,
    });
  }
  return { shares, ...(percent !== undefined && { percent }) };
}

/** `off each line` over some of its units: formed on what those units have left. */
function eachLine(amount: OfferAmount, units: Units, ground: Ground): Saved | Missing {
  const shares: Share[] = [];
  for (const line of new Set(units.map((run) => run.line))) {
    const base = leftOf(units.filter((run) => run.line === line));
    const found = discountOf(amount, rational(base), { ...ground.environment, line }, ground.times);
    if (found.kind === 'missing') return found;
    shares.push({
      line,
      base,
      exact: found.exact,
      amount: least(base, roundDiscount(found.exact, base, ground.rounding)),
    });
  }
  return { shares };
}

type SumOf = (left: Rational) => Discount | Missing;

function sumOff(amount: OfferAmount, ground: Ground): SumOf {
  return (left) => discountOf(amount, left, ground.environment, ground.times);
}

function sumPaid(amount: OfferAmount, ground: Ground): SumOf {
  return (left) => unitPay(amount, ground.environment, left);
}

/** One sum on the group, allocated over its own units by what is left on them. */
function together(units: Units, ground: Ground, discount: SumOf): Saved | Missing {
  const left = leftOf(units);
  const found = discount(rational(left));
  if (found.kind === 'missing') return found;
  const amount = least(left, roundDiscount(found.exact, left, ground.rounding));
  const single = units.flatMap((run) =>
    Array.from({ length: Number(run.count) }, (): { cell: Cell; run: UnitRun } => ({
      cell: { ...run.line },
      run,
    })),
  );
  const claims = single.map(({ cell, run }) => ({ cell, weight: run.left, most: run.left }));
  const { parts } = allocate(amount, claims, ground.allocation);
  const exactOf = (base: bigint): Rational =>
    left === 0n ? zero : found.exact.mul(rational(base)).div(rational(left));
  const shares = single.map(({ cell, run }) => ({
    line: run.line,
    base: run.left,
    exact: exactOf(run.left),
    amount: parts.get(cell) ?? 0n,
  }));
  return { shares, ...(found.percent !== undefined && { percent: found.percent }) };
}
