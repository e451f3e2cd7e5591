import type { FailedTest, LineOut, Violation } from '../breakdown/types.js';
import { minor, printMoney, sum } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds, same } from './failure.js';
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

/** Known where a gift is one article, with lines of its own whose units have one whole list price. */
function* giftValue({ breakdown: { gifts, lines } }: Audit): Generator<Failure> {
  const prices = unitPrices(lines);
  for (const [index, { skus, count, value }] of gifts.entries()) {
    const price = skus.length === 1 ? prices.get(skus[0] ?? '') : undefined;
    if (value === undefined || price === undefined) continue;
    yield* same(`gifts[${index}].value`, price * BigInt(count), minor(value));
  }
}

/** The list price of one unit by SKU; nothing where lines differ or it is no whole number of minor units. */
function unitPrices(lines: readonly LineOut[]): ReadonlyMap<string, bigint | undefined> {
  const prices = new Map<string, bigint | undefined>();
  for (const { sku, list, quantity } of lines) {
    const isWhole = minor(list) % BigInt(quantity) === 0n;
    const price = isWhole ? minor(list) / BigInt(quantity) : undefined;
    const isKnown = !prices.has(sku) || prices.get(sku) === price;
    prices.set(sku, isKnown ? price : undefined);
  }
  return prices;
}
