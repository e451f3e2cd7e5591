import { showName } from '../../cart/show.js';
import type { CartError } from '../../cart/types.js';
import type { Plan } from '../../plan/types.js';
import { load, type Pricer } from '../../pricer.js';
import { type Overrides, withOverrides } from '../cart.js';
import { cartMapper } from '../mapping/mapper.js';
import { NOT_MAPPED } from '../mapping/not-mapped.js';
import type { Mapping } from '../mapping/shape.js';

/** How what is read is priced, in a worker. */
export interface CartPricing {
  readonly pricer: Pricer;
  /** The cart that what was read stands for. */
  readonly cart: (read: unknown) => unknown;
  /** The order's own id, where a mapping says where it stands. */
  readonly idOf: (read: unknown) => string | undefined;
  /** What is wrong with a cart, as a sentence. */
  readonly told: (error: CartError) => string;
}

interface Reading {
  /** How orders are read as carts; what is read are carts without it. */
  readonly mapping?: Mapping;
  readonly overrides: Overrides;
}

/** By a plan as JSON that `load` takes. */
export function pricingBy(text: string, { mapping, overrides }: Reading): CartPricing {
  const plan = JSON.parse(text) as Plan;
  const loaded = load(plan);
  // INVARIANT: whoever makes the setup has loaded the plan before.
  if (!loaded.ok) throw new Error(loaded.error.message);
  const mapper = mapping === undefined ? NOT_MAPPED : cartMapper(mapping, plan.rules);
  return {
    pricer: loaded.pricer,
    cart: (read) => withOverrides(mapper.cart(read), overrides),
    idOf: (read) => mapper.idOf(read),
    told: (error) => mapper.told(error),
  };
}

/** Stands before what is told of an order. */
export function ofOrder(id: string | undefined): string {
  return id === undefined ? '' : `order \`${showName(id)}\`: `;
}
