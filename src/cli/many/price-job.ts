import type { Breakdown, Totals } from '../../breakdown/types.js';
import type { Cart } from '../../cart/types.js';
import { breakdownJson, type PriceOptions, type Pricer } from '../../pricer.js';
import { shownJson } from '../../shown.js';
import type { Overrides } from '../cart.js';
import { exactJson } from '../mapping/exact-json.js';
import type { Mapping } from '../mapping/shape.js';
import { brokenGuarantees } from '../violations.js';
import type { Job, Outcome } from './batch.js';
import { type CartPricing, ofOrder, pricingBy } from './pricing.js';

/** Prices each cart by a plan: its breakdown as one line of JSON, or its totals. */
export interface PriceSetup {
  readonly kind: 'price';
  /** A plan as JSON that `load` takes. */
  readonly plan: string;
  /** How orders are read as carts; what is read are carts without it. */
  readonly mapping?: Mapping;
  readonly totals: boolean;
  /** Put the line, and the order's id, round what comes out. */
  readonly numbered: boolean;
  readonly options: Pick<PriceOptions, 'cartDigest' | 'explain' | 'hints'>;
  readonly overrides: Overrides;
}

export function priceJob(setup: PriceSetup): Job {
  const run = pricing(pricingBy(setup.plan, setup), setup);
  return setup.mapping === undefined ? { run } : { run, parse: exactJson };
}

function pricing({ pricer, cart, idOf, told }: CartPricing, setup: PriceSetup): Job['run'] {
  const { numbered, totals } = setup;
  return (value, line): Outcome => {
    const checked = pricer.validate(cart(value));
    const id = idOf(value);
    if (!checked.ok) {
      const mistakes = checked.errors.map((error) => ({
        code: error.code,
        message: ofOrder(id) + told(error),
      }));
      return { ok: false, mistakes };
    }
    const priced = totals ? totalsOf(pricer, checked.cart) : breakdownOf(pricer, checked.cart, setup.options);
    const text = numbered ? withNumber(priced.text, line, id, totals ? 'totals' : 'breakdown') : priced.text;
    return {
      ok: true,
      text: shownJson(text),
      complaints: brokenGuarantees(priced.told),
    };
  };
}

interface Priced {
  readonly text: string;
  readonly told: Totals;
}

function breakdownOf(pricer: Pricer, cart: Cart, options: PriceOptions): Priced {
  const breakdown: Breakdown = pricer.priceValid(cart, options);
  return { text: breakdownJson(breakdown), told: breakdown };
}

function totalsOf(pricer: Pricer, cart: Cart): Priced {
  const totals = pricer.priceValid(cart, { breakdown: 'totals' });
  return { text: JSON.stringify(totals), told: totals };
}

function withNumber(text: string, line: number, id: string | undefined, name: string): string {
  const order = id === undefined ? '' : `,"order":${JSON.stringify(id)}`;
  return `{"line":${line}${order},"${name}":${text}}`;
}
