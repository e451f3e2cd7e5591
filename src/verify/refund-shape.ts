import type {
  Refund,
  RefundTotal,
  Rest,
  Retested,
  ReturnedAdjustment,
  ReturnedLine,
  ReturnedShipping,
  TakenBack,
} from '../refund/types.js';
import {
  count,
  currencyCode,
  digest,
  gift,
  money,
  positive,
  signedMoney,
  standing,
  text,
  total as restTotal,
} from './ground-shape.js';
import { type Check, listOf, literal, object, optional, type Reading, recordOf } from './shape.js';

const line: Check = object<ReturnedLine>({
  id: text,
  sku: text,
  quantity: positive,
  before: count,
  returned: count,
  list: money,
  adjustments: listOf(
    object<ReturnedAdjustment>({ promotion: text, ...standing, layer: optional(text), amount: money }),
  ),
  paid: money,
});

const total: Check = object<RefundTotal>({
  paid: money,
  before: money,
  goods: money,
  shipping: money,
  heldBefore: signedMoney,
  held: signedMoney,
  refund: money,
  left: money,
  short: optional(money),
});

const rest: Check = object<Rest>({
  total: restTotal,
  kept: money,
  worth: signedMoney,
  promotions: listOf(
    object<Retested>({ promotion: text, returns: literal('keep', 'retest'), kept: money, alone: money }),
  ),
});

const parties: Check = recordOf(object<TakenBack>({ was: money, before: money, back: money }));

const refund: Check = object<Refund>({
  refund: literal(1),
  currency: currencyCode,
  amounts: optional(literal('minor')),
  at: text,
  ruleset: digest,
  breakdown: digest,
  number: positive,
  after: optional(digest),
  policy: literal('keep', 'retest', 'rules'),
  total,
  lines: listOf(line),
  shipping: object<ReturnedShipping>({
    rule: literal('last', 'share', 'never'),
    paid: money,
    before: money,
    back: money,
  }),
  rest: optional(rest),
  gifts: listOf(gift),
  funding: parties,
  commission: parties,
});

/** Whether a value has the shape of a refund; what is wrong with it, and its amounts, go into the reading. */
export function isRefund(value: unknown, into: Reading): value is Refund {
  refund(value, '', into);
  return into.failures.length === 0;
}
