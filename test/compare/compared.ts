import { countCart, countRefused, type Pricing } from '../../src/compare/count-cart.js';
import { comparisonOf } from '../../src/compare/report.js';
import { compareRules } from '../../src/compare/rules.js';
import { noTally, type Tally } from '../../src/compare/tally.js';
import type { Comparison } from '../../src/compare/types.js';
import { compile, load, type Plan, planOf } from '../../src/index.js';

export function planFor(rules: string, name = 'rules.reckon'): Plan {
  const compiled = compile(rules, { name });
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return planOf(compiled.ruleset);
}

function pricingFor(plan: Plan): Pricing {
  const loaded = load(JSON.stringify(plan));
  if (!loaded.ok) throw new Error(loaded.error.message);
  return { pricer: loaded.pricer, cart: (read) => read, told: ({ message }) => message };
}

/** Two rule files and what counts carts by them. */
export class Comparing {
  readonly before: Plan;
  readonly after: Plan;
  readonly #pricings: { readonly before: Pricing; readonly after: Pricing };

  constructor(before: string, after: string) {
    this.before = planFor(before);
    this.after = planFor(after);
    this.#pricings = { before: pricingFor(this.before), after: pricingFor(this.after) };
  }

  /** The first cart stands on line `first`; a text is a line that is not JSON. */
  tally(carts: readonly unknown[], first = 1): Tally {
    const tally = noTally();
    for (const [index, cart] of carts.entries()) {
      const name = { line: first + index };
      if (typeof cart === 'string') countRefused(tally, name, 'both', [cart]);
      else countCart(tally, name, cart, this.#pricings);
    }
    return tally;
  }

  report(tally: Tally): Comparison {
    const rules = { before: this.before.rules, after: this.after.rules };
    return comparisonOf(tally, {
      rules,
      files: { before: 'before.reckon', after: 'after.reckon' },
      carts: 'carts.ndjson',
      changes: compareRules(rules.before, rules.after),
    });
  }
}

export function comparedBy(before: string, after: string, carts: readonly unknown[]): Comparison {
  const comparing = new Comparing(before, after);
  return comparing.report(comparing.tally(carts));
}
