import type { Reason } from '../breakdown/types.js';
import type { PlanRules } from '../plan/types.js';
import type { KeepOut } from './course.js';
import type { Rule } from './rule.js';

/** At most `count` of some promotions may stand together. */
export interface Constraint {
  readonly kind: 'allow' | 'not-with' | 'alone';
  readonly count: number;
  readonly members: ReadonlySet<string>;
  readonly text: string;
}

export function constraintsOf(rules: PlanRules): readonly Constraint[] {
  return rules.constraints.map(({ kind, count, members, text }) => ({
    kind,
    count,
    members: new Set(members),
    text,
  }));
}

/** The sets of promotions that section 4.5 chooses among, and whether the search limit left some out. */
export interface Choice {
  readonly sets: readonly ReadonlySet<string>[];
  readonly optimal: boolean;
}

/** Promotions under a constraint; where one that stands alone is a candidate, all are. */
export function constrained(rules: readonly Rule[], constraints: readonly Constraint[]): readonly string[] {
  const ids = rules.map(({ id }) => id);
  const isAlone = constraints.some(
    ({ kind, members }) => kind === 'alone' && ids.some((id) => members.has(id)),
  );
  return isAlone ? ids : ids.filter((id) => constraints.some(({ members }) => members.has(id)));
}

/**
 * Section 4.5: the largest sets the constraints permit, each promotion first in, then out; the first `limit` of them.
 * `ids` stand by layer, priority and file order.
 */
export function largestSets(
  ids: readonly string[],
  constraints: readonly Constraint[],
  limit: number,
): Choice {
  const rivals = new Rivals(ids, constraints);
  const sets: ReadonlySet<string>[] = [];
  const branches: Branch[] = [{ index: 0, chosen: new Set(), open: [] }];
  for (let branch = branches.pop(); branch && sets.length <= limit; branch = branches.pop()) {
    const { index, chosen, open } = branch;
    const id = ids[index];
    if (!rivals.mayKeepOut(open, chosen, index)) continue;
    if (id === undefined) sets.push(chosen);
    else branches.push(...branchesOf(id, branch, rivals));
  }
  return { sets: sets.slice(0, limit), optimal: sets.length <= limit };
}

/** Where the list of sets stands: what is decided of the promotions before `index`. */
interface Branch {
  readonly index: number;
  readonly chosen: ReadonlySet<string>;
  /** Left out, but nothing chosen keeps them out yet. */
  readonly open: readonly string[];
}

/** A promotion out, and, where it fits, in: the last one is looked at first. */
function branchesOf(id: string, { index, chosen, open }: Branch, rivals: Rivals): readonly Branch[] {
  const next = index + 1;
  if (!rivals.fits(id, chosen)) return [{ index: next, chosen, open }];
  const withIt = new Set([...chosen, id]);
  return [
    { index: next, chosen, open: [...open, id] },
    { index: next, chosen: withIt, open: open.filter((out) => rivals.fits(out, withIt)) },
  ];
}

/** Which promotions keep out which. */
class Rivals {
  readonly #ids: readonly string[];
  readonly #constraints: ReadonlyMap<string, readonly Constraint[]>;

  constructor(ids: readonly string[], constraints: readonly Constraint[]) {
    this.#ids = ids;
    this.#constraints = new Map(
      ids.map((id) => [id, constraints.filter((constraint) => concerns(constraint, id))]),
    );
  }

  /** May it stand beside those that are chosen? */
  fits(id: string, chosen: ReadonlySet<string>): boolean {
    const rivals = this.#constraints.get(id) ?? [];
    return !rivals.some((constraint) => keepsOut(id, chosen, constraint));
  }

  /** Could the chosen ones, with what may still come, keep each of these out? If not, no largest set is ahead. */
  mayKeepOut(open: readonly string[], chosen: ReadonlySet<string>, from: number): boolean {
    if (open.length === 0) return true;
    const others = new Set(chosen);
    for (const id of this.#ids.slice(from)) if (this.fits(id, chosen)) others.add(id);
    return open.every((id) => !this.fits(id, others));
  }
}

/** Does a constraint speak of a promotion? One that stands alone speaks of all. */
function concerns({ kind, members }: Constraint, id: string): boolean {
  return kind === 'alone' || members.has(id);
}

/** Would a promotion that this constraint speaks of break it beside others? */
function keepsOut(id: string, others: ReadonlySet<string>, { kind, members, count }: Constraint): boolean {
  let present = 0;
  const [few, many] = members.size < others.size ? [members, others] : [others, members];
  for (const member of few) if (many.has(member)) present += 1;
  if (kind === 'alone') return others.size > 0 && (present > 0 || members.has(id));
  return present >= count;
}

/** `choose best`: whatever is not in the chosen set is kept out by the members of it that stand instead. */
export function keepToSet(
  set: ReadonlySet<string>,
  under: readonly string[],
  constraints: readonly Constraint[],
): KeepOut {
  const considered = new Set(under);
  return ({ id }) => (considered.has(id) && !set.has(id) ? excludedBy(id, set, constraints) : undefined);
}

/** `choose first`: whatever applied keeps out those it may not stand with. */
export function keepToApplied(constraints: readonly Constraint[]): KeepOut {
  return ({ id }, { grants }) => {
    const applied = new Set(grants.map(({ rule }) => rule.id));
    return applied.has(id) ? undefined : excludedBy(id, applied, constraints);
  };
}

/** The first constraint that a promotion would break beside others, and which of them it names. */
function excludedBy(
  id: string,
  others: ReadonlySet<string>,
  constraints: readonly Constraint[],
): Reason | undefined {
  const broken = constraints.find(
    (constraint) => concerns(constraint, id) && keepsOut(id, others, constraint),
  );
  if (!broken) return undefined;
  const by = [...others].filter((other) => broken.kind === 'alone' || broken.members.has(other));
  return { reason: 'excluded', constraint: broken.text, by };
}
