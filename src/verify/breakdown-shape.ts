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
  Group,
  GroupUnits,
  Hint,
  LineOut,
  Part,
  Reason,
  Refused,
  Step,
  ThresholdMet,
  Unchecked,
  Violation,
} from '../breakdown/types.js';
import {
  type Check,
  describe,
  isRecord,
  listOf,
  literal,
  memberPath,
  type Members,
  object,
  optional,
  type Reading,
  recordOf,
} from './shape.js';
import {
  count,
  currencyCode,
  digest,
  exact,
  flag,
  gift,
  measure,
  money,
  positive,
  seenValue,
  signedMoney,
  standing,
  text,
  texts,
  total,
  whole,
} from './ground-shape.js';

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
  currency: currencyCode,
  amounts: optional(literal('minor')),
  at: text,
  ruleset: digest,
  cart: optional(digest),
  optimal: flag,
  total: total,
  lines: listOf(line),
  shipping: listOf(charge),
  promotions: listOf(applied),
  refused: listOf(refused),
  gifts: listOf(gift),
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
