import type { Breakdown, Totals } from '../src/breakdown/types.js';
import type { Cart, CartError, CartInput } from '../src/cart/types.js';
import { compile } from '../src/compile.js';
import type { Plan } from '../src/plan/types.js';
import { breakdownJson, load } from '../src/pricer.js';
import { evaluate } from '../src/reference/evaluate.js';
import { planOf, Ruleset } from '../src/ruleset.js';

/** What the benchmark measures of Reckon. This file alone knows how it is called. */
export interface Reckon {
  readonly validate: (input: CartInput) => Cart;
  /** From a validated cart: the whole breakdown. */
  readonly priceValid: (cart: Cart) => Breakdown;
  /** From a validated cart: the totals alone. */
  readonly totals: (cart: Cart) => Totals;
  /** With validation. */
  readonly price: (input: CartInput) => Breakdown;
  /** From the text of a cart to the text of its breakdown. */
  readonly priceText: (text: string) => string;
}

export function compileRules(text: string, name: string): Ruleset {
  const compiled = compile(text, { name });
  if (compiled.ok) return compiled.ruleset;
  throw new Error(compiled.diagnostics.map(({ line, message }) => `${name}:${line}: ${message}`).join('\n'));
}

export const lowerRules = (ruleset: Ruleset): Plan => planOf(ruleset);

export function loadPlan(plan: Plan): Reckon {
  const loaded = load(plan);
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { pricer } = loaded;
  const price = (input: CartInput): Breakdown => {
    const result = pricer.price(input);
    return result.ok ? result.breakdown : refuse(result.errors);
  };
  return {
    validate: (input) => {
      const result = pricer.validate(input);
      return result.ok ? result.cart : refuse(result.errors);
    },
    priceValid: (cart) => pricer.priceValid(cart),
    totals: (cart) => pricer.priceValid(cart, { breakdown: 'totals' }),
    price,
    priceText: (text) => breakdownJson(price(JSON.parse(text) as CartInput)),
  };
}

export const loadRules = (text: string, name: string): Reckon =>
  loadPlan(lowerRules(compileRules(text, name)));

/** The reference evaluator, which is written to be read. */
export function referencePricer(text: string, name: string): (cart: Cart) => Breakdown {
  const ruleset = compileRules(text, name);
  const rules = Ruleset.checked(ruleset);
  return (cart) => evaluate(rules, ruleset.digest, cart, { explain: [], hints: false });
}

function refuse(errors: readonly CartError[]): never {
  throw new Error(errors.map(({ message }) => message).join('\n'));
}
