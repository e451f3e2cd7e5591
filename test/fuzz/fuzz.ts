import { compiled } from '../support/generate/priced.js';
import type { ClauseTable } from './clauses.js';
import { type Difference, Evaluators } from './evaluators.js';
import { type Asked, askedOf, cartOf, type Pair, rulesOf } from './pair.js';

export interface FuzzOptions {
  /** How many pairs of a rule file and a cart to price. */
  readonly runs: number;
  /** The seed of the first rule file; the next one has the next seed. */
  readonly seed: number;
  /** How many carts each rule file prices. */
  readonly carts: number;
  /** Told after each rule file how many pairs are done. */
  readonly progress?: (pairs: number) => void;
  /** Where to count what each clause did. */
  readonly table?: ClauseTable;
}

export interface Found extends Difference {
  readonly pair: Pair;
  /** How many pairs were priced when it was found, it included. */
  readonly after: number;
}

export interface FuzzReport {
  readonly pairs: number;
  readonly rulesets: number;
  /** Rule files that the checker refused; they priced nothing. */
  readonly refused: number;
  /** The seed after the last rule file's: where another run goes on. */
  readonly next: number;
  readonly found: Found | undefined;
}

/** Prices random carts by random rule files with both evaluators, up to the first difference. */
export function fuzz({ runs, seed, carts, progress, table }: FuzzOptions): FuzzReport {
  let [pairs, rulesets, refused, next] = [0, 0, 0, seed];
  let found: Found | undefined;
  for (; pairs < runs && !found; next += 1) {
    const rules = rulesOf(next);
    const ruleset = compiled(rules);
    if (!ruleset) refused += 1;
    else {
      rulesets += 1;
      const evaluators = new Evaluators(ruleset);
      const asked = Array.from({ length: Math.min(carts, runs - pairs) }, (_, index) =>
        askedOf(rules, next, index),
      );
      found = firstDifference(evaluators, rules, asked, pairs);
      pairs = found?.after ?? pairs + asked.length;
      table?.add(rules, evaluators, asked);
    }
    progress?.(pairs);
  }
  return { pairs, rulesets, refused, next, found };
}

function firstDifference(
  evaluators: Evaluators,
  rules: Pair['rules'],
  carts: readonly Asked[],
  before: number,
): Found | undefined {
  for (const [index, asked] of carts.entries()) {
    const pair = { rules, ...asked };
    const cart = cartOf(pair);
    const difference = evaluators.difference(cart, pair.options, () => {
      throw new Error(`a generated cart is refused: ${evaluators.errorsOf(cart).join('; ')}`);
    });
    if (difference) return { ...difference, pair, after: before + index + 1 };
  }
  return undefined;
}
