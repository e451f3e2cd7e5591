import type { Cut, ThresholdMet } from '../breakdown/types.js';
import { minor, sum, sumMoney } from './amounts.js';
import type { Audit } from './audit.js';
import type { Equation } from './equation.js';
import { atMost, type Failure, holds, oneOf, same } from './failure.js';
import type { StepAt, Stood } from './postings.js';

/** That thresholds were met and caps kept. */
export const limitEquations: readonly Equation[] = [
  { name: 'threshold', says: 'what was measured reaches the threshold', failures: threshold },
  {
    name: 'times',
    says: 'a threshold counts no more often than what was measured holds it, and an offer that is limited less often',
    failures: times,
  },
  {
    name: 'cap',
    says: 'a cap lets through its limit, less what its promotion took under it before; so does what was left',
    failures: cap,
  },
  { name: 'budget', says: 'a standing takes at most the budget that cut it', failures: budget },
  {
    name: 'layer-cap',
    says: 'the promotions of a layer whose cap cut one of them take the cap off the goods',
    failures: layerCap,
  },
  {
    name: 'layers-cap',
    says: 'where the cap on all layers cut a promotion, all of them together take the cap off the goods',
    failures: layersCap,
  },
];

function* threshold({ stood }: Audit): Generator<Failure> {
  for (const { path, applied } of stood) {
    if (applied.threshold === undefined) continue;
    const { measured, reached } = applied.threshold;
    const at = `${path}.threshold.measured`;
    yield* holds(minor(measured) >= minor(reached), at, `at least ${reached}`, String(measured));
  }
}

function* times({ stood }: Audit): Generator<Failure> {
  for (const { path, applied } of stood) {
    const { threshold: met, steps } = applied;
    if (met?.times === undefined) continue;
    const most = mostTimes(met);
    if (most !== undefined)
      yield* holds(
        BigInt(met.times) <= most,
        `${path}.threshold.times`,
        `at most ${most}`,
        String(met.times),
      );
    for (const [index, step] of steps.entries()) {
      const isFewer = step.times === undefined || step.times < met.times;
      const at = `${path}.steps[${index}].times`;
      yield* holds(isFewer, at, `less than ${met.times}`, String(step.times));
    }
  }
}

/** How often what was measured holds the threshold; of an amount below one minor unit that is not told. */
function mostTimes({ kind, measured, reached }: ThresholdMet): bigint | undefined {
  if (minor(reached) > 0n) return minor(measured) / minor(reached);
  return kind === 'every-amount' ? undefined : 0n;
}

/** One cut with what it let through. */
interface CutAt {
  readonly path: string;
  readonly cut: Cut;
  readonly isLast: boolean;
  readonly after: bigint;
}

function cutsFrom(path: string, face: bigint, cuts: readonly Cut[] = []): readonly CutAt[] {
  let after = face;
  return cuts.map((cut, index) => {
    after -= minor(cut.by);
    return { path: `${path}.cuts[${index}]`, cut, isLast: index === cuts.length - 1, after };
  });
}

/** The cuts of a step, and those of a standing as a whole. */
function cutsOf({ path, step }: Pick<StepAt, 'path' | 'step'>): readonly CutAt[] {
  return cutsFrom(path, minor(step.face), step.cuts);
}

function cutsOfStanding({ path, applied }: Stood): readonly CutAt[] {
  return cutsFrom(path, sumMoney(applied.steps.map((step) => step.amount)), applied.cuts);
}

function* cap(audit: Audit): Generator<Failure> {
  const lost = new Set(
    audit.breakdown.refused.flatMap(({ reason, promotion }) => (reason === 'lost' ? [promotion] : [])),
  );
  const taken = new Map<string, bigint>();
  for (const at of audit.steps) {
    const { promotion } = at.of.applied;
    // A cap may be the step's, the standing's, or shared by the standings of the promotion or of one of its offers.
    const sharers = [at.of.path, JSON.stringify([promotion]), JSON.stringify([promotion, at.step.offer])];
    const before = [0n, ...sharers.map((sharer) => taken.get(sharer) ?? 0n)];
    yield* capsOf(at, before, lost.has(promotion));
    for (const sharer of sharers) taken.set(sharer, (taken.get(sharer) ?? 0n) + minor(at.step.amount));
  }
}

/** A standing that lost took under a shared cap as well, by an amount nobody tells: then the cap is an upper bound. */
function* capsOf(at: StepAt, before: readonly bigint[], hasLost: boolean): Generator<Failure> {
  for (const { path, cut, after } of cutsOf(at)) {
    if ((cut.why !== 'cap' && cut.why !== 'left') || cut.limit === undefined) continue;
    const limit = minor(cut.limit);
    if (hasLost && after <= limit) continue;
    const through = before.map((used) => (limit > used ? limit - used : 0n));
    yield* oneOf(`${path}.limit`, through, after);
  }
}

function* budget({ stood, steps }: Audit): Generator<Failure> {
  const all = [...stood.flatMap((one) => cutsOfStanding(one)), ...steps.flatMap((one) => cutsOf(one))];
  for (const { path, cut, after } of all) {
    if (cut.why !== 'budget' || cut.limit === undefined) continue;
    yield* atMost(`${path}.limit`, minor(cut.limit), after);
  }
}

function* layerCap(audit: Audit): Generator<Failure> {
  const byLayer = new Map<string | undefined, bigint>();
  for (const { on, adjustment } of audit.postings) {
    const goods = on.kind === 'line' ? minor(adjustment.amount) : 0n;
    byLayer.set(adjustment.layer, (byLayer.get(adjustment.layer) ?? 0n) + goods);
  }
  yield* sharedCap(audit, 'layer-cap', ({ applied }) => byLayer.get(applied.layer) ?? 0n);
}

function* layersCap(audit: Audit): Generator<Failure> {
  const goods = sum(audit.postings, ({ on, adjustment }) =>
    on.kind === 'line' ? minor(adjustment.amount) : 0n,
  );
  yield* sharedCap(audit, 'layers-cap', () => goods);
}

/** Whoever is cut by a shared cap, and by nothing after it, has used it up; else it is an upper bound. */
function* sharedCap(
  { stood, steps }: Audit,
  why: Cut['why'],
  taken: (by: Stood) => bigint,
): Generator<Failure> {
  const ofSteps = steps.flatMap((at) =>
    cutsOf(at).map((cut) => ({ ...cut, of: at.of, isLast: cut.isLast && !at.of.applied.cuts })),
  );
  const ofStandings = stood.flatMap((of) => cutsOfStanding(of).map((cut) => ({ ...cut, of })));
  for (const { path, cut, isLast, of } of [...ofSteps, ...ofStandings]) {
    if (cut.why !== why || cut.limit === undefined) continue;
    const check = isLast ? same : atMost;
    yield* check(`${path}.limit`, minor(cut.limit), taken(of));
  }
}
