import type { Reason } from '../breakdown/types.js';
import type { Layer } from '../check/ruleset.js';
import { allocate } from './allocate.js';
import { amountOf, type Cell, totalOf } from './cells.js';
import { aside, type View } from './environment.js';
import { layerTotals, uncheckedFloors } from './limits.js';
import { greatest, sum } from './rational.js';
import { type Candidate, type Refused, reduced, type Run, takes } from './run.js';
import { type Grant, thresholdGround, workOut } from './standing.js';
import type { RawCut } from './step.js';
import { printCut } from './step-print.js';
import { type Stand, valueOfLine } from './standings.js';
import { nextStep } from './threshold.js';

/** Section 4.2 and 4.3: one layer, its promotions in order of evaluation. */
export function runLayer(layer: Layer, run: Run): void {
  run.beginLayer(layer);
  const began = run.view;
  const before = run.applied.length;
  if (layer.combine === 'best' || layer.combine === 'best-per') runBest(layer, run);
  else runInTurn(layer, run, began);
  if (run.applied.length > before)
    run.unchecked.push(
      ...uncheckedFloors(layer.floors, { view: began, scope: began.cells.lines }, { layer: layer.name }),
    );
  run.endLayer(layer);
}

/** Each in turn on what the earlier left; in a `together` layer amounts are formed on what was left when it began. */
function runInTurn(layer: Layer, run: Run, began: View): void {
  for (const candidate of run.candidates.filter((found) => found.promotion.layer === layer.name)) {
    const outcome = admit(candidate, run);
    if (outcome) continue;
    for (const stand of candidate.stands)
      runStanding(stand, layer, layer.combine === 'together' ? began : run.view, run);
  }
}

function runStanding(stand: Stand, layer: Layer, view: View, run: Run): void {
  const remaining = run.stops.remaining(stand);
  if (typeof remaining === 'string') {
    run.refuse({ stand, refused: { reason: 'stopped', by: remaining } });
    return;
  }
  const work = run.work(layer, view);
  const next = nextStep(remaining, aside(thresholdGround(remaining, work)));
  if (next) run.steps.push(next);
  const found = workOut(remaining, work);
  if ('refused' in found) run.refuse(found);
  else run.apply(found);
}

/** Keeps a promotion out that may not run, and tells why where that is told; true when it is kept out. */
function admit({ promotion, closed }: Candidate, run: Run): boolean {
  const reason = closed?.reason ?? run.keepOut(promotion, run.appliedIds) ?? stopped(promotion.id, run);
  if (!reason) return false;
  if (!closed?.silent) run.refuse({ promotion, refused: reason });
  return true;
}

function stopped(id: string, run: Run): Reason | undefined {
  const by = run.stops.of(id);
  return by === undefined ? undefined : { reason: 'stopped', by };
}

interface Trial {
  readonly candidate: Candidate;
  readonly grants: readonly Grant[];
  readonly refused: readonly Refused[];
}

/** `best …`: each promotion worked out in full as if alone; what it does not win is given up. */
function runBest(layer: Layer, run: Run): void {
  const trials = tryEach(layer, run);
  const contests = contestsOf(layer, run);
  const placeOf = new Map(contests.flatMap((contest, place) => [...contest].map((cell) => [cell, place])));
  const offers = trials.map((trial) => [trial, offersOf(trial, placeOf)] as const);
  const results = contests.map((contest, place) => judge(contest, place, offers));
  for (const trial of trials) {
    trial.refused.forEach((refusal) => run.refuse(refusal));
    for (const grant of trial.grants) {
      const stood = placesOf(grant, placeOf).flatMap((place) => results[place] ?? []);
      applyWon(grant, trial, stood, layer, run);
    }
  }
}

/** The contests that a grant stands in. */
function placesOf({ parts }: Grant, placeOf: ReadonlyMap<Cell, number>): readonly number[] {
  const places = new Set([...parts.keys()].flatMap((cell) => placeOf.get(cell) ?? []));
  return [...places].sort((a, b) => a - b);
}

/** What a promotion would take, by contest. */
function offersOf({ grants }: Trial, placeOf: ReadonlyMap<Cell, number>): ReadonlyMap<number, bigint> {
  const offers = new Map<number, bigint>();
  for (const [cell, part] of grants.flatMap(({ parts }) => [...parts])) {
    const place = placeOf.get(cell) ?? 0;
    offers.set(place, (offers.get(place) ?? 0n) + part);
  }
  return offers;
}

function tryEach(layer: Layer, run: Run): readonly Trial[] {
  return run.candidates
    .filter((candidate) => candidate.promotion.layer === layer.name)
    .map((candidate) => {
      const { id } = candidate.promotion;
      const closed =
        candidate.closed?.reason ?? run.keepOut(candidate.promotion, run.appliedIds) ?? stopped(id, run);
      if (closed) {
        const refused = candidate.closed?.silent ? [] : [{ promotion: candidate.promotion, refused: closed }];
        return { candidate, grants: [], refused };
      }
      return tryAlone(layer, candidate, run);
    });
}

function tryAlone(layer: Layer, candidate: Candidate, run: Run): Trial {
  const alone = run.fork();
  for (const stand of candidate.stands) runStanding(stand, layer, alone.view, alone);
  run.steps.push(...alone.steps);
  return { candidate, grants: alone.applied, refused: alone.refused };
}

/** The cells that are won together: all of them, each line, or the lines of one value; a charge is always on its own. */
function contestsOf(layer: Layer, run: Run): readonly ReadonlySet<Cell>[] {
  const { lines, charges } = run.view.cells;
  if (layer.combine === 'best') return [new Set<Cell>([...lines, ...charges])];
  const alone = (cells: readonly Cell[]): readonly ReadonlySet<Cell>[] =>
    cells.map((cell) => new Set([cell]));
  const { per } = layer;
  if (per?.kind !== 'attribute') return alone([...lines, ...charges]);
  const byValue = new Map<string, Set<Cell>>();
  for (const line of lines) {
    const value = String(valueOfLine(line, per.name) ?? '');
    byValue.set(value, (byValue.get(value) ?? new Set()).add(line));
  }
  return [...byValue.values(), ...alone(charges)];
}

/** Some cells, what each promotion would take off them, and which one may. */
interface Won {
  readonly contest: ReadonlySet<Cell>;
  readonly offers: ReadonlyMap<Trial, bigint>;
  readonly winner: Trial | undefined;
}

/** The greatest amount wins; ties go to the first in order of evaluation. */
function judge(
  contest: ReadonlySet<Cell>,
  place: number,
  offered: readonly (readonly [Trial, ReadonlyMap<number, bigint>])[],
): Won {
  const offers = new Map(offered.map(([trial, found]) => [trial, found.get(place) ?? 0n]));
  const most = greatest(0n, ...offers.values());
  const [winner] = most === 0n ? [] : ([...offers].find(([, offer]) => offer === most) ?? []);
  return { contest, offers, winner };
}

function applyWon(grant: Grant, trial: Trial, results: readonly Won[], layer: Layer, run: Run): void {
  const lost = results.filter(({ contest, winner }) => winner !== trial && takes(grant, contest) > 0n);
  const won = new Map([...grant.parts].filter(([cell]) => !lost.some(({ contest }) => contest.has(cell))));
  const { printer } = run;
  const { promotion } = trial.candidate;
  const kept = run.keepOut(promotion, run.appliedIds) ?? stopped(promotion.id, run);
  if (kept) {
    run.refuse({ stand: grant.stand, refused: kept });
    return;
  }
  if (won.size === 0 && lost.length > 0) {
    const [first] = lost;
    const to = first?.winner?.candidate.promotion.id ?? '';
    const by = totalBehind(lost, trial);
    run.refuse({ stand: grant.stand, refused: { reason: 'lost', to, by: printer.money(by) } });
    return;
  }
  const cuts = lost.map(({ contest, winner }): RawCut => {
    return { why: 'lost', by: takes(grant, contest), to: winner?.candidate.promotion.id ?? '' };
  });
  const winning = reduced(
    grant,
    won,
    mergeByWinner(cuts).map((cut) => printCut(cut, printer)),
  );
  const within = withinLayer(winning, layer, run);
  if (within.amount > 0n || within.given.length > 0) run.apply(within);
  else run.refuse({ stand: grant.stand, refused: { reason: 'nothing-left' } });
}

/** By how much the winners gave more, over all that was contested and lost. */
function totalBehind(lost: readonly Won[], trial: Trial): bigint {
  return sum(
    lost.map(({ offers, winner }) => (winner ? (offers.get(winner) ?? 0n) : 0n) - (offers.get(trial) ?? 0n)),
  );
}

function mergeByWinner(cuts: readonly RawCut[]): readonly RawCut[] {
  const merged = new Map<string, RawCut>();
  for (const cut of cuts) {
    const key = cut.to ?? '';
    merged.set(key, { ...cut, by: cut.by + (merged.get(key)?.by ?? 0n) });
  }
  return [...merged.values()];
}

/** The winners use up the layer's caps and floors in order of application; a cut amount follows what was formed. */
function withinLayer(grant: Grant, layer: Layer, run: Run): Grant {
  const { ruleset, tally, view, left } = run;
  return layerTotals({ ruleset, layer, tally, view, now: left }, 0n).reduce((kept, { why, limit, rest }) => {
    const goods = view.cells.lines.filter((line) => kept.parts.has(line));
    const before = totalOf(kept.parts, goods);
    if (before <= rest) return kept;
    const claims = goods.map((cell) => ({
      cell,
      weight: amountOf(kept.parts, cell),
      most: amountOf(kept.parts, cell),
    }));
    const { parts } = allocate(rest, claims, kept.stand.promotion.allocation);
    return reduced(kept, new Map([...kept.parts, ...parts]), [
      printCut({ why, ...(limit !== undefined && { limit }), by: before - rest }, run.printer),
    ]);
  }, grant);
}
