import {
  type Breakdown,
  type CartInput,
  compile,
  type PriceOptions,
  type Ruleset,
} from '../../../src/index.js';
import { price } from '../price.js';
import type { GeneratedRules } from './model.js';
import { rulesText } from './text.js';
import { filesOf } from './universe.js';

/** The ruleset that generated rules compile to; nothing where the generator wrote what the checker refuses. */
export function compiled(rules: GeneratedRules): Ruleset | undefined {
  const files = filesOf(rules.world);
  const result = compile(rulesText(rules), { host: { read: (path) => files[path] } });
  return result.ok ? result.ruleset : undefined;
}

/** The breakdown of a cart that must be valid. */
export function priced(ruleset: Ruleset, cart: CartInput, options: PriceOptions = {}): Breakdown {
  const result = price(ruleset, cart, options);
  if (!result.ok)
    throw new Error(`the generator made a cart that is refused: ${result.errors[0]?.message ?? ''}`);
  return result.breakdown;
}
