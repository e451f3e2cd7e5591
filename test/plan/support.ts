import { type CartInput, compile, type Plan, planOf, type Ruleset } from '../../src/index.js';
import { checksumOf } from '../../src/plan/checksum.js';
import type { PlanRules } from '../../src/plan/types.js';
import { cartsOf, compileExample, exampleFolders, readCart } from '../examples/folder.js';

/** The ruleset of a text that has no mistake. */
export function rulesetOf(text: string): Ruleset {
  const compiled = compile(text);
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ message }) => message).join('\n'));
  return compiled.ruleset;
}

/** A copy, as reading its JSON would give it. */
export function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** A plan of these rules whose checksum holds, whatever they are, as long as there are promotions to take it over. */
export function sealed(rules: unknown): Plan {
  const taken = rules as PlanRules;
  const checksum = Array.isArray(taken.promotions) ? checksumOf(taken) : '';
  return { reckonPlan: 1, checksum, rules: taken };
}

export interface Example {
  readonly folder: string;
  readonly plan: Plan;
  readonly carts: readonly CartInput[];
}

/** Every example's plan and carts. */
export function examples(): readonly Example[] {
  return exampleFolders().map((folder) => ({
    folder,
    plan: planOf(compileExample(folder)),
    carts: cartsOf(folder).map((name) => readCart(folder, name)),
  }));
}
