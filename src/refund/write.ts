import type { Origin } from '../audit/reprice.js';
import type { Breakdown, Money } from '../breakdown/types.js';
import { Printer } from '../reference/print.js';
import { documentDigest } from './digest.js';
import { isAllBack, type Position, positionOf, type Units } from './position.js';
import { giftsBack } from './gifts.js';
import { heldBy, type RestPriced, restOf } from './rest.js';
import { minor, type Sale, type SaleLine } from './sale.js';
import { byParty, type Moment, partiesBack, partiesOf } from './settlement.js';
import { least, most, type Sums } from './sums.js';
import type {
  Refund,
  RefundTotal,
  Rest,
  ReturnedLine,
  ReturnPolicy,
  ShippingRule,
  TakenBack,
} from './types.js';

/** One return, with all that decides what it gives back. */
export interface Case {
  readonly sale: Sale;
  /** Of the breakdown. */
  readonly digest: string;
  readonly policy: ReturnPolicy;
  readonly shipping: ShippingRule;
  readonly origin: Origin | undefined;
  readonly after: Refund | undefined;
  /** What had come back before, and has with this return. */
  readonly before: Units;
  readonly units: Units;
}

/** The refund as JSON. */
export function writeRefund(one: Case): Refund {
  const { sale, digest, policy, after, before, units } = one;
  const { at, currency, amounts, ruleset } = sale.breakdown;
  const moment = momentOf(one);
  const { rest } = moment;
  const printer = printerOf(sale);
  const earlier = positionOf(sale, before, one.shipping);
  const shipping = shippingOf(one, moment.position);
  const was = partiesOf(sale);
  const back = partiesBack(was, moment);
  return {
    refund: 1,
    currency,
    ...(amounts !== undefined && { amounts }),
    at,
    ruleset,
    breakdown: digest,
    number: (after?.number ?? 0) + 1,
    ...(after !== undefined && { after: documentDigest(after) }),
    policy,
    total: totalOf(one, moment, moment.position.goods - earlier.goods, shipping),
    lines: sale.lines.map((line, index) =>
      lineOf(line, { before, units, from: earlier.lines[index], to: moment.position.lines[index], printer }),
    ),
    shipping: {
      rule: one.shipping,
      paid: printer.money(sale.shipping),
      before: printer.money(shipping.before),
      back: printer.money(shipping.back),
    },
    ...(rest !== undefined && { rest: writeRest(rest, printer) }),
    gifts: giftsBack(sale.breakdown, policy, rest, isAllBack(sale, units), printer),
    funding: takenOf(sale.breakdown.funding, byParty(back.funding), after?.funding, printer),
    commission: takenOf(sale.breakdown.commission, back.commission, after?.commission, printer),
  };
}

function printerOf({ breakdown: { amounts, total } }: Sale): Printer {
  return new Printer(String(total.pay).split('.')[1]?.length ?? 0, amounts === 'minor');
}

function momentOf({ sale, policy, shipping, origin, units }: Case): Moment {
  const position = positionOf(sale, units, shipping);
  const isOver = isAllBack(sale, units);
  const rest = origin === undefined || isOver ? undefined : restOf(origin, sale, units, position);
  const held = rest === undefined || policy === 'keep' ? 0n : heldBy(policy, rest);
  return { position, policy, rest, held };
}

interface ShippingBack {
  readonly before: bigint;
  readonly back: bigint;
}

/** What an earlier refund gave back of shipping by another rule is not taken again. */
function shippingOf({ after }: Case, { shipping }: Position): ShippingBack {
  const before = after === undefined ? 0n : minor(after.shipping.before) + minor(after.shipping.back);
  return { before, back: most(0n, shipping - before) };
}

/**
 * What is due for all that has come back, less what was given before; never less than nothing, and never more than is left
 * of what was paid.
 */
function totalOf(one: Case, { position, held }: Moment, goods: bigint, shipping: ShippingBack): RefundTotal {
  const { sale, after } = one;
  const printer = printerOf(sale);
  const money = (amount: bigint): Money => printer.money(amount);
  const before = after === undefined ? 0n : minor(after.total.before) + minor(after.total.refund);
  const heldBefore = after === undefined ? 0n : minor(after.total.heldBefore) + minor(after.total.held);
  const due = position.goods + shipping.before + shipping.back - held;
  const refund = most(0n, least(due, mostOf(one, shipping)) - before);
  const short = most(0n, before - due);
  return {
    paid: money(sale.pay),
    before: money(before),
    goods: money(goods),
    shipping: money(shipping.back),
    heldBefore: money(heldBefore),
    held: money(goods + shipping.back - refund),
    refund: money(refund),
    left: money(sale.pay - before - refund),
    ...(short > 0n && { short: money(short) }),
  };
}

/** Shipping that never comes back does not come back by what the rest alone would cost either. */
function mostOf({ sale, shipping: rule }: Case, shipping: ShippingBack): bigint {
  return rule === 'never' ? sale.pay - sale.shipping + shipping.before : sale.pay;
}

interface Step {
  readonly before: Units;
  readonly units: Units;
  readonly from: Position['lines'][number] | undefined;
  readonly to: Position['lines'][number] | undefined;
  readonly printer: Printer;
}

/** The difference between two positions of one line. */
function lineOf(
  { id, sku, quantity, taken }: SaleLine,
  { before, units, from, to, printer }: Step,
): ReturnedLine {
  const had = before.get(id) ?? 0n;
  const adjustments = taken.map(({ adjustment: { promotion, for: value, row, layer } }, index) => ({
    promotion,
    ...(value !== undefined && { for: value }),
    ...(row !== undefined && { row }),
    ...(layer !== undefined && { layer }),
    amount: (to?.taken[index]?.amount ?? 0n) - (from?.taken[index]?.amount ?? 0n),
  }));
  return {
    id,
    sku,
    quantity: Number(quantity),
    before: Number(had),
    returned: Number((units.get(id) ?? 0n) - had),
    list: printer.money((to?.list ?? 0n) - (from?.list ?? 0n)),
    adjustments: adjustments
      .filter(({ amount }) => amount > 0n)
      .map((one) => ({ ...one, amount: printer.money(one.amount) })),
    paid: printer.money((to?.paid ?? 0n) - (from?.paid ?? 0n)),
  };
}

function writeRest({ breakdown, kept, worth, changes }: RestPriced, printer: Printer): Rest {
  return {
    total: breakdown.total,
    kept: printer.money(kept),
    worth: printer.money(worth),
    promotions: changes.map((change) => ({
      ...change,
      kept: printer.money(change.kept),
      alone: printer.money(change.alone),
    })),
  };
}

/** `before` and `back` never come to more than there was, and nothing is given again that was taken back. */
function takenOf(
  was: Breakdown['funding'],
  due: Sums,
  earlier: Refund['funding'] | undefined,
  printer: Printer,
): Readonly<Record<string, TakenBack>> {
  const parties = Object.entries(was).map(([party, told]) => {
    const amount = minor(told);
    const last = earlier !== undefined && Object.hasOwn(earlier, party) ? earlier[party] : undefined;
    const before = last === undefined ? 0n : minor(last.before) + minor(last.back);
    const back = most(0n, least(amount, due.get(party) ?? 0n) - before);
    const entry = { was: told, before: printer.money(before), back: printer.money(back) };
    return [party, entry] as const;
  });
  return Object.fromEntries(parties);
}
