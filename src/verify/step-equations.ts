import Fraction from 'fraction.js';
import type { Part, Step } from '../breakdown/types.js';
import { exactMinor, GREATEST, minor, printExact, sum, sumMoney, withinMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds, oneOf, same } from './failure.js';
import { cellOf, type Stood } from './postings.js';
import { stepTurns } from './taken.js';

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
    says: 'the base of a step is what its lines and charges together had left',
    failures: stepBase,
  },
  {
    name: 'part-base',
    says: 'the base of a part is what its line had left',
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
    const formed = withinMoney(sumMoney(step.parts.map(({ amount }) => amount)));
    yield* same(`${path}.parts`, minor(step.face), formed);
  }
}

/** An amount with what it was formed from. */
interface Formed {
  readonly path: string;
  /** The percentage of what was left, or of the base that the offer names; nothing where it takes no percentage. */
  readonly expected: Fraction | undefined;
  /** Left out where it was whole already. */
  readonly exact: Fraction | undefined;
  readonly amount: bigint;
  /** Each moves the amount by less than a minor unit; nothing where the amount is spread over units otherwise. */
  readonly roundings: number | undefined;
}

function formedIn(audit: Audit): readonly Formed[] {
  return audit.steps.flatMap(({ path, step }) => {
    if (step.parts === undefined) return [formedAt(path, step, { ...step, amount: step.face }, 1, audit)];
    return step.parts.map((part, index) =>
      formedAt(`${path}.parts[${index}]`, step, part, roundingsOf(step, part, audit), audit),
    );
  });
}

/** `take 5% off each line` rounds once a line, other parts once a unit. */
function roundingsOf({ offer, groups }: Step, { line }: Part, { lines }: Audit): number | undefined {
  // A sum off a group is spread over its units as the promotion allocates, so no unit need be near its share.
  if (groups !== undefined) return undefined;
  return offer.includes('each line') ? 1 : (lines.get(line)?.quantity ?? 1);
}

function formedAt(
  path: string,
  { percent, groups }: Step,
  { base, of, exact, amount }: Pick<Step, 'base' | 'of' | 'exact' | 'amount'> | Part,
  roundings: number | undefined,
  { digits }: Audit,
): Formed {
  const left = base === undefined ? undefined : new Fraction(minor(base));
  const taken = of === undefined ? left : exactMinor(of, digits);
  // Units of a group give up no more than they had left; then it is not told what the percentage would have come to.
  const isHeld = groups !== undefined && base === amount && of === undefined;
  return {
    path,
    expected: percent === undefined || isHeld ? undefined : taken?.mul(new Fraction(percent)).div(100),
    exact: exact === undefined ? undefined : exactMinor(exact, digits),
    amount: minor(amount),
    roundings,
  };
}

function* percentage(audit: Audit): Generator<Failure> {
  for (const { path, expected, exact, amount, roundings } of formedIn(audit)) {
    if (expected === undefined) continue;
    const found = exact ?? (roundings === 1 ? new Fraction(amount) : expected.ceil());
    const [should, does] = [printExact(expected, audit.digits), printExact(found, audit.digits)];
    yield* holds(found.equals(expected), path, should, does);
  }
}

function* rounding(audit: Audit): Generator<Failure> {
  for (const { path, expected, exact = expected, amount, roundings } of formedIn(audit)) {
    if (exact === undefined || roundings === undefined) continue;
    const isNear = exact.sub(amount).abs().lt(roundings) || (amount === GREATEST && exact.gt(amount));
    yield* holds(isNear, path, ['near', printExact(exact, audit.digits)], amount);
  }
}

/** Not known of an offer on a single charge among several. */
function* stepBase({ steps, left }: Audit): Generator<Failure> {
  for (const turn of stepTurns(steps)) {
    const { path, step, of } = turn.at;
    if (step.base === undefined) continue;
    const cells = cellsUnder(step, of).map((cell) => left.under(cell, turn));
    if (cells.length === 0 || !cells.every((cell) => cell !== undefined)) continue;
    const bases = [sum(cells, ([now]) => now), sum(cells, ([, atLayer]) => atLayer)];
    yield* oneOf(`${path}.base`, bases, minor(step.base));
  }
}

/** The lines and charges of a step, where they are told. */
function cellsUnder({ allocation }: Step, { onlyCell }: Stood): readonly string[] {
  if (allocation !== undefined) return allocation.parts.map(cellOf);
  return onlyCell === undefined ? [] : [onlyCell];
}

function* partBase({ steps, left }: Audit): Generator<Failure> {
  for (const turn of stepTurns(steps)) {
    const { path, step } = turn.at;
    if (step.groups !== undefined || step.parts === undefined) continue;
    for (const [index, part] of step.parts.entries()) {
      const bases = left.under(cellOf(part), turn);
      if (bases !== undefined) yield* oneOf(`${path}.parts[${index}].base`, bases, minor(part.base));
    }
  }
}
