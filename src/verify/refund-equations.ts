import type { Refund } from '../refund/types.js';
import { minor, sumMoney } from './amounts.js';
import type { Equation } from './equation.js';
import { atMost, type Failure, holds, same } from './failure.js';
import { memberPath } from './shape.js';

/** What a refund comes to, by itself. */
export const refundEquations: readonly Equation<Refund>[] = [
  { name: 'back-ids', says: 'no two lines have one id', failures: ids },
  { name: 'back-units', says: 'no more units of a line come back than there were', failures: units },
  { name: 'back-some', says: 'something comes back', failures: some },
  { name: 'back-line', says: '`list` less the adjustments is `paid`', failures: lineSum },
  { name: 'back-nothing', says: 'a line that nothing comes back of gives nothing', failures: nothing },
  { name: 'back-goods', says: "`total.goods` is the sum of the lines' `paid`", failures: goods },
  { name: 'back-shipping', says: '`total.shipping` is what comes back of shipping', failures: shipping },
  {
    name: 'back-shipping-most',
    says: 'no more of shipping comes back than was paid, and nothing where it never does',
    failures: shippingMost,
  },
  { name: 'back-sum', says: '`refund` is `goods` plus `shipping` less `held`', failures: refundSum },
  { name: 'back-left', says: '`left` is `paid` less `before` less `refund`', failures: whatIsLeft },
  {
    name: 'back-all',
    says: 'once everything has come back nothing is left, but for shipping that never comes back',
    failures: all,
  },
  {
    name: 'back-first',
    says: 'the first refund has none before it, any other names it by its digest',
    failures: first,
  },
  { name: 'rest-pay', says: '`pay` is `list` less `discount` plus `shipping`', failures: restPay },
  {
    name: 'rest-worth',
    says: '`worth` is what is kept costs alone, less what was paid for it',
    failures: restWorth,
  },
  {
    name: 'rest-promotions',
    says: 'promotions that are listed take another amount off what is kept alone, and none is listed twice',
    failures: restPromotions,
  },
  { name: 'back-held', says: 'what is held back is what the policy holds back', failures: held },
  {
    name: 'back-party',
    says: 'no more is taken back of a party than it paid or earned, and all of it in the end',
    failures: party,
  },
];

function* ids({ lines }: Refund): Generator<Failure> {
  const seen = new Set<string>();
  for (const [index, { id }] of lines.entries()) {
    yield* holds(!seen.has(id), `lines[${index}].id`, 'an id of its own', JSON.stringify(id));
    seen.add(id);
  }
}

function* units({ lines }: Refund): Generator<Failure> {
  for (const [index, { before, returned, quantity }] of lines.entries()) {
    const left = quantity - before;
    yield* holds(returned <= left, `lines[${index}].returned`, `at most ${left}`, String(returned));
  }
}

function some({ lines }: Refund): Iterable<Failure> {
  return holds(
    lines.some(({ returned }) => returned > 0),
    'lines',
    'units that come back',
    'none',
  );
}

function* lineSum({ lines }: Refund): Generator<Failure> {
  for (const [index, { list, adjustments, paid }] of lines.entries()) {
    const taken = sumMoney(adjustments.map(({ amount }) => amount));
    yield* same(`lines[${index}].paid`, minor(list) - taken, minor(paid));
  }
}

function* nothing({ lines }: Refund): Generator<Failure> {
  for (const [index, { returned, list }] of lines.entries())
    if (returned === 0) yield* same(`lines[${index}].list`, 0n, minor(list));
}

function goods({ lines, total }: Refund): Iterable<Failure> {
  return same('total.goods', sumMoney(lines.map(({ paid }) => paid)), minor(total.goods));
}

function shipping({ shipping: { back }, total }: Refund): Iterable<Failure> {
  return same('total.shipping', minor(back), minor(total.shipping));
}

function* shippingMost({ shipping: { rule, paid, before, back } }: Refund): Generator<Failure> {
  const most = rule === 'never' ? 0n : minor(paid) - minor(before);
  yield* atMost('shipping.back', most, minor(back));
  yield* atMost('shipping.before', minor(paid), minor(before));
}

function refundSum({ total }: Refund): Iterable<Failure> {
  const due = minor(total.goods) + minor(total.shipping) - minor(total.held);
  return same('total.refund', due, minor(total.refund));
}

function whatIsLeft({ total }: Refund): Iterable<Failure> {
  return same('total.left', minor(total.paid) - minor(total.before) - minor(total.refund), minor(total.left));
}

function isOver({ lines }: Refund): boolean {
  return lines.every(({ quantity, before, returned }) => before + returned === quantity);
}

function* all(refund: Refund): Generator<Failure> {
  const {
    shipping: { rule, paid, before, back },
    total,
    rest,
  } = refund;
  if (!isOver(refund)) return;
  yield* holds(rest === undefined, 'rest', 'nothing is kept', 'a price of what is kept');
  yield* atMost('total.left', rule === 'never' ? minor(paid) - minor(before) : 0n, minor(total.left));
  if (rule !== 'never') yield* same('shipping.back', minor(paid) - minor(before), minor(back));
}

function* first({
  number,
  after,
  total,
  lines,
  shipping: { before },
  funding,
  commission,
}: Refund): Generator<Failure> {
  const isFirst = number === 1;
  yield* holds(
    isFirst === (after === undefined),
    'after',
    isFirst ? 'nothing' : 'a digest',
    after ?? 'nothing',
  );
  if (!isFirst) {
    yield* holds(
      lines.some((line) => line.before > 0),
      'lines',
      'units that came back before',
      'none',
    );
    return;
  }
  yield* same('total.before', 0n, minor(total.before));
  yield* same('total.heldBefore', 0n, minor(total.heldBefore));
  yield* same('shipping.before', 0n, minor(before));
  for (const [index, line] of lines.entries())
    yield* holds(line.before === 0, `lines[${index}].before`, '0', String(line.before));
  for (const { path, before: taken } of partiesIn({ funding, commission }))
    yield* same(`${path}.before`, 0n, minor(taken));
}

function* restPay({ rest }: Refund): Generator<Failure> {
  if (rest === undefined) return;
  const { list, discount, shipping: charges, pay } = rest.total;
  yield* same('rest.total.pay', minor(list) - minor(discount) + minor(charges), minor(pay));
}

function* restWorth({ rest }: Refund): Generator<Failure> {
  if (rest !== undefined)
    yield* same('rest.worth', minor(rest.total.pay) - minor(rest.kept), minor(rest.worth));
}

function* restPromotions({ rest }: Refund): Generator<Failure> {
  const seen = new Set<string>();
  for (const [index, { promotion, kept, alone }] of (rest?.promotions ?? []).entries()) {
    const path = `rest.promotions[${index}]`;
    yield* holds(minor(kept) !== minor(alone), `${path}.alone`, 'another amount', minor(alone));
    yield* holds(
      !seen.has(promotion),
      `${path}.promotion`,
      'a promotion of its own',
      JSON.stringify(promotion),
    );
    seen.add(promotion);
  }
}

/** What all refunds together hold back, and what would have to be held back besides. */
function* held({ policy, rest, total, shipping: charges }: Refund): Generator<Failure> {
  const soFar = minor(total.heldBefore) + minor(total.held) + minor(total.short ?? 0);
  if (policy === 'keep' || rest === undefined) {
    yield* same('total.held', -minor(total.heldBefore) - minor(total.short ?? 0), minor(total.held));
    return;
  }
  const worth = minor(rest.worth);
  const lost = rest.promotions.reduce(
    (sum, { returns, kept, alone }) => (returns === 'retest' ? sum + minor(kept) - minor(alone) : sum),
    0n,
  );
  const least = lost < worth ? lost : worth;
  const due = policy === 'retest' ? worth : least > 0n ? least : 0n;
  // Where all that may come back is given back, more may not be.
  const never = charges.rule === 'never' ? minor(charges.paid) - minor(charges.before) : 0n;
  if (minor(total.left) > never || soFar < due)
    yield* same('total.held', due - minor(total.heldBefore) - minor(total.short ?? 0), minor(total.held));
}

function partiesIn({ funding, commission }: Pick<Refund, 'funding' | 'commission'>): readonly {
  readonly path: string;
  readonly was: string | number;
  readonly before: string | number;
  readonly back: string | number;
}[] {
  return Object.entries({ funding, commission }).flatMap(([kind, parties]) =>
    Object.entries(parties).map(([name, taken]) => ({ path: memberPath(kind, name), ...taken })),
  );
}

function* party(refund: Refund): Generator<Failure> {
  const isWhole = isOver(refund) && refund.shipping.rule !== 'never';
  for (const { path, was, before, back } of partiesIn(refund)) {
    const most = minor(was) - minor(before);
    if (isWhole) yield* same(`${path}.back`, most, minor(back));
    else yield* atMost(`${path}.back`, most, minor(back));
  }
}
