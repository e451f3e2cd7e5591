import type { Group, GroupUnits } from '../breakdown/types.js';
import { minor, sum } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { atMost, type Failure, holds, oneOf, same } from './failure.js';
import { cellOf, type StepAt } from './postings.js';
import { stepTurns } from './taken.js';

/** What was formed on groups of units. */
export const groupEquations: readonly Equation[] = [
  { name: 'group-sum', says: 'the groups of a step sum to its face value', failures: groupSum },
  { name: 'group-most', says: 'a group saves at most what its units had left', failures: groupMost },
  {
    name: 'group-base',
    says: 'the base of a part is what the units of its line in all groups had left',
    failures: groupBase,
  },
  {
    name: 'group-count',
    says: 'groups stand on no more units of a line than there are',
    failures: groupCount,
  },
  {
    name: 'group-times',
    says: 'there are no more groups than the threshold counted',
    failures: groupTimes,
  },
  {
    name: 'group-size',
    says: 'a group stands on no more units than the threshold asks for, unless so many opened it for others',
    failures: groupSize,
  },
  {
    name: 'group-left',
    says: 'what a unit had left is what its line had left, divided by the quantity',
    failures: groupLeft,
  },
];

interface GroupAt {
  readonly path: string;
  readonly group: Group;
  /** How many alike groups there are. */
  readonly times: bigint;
}

function groupsOf({ path, step }: StepAt): readonly GroupAt[] {
  return (step.groups ?? []).map((group, index) => ({
    path: `${path}.groups[${index}]`,
    group,
    times: BigInt(group.times ?? 1),
  }));
}

function* groupSum({ steps }: Audit): Generator<Failure> {
  for (const at of steps) {
    if (at.step.groups === undefined) continue;
    const saved = sum(groupsOf(at), ({ group, times }) => minor(group.amount) * times);
    yield* same(`${at.path}.groups`, minor(at.step.face), saved);
  }
}

function* groupMost({ steps }: Audit): Generator<Failure> {
  for (const { path, group } of steps.flatMap(groupsOf)) {
    yield* atMost(`${path}.amount`, sum(group.units, leftOn), minor(group.amount));
  }
}

function leftOn({ count, left }: GroupUnits): bigint {
  return BigInt(count) * minor(left);
}

function* groupBase({ steps }: Audit): Generator<Failure> {
  for (const at of steps) {
    if (at.step.groups === undefined) continue;
    const units = groupsOf(at).flatMap(({ group, times }) => group.units.map((unit) => ({ unit, times })));
    const left = tally(units, ({ unit, times }) => [unit.line, leftOn(unit) * times]);
    for (const [index, { line, base }] of (at.step.parts ?? []).entries()) {
      yield* same(`${at.path}.parts[${index}].base`, left.get(line) ?? 0n, minor(base));
    }
  }
}

/** Sums by name. */
function tally<T>(
  items: readonly T[],
  entry: (item: T) => readonly [string, bigint],
): ReadonlyMap<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const item of items) {
    const [name, amount] = entry(item);
    sums.set(name, (sums.get(name) ?? 0n) + amount);
  }
  return sums;
}

function* groupCount({ steps, lines }: Audit): Generator<Failure> {
  for (const at of steps) {
    const units = groupsOf(at).flatMap(({ group, times }) => unitsIn(group).map((unit) => ({ unit, times })));
    const counts = tally(units, ({ unit, times }) => [unit.line, BigInt(unit.count) * times]);
    for (const [line, count] of counts) {
      const most = BigInt(lines.get(line)?.quantity ?? 0);
      if (count > most)
        yield { path: `${at.path}.groups`, expected: `at most ${most} of ${line}`, found: String(count) };
    }
  }
}

function unitsIn({ units, qualifiers = [] }: Group): readonly GroupUnits[] {
  return [...units, ...qualifiers];
}

function* groupTimes({ steps }: Audit): Generator<Failure> {
  for (const at of steps) {
    const { threshold } = at.of.applied;
    if (threshold?.kind !== 'every-units' || threshold.times === undefined) continue;
    const found = sum(groupsOf(at), ({ times }) => times);
    const most = BigInt(at.step.times ?? threshold.times);
    if (found > most) yield { path: `${at.path}.groups`, expected: `at most ${most}`, found: String(found) };
  }
}

function* groupLeft({ steps, lines, left }: Audit): Generator<Failure> {
  for (const turn of stepTurns(steps)) {
    for (const { path, group } of groupsOf(turn.at)) {
      for (const unit of unitsIn(group)) {
        const bases = left.under(cellOf(unit), turn) ?? [];
        const quantity = BigInt(lines.get(unit.line)?.quantity ?? 1);
        const units = bases.flatMap((base) => [(base + quantity - 1n) / quantity, base / quantity]);
        if (units.length > 0) yield* oneOf(path, units, minor(unit.left));
      }
    }
  }
}

/** Fewer where a limit leaves some out; and with `cheapest of all` one group stands for all, of any size. */
function* groupSize({ steps }: Audit): Generator<Failure> {
  for (const at of steps) {
    const { threshold } = at.of.applied;
    const groups = groupsOf(at);
    const isOneForAll = groups.length === 1 && groups[0]?.times === 1n;
    if (threshold?.kind !== 'every-units' || isOneForAll) continue;
    for (const { path, group } of groups) {
      const qualifiers = countOf(group.qualifiers ?? []);
      const all = countOf(group.units) + qualifiers;
      const size = BigInt(threshold.reached);
      yield* holds(all <= size || qualifiers === size, path, `at most ${size} units`, String(all));
    }
  }
}

function countOf(units: readonly GroupUnits[]): bigint {
  return sum(units, ({ count }) => BigInt(count));
}
