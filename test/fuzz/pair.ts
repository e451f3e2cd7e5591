import type { CartInput, PriceOptions } from '../../src/index.js';
import { generateCart } from '../support/generate/cart.js';
import { generate, type GeneratedRules } from '../support/generate/index.js';
import { inMinorUnits } from '../support/generate/minor.js';
import { Draw } from '../support/generate/draw.js';
import { Random } from '../support/generate/random.js';
import { bare, disguisedCart, drawWorld } from '../support/generate/world.js';

/** A rule file, and what one price by it is asked with. */
export interface Pair extends Asked {
  readonly rules: GeneratedRules;
}

/** What one price is asked with. */
export interface Asked {
  /** In the words of the plain world, with decimal amounts. */
  readonly cart: CartInput;
  /** Whether the cart goes in with its amounts in minor units. */
  readonly minor: boolean;
  readonly options: PriceOptions;
}

/** The rule file of a seed, in a world of its own. */
export function rulesOf(seed: number): GeneratedRules {
  return generate(seed, drawWorld(new Random(Math.imul(seed, 0x9e37_79b1)))).rules;
}

/** One of the carts for a rule file, with what to ask for. */
export function askedOf(rules: GeneratedRules, seed: number, index: number): Asked {
  const draw = new Draw(Math.imul(seed, 0x85eb_ca6b) + index, rules.world);
  const cart = generateCart(draw, rules);
  const isFiner = rules.defaults.some(({ clause }) => clause.startsWith('default prices'));
  const ids = rules.promotions.map(({ id }) => bare(rules.world.disguise.get(id) ?? id));
  return {
    cart,
    minor: !isFiner && draw.chance(0.25),
    options: {
      ...(draw.chance(0.3) && { explain: draw.some([...ids, 'nobody'], 1, 4) }),
      ...(draw.chance(0.15) && { hints: true }),
      ...(draw.chance(0.1) && { cartDigest: true }),
    },
  };
}

/** The cart as it goes to the evaluators. */
export function cartOf({ cart, minor, rules }: Pair): CartInput {
  return disguisedCart(minor ? inMinorUnits(cart) : cart, rules.world);
}
