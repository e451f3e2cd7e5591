import { add, compare, type Exact, multiply, subtract } from './exact.js';
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
} from './forming.js';
import type { WholeOffer } from './offer.js';
import { at, type Run } from './run.js';
import type { Rule } from './rule.js';
import { quantityOf, unitsOf } from './units.js';

/** Section 5, the table of offers, on the standing's whole lines. */
export function formWhole(offer: WholeOffer, times: number, rule: Rule, run: Run): Formed | Missing {
  switch (offer.kind) {
    case 'take':
      if (offer.off === 'scope') return formSum(offer.amount, cellsOf(rule, run), times, rule, run);
      return offer.off === 'line'
        ? formEachLine(offer.amount, times, rule, run)
        : formUnits((left) => discountOf(offer.amount, left, times, run), rule, run);
    case 'pay':
      return payFor(offer.amount, cellsOf(rule, run), rule, run);
    case 'price':
      return formUnits((left) => below(offer.price, left, run), rule, run);
    case 'free':
      return formUnits((left) => discount(left), rule, run);
    case 'ship': {
      const charges = chargesFor(offer.where, run);
      if (offer.amount) return formSum(offer.amount, charges, times, rule, run);
      return payFor({ kind: 'money', amount: offer.price }, charges, rule, run);
    }
  }
}

/** `on shipping and lines`: sums are spread over both. */
function cellsOf({ withShipping }: Rule, run: Run): readonly number[] {
  return withShipping ? [...scopeOf(run), ...run.charges] : scopeOf(run);
}

function chargesFor(where: ((run: Run) => boolean) | undefined, run: Run): readonly number[] {
  if (!where) return run.charges;
  const found = run.charges.filter((cell) => {
    run.charge = cell - run.lineCount;
    return where(run);
  });
  run.charge = -1;
  return found;
}

function leftOn(cells: readonly number[], { base }: Run): number {
  let total = 0;
  for (const cell of cells) total += at(base, cell);
  return total;
}

/** `take … off`: off the total, rounded once. */
function formSum(
  amount: Amount,
  cells: readonly number[],
  times: number,
  rule: Rule,
  run: Run,
): Formed | Missing {
  const base = leftOn(cells, run);
  const found = discountOf(amount, base, times, run);
  if (found.kind === 'missing') return found;
  const { exact, of, percent } = found;
  return { kind: 'sum', cells, base, exact, face: roundDiscount(exact, base, rule.rounding), of, percent };
}

/** Section 5, `pay`: what the scope costs; never raises a price. */
function payFor(amount: Amount, cells: readonly number[], rule: Rule, run: Run): Formed | Missing {
  const base = leftOn(cells, run);
  const price = discountOf(amount, base, 1, run);
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
  price: { readonly get: (run: Run) => Exact | undefined } & Parameters<typeof missing>[0],
  left: Exact,
  run: Run,
): Discount | Missing {
  const amount = price.get(run);
  return amount === undefined ? missing(price, run) : discount(saved(left, amount));
}

/** `… off each line`: worked out and rounded for each line. */
function formEachLine(amount: Amount, times: number, rule: Rule, run: Run): Formed | Missing {
  return formParts(run, (line) => {
    const left = at(run.base, line);
    const found = discountOf(amount, left, times, run);
    if (found.kind === 'missing') return found;
    return { found, amount: roundDiscount(found.exact, left, rule.rounding) };
  });
}

/** Worked out and rounded for each unit. */
function formUnits(form: (left: number) => Discount | Missing, rule: Rule, run: Run): Formed | Missing {
  return formParts(run, (line) => {
    let amount: Exact = 0;
    let exact: Exact = 0;
    let of: Exact | undefined;
    let percent: Exact | undefined;
    for (const { left, count } of unitsOf(line, at(run.base, line), quantityOf(line, run))) {
      run.unit = left;
      const found = form(left);
      if (found.kind === 'missing') return found;
      const all = timesOver(found, count);
      exact = add(exact, all.exact);
      of = addSome(all.of, of);
      percent = found.percent;
      amount = add(amount, multiply(roundDiscount(found.exact, left, rule.rounding), count));
    }
    return { found: discount(exact, percent, of), amount };
  });
}

/** A line whose value is missing gets nothing; when all are, the offer is missing. */
function formParts(
  run: Run,
  formLine: (line: number) => { readonly found: Discount; readonly amount: Exact } | Missing,
): Formed | Missing {
  const parts = new Collector<FormedPart>();
  let face: Exact = 0;
  for (const line of scopeOf(run)) {
    run.line = line;
    run.unit = 0;
    const formed = formLine(line);
    if (!parts.take('kind' in formed ? formed : formed.found) || 'kind' in formed) continue;
    const { amount, found } = formed;
    parts.items.push({ line, base: at(run.base, line), exact: found.exact, amount, of: found.of });
    face = add(face, amount);
  }
  run.line = -1;
  const { lacking, items, percent } = parts;
  return lacking ?? { kind: 'parts', parts: items, face, percent, groups: undefined };
}
