import type { Reason } from '../breakdown/types.js';
import type { PlanRules } from '../plan/types.js';
import type { KeepOut } from './course.js';
import type { Rule } from './rule.js';

/** At most `count` of some promotions may stand together. */
interface Constraint {
  readonly kind: 'allow' | 'not-with' | 'alone';
  readonly count: number;
  readonly members: ReadonlySet<string>;
  readonly text: string;
}

/** All constraints, and quickly those that speak of a promotion. */
export class Constraints {
  readonly all: readonly Constraint[];
  readonly #alone: readonly Constraint[];
  readonly #byMember: Map<string, readonly Constraint[]> = new Map();

  constructor({ constraints }: PlanRules) {
    this.all = constraints.map(({ kind, count, members, text }) => ({
      kind,
      count,
      members: new Set(members),
      text,
    }));
    this.#alone = this.all.filter(({ kind }) => kind === 'alone');
    for (const id of new Set(constraints.flatMap(({ members }) => members)))
      this.#byMember.set(
        id,
        this.all.filter((constraint) => concerns(constraint, id)),
      );
  }

  /** Those that speak of a promotion, in the order of the file; one that stands alone speaks of all. */
  of(id: string): readonly Constraint[] {
    return this.#byMember.get(id) ?? this.#alone;
  }
}

/** The sets of promotions that section 4.5 chooses among, and whether the search limit left some out. */
export interface Choice {
  readonly sets: readonly ReadonlySet<string>[];
  readonly optimal: boolean;
}

/** Promotions under a constraint; where one that stands alone is a candidate, all are. */
export function constrained(rules: readonly Rule[], constraints: Constraints): readonly string[] {
  const ids = rules.map(({ id }) => id);
  const isAlone = ids.some((id) =>
    constraints.of(id).some(({ kind, members }) => kind === 'alone' && members.has(id)),
  );
  return isAlone ? ids : ids.filter((id) => constraints.of(id).some(({ members }) => members.has(id)));
}

/**
 * Section 4.5: the largest sets the constraints permit, each promotion first in, then out; the first `limit` of them.
 * `ids` stand by layer, priority and file order.
 */
export function largestSets(ids: readonly string[], constraints: Constraints, limit: number): Choice {
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
  readonly #places: ReadonlyMap<string, number>;
  readonly #constraints: Constraints;

  constructor(ids: readonly string[], constraints: Constraints) {
    this.#ids = ids;
    this.#places = new Map(ids.map((id, place) => [id, place]));
    this.#constraints = constraints;
  }

  /** May it stand beside those that are chosen? */
  fits(id: string, chosen: ReadonlySet<string>): boolean {
    return !this.#constraints.of(id).some((constraint) => keepsOut(id, chosen, constraint));
  }

  /** Could the chosen ones, with what may still come, keep each of these out? If not, no largest set is ahead. */
  mayKeepOut(open: readonly string[], chosen: ReadonlySet<string>, from: number): boolean {
    return open.every((id) => this.#mayBeKeptOut(id, chosen, from));
  }

  /** Only the members of its own constraints are looked at: the others could not keep it out. */
  #mayBeKeptOut(id: string, chosen: ReadonlySet<string>, from: number): boolean {
    const mayCome = (other: string): boolean =>
      chosen.has(other) || ((this.#places.get(other) ?? -1) >= from && this.fits(other, chosen));
    return this.#constraints.of(id).some(({ kind, members, count }) => {
      if (kind === 'alone' && members.has(id)) return chosen.size > 0 || this.#ids.slice(from).some(mayCome);
      let present = 0;
      for (const member of members) if (member !== id && mayCome(member)) present += 1;
      return present >= (kind === 'alone' ? 1 : count);
    });
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
  considered: ReadonlySet<string>,
  constraints: Constraints,
): KeepOut {
  return ({ id }) => (considered.has(id) && !set.has(id) ? excludedBy(id, set, constraints) : undefined);
}

const EXCLUDED: Reason = Object.freeze({ reason: 'excluded', constraint: '', by: [] });

/** The same where nobody reads why: what a set costs is all that is asked. */
export function keepToSetQuietly(set: ReadonlySet<string>, considered: ReadonlySet<string>): KeepOut {
  return ({ id }) => (considered.has(id) && !set.has(id) ? EXCLUDED : undefined);
}

/** `choose first`: whatever applied keeps out those it may not stand with. */
export function keepToApplied(constraints: Constraints): KeepOut {
  return ({ id }, { grants }) => {
    const applied = new Set(grants.map(({ rule }) => rule.id));
    return applied.has(id) ? undefined : excludedBy(id, applied, constraints);
  };
}

/** The first constraint that a promotion would break beside others, and which of them it names. */
function excludedBy(id: string, others: ReadonlySet<string>, constraints: Constraints): Reason | undefined {
  const broken = constraints.of(id).find((constraint) => keepsOut(id, others, constraint));
  if (!broken) return undefined;
  const by = [...others].filter((other) => broken.kind === 'alone' || broken.members.has(other));
  return { reason: 'excluded', constraint: broken.text, by };
}
