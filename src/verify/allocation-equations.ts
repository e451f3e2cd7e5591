import type { Allocation, AllocationPart, Step } from '../breakdown/types.js';
import { minor, sum, sumMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { type Failure, holds, oneOf, same, sameCount } from './failure.js';
import { cellOf, cellOfPriced, compareText } from './postings.js';
import { added, takenBy } from './taken.js';

/** How an amount was spread over lines and charges. No equation needs to know by which policy. */
export const allocationEquations: readonly Equation[] = [
  {
    name: 'allocation-sum',
    says: 'the parts of an allocation sum to what the step granted, before cuts made after the spread',
    failures: allocationSum,
  },
  {
    name: 'allocation-round',
    says: 'the last round spread what its parts got, and what overflowed and was dropped',
    failures: allocationRound,
  },
  {
    name: 'allocation-weights',
    says: 'the weights of the parts of the last round sum to `sum`',
    failures: allocationWeights,
  },
  {
    name: 'allocation-remainder',
    says: 'the remainder of a part is what `amount` times its weight leaves when divided by `sum`',
    failures: allocationRemainder,
  },
  {
    name: 'allocation-share',
    says: 'all parts but one are near their exact shares: cut to whole minor units, at most two more or one less',
    failures: allocationShare,
  },
  {
    name: 'allocation-part',
    says: 'a part names one line or charge, and stands in the last round or is full',
    failures: allocationPart,
  },
  {
    name: 'allocation-applied',
    says: 'a line or charge bears what the steps of a standing allocated to it',
    failures: allocationApplied,
  },
];

interface Spread {
  readonly path: string;
  readonly step: Step;
  readonly allocation: Allocation;
  readonly open: readonly OpenPart[];
}

/** A part of the last round. */
interface OpenPart {
  readonly path: string;
  readonly cell: string;
  readonly weight: bigint;
  readonly remainder: bigint | undefined;
  readonly amount: bigint;
}

function spreadsIn({ steps }: Audit): readonly Spread[] {
  return steps.flatMap(({ path, step }) => {
    const { allocation } = step;
    if (allocation === undefined) return [];
    const at = `${path}.allocation`;
    const open = allocation.parts.flatMap((part, index) => openPart(`${at}.parts[${index}]`, part));
    return [{ path: at, step, allocation, open }];
  });
}

function openPart(path: string, part: AllocationPart): readonly OpenPart[] {
  const { full, weight, remainder, amount } = part;
  if (full || weight === undefined) return [];
  const rest = remainder === undefined ? undefined : BigInt(remainder);
  return [{ path, cell: cellOf(part), weight: BigInt(weight), remainder: rest, amount: minor(amount) }];
}

function* allocationSum(audit: Audit): Generator<Failure> {
  for (const { path, step, allocation } of spreadsIn(audit)) {
    const spread = sumMoney(allocation.parts.map(({ amount }) => amount));
    yield* oneOf(`${path}.parts`, amountsBeforeCuts(step), spread);
  }
}

/** What was granted, and what it was before the last cut, before the last but one, and so on. */
function amountsBeforeCuts({ amount, cuts }: Step): readonly bigint[] {
  const amounts = [minor(amount)];
  for (const { by } of (cuts ?? []).toReversed()) amounts.push((amounts.at(-1) ?? 0n) + minor(by));
  return amounts;
}

function* allocationRound(audit: Audit): Generator<Failure> {
  for (const { path, step, allocation, open } of spreadsIn(audit)) {
    const got = sum(open, (part) => part.amount);
    yield* oneOf(`${path}.amount`, [got, got + overflowOf(step)], minor(allocation.amount));
  }
}

function overflowOf({ cuts }: Step): bigint {
  return sum(cuts ?? [], ({ why, by }) => (why === 'overflow' ? minor(by) : 0n));
}

function* allocationWeights(audit: Audit): Generator<Failure> {
  for (const { path, allocation, open } of spreadsIn(audit)) {
    yield* sameCount(
      `${path}.sum`,
      sum(open, (part) => part.weight),
      BigInt(allocation.sum),
    );
  }
}

function* allocationRemainder(audit: Audit): Generator<Failure> {
  for (const { allocation, open } of spreadsIn(audit)) {
    const weights = BigInt(allocation.sum);
    for (const { path, weight, remainder } of open) {
      if (remainder === undefined || weights === 0n) continue;
      yield* sameCount(`${path}.remainder`, (minor(allocation.amount) * weight) % weights, remainder);
    }
  }
}

/**
 * With `shares down` a part gets its cut share or one unit more. Rounded shares, taken back or handed out by one unit, lie
 * between one less and two more; with `rest to …` one part alone may get more; `shares in turn` is followed exactly; and a
 * line that overflowed and was not spread anew got less.
 */
function* allocationShare(audit: Audit): Generator<Failure> {
  for (const { path, step, allocation, open } of spreadsIn(audit)) {
    const weights = BigInt(allocation.sum);
    if (weights === 0n || isInTurn(allocation, open)) continue;
    const amount = minor(allocation.amount);
    const isDropped = amount > sum(open, (part) => part.amount) && overflowOf(step) > 0n;
    const outside = open.filter((part) => {
      const more = part.amount - (amount * part.weight) / weights;
      return more > 2n || (more < -1n && !isDropped);
    });
    const [first, second] = outside;
    if (first === undefined || second === undefined) continue;
    yield {
      path,
      expected: ['near', (amount * first.weight) / weights, 'for', first.cell],
      found: first.amount,
    };
  }
}

/** `shares in turn`: each its share of what is still to give, cut to whole units, by id. */
function isInTurn(allocation: Allocation, open: readonly OpenPart[]): boolean {
  let rest = minor(allocation.amount);
  let weights = BigInt(allocation.sum);
  return open
    .toSorted((a, b) => compareText(a.cell, b.cell))
    .every(({ weight, amount }) => {
      const share = weights === 0n ? 0n : (rest * weight) / weights;
      rest -= share;
      weights -= weight;
      return share === amount;
    });
}

function* allocationPart(audit: Audit): Generator<Failure> {
  for (const { path, allocation } of spreadsIn(audit)) {
    for (const [index, part] of allocation.parts.entries()) {
      const at = `${path}.parts[${index}]`;
      const names = [part.line, part.shipping].filter((id) => id !== undefined).length;
      yield* holds(names === 1, at, 'one line or charge', String(names));
      yield* holds(
        (part.weight === undefined) === (part.full === true),
        at,
        'a weight, or `full`',
        'neither or both',
      );
    }
  }
}

/** Cuts of a standing as a whole fall on its lines in ways a breakdown does not tell, so it must have none. */
function* allocationApplied({ stood, steps }: Audit): Generator<Failure> {
  const uncut = stood.filter(({ applied }) => applied.cuts === undefined);
  const borne = new Map(uncut.map((one) => [one.path, added(new Map(), [])]));
  for (const at of steps) borne.set(at.of.path, added(borne.get(at.of.path), takenBy(at)));
  for (const { path, postings } of uncut) {
    const amounts = borne.get(path);
    for (const { path: at, on, adjustment } of amounts === undefined ? [] : postings) {
      yield* same(`${at}.amount`, amounts?.get(cellOfPriced(on)) ?? 0n, minor(adjustment.amount));
    }
  }
}
