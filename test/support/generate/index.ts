import type { CartInput } from '../../../src/index.js';
import { generateCart } from './cart.js';
import type { GeneratedRules } from './model.js';
import { Draw } from './draw.js';
import { generateRules } from './rules.js';
import { disguisedCart, PLAIN, type World } from './world.js';

export type { GeneratedRules } from './model.js';
export { rulesText } from './text.js';

/** One seed's rule file and cart. */
export interface Generated {
  readonly rules: GeneratedRules;
  readonly cart: CartInput;
}

export function generate(seed: number, world: World = PLAIN): Generated {
  const draw = new Draw(seed, world);
  const rules = generateRules(draw);
  return { rules, cart: disguisedCart(generateCart(draw, rules), world) };
}
