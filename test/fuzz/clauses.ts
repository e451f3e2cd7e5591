import { clausesOf, type GeneratedRules, partsOf, type Piece, without } from '../support/generate/model.js';
import { compiled } from '../support/generate/priced.js';
import { Evaluators } from './evaluators.js';
import { type Asked, askedOf, cartOf, rulesOf } from './pair.js';

/** What is known of a clause: how many rule files hold it, and of how many prices tried it changed how many. */
export interface ClauseRow {
  readonly clause: string;
  readonly rulesets: number;
  readonly tried: number;
  readonly changed: number;
}

/** Said for people, for returns, for lists of names, or what holds anyway: a price does not show them. */
export const SILENT: ReadonlySet<string> = new Set(['note', 'returns', 'tag', 'every units dearest first']);

/** A clause is tried with every rule file until it has changed so many prices, from then on with some. */
const ENOUGH = 8;
const SAMPLE = 100;
/** How many rule files beyond the run are looked through for clauses that changed nothing in it. */
const FURTHER = 4000;

interface Counts {
  rulesets: number;
  tried: number;
  changed: number;
}

/** Counts clauses, and tries what each does: a piece of the rules is taken out and the carts are priced again. */
export class ClauseTable {
  readonly #counts = new Map<string, Counts>();
  #seen = 0;

  /** Counts the clauses of a rule file, and tries some of them with its carts. */
  add(rules: GeneratedRules, evaluators: Evaluators, carts: readonly Asked[]): void {
    for (const clause of new Set(partsOf(rules).flatMap(clausesOf))) this.#of(clause).rulesets += 1;
    this.#seen += 1;
    this.#try(rules, this.#seen % SAMPLE === 0 ? 0 : ENOUGH, () => [evaluators, carts]);
  }

  /** Looks through further rule files for clauses that have not changed a price yet. */
  complete(seed: number): void {
    for (let next = seed; next < seed + FURTHER; next += 1) {
      const rules = rulesOf(next);
      this.#try(rules, 1, () => {
        const ruleset = compiled(rules);
        const carts = Array.from({ length: 10 }, (_, index) => askedOf(rules, next, index));
        return ruleset && [new Evaluators(ruleset), carts];
      });
    }
  }

  rows(): readonly ClauseRow[] {
    const rows = [...this.#counts].map(([clause, counts]) => ({ clause, ...counts }));
    return rows.sort((a, b) => (a.clause < b.clause ? -1 : 1));
  }

  #of(clause: string): Counts {
    const known = this.#counts.get(clause) ?? { rulesets: 0, tried: 0, changed: 0 };
    this.#counts.set(clause, known);
    return known;
  }

  /** Takes out each part that stands for a clause of which fewer prices changed than `enough`; 0: every part. */
  #try(rules: GeneratedRules, enough: number, ready: () => Ready | undefined): void {
    let whole: { readonly carts: readonly Asked[]; readonly said: readonly string[] } | undefined;
    for (const part of partsOf(rules)) {
      const counts = clausesOf(part)
        .filter((clause) => !SILENT.has(clause))
        .map((clause) => this.#of(clause));
      if (part.parts || !counts.some(({ changed }) => enough === 0 || changed < enough)) continue;
      whole ??= wholeOf(rules, ready());
      if (!whole) return;
      const { carts, said } = whole;
      const rest = evaluatorsWithout(rules, part);
      const changed = carts.filter((asked, index) => effect(rest, rules, asked) !== said[index]).length;
      for (const one of counts) {
        one.tried += carts.length;
        one.changed += changed;
      }
    }
  }
}

type Ready = readonly [Evaluators, readonly Asked[]];

function wholeOf(
  rules: GeneratedRules,
  ready: Ready | undefined,
): { readonly carts: readonly Asked[]; readonly said: readonly string[] } | undefined {
  if (!ready) return undefined;
  const [evaluators, carts] = ready;
  return { carts, said: carts.map((asked) => effect(evaluators, rules, asked)) };
}

/** All that a breakdown says but the digest of the rules and the lines they stand in. */
function effect(evaluators: Evaluators | undefined, rules: GeneratedRules, asked: Asked): string {
  const { explain } = asked.options;
  const said = evaluators?.price(cartOf({ rules, ...asked }), explain ? { explain } : {});
  return (said ?? 'refused').replaceAll(/"ruleset":"[^"]*"|"line":\d+/g, '');
}

/** The rules without a part; where they mean nothing without it, without what it belongs to. */
function evaluatorsWithout(rules: GeneratedRules, part: Piece): Evaluators | undefined {
  const rest = compiled(without(rules, part)) ?? compiled(withoutHolder(rules, part));
  return rest && new Evaluators(rest);
}

function withoutHolder(rules: GeneratedRules, part: Piece): GeneratedRules {
  const holds = (one: Piece): boolean => one === part || one.parts?.includes(part) === true;
  const isFree = ({ pieces }: { readonly pieces: readonly Piece[] }): boolean => !pieces.some(holds);
  const whole = [...rules.defaults, ...rules.statements].find(holds);
  if (whole) return without(rules, whole);
  return { ...rules, promotions: rules.promotions.filter(isFree) };
}

/** The clauses that changed no price. */
export function withoutEffect(rows: readonly ClauseRow[]): readonly string[] {
  return rows
    .filter(({ changed, clause }) => changed === 0 && !SILENT.has(clause))
    .map(({ clause }) => clause);
}
