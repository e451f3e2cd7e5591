import type { Plan } from '../../src/plan/types.js';
import { type Entry, type Job, job, timed } from '../measure/job.js';
import { compileRules, loadPlan, lowerRules } from '../reckon.js';
import { cartInput } from '../yardstick/input.js';
import type { Breakdown } from '../yardstick/order.js';
import { expectSame, expectText, pricedByReckon } from '../yardstick/priced.js';
import { scalePriced } from './agreement.js';
import { indexedByHand } from './by-hand.js';
import { scaleCarts } from './carts.js';
import { scalePlan } from './plan.js';
import { type ScaleRule, scaleRules } from './rules.js';
import { scaleText } from './text.js';

/** How many carts each entry is checked on and timed with. */
const SCALE_CARTS = 10_000;

/** How many promotions there are; a quick run leaves out the last ones. */
export const SCALES: readonly number[] = [10, 1000, 10_000, 100_000, 1_000_000];
export const QUICK_SCALES: readonly number[] = [10, 1000, 10_000];

/** More promotions than these are not parsed from text. */
const MOST_TEXT = 10_000;

export const scaleEntries = (count: number): readonly Entry[] => [
  {
    name: `by-hand:${count}`,
    title: `by hand with an index, ${count.toLocaleString('en')} promotions`,
    memory: false,
    prepare: () => indexed(count),
  },
  {
    name: `engine:${count}`,
    title: `Reckon, ${count.toLocaleString('en')} promotions`,
    memory: false,
    prepare: () => reckoned(count),
  },
];

/** The yardstick is held to its own arithmetic: sums that any breakdown must keep. */
function indexed(count: number): Job {
  const items = scaleCarts(SCALE_CARTS, count);
  const [price, index] = timed(() => indexedByHand(scaleRules(count)));
  return job({
    items,
    price,
    check: (_, result) => checkSums(result),
    steps: { index },
  });
}

function checkSums({ cartId, lines, rules, list, discount, payable }: Breakdown): void {
  const taken = rules.reduce((total, { amount }) => total + amount, 0);
  const left = lines.reduce((total, line) => total + line.payable, 0);
  expectText(cartId, `taken ${discount}, left ${list - discount}`, `taken ${taken}, left ${left}`);
  expectText(cartId, `pays ${left}`, `pays ${payable}`);
}

function reckoned(count: number): Job {
  const carts = scaleCarts(SCALE_CARTS, count);
  const rules = scaleRules(count);
  const byHand = indexedByHand(rules);
  const [plan, made] = count <= MOST_TEXT ? planFromText(rules) : [scalePlan(rules), {}];
  const [reckon, load] = timed(() => loadPlan(plan));
  return job({
    items: carts.map((cart) => reckon.validate(cartInput(cart, 0))),
    price: reckon.priceValid,
    check(index, result) {
      const cart = carts[index]!;
      expectSame(cart.id, scalePriced(byHand(cart)), pricedByReckon(result));
    },
    steps: { ...made, load },
  });
}

function planFromText(rules: readonly ScaleRule[]): readonly [Plan, Job['steps']] {
  const text = scaleText(rules);
  const [ruleset, compile] = timed(() => compileRules(text, 'scale.reckon'));
  const [plan, lower] = timed(() => lowerRules(ruleset));
  return [plan, { compile, lower }];
}
