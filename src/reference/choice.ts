import type { Reason } from '../breakdown/types.js';
import type { Constraint } from '../check/ruleset.js';
import type { Candidate, KeepOut } from './run.js';

/** The sets of promotions that section 4.5 chooses among, and whether the search limit left some out. */
export interface Choice {
  readonly sets: readonly ReadonlySet<string>[];
  readonly optimal: boolean;
}

/** Promotions under a constraint; where one that stands alone is a candidate, all are. */
export function constrained(
  candidates: readonly Candidate[],
  constraints: readonly Constraint[],
): readonly string[] {
  const ids = candidates.filter((candidate) => candidate.mayStand).map((candidate) => candidate.promotion.id);
  const present = new Set(ids);
  const isAlone = constraints.some(
    ({ kind, members }) => kind === 'alone' && members.some((id) => present.has(id)),
  );
  if (isAlone) return ids;
  return ids.filter((id) => constraints.some(({ members }) => members.includes(id)));
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
    if (!rivals.mayKeepOut(open, chosen, ids.slice(index))) continue;
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
  readonly #constraints: ReadonlyMap<string, readonly Constraint[]>;

  constructor(ids: readonly string[], constraints: readonly Constraint[]) {
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
  mayKeepOut(open: readonly string[], chosen: ReadonlySet<string>, ahead: readonly string[]): boolean {
    if (open.length === 0) return true;
    const others = new Set([...chosen, ...ahead.filter((id) => this.fits(id, chosen))]);
    return open.every((id) => !this.fits(id, others));
  }
}

/** Does a constraint speak of a promotion? One that stands alone speaks of all. */
function concerns({ kind, members }: Constraint, id: string): boolean {
  return kind === 'alone' || members.includes(id);
}

/** Would a promotion that this constraint speaks of break it beside others? */
function keepsOut(id: string, others: ReadonlySet<string>, { kind, members, count }: Constraint): boolean {
  const present = members.filter((member) => others.has(member)).length;
  if (kind === 'alone') return others.size > 0 && (present > 0 || members.includes(id));
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
  return ({ id }, applied) => (applied.has(id) ? undefined : excludedBy(id, applied, constraints));
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
  const by = [...others].filter((other) => broken.kind === 'alone' || broken.members.includes(other));
  return { reason: 'excluded', constraint: broken.text, by };
}

/** Sets by what they cost: least first, then fewer promotions, then as listed. */
export function byCost(a: Costing, b: Costing): number {
  if (a.pay !== b.pay) return a.pay < b.pay ? -1 : 1;
  return a.size - b.size;
}

interface Costing {
  readonly pay: bigint;
  readonly size: number;
}
