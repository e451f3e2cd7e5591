import Fraction from 'fraction.js';
import type { Part, Step } from '../breakdown/types.js';
import { exactMinor, minor, printExact, sum, sumMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds, oneOf, same } from './failure.js';
import { cellOf, cellOfPriced, type Stood } from './postings.js';

/** How the offers of a standing formed their amounts. */
export const stepEquations: readonly Equation[] = [
  { name: 'step-cuts', says: 'the amount of a step is its face value less its cuts', failures: stepCuts },
  { name: 'cut-by', says: 'a cut takes something away', failures: cutBy },
  { name: 'parts-sum', says: 'the parts of a step sum to its face value', failures: partsSum },
  { name: 'percent', says: 'the value before rounding is that percentage of the base', failures: percentage },
  {
    name: 'rounding',
    says: 'a discount is within one minor unit of its value before rounding, or one for each unit where units are rounded',
    failures: rounding,
  },
  {
    name: 'step-base',
    says: 'the base of a first step is what its lines and charges together had left',
    failures: stepBase,
  },
  {
    name: 'part-base',
    says: 'the base of a part of a first step is what its line had left',
    failures: partBase,
  },
];

function* stepCuts({ steps }: Audit): Generator<Failure> {
  for (const { path, step } of steps) {
    const cut = sumMoney((step.cuts ?? []).map(({ by }) => by));
    yield* same(`${path}.amount`, minor(step.face) - cut, minor(step.amount));
  }
}

function* cutBy({ stood, steps }: Audit): Generator<Failure> {
  const cut = [
    ...stood.map(({ path, applied }) => ({ path, cuts: applied.cuts })),
    ...steps.map(({ path, step }) => ({ path, cuts: step.cuts })),
  ];
  for (const { path, cuts } of cut) {
    for (const [index, { by }] of (cuts ?? []).entries()) {
      yield* holds(minor(by) > 0n, `${path}.cuts[${index}].by`, 'more than nothing', minor(by));
    }
  }
}

function* partsSum({ steps }: Audit): Generator<Failure> {
  for (const { path, step } of steps) {
    if (step.parts === undefined) continue;
    yield* same(`${path}.parts`, minor(step.face), sumMoney(step.parts.map(({ amount }) => amount)));
  }
}

/** One rounding, or for a line worked out unit by unit as many as it has units. */
interface Formed {
  readonly path: string;
  readonly base: bigint | undefined;
  readonly percent: Fraction | undefined;
  /** Left out where it was whole already. */
  readonly exact: Fraction | undefined;
  readonly amount: bigint;
  readonly roundings: number;
}

function formedIn(audit: Audit): readonly Formed[] {
  return audit.steps.flatMap(({ path, step }) => {
    if (step.parts === undefined) return [formedAt(path, step, { ...step, amount: step.face }, 1, audit)];
    return step.parts.map((part, index) =>
      formedAt(`${path}.parts[${index}]`, step, part, roundingsOf(step, part, audit), audit),
    );
  });
}

/** `take 5% off each line` rounds once a line, other parts once a unit; what groups save is spread over their units. */
function roundingsOf({ offer, groups }: Step, { line }: Part, { lines }: Audit): number {
  if (groups === undefined) return offer.includes('each line') ? 1 : (lines.get(line)?.quantity ?? 1);
  const units = groups.flatMap((group) => group.units.map(({ count }) => count * (group.times ?? 1)));
  return units.reduce((total, count) => total + count, 0);
}

function formedAt(
  path: string,
  { percent }: Step,
  { base, exact, amount }: Pick<Step, 'base' | 'exact' | 'amount'> | Part,
  roundings: number,
  { digits }: Audit,
): Formed {
  return {
    path,
    base: base === undefined ? undefined : minor(base),
    percent: percent === undefined ? undefined : new Fraction(percent),
    exact: exact === undefined ? undefined : exactMinor(exact, digits),
    amount: minor(amount),
    roundings,
  };
}

/** The base is printed rounded down to minor units, so the exact value may be up to that much of a unit above. */
function* percentage(audit: Audit): Generator<Failure> {
  for (const formed of formedIn(audit)) {
    const { path, exact, amount, roundings } = formed;
    const expected = percentOfBase(formed);
    if (expected === undefined) continue;
    const found = exact ?? (roundings === 1 ? new Fraction(amount) : expected.ceil());
    if (found.equals(expected)) continue;
    const above = found.sub(expected);
    const isOfFiner = above.gt(0) && above.lt(percentOf(formed, 1n));
    yield* holds(isOfFiner, path, printExact(expected, audit.digits), printExact(found, audit.digits));
  }
}

function* rounding(audit: Audit): Generator<Failure> {
  for (const formed of formedIn(audit)) {
    const exact = formed.exact ?? percentOfBase(formed);
    const { path, amount, roundings } = formed;
    if (exact === undefined) continue;
    const isNear = exact.sub(amount).abs().lt(roundings);
    yield* holds(isNear, path, ['near', printExact(exact, audit.digits)], amount);
  }
}

function percentOfBase(formed: Formed): Fraction | undefined {
  return formed.base === undefined || formed.percent === undefined
    ? undefined
    : percentOf(formed, formed.base);
}

function percentOf({ percent }: Formed, base: bigint): Fraction {
  return new Fraction(percent ?? 0).mul(base).div(100);
}

/** Not known of an offer on a single charge among several, nor of a base that the offer names for its percentage. */
function* stepBase({ steps, left }: Audit): Generator<Failure> {
  for (const { path, place, step, of } of steps) {
    const formsItself = step.percent !== undefined || step.parts !== undefined;
    if (place > 0 || step.base === undefined || formsItself) continue;
    const cells = cellsUnder(step, of).map((cell) => left.at(cell, of));
    if (cells.length === 0 || !cells.every((cell) => cell !== undefined)) continue;
    const bases = [sum(cells, ({ now }) => now), sum(cells, ({ atLayer }) => atLayer)];
    yield* oneOf(`${path}.base`, bases, minor(step.base));
  }
}

/** The lines and charges of a first step, where they are told. */
function cellsUnder({ allocation }: Step, { postings, applied }: Stood): readonly string[] {
  if (allocation !== undefined) return allocation.parts.map(cellOf);
  return applied.steps.length === 1 ? postings.map(({ on }) => cellOfPriced(on)) : [];
}

function* partBase({ steps, left }: Audit): Generator<Failure> {
  for (const { path, place, step, of } of steps) {
    const isWholeLines = step.groups === undefined && step.percent === undefined;
    if (place > 0 || !isWholeLines || step.parts === undefined) continue;
    for (const [index, part] of step.parts.entries()) {
      const found = left.at(cellOf(part), of);
      if (found === undefined) continue;
      yield* oneOf(`${path}.parts[${index}].base`, [found.now, found.atLayer], minor(part.base));
    }
  }
}
