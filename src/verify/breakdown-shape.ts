import type {
  AddOn,
  Adjustment,
  Allocation,
  AllocationPart,
  Applied,
  Breakdown,
  ChargeOut,
  CustomerText,
  Cut,
  FailedTest,
  Gift,
  Group,
  GroupUnits,
  Hint,
  LineOut,
  Part,
  Reason,
  Refused,
  Standing,
  Step,
  ThresholdMet,
  Total,
  Unchecked,
  Violation,
} from '../breakdown/types.js';
import {
  type Check,
  describe,
  expecting,
  isRecord,
  listOf,
  literal,
  matching,
  type Members,
  memberPath,
  object,
  optional,
  type Reading,
  recordOf,
} from './shape.js';

/** 15 whole digits and 6 decimals hold every amount up to 9,007,199,254,740,991 minor units. */
const MONEY = /^(?!-0(?:\.0*)?$)-?(?:0|[1-9]\d{0,15})(?:\.\d{1,6})?$/;

function isMoney(value: unknown): value is string | number {
  return typeof value === 'number'
    ? Number.isSafeInteger(value)
    : typeof value === 'string' && MONEY.test(value);
}

function moneyThat(signed: boolean): Check {
  return (value, path, into) => {
    if (isMoney(value)) into.amounts.push({ path, amount: value, signed });
    else into.failures.push({ path, expected: 'an amount of money', found: describe(value) });
  };
}

const money: Check = moneyThat(false);
const signedMoney: Check = moneyThat(true);

/** Money, or a whole number of units or redemptions. */
const measure: Check = (value, path, into) =>
  typeof value === 'string' ? money(value, path, into) : count(value, path, into);

const text: Check = expecting('a text', (value) => typeof value === 'string');
const flag: Check = expecting('true or false', (value) => typeof value === 'boolean');
const count: Check = expecting(
  'a whole number from 0',
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);
const positive: Check = expecting(
  'a whole number from 1',
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
);
const texts: Check = listOf(text);
const digest: Check = matching('`sha256:` and 64 hexadecimal digits', /^sha256:[0-9a-f]{64}$/);

// The lengths keep arithmetic on hostile input short; no price comes near them.
const exact: Check = matching(
  'a decimal, or `n/d`',
  /^-?(?:0|[1-9]\d{0,499})(?:\.\d{1,500}|\/[1-9]\d{0,499})?$/,
);
const whole: Check = matching('a whole number as text', /^(?:0|[1-9]\d{0,99})$/);

const plain: Check = expecting('a text, a number or a flag', (one) =>
  ['string', 'number', 'boolean'].includes(typeof one),
);
const seenValue: Check = (one, path, into) => (Array.isArray(one) ? texts : plain)(one, path, into);

const standing: Members<Standing> = {
  for: optional(recordOf(plain)),
  row: optional(object<NonNullable<Standing['row']>>({ table: text, line: positive })),
};

const adjustment: Check = object<Adjustment>({
  ...standing,
  promotion: text,
  layer: optional(text),
  amount: money,
  base: money,
});

const line: Check = object<LineOut>({
  id: text,
  sku: text,
  quantity: positive,
  list: money,
  adjustments: listOf(adjustment),
  pay: money,
  units: listOf(object<LineOut['units'][number]>({ count, pay: money })),
});

const charge: Check = object<ChargeOut>({
  id: text,
  list: money,
  adjustments: listOf(adjustment),
  pay: money,
});

const cut: Check = object<Cut>({
  why: literal(
    'cap',
    'floor',
    'layer-cap',
    'layer-floor',
    'layers-cap',
    'budget',
    'overflow',
    'left',
    'lost',
  ),
  limit: optional(money),
  by: money,
  to: optional(text),
});

const allocation: Check = object<Allocation>({
  amount: money,
  sum: whole,
  parts: listOf(
    object<AllocationPart>({
      line: optional(text),
      shipping: optional(text),
      weight: optional(whole),
      remainder: optional(whole),
      full: optional(literal(true)),
      amount: money,
    }),
  ),
});

const groupUnits: Check = listOf(object<GroupUnits>({ line: text, count: positive, left: money }));

const group: Check = object<Group>({
  units: groupUnits,
  qualifiers: optional(groupUnits),
  times: optional(positive),
  amount: money,
});

const step: Check = object<Step>({
  offer: text,
  base: optional(money),
  of: optional(exact),
  percent: optional(exact),
  times: optional(count),
  exact: optional(exact),
  face: money,
  amount: money,
  cuts: optional(listOf(cut)),
  allocation: optional(allocation),
  parts: optional(
    listOf(
      object<Part>({ line: text, base: money, of: optional(exact), exact: optional(exact), amount: money }),
    ),
  ),
  groups: optional(listOf(group)),
});

const threshold: Check = (one, path, into) => {
  const ofUnits = isRecord(one) && (one['kind'] === 'buy' || one['kind'] === 'every-units');
  const measured = ofUnits ? count : money;
  const kind = literal('spend', 'buy', 'every-amount', 'every-units');
  const members = { kind, measured, reached: measured, tier: optional(positive), times: optional(count) };
  object<ThresholdMet>(members)(one, path, into);
};

const applied: Check = object<Applied>({
  ...standing,
  promotion: text,
  title: optional(text),
  kind: literal('promotion', 'coupon'),
  layer: optional(text),
  face: money,
  amount: money,
  threshold: optional(threshold),
  steps: listOf(step),
  cuts: optional(listOf(cut)),
  funding: optional(recordOf(money)),
  texts: optional(
    listOf(object<CustomerText>({ kind: literal('title', 'message'), language: optional(text), text })),
  ),
  file: text,
  line: positive,
});

const failed: Check = listOf(
  object<FailedTest>({ test: text, seen: recordOf(seenValue), missing: optional(texts) }),
);

type ReasonName = Reason['reason'];

const reasons: { readonly [R in ReasonName]: Members<Omit<Extract<Reason, { reason: R }>, 'reason'>> } = {
  'condition-false': { failed },
  short: { measured: measure, threshold: measure, missing: measure },
  lost: { to: text, by: money },
  excluded: { constraint: text, by: texts },
  stopped: { by: text },
  spent: { limit: text, used: measure, needed: optional(measure) },
  'nothing-left': {},
  'code-missing': { codes: texts },
  inactive: { windows: texts },
  'no-lines': {},
  'unknown-code': { code: text },
};

const refusedBy: ReadonlyMap<unknown, Check> = new Map(
  Object.entries(reasons).map(([reason, members]) => [
    reason,
    object<Refused>({
      ...standing,
      promotion: optional(text),
      layer: optional(text),
      reason: literal(reason),
      ...members,
    }),
  ]),
);

const refused: Check = (one, path, into) => {
  if (!isRecord(one)) return object<object>({})(one, path, into);
  const { reason } = one;
  const check = refusedBy.get(reason);
  if (check !== undefined) return check(one, path, into);
  into.failures.push({ path: memberPath(path, 'reason'), expected: 'a reason', found: describe(reason) });
};

const hint: Check = object<Hint>({
  ...standing,
  promotion: text,
  spend: optional(money),
  units: optional(positive),
  line: optional(text),
  saving: money,
  cost: signedMoney,
});

/** Every member there is, and what it holds. */
const breakdown: Check = object<Breakdown>({
  reckon: literal(1),
  currency: matching('a currency code', /^[A-Z]{3}$/),
  amounts: optional(literal('minor')),
  at: text,
  ruleset: digest,
  cart: optional(digest),
  optimal: flag,
  total: object<Total>({ list: money, discount: money, shipping: money, pay: money }),
  lines: listOf(line),
  shipping: listOf(charge),
  promotions: listOf(applied),
  refused: listOf(refused),
  gifts: listOf(object<Gift>({ promotion: text, skus: texts, count: positive, value: optional(money) })),
  addOns: optional(listOf(object<AddOn>({ promotion: text, sku: text, count: positive, price: money }))),
  funding: recordOf(money),
  commission: recordOf(money),
  violations: listOf(object<Violation>({ guarantee: text, line: optional(text), failed, promotions: texts })),
  unchecked: listOf(
    object<Unchecked>({
      guarantee: optional(text),
      promotion: optional(text),
      layer: optional(text),
      floor: optional(text),
      line: optional(text),
      missing: texts,
    }),
  ),
  hints: optional(listOf(hint)),
});

/** Reads a value as a breakdown; what is wrong with it, and its amounts, go into `reading`. */
export function isBreakdown(value: unknown, reading: Reading): value is Breakdown {
  breakdown(value, '', reading);
  return reading.failures.length === 0;
}
