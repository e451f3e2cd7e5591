import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { type Decisions, decidedPricer } from '../d11/decided.js';
import type { Breakdown, Cart } from '../yardstick/order.js';

/** Rules as JSON, as a shop would keep them in a database. */
const RULES = {
  isPromoted: { in: [{ var: 'brand' }, ['B03', 'B11', 'B19', 'B27', 'B42']] },
  storeTier: {
    if: [
      { '>=': [{ var: '' }, 69_900] },
      11_000,
      { '>=': [{ var: '' }, 39_900] },
      5000,
      { '>=': [{ var: '' }, 19_900] },
      2000,
      0,
    ],
  },
  // There is no rounding down: what the steps do not reach is taken off first.
  platform: {
    min: [{ '*': [{ '/': [{ '-': [{ var: '' }, { '%': [{ var: '' }, 30_000] }] }, 30_000] }, 5000] }, 50_000],
  },
  hasCode: { in: ['CAT88', { var: 'codes' }] },
  isInCategories: { in: [{ var: 'category' }, ['C03', 'C07']] },
  cat88: { if: [{ '>=': [{ var: '' }, 80_000] }, 8800, 0] },
  isVip: { '===': [{ var: 'customer.tier' }, 'vip'] },
  member: { min: [{ '/': [{ '*': [{ var: '' }, 5] }, 100] }, 10_000] },
  postage: { if: [{ '>=': [{ var: '' }, 9900] }, 0, 1000] },
} as const satisfies Record<keyof Decisions, RulesLogic>;

const test =
  (rule: RulesLogic) =>
  (data: object): boolean =>
    jsonLogic.apply(rule, data) === true;
const amount =
  (rule: RulesLogic) =>
  (left: number): number =>
    Number(jsonLogic.apply(rule, left));

/** json-logic-js decides, host code carries out. */
export const jsonLogicPricer = (): ((cart: Cart) => Breakdown) =>
  decidedPricer({
    isPromoted: test(RULES.isPromoted),
    storeTier: amount(RULES.storeTier),
    platform: amount(RULES.platform),
    hasCode: test(RULES.hasCode),
    isInCategories: test(RULES.isInCategories),
    cat88: amount(RULES.cat88),
    isVip: test(RULES.isVip),
    member: amount(RULES.member),
    postage: amount(RULES.postage),
  });
