import type { FailedTest, Violation } from '../breakdown/types.js';
import { minor, printMoney, sum } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds, oneOf, same } from './failure.js';
import { memberPath } from './shape.js';
import { standingKey } from './postings.js';

/** What is told beside the price: refusals, violations, hints. */
export const reportEquations: readonly Equation[] = [
  { name: 'refused-applied', says: 'nothing both applied and was refused', failures: refusedApplied },
  { name: 'refused-once', says: 'a refusal has one reason', failures: refusedOnce },
  {
    name: 'short',
    says: 'what is missing is the threshold less what was measured, and more than nothing',
    failures: short,
  },
  { name: 'stopped', says: 'a promotion that stopped another has applied', failures: stopped },
  { name: 'references', says: 'a line that is named is a line of the breakdown', failures: references },
  {
    name: 'violation-seen',
    says: 'the `list`, `discount`, `pay` and `quantity` that a guarantee saw are those of the order, or of its line',
    failures: violationSeen,
  },
  {
    name: 'gift-value',
    says: 'the value of a gift is the list price of its line, as often as it is given',
    failures: giftValue,
  },
  { name: 'hint-cost', says: 'what a hint costs is what to spend less what it saves', failures: hintCost },
];

function* refusedApplied({ breakdown, byKey, stood }: Audit): Generator<Failure> {
  const promotions = new Set(stood.map(({ applied }) => applied.promotion));
  for (const [index, refusal] of breakdown.refused.entries()) {
    if (refusal.promotion === undefined) continue;
    const isWhole = refusal.for === undefined && refusal.row === undefined;
    const applied = isWhole ? promotions.has(refusal.promotion) : byKey.has(standingKey(refusal));
    yield* holds(!applied, `refused[${index}]`, 'not in `promotions`', refusal.promotion);
  }
}

function* refusedOnce({ breakdown }: Audit): Generator<Failure> {
  const seen = new Set<string>();
  for (const [index, refusal] of breakdown.refused.entries()) {
    const key = refusal.reason === 'unknown-code' ? refusal.code : standingKey(refusal);
    yield* holds(!seen.has(key), `refused[${index}]`, 'once', `${refusal.promotion ?? key} again`);
    seen.add(key);
  }
}

function* short({ breakdown }: Audit): Generator<Failure> {
  for (const [index, refusal] of breakdown.refused.entries()) {
    if (refusal.reason !== 'short') continue;
    const { measured, threshold, missing } = refusal;
    const path = `refused[${index}].missing`;
    const kinds = new Set([measured, threshold, missing].map((measure) => typeof measure));
    yield* holds(kinds.size === 1, path, 'money throughout, or units', 'both');
    yield* holds(minor(missing) > 0n, path, 'more than nothing', String(missing));
    const expected = `${threshold} less ${measured}`;
    yield* holds(minor(threshold) - minor(measured) === minor(missing), path, expected, String(missing));
  }
}

function* stopped({ breakdown, stood }: Audit): Generator<Failure> {
  const promotions = new Set(stood.map(({ applied }) => applied.promotion));
  for (const [index, refusal] of breakdown.refused.entries()) {
    if (refusal.reason !== 'stopped') continue;
    yield* holds(promotions.has(refusal.by), `refused[${index}].by`, 'a promotion that applied', refusal.by);
  }
}

interface Named {
  readonly path: string;
  readonly id: string | undefined;
}

function* references(audit: Audit): Generator<Failure> {
  const charges = new Set(audit.breakdown.shipping.map(({ id }) => id));
  for (const { path, id } of linesNamed(audit)) {
    yield* holds(id === undefined || audit.lines.has(id), path, 'the id of a line', JSON.stringify(id));
  }
  for (const { path, id } of chargesNamed(audit)) {
    yield* holds(id === undefined || charges.has(id), path, 'the id of a charge', JSON.stringify(id));
  }
}

function linesNamed({ steps, breakdown: { violations, unchecked } }: Audit): readonly Named[] {
  const inSteps = steps.flatMap(({ path, step }) => [
    ...(step.allocation?.parts ?? []).map(({ line }, index) => ({
      path: `${path}.allocation.parts[${index}].line`,
      id: line,
    })),
    ...(step.parts ?? []).map(({ line }, index) => ({ path: `${path}.parts[${index}].line`, id: line })),
    ...(step.groups ?? []).flatMap(({ units }, group) =>
      units.map(({ line }, index) => ({ path: `${path}.groups[${group}].units[${index}].line`, id: line })),
    ),
  ]);
  const inReports = [
    ...violations.map(({ line }, index) => ({ path: `violations[${index}].line`, id: line })),
    ...unchecked.map(({ line }, index) => ({ path: `unchecked[${index}].line`, id: line })),
  ];
  return [...inSteps, ...inReports];
}

function chargesNamed({ steps }: Audit): readonly Named[] {
  return steps.flatMap(({ path, step }) =>
    (step.allocation?.parts ?? []).map(({ shipping }, index) => ({
      path: `${path}.allocation.parts[${index}].shipping`,
      id: shipping,
    })),
  );
}

function* violationSeen(audit: Audit): Generator<Failure> {
  for (const [index, violation] of audit.breakdown.violations.entries()) {
    const known = knownTo(violation, audit);
    for (const [test, { seen }] of violation.failed.entries()) {
      yield* seenOf(`violations[${index}].failed[${test}].seen`, seen, known);
    }
  }
}

/** The amounts of the finished order, or of the line that a guarantee was tested on, as they are printed. */
function knownTo(
  { line: id }: Violation,
  { breakdown: { total, lines }, lines: byId, digits }: Audit,
): ReadonlyMap<string, string> {
  const line = id === undefined ? undefined : byId.get(id);
  const quantity = line?.quantity ?? Number(sum(lines, (one) => BigInt(one.quantity)));
  const { list, pay } = line ?? total;
  const discount = line === undefined ? minor(total.discount) : minor(list) - minor(pay);
  return new Map([
    ['list', String(list)],
    ['pay', String(pay)],
    ['discount', printMoney(discount, digits)],
    ['quantity', String(quantity)],
  ]);
}

function* seenOf(
  path: string,
  seen: FailedTest['seen'],
  known: ReadonlyMap<string, string>,
): Generator<Failure> {
  for (const [name, value] of Object.entries(seen)) {
    const expected = known.get(name) ?? String(value);
    yield* holds(String(value) === expected, memberPath(path, name), expected, String(value));
  }
}

function* hintCost({ breakdown: { hints } }: Audit): Generator<Failure> {
  for (const [index, { spend, saving, cost }] of (hints ?? []).entries()) {
    if (spend !== undefined) yield* same(`hints[${index}].cost`, minor(spend) - minor(saving), minor(cost));
  }
}

/** Known where a gift is one article, with a line of its own whose units have one whole list price. */
function* giftValue({ breakdown: { gifts, lines } }: Audit): Generator<Failure> {
  for (const [index, { skus, count, value }] of gifts.entries()) {
    const alike = lines.filter(({ sku }) => skus.length === 1 && sku === skus[0]);
    const isWhole = alike.every(({ list, quantity }) => minor(list) % BigInt(quantity) === 0n);
    if (value === undefined || alike.length === 0 || !isWhole) continue;
    const values = alike.map(({ list, quantity }) => (minor(list) / BigInt(quantity)) * BigInt(count));
    yield* oneOf(`gifts[${index}].value`, values, minor(value));
  }
}
