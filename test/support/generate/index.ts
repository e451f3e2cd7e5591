import type { CartInput } from '../../../src/index.js';
import { generateCart } from './cart.js';
import type { GeneratedRules } from './model.js';
import { Random } from './random.js';
import { generateRules } from './rules.js';

export type { GeneratedRules } from './model.js';
export { rulesText } from './text.js';

/** One seed's rule file and cart. */
export interface Generated {
  readonly rules: GeneratedRules;
  readonly cart: CartInput;
}

export function generate(seed: number): Generated {
  const random = new Random(seed);
  const rules = generateRules(random);
  return { rules, cart: generateCart(random, rules) };
}
