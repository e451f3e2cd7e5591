import { add, compare, type Exact, subtract } from './exact.js';
import { scopeOf } from './expressions.js';
import {
  addSome,
  type Amount,
  Collector,
  type Discount,
  discount,
  discountOf,
  type Formed,
  type FormedPart,
  type Missing,
  missing,
  roundDiscount,
  roundWithin,
  timesOver,
  withinMoney,
} from './forming.js';
import type { WholeOffer } from './offer.js';
import type { Moment } from './moment.js';
import type { Rule } from './rule.js';
import { quantityOf, unitsOf } from './units.js';

/** Section 5, the table of offers, on the standing's whole lines. */
export function formWhole(offer: WholeOffer, times: number, rule: Rule, moment: Moment): Formed | Missing {
  switch (offer.kind) {
    case 'take':
      if (offer.off === 'scope') return formSum(offer.amount, cellsOf(rule, moment), times, rule, moment);
      return offer.off === 'line'
        ? formEachLine(offer.amount, times, rule, moment)
        : formUnits((left) => discountOf(offer.amount, left, times, moment), rule, moment);
    case 'pay':
      return payFor(offer.amount, cellsOf(rule, moment), rule, moment);
    case 'price':
      return formUnits((left) => below(offer.price, left, moment), rule, moment);
    case 'free':
      return formUnits((left) => discount(left), rule, moment);
    case 'ship': {
      const charges = chargesFor(offer.where, moment);
      if (offer.amount) return formSum(offer.amount, charges, times, rule, moment);
      return payFor({ kind: 'money', amount: offer.price }, charges, rule, moment);
    }
  }
}

/** `on shipping and lines`: sums are spread over both. */
function cellsOf({ withShipping }: Rule, moment: Moment): readonly number[] {
  return withShipping ? [...scopeOf(moment), ...moment.charges] : scopeOf(moment);
}

function chargesFor(where: ((moment: Moment) => boolean) | undefined, moment: Moment): readonly number[] {
  if (!where) return moment.charges;
  const found = moment.charges.filter((cell) => {
    moment.charge = cell - moment.lineCount;
    return where(moment);
  });
  moment.charge = -1;
  return found;
}

function leftOn(cells: readonly number[], { base }: Moment): number {
  let total = 0;
  for (const cell of cells) total += base[cell] as number;
  return total;
}

/** `take … off`: off the total, rounded once. */
function formSum(
  amount: Amount,
  cells: readonly number[],
  times: number,
  rule: Rule,
  moment: Moment,
): Formed | Missing {
  const base = leftOn(cells, moment);
  const found = discountOf(amount, base, times, moment);
  if (found.kind === 'missing') return found;
  const { exact, of, percent } = found;
  return { kind: 'sum', cells, base, exact, face: roundDiscount(exact, base, rule.rounding), of, percent };
}

/** Section 5, `pay`: what the scope costs; never raises a price. */
function payFor(amount: Amount, cells: readonly number[], rule: Rule, moment: Moment): Formed | Missing {
  const base = leftOn(cells, moment);
  const price = discountOf(amount, base, 1, moment);
  if (price.kind === 'missing') return price;
  const exact = saved(base, price.exact);
  const face = roundWithin(exact, base, rule.rounding);
  return { kind: 'sum', cells, base, exact, face, of: undefined, percent: undefined };
}

/** What a lower price saves. */
export function saved(left: Exact, price: Exact): Exact {
  const difference = subtract(left, price);
  return compare(difference, 0) > 0 ? difference : 0;
}

/** `price … each`: only where lower. */
export function below(
  price: { readonly get: (moment: Moment) => Exact | undefined } & Parameters<typeof missing>[0],
  left: Exact,
  moment: Moment,
): Discount | Missing {
  const amount = price.get(moment);
  return amount === undefined ? missing(price, moment) : discount(saved(left, amount));
}

/** `… off each line`: worked out and rounded for each line. */
function formEachLine(amount: Amount, times: number, rule: Rule, moment: Moment): Formed | Missing {
  return formParts(moment, (line) => {
    const left = moment.base[line] as number;
    const found = discountOf(amount, left, times, moment);
    if (found.kind === 'missing') return found;
    return { found, amount: roundDiscount(found.exact, left, rule.rounding) };
  });
}

/** Worked out and rounded for each unit. */
function formUnits(form: (left: number) => Discount | Missing, rule: Rule, moment: Moment): Formed | Missing {
  return formParts(moment, (line) => {
    let amount = 0;
    let exact: Exact = 0;
    let of: Exact | undefined;
    let percent: Exact | undefined;
    for (const { left, count } of unitsOf(line, moment.base[line] as number, quantityOf(line, moment))) {
      moment.unit = left;
      const found = form(left);
      if (found.kind === 'missing') return found;
      const all = timesOver(found, count);
      exact = add(exact, all.exact);
      of = addSome(all.of, of);
      percent = found.percent;
      amount = withinMoney(amount + roundDiscount(found.exact, left, rule.rounding) * count);
    }
    return { found: discount(exact, percent, of), amount };
  });
}

/** A line whose value is missing gets nothing; when all are, the offer is missing. */
function formParts(
  moment: Moment,
  formLine: (line: number) => { readonly found: Discount; readonly amount: number } | Missing,
): Formed | Missing {
  const parts = new Collector<FormedPart>();
  let face = 0;
  for (const line of scopeOf(moment)) {
    moment.line = line;
    moment.unit = 0;
    const formed = formLine(line);
    if (!parts.take('kind' in formed ? formed : formed.found) || 'kind' in formed) continue;
    const { amount, found } = formed;
    parts.items.push({ line, base: moment.base[line] as number, exact: found.exact, amount, of: found.of });
    face = withinMoney(face + amount);
  }
  moment.line = -1;
  const { lacking, items, percent } = parts;
  return lacking ?? { kind: 'parts', parts: items, face, percent, groups: undefined };
}
