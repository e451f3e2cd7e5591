import type { Reason } from '../breakdown/types.js';
import type { Constraint } from '../check/ruleset.js';
import type { Candidate, KeepOut } from './run.js';

/** The sets of promotions that section 4.5 chooses among, and whether the search limit left some out. */
export interface Choice {
  readonly sets: readonly ReadonlySet<string>[];
  readonly optimal: boolean;
}

/** May all of these stand together? */
function permitted(chosen: ReadonlySet<string>, constraints: readonly Constraint[]): boolean {
  return constraints.every((constraint) => chosen.size === 0 || !breaks(chosen, constraint));
}

function breaks(chosen: ReadonlySet<string>, { kind, members, count }: Constraint): boolean {
  if (kind === 'alone') return members.some((id) => chosen.has(id)) && chosen.size > 1;
  return members.filter((id) => chosen.has(id)).length > count;
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
  const sets: ReadonlySet<string>[] = [];
  const visit = (index: number, chosen: ReadonlySet<string>): void => {
    if (sets.length > limit) return;
    const id = ids[index];
    if (id === undefined) {
      if (isLargest(chosen, ids, constraints)) sets.push(chosen);
      return;
    }
    const withIt = new Set([...chosen, id]);
    if (permitted(withIt, constraints)) visit(index + 1, withIt);
    if (mayBeLeftOut(id, index, chosen, ids, constraints)) visit(index + 1, chosen);
  };
  visit(0, new Set());
  return { sets: sets.slice(0, limit), optimal: sets.length <= limit };
}

/** No further promotion could be added. */
function isLargest(
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  constraints: readonly Constraint[],
): boolean {
  return ids.every((id) => chosen.has(id) || !permitted(new Set([...chosen, id]), constraints));
}

/** Leaving a promotion out leads to a largest set only if the others could keep it out in the end. */
function mayBeLeftOut(
  id: string,
  index: number,
  chosen: ReadonlySet<string>,
  ids: readonly string[],
  constraints: readonly Constraint[],
): boolean {
  const others = new Set([...chosen, ...ids.slice(index + 1)]);
  return !permitted(new Set([...others, id]), constraints) && conflicts(id, others, constraints);
}

function conflicts(id: string, others: ReadonlySet<string>, constraints: readonly Constraint[]): boolean {
  return constraints.some(({ kind, members, count }) => {
    if (kind === 'alone')
      return others.size > 0 && (members.includes(id) || members.some((member) => others.has(member)));
    return members.includes(id) && members.filter((member) => others.has(member)).length >= count;
  });
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
  const withIt = new Set([...others, id]);
  const broken = constraints.find(
    (constraint) => touches(constraint, id, others) && breaks(withIt, constraint),
  );
  if (!broken) return undefined;
  const by = [...others].filter((other) => broken.kind === 'alone' || broken.members.includes(other));
  return { reason: 'excluded', constraint: broken.text, by };
}

function touches({ kind, members }: Constraint, id: string, others: ReadonlySet<string>): boolean {
  return members.includes(id) || (kind === 'alone' && members.some((member) => others.has(member)));
}

/** Sets by what they cost: least first, then fewer promotions, then as listed. */
export function cheaper(
  a: { readonly pay: bigint; readonly size: number },
  b: { readonly pay: bigint; readonly size: number },
): boolean {
  return a.pay < b.pay || (a.pay === b.pay && a.size < b.size);
}
