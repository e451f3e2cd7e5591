import type { Breakdown, Totals } from '../../breakdown/types.js';
import { showName } from '../../cart/show.js';
import type { Cart } from '../../cart/types.js';
import type { Plan } from '../../plan/types.js';
import { breakdownJson, load, type PriceOptions, type Pricer } from '../../pricer.js';
import { shownJson } from '../../shown.js';
import { type Overrides, withOverrides } from '../cart.js';
import { exactJson } from '../mapping/exact-json.js';
import { type CartMapper, cartMapper } from '../mapping/mapper.js';
import type { Mapping } from '../mapping/shape.js';
import { brokenGuarantees } from '../violations.js';
import type { Job, Outcome } from './batch.js';

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
  const plan = JSON.parse(setup.plan) as Plan;
  const loaded = load(plan);
  // INVARIANT: whoever makes the setup has loaded the plan before.
  if (!loaded.ok) throw new Error(loaded.error.message);
  const mapper = setup.mapping && cartMapper(setup.mapping, plan.rules);
  const run = pricing(loaded.pricer, setup, mapper);
  return mapper === undefined ? { run } : { run, parse: exactJson };
}

function pricing(pricer: Pricer, setup: PriceSetup, mapper: CartMapper | undefined): Job['run'] {
  const { numbered, overrides, totals } = setup;
  return (value, line): Outcome => {
    const cart = mapper === undefined ? value : mapper.cart(value);
    const checked = pricer.validate(withOverrides(cart, overrides));
    const id = mapper?.idOf(value);
    if (!checked.ok) return { ok: false, mistakes: checked.errors.map((each) => told(each, id, mapper)) };
    const priced = totals ? totalsOf(pricer, checked.cart) : breakdownOf(pricer, checked.cart, setup.options);
    const text = numbered ? withNumber(priced.text, line, id, totals ? 'totals' : 'breakdown') : priced.text;
    return {
      ok: true,
      text: shownJson(text),
      complaints: brokenGuarantees(priced.told),
    };
  };
}

/** A mistake of a cart, with the order it is of. */
function told(
  mistake: Parameters<CartMapper['told']>[0],
  id: string | undefined,
  mapper: CartMapper | undefined,
): { readonly code: string; readonly message: string } {
  const message = mapper === undefined ? mistake.message : mapper.told(mistake);
  return {
    code: mistake.code,
    message: id === undefined ? message : `order \`${showName(id)}\`: ${message}`,
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
