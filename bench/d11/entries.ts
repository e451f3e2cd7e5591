import type { Breakdown as ReckonBreakdown } from '../../src/breakdown/types.js';
import { type Entry, type Job, job } from '../measure/job.js';
import { loadRules, type Reckon, referencePricer } from '../reckon.js';
import { cartInput, shuffleMembers } from '../yardstick/input.js';
import type { Breakdown, Cart } from '../yardstick/order.js';
import { expectSame, expectText, pricedByReckon, totalText } from '../yardstick/priced.js';
import { d11Priced } from './agreement.js';
import { byHand } from './by-hand.js';
import { d11Carts } from './carts.js';
import { decidedPricer, plainDecisions } from './decided.js';
import { decimalPricer } from './decimal.js';
import { byHandNoAudit } from './no-audit.js';
import { D11, variant } from './numbers.js';
import { D11_RULES, rulesWith, rulesWithConstraint } from './rules.js';

/** How many carts each entry is checked on and timed with. */
export const D11_CARTS = 10_000;
const PLANS = 1000;

export const D11_ENTRIES: readonly Entry[] = [
  { name: 'by-hand', title: 'by hand, full audit', prepare: () => hosted(byHand) },
  { name: 'by-hand-no-audit', title: 'by hand, no audit', prepare: noAudit },
  { name: 'engine', title: 'Reckon, validated cart', prepare: () => validated() },
  { name: 'engine-lines', title: '… every adjustment read', prepare: () => read(countAdjustments) },
  { name: 'engine-read', title: '… every derivation read', prepare: () => read(countAll) },
  { name: 'engine-totals', title: '… the totals alone', prepare: totalsOnly },
  { name: 'engine-choice', title: '… with a choice over the whole order', prepare: chosen },
  { name: 'engine-plans', title: '… 1,000 plans in turn', memory: false, prepare: manyPlans },
  { name: 'engine-input', title: '… with validation', prepare: () => fromInput(d11Inputs()) },
  {
    name: 'engine-shuffled',
    title: '… with validation, members in any order',
    prepare: () => fromInput(shuffleMembers(d11Inputs())),
  },
  { name: 'engine-text', title: '… from JSON text to JSON text', prepare: fromText },
  {
    name: 'reference',
    title: 'Reckon, the reference evaluator',
    fullOnly: true,
    prepare: () => validated(referencePricer(D11_RULES, 'd11.reckon')),
  },
  {
    name: 'host',
    title: 'readable host code',
    prepare: () => hosted(decidedPricer(plainDecisions)),
  },
  { name: 'decimal', title: 'decimal.js throughout', prepare: () => hosted(decimalPricer(D11)) },
  {
    name: 'cel',
    title: '@marcbachmann/cel-js and host code',
    fullOnly: true,
    prepare: async () => hosted((await import('../peers/cel.js')).celPricer()),
  },
  {
    name: 'json-logic',
    title: 'json-logic-js and host code',
    fullOnly: true,
    prepare: async () => hosted((await import('../peers/json-logic.js')).jsonLogicPricer()),
  },
  {
    name: 'zen-expressions',
    title: 'zen-engine, expressions and host code',
    fullOnly: true,
    prepare: async () => hosted((await import('../peers/zen-expressions.js')).zenExpressionsPricer()),
  },
  {
    name: 'json-rules-engine',
    title: 'json-rules-engine and host code',
    fullOnly: true,
    prepare: async () => hosted((await import('../peers/json-rules-engine.js')).jsonRulesEnginePricer()),
  },
  {
    name: 'zen',
    title: 'zen-engine, one decision graph',
    fullOnly: true,
    prepare: async () => hosted((await import('../peers/zen.js')).zenPricer()),
  },
];

/** Code that gives the yardstick's own breakdown, which must come out the same to the last byte. */
function hosted(price: (cart: Cart) => Breakdown | Promise<Breakdown>): Job {
  const items = d11Carts(D11_CARTS);
  return job({
    items,
    price,
    check(index, result: Breakdown) {
      expectText(result.cartId, JSON.stringify(byHand(items[index]!)), JSON.stringify(result));
    },
  });
}

function noAudit(): Job {
  const items = d11Carts(D11_CARTS);
  const told = (goods: number, shipping: number, lines: readonly number[]): string =>
    `goods ${goods}, shipping ${shipping}, lines ${lines.join(', ')}`;
  return job({
    items,
    price: byHandNoAudit,
    check(index, result) {
      const { id } = items[index]!;
      const { goods, shipping, lines } = byHand(items[index]!);
      const left = lines.map(({ payable }) => payable);
      expectText(id, told(goods, shipping, left), told(result.goods, result.shipping, result.lines));
    },
  });
}

const d11Inputs = (): readonly ReturnType<typeof cartInput>[] =>
  d11Carts(D11_CARTS).map((cart) => cartInput(cart));
const d11Reckon = (): Reckon => loadRules(D11_RULES, 'd11.reckon');

/** What Reckon says of cart `index` must be what the rules by hand say. */
function checkReckon(carts: readonly Cart[], index: number, result: ReckonBreakdown): void {
  const cart = carts[index]!;
  expectSame(cart.id, d11Priced(cart, byHand(cart), D11), pricedByReckon(result));
}

function validated(price?: Reckon['priceValid']): Job {
  const carts = d11Carts(D11_CARTS);
  const reckon = d11Reckon();
  return job({
    items: carts.map((cart) => reckon.validate(cartInput(cart))),
    price: price ?? reckon.priceValid,
    check: (index, result) => checkReckon(carts, index, result),
  });
}

/** `not with` chooses by what the whole order costs; one cart of the 10,000 is cheaper without its member price. */
function chosen(): Job {
  const carts = d11Carts(D11_CARTS);
  const reckon = loadRules(rulesWithConstraint(), 'd11.reckon');
  const byDecimal = decimalPricer(D11, 'order');
  return job({
    items: carts.map((cart) => reckon.validate(cartInput(cart))),
    price: reckon.priceValid,
    check(index, result) {
      const cart = carts[index]!;
      expectSame(cart.id, d11Priced(cart, byDecimal(cart), D11, 'not-with'), pricedByReckon(result));
    },
  });
}

/** Members that are spelled out only when they are read are read here. */
function read(count: (breakdown: ReckonBreakdown) => number): Job {
  const carts = d11Carts(D11_CARTS);
  const reckon = d11Reckon();
  return job({
    items: carts.map((cart) => reckon.validate(cartInput(cart))),
    price(cart) {
      const breakdown = reckon.priceValid(cart);
      return { breakdown, count: count(breakdown) };
    },
    check: (index, { breakdown }) => checkReckon(carts, index, breakdown),
  });
}

/** What the rules by hand say, too: what each promotion took, and off which line. */
function countAdjustments({ lines, shipping, promotions }: ReckonBreakdown): number {
  let count = 0;
  for (const { adjustments } of lines) count += adjustments.length;
  for (const { adjustments } of shipping) count += adjustments.length;
  for (const { amount } of promotions) count += Number(amount);
  return count;
}

/** And how each amount was formed and spread. */
function countAll(breakdown: ReckonBreakdown): number {
  let count = countAdjustments(breakdown);
  for (const { steps } of breakdown.promotions) {
    for (const { allocation, parts } of steps)
      count += (allocation?.parts.length ?? 0) + (parts?.length ?? 0);
  }
  return count;
}

function totalsOnly(): Job {
  const carts = d11Carts(D11_CARTS);
  const reckon = d11Reckon();
  return job({
    items: carts.map((cart) => reckon.validate(cartInput(cart))),
    price: (cart) => reckon.totals(cart).total,
    check(index, { list, discount, shipping, pay }) {
      const { id } = carts[index]!;
      const right = byHand(carts[index]!);
      const expected = totalText(right.list, right.discount, right.shipping, right.payable);
      expectText(id, expected, totalText(list, discount, shipping, pay));
    },
  });
}

function fromInput(items: ReturnType<typeof d11Inputs>): Job {
  const carts = d11Carts(D11_CARTS);
  const reckon = d11Reckon();
  return job({
    items,
    price: reckon.price,
    check: (index, result) => checkReckon(carts, index, result),
  });
}

function fromText(): Job {
  const carts = d11Carts(D11_CARTS);
  const reckon = d11Reckon();
  return job({
    items: d11Inputs().map((input) => JSON.stringify(input)),
    price: reckon.priceText,
    check: (index, result) => checkReckon(carts, index, JSON.parse(result) as ReckonBreakdown),
  });
}

/** The same rules with other numbers, so that nothing about one plan can be learnt; decimal.js takes any numbers. */
function manyPlans(): Job {
  const carts = d11Carts(D11_CARTS);
  const plans = Array.from({ length: PLANS }, (_, plan) => {
    const numbers = variant(plan);
    const reckon = loadRules(rulesWith(numbers), 'd11.reckon');
    return { numbers, reckon, byDecimal: decimalPricer(numbers) };
  });
  const planOf = (index: number): (typeof plans)[number] => plans[index % PLANS]!;
  return job({
    items: carts.map((cart, index) => {
      const { reckon } = planOf(index);
      return { reckon, cart: reckon.validate(cartInput(cart)) };
    }),
    price: ({ reckon, cart }) => reckon.priceValid(cart),
    check(index, result) {
      const cart = carts[index]!;
      const { numbers, byDecimal } = planOf(index);
      expectSame(cart.id, d11Priced(cart, byDecimal(cart), numbers), pricedByReckon(result));
    },
  });
}
