import type {
  AllocationPolicy,
  FreeOffer,
  OfferAmount,
  PayOffer,
  PriceOffer,
  Rounding,
  Scalar,
  ShipOffer,
  TakeOffer,
} from '../check/ruleset.js';
import { amountOf, type Cell, type ChargeCell, type LineCell, totalOf, unitsOf } from './cells.js';
import { holds, moneyOf } from './expressions.js';
import type { Environment } from './environment.js';
import { exactText, least, type Rational, rational, round, sum, withinMoney, zero } from './rational.js';
import type { UnitGroup } from './units.js';

/** What an offer comes to before caps, floors and what lines can bear: one sum to spread, or a part for each line. */
export type Formed = FormedSum | FormedParts | Missing;

/** A value that an offer's amount needs and the cart does not carry. */
export interface Missing {
  readonly kind: 'missing';
  readonly scalar?: Scalar;
  readonly environment: Environment;
}

export interface FormedSum {
  readonly kind: 'sum';
  readonly cells: readonly Cell[];
  /** What was left on the cells together. */
  readonly base: bigint;
  /** What a percentage was taken of, where the offer names it. */
  readonly of?: Rational;
  readonly percent?: string;
  readonly exact: Rational;
  readonly face: bigint;
}

export interface FormedParts {
  readonly kind: 'parts';
  readonly percent?: string;
  readonly parts: readonly FormedPart[];
  readonly face: bigint;
  /** Where it was formed on groups of units: each group, and what it saved. */
  readonly groups?: readonly FormedGroup[];
}

export interface FormedGroup extends UnitGroup {
  readonly amount: bigint;
}

export interface FormedPart {
  readonly cell: LineCell;
  /** What was left on it, or on those of its units that were picked. */
  readonly base: bigint;
  readonly of?: Rational;
  readonly exact: Rational;
  readonly amount: bigint;
}

/** The standing that forms an offer: its lines are the environment's scope. */
export interface Ground {
  readonly environment: Environment;
  readonly charges: readonly ChargeCell[];
  /** `on shipping and lines`: sums are spread over both. */
  readonly withShipping: boolean;
  readonly rounding: Rounding;
  /** How often the threshold was met. */
  readonly times: bigint;
  readonly allocation: AllocationPolicy;
}

/** Section 5, the table of offers. */
export function form(
  offer: TakeOffer | PayOffer | PriceOffer | FreeOffer | ShipOffer,
  ground: Ground,
): Formed {
  switch (offer.kind) {
    case 'take':
      return formTake(offer, ground);
    case 'pay':
      return formPay(offer, ground);
    case 'price':
      return formPrice(offer, ground);
    case 'ship':
      return formShip(offer, ground);
    case 'free':
      return formUnits(ground, (_, left) => ({ kind: 'discount', exact: left }));
  }
}

function cellsOf({ environment, charges, withShipping }: Ground): readonly Cell[] {
  return withShipping ? [...environment.scope, ...charges] : environment.scope;
}

function formTake(offer: TakeOffer, ground: Ground): Formed {
  if (offer.off === 'scope') return formSum(offer.amount, cellsOf(ground), ground);
  return offer.off === 'line' ? formEachLine(offer.amount, ground) : formEachUnit(offer.amount, ground);
}

/** `take … off`: off the total, rounded once. */
function formSum(amount: OfferAmount, cells: readonly Cell[], ground: Ground): Formed {
  const left = totalOf(ground.environment.view.left, cells);
  const discount = discountOf(amount, rational(left), ground.environment, ground.times);
  if (discount.kind === 'missing') return discount;
  const { exact } = discount;
  const face = roundDiscount(exact, left, ground.rounding);
  return { kind: 'sum', cells, base: left, exact, face, ...percentage(discount) };
}

export interface Discount {
  readonly kind: 'discount';
  readonly exact: Rational;
  readonly percent?: string;
  /** What the percentage was taken of, where the offer names it. */
  readonly of?: Rational;
}

/** What is told of a percentage. */
function percentage({ percent, of }: Pick<Discount, 'percent' | 'of'>): Pick<Discount, 'percent' | 'of'> {
  return { ...(percent !== undefined && { percent }), ...(of && { of }) };
}

/** A percentage of what is left (or of another base), or an amount; as often as the threshold was met, at most all. */
export function discountOf(
  amount: OfferAmount,
  left: Rational,
  environment: Environment,
  times: bigint,
): Discount | Missing {
  if (amount.kind === 'money') {
    const exact = moneyOf(amount.amount, environment);
    return exact
      ? { kind: 'discount', exact: exact.mul(rational(times)) }
      : missing(amount.amount, environment);
  }
  const percent = percentOf(amount.percent, environment);
  const base = amount.base ? moneyOf(amount.base, environment) : left;
  if (!percent) return missing(amount.percent, environment);
  if (!base) return missing(amount.base, environment);
  const share = leastRational(percent.mul(rational(times)), rational(100));
  const exact = base.mul(share).div(100);
  return { kind: 'discount', exact, percent: exactText(share), ...(amount.base && { of: base }) };
}

function percentOf(percent: Scalar, environment: Environment): Rational | undefined {
  return moneyOf(percent, environment);
}

function leastRational(a: Rational, b: Rational): Rational {
  return a.compare(b) <= 0 ? a : b;
}

export function missing(scalar: Scalar | undefined, environment: Environment): Missing {
  return { kind: 'missing', ...(scalar && { scalar }), environment };
}

/** Section 2: the one rounding; `of price` rounds what remains to pay instead of the discount. */
export function roundDiscount(exact: Rational, price: bigint, { mode, of }: Rounding): bigint {
  const remains = rational(price).sub(exact);
  if (of === 'discount' || remains.compare(0) <= 0) return withinMoney(round(mode, exact));
  return withinMoney(price - round(mode, remains));
}

/** `… off each line`: worked out and rounded for each line. */
function formEachLine(amount: OfferAmount, ground: Ground): Formed {
  return formParts(ground, (line) => {
    const left = amountOf(ground.environment.view.left, line);
    const found = discountOf(amount, rational(left), { ...ground.environment, line }, ground.times);
    if (found.kind === 'missing') return found;
    return { ...found, amount: roundDiscount(found.exact, left, ground.rounding) };
  });
}

/** `… off each unit`: worked out and rounded for each unit. */
function formEachUnit(amount: OfferAmount, ground: Ground): Formed {
  return formUnits(ground, (environment, left) => discountOf(amount, left, environment, ground.times));
}

/** `price … each`: only where lower. */
function formPrice({ amount }: PriceOffer, ground: Ground): Formed {
  return formUnits(ground, (environment, left) => {
    const price = moneyOf(amount, environment);
    if (!price) return missing(amount, environment);
    const saved = left.sub(price);
    return { kind: 'discount', exact: saved.compare(0) > 0 ? saved : zero };
  });
}

type UnitDiscount = (environment: Environment, left: Rational) => Discount | Missing;

function formUnits(ground: Ground, discount: UnitDiscount): Formed {
  return formParts(ground, (line) => {
    const units = unitsOf(amountOf(ground.environment.view.left, line), line.line.quantity);
    const formed = units.map((unit) => {
      const found = discount({ ...ground.environment, line, unit: unit.left }, rational(unit.left));
      return { found, count: unit.count, left: unit.left };
    });
    return sumOfUnits(formed, ground.rounding);
  });
}

interface FormedUnits {
  readonly found: Discount | Missing;
  readonly count: bigint;
  readonly left: bigint;
}

function sumOfUnits(
  units: readonly FormedUnits[],
  rounding: Rounding,
): (Discount & { readonly amount: bigint }) | Missing {
  let amount = 0n;
  const formed: Discount[] = [];
  for (const { found, count, left } of units) {
    if (found.kind === 'missing') return found;
    formed.push(timesOver(found, count));
    amount += roundDiscount(found.exact, left, rounding) * count;
  }
  return { ...sumOfDiscounts(formed), amount: withinMoney(amount) };
}

/** The same discount on several alike units. */
export function timesOver({ exact, of, ...found }: Discount, count: bigint): Discount {
  return { ...found, exact: exact.mul(rational(count)), ...(of && { of: of.mul(rational(count)) }) };
}

/** Discounts of one offer together. */
function sumOfDiscounts(formed: readonly Discount[]): Discount {
  return formed.reduce<Discount>(
    (total, { exact, percent, of }) => {
      const base = of ? { of: of.add(total.of ?? zero) } : {};
      return {
        kind: 'discount',
        exact: total.exact.add(exact),
        ...percentage({ ...(percent !== undefined && { percent }), ...base }),
      };
    },
    { kind: 'discount', exact: zero },
  );
}

/** A line whose value is missing gets nothing; when all are, the offer is missing. */
function formParts(
  ground: Ground,
  formLine: (line: LineCell) => (Discount & { readonly amount: bigint }) | Missing,
): Formed {
  const parts: FormedPart[] = [];
  let percent: string | undefined;
  let lacking: Missing | undefined;
  for (const cell of ground.environment.scope) {
    const found = formLine(cell);
    if (found.kind === 'missing') {
      lacking ??= found;
      continue;
    }
    percent = found.percent;
    const base = amountOf(ground.environment.view.left, cell);
    const { exact, amount, of } = found;
    parts.push({ cell, base, exact, amount, ...(of && { of }) });
  }
  if (parts.length === 0 && lacking) return lacking;
  const face = withinMoney(sum(parts.map((part) => part.amount)));
  return { kind: 'parts', parts, face, ...(percent !== undefined && { percent }) };
}

/** Section 5, `pay`: what the scope costs; never raises a price. */
function formPay({ amount }: PayOffer, ground: Ground): Formed {
  return payFor(amount, cellsOf(ground), ground);
}

function payFor(amount: OfferAmount, cells: readonly Cell[], ground: Ground): Formed {
  const left = totalOf(ground.environment.view.left, cells);
  const price = discountOf(amount, rational(left), ground.environment, 1n);
  if (price.kind === 'missing') return price;
  const saved = rational(left).sub(price.exact);
  const exact = saved.compare(0) > 0 ? saved : zero;
  return {
    kind: 'sum',
    cells,
    base: left,
    exact,
    face: least(left, roundDiscount(exact, left, ground.rounding)),
  };
}

/** Section 5, `ship free`, `ship for`, `take … off shipping`: on the charges for which `where` holds. */
function formShip({ how, where }: ShipOffer, ground: Ground): Formed {
  const { environment } = ground;
  const charges = where
    ? ground.charges.filter((charge) => holds(where, { ...environment, charge }))
    : ground.charges;
  if (how.kind === 'take') return formSum(how.amount, charges, ground);
  return payFor({ kind: 'money', amount: how.price }, charges, ground);
}
