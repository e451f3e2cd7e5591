import type { Reason } from '../breakdown/types.js';
import { allocate } from './allocate.js';
import { apply } from './apply.js';
import { admit, type Course, stopped } from './course.js';
import { compare, toNumber } from './exact.js';
import { Grant } from './grant.js';
import type { Layer } from './layer.js';
import { layerTotals } from './limits.js';
import { detailOf, partsOf } from './plain-steps.js';
import type { Rule } from './rule.js';
import type { Run } from './run.js';
import { beginRule, runStanding } from './run-standing.js';
import { type RawCut, rawCut } from './step.js';

/** A promotion worked out as if alone. */
interface Trial {
  readonly rule: Rule;
  readonly grants: readonly Grant[];
  readonly total: number;
}

const NONE: readonly Grant[] = Object.freeze([]);

/** `best …`: each promotion worked out in full as if alone; what it does not win is given up. */
export function runBest(layer: Layer, rules: readonly Rule[], course: Course, run: Run): void {
  const trials: Trial[] = [];
  for (const rule of rules) {
    const grants = tryAlone(rule, course, run);
    if (grants.length > 0) trials.push({ rule, grants, total: sumOf(grants) });
  }
  if (trials.length === 0) return;
  const contests = layer.contestOf === undefined ? undefined : contestsOf(layer.contestOf, trials, run);
  const winner = contests ? undefined : greatest(trials);
  for (const trial of trials) {
    for (const grant of trial.grants) {
      const kept = course.keepOut?.(grant.rule, run) ?? stopped(grant.rule, run);
      if (kept) refuse(grant, kept, run);
      else if (contests) applyWon(grant, trial, contests, layer, run);
      else applyWhole(grant, trial, winner, layer, run);
    }
  }
}

function sumOf(grants: readonly Grant[]): number {
  let total = 0;
  for (const { amount } of grants) total += amount;
  return total;
}

function refuse({ rule, order, label, place }: Grant, reason: Reason, run: Run): void {
  run.refusals.add(rule, order, label, place, reason);
}

/** Works a promotion out on the moment as it is, and puts everything back; what it would grant. */
function tryAlone(rule: Rule, course: Course, run: Run): readonly Grant[] {
  beginRule(rule, run);
  if (!admit(rule, course, run)) return NONE;
  const { unchecked, goods, layerGoods, stopAll, spoken } = run;
  const before = run.grants.length;
  run.spoken = spoken?.slice();
  run.stopAll = undefined;
  rule.standings.each(run, runStanding);
  run.unchecked = unchecked;
  run.goods = goods;
  run.layerGoods = layerGoods;
  run.stopAll = stopAll;
  run.stopLayer = undefined;
  run.stopLines = undefined;
  run.spoken = spoken;
  if (run.grants.length === before) return NONE;
  const grants = run.grants.length === before + 1 ? [run.grants.pop() as Grant] : run.grants.splice(before);
  for (const grant of grants) giveBack(grant, run);
  return grants;
}

function giveBack({ from, to }: Grant, { left, parts }: Run): void {
  for (let part = from; part < to; part += 1) {
    const cell = parts.cell[part] as number;
    left[cell] = (left[cell] as number) + (parts.amount[part] as number);
  }
}

// Best of all -----------------------------------------------------------------------------------------------------

/** The greatest amount wins; ties go to the first in order of evaluation. */
function greatest(trials: readonly Trial[]): Trial | undefined {
  let winner: Trial | undefined;
  for (const trial of trials) if (trial.total > (winner?.total ?? 0)) winner = trial;
  return winner;
}

function applyWhole(grant: Grant, trial: Trial, winner: Trial | undefined, layer: Layer, run: Run): void {
  if (winner && trial !== winner && grant.amount > 0) {
    const by = run.printer.money(winner.total - trial.total);
    return refuse(grant, { reason: 'lost', to: winner.rule.id, by }, run);
  }
  applyWithin(grant, layer, run);
}

function applyWithin(grant: Grant, layer: Layer, run: Run): void {
  const within = layer.isBound ? withinLayer(grant, layer, run) : grant;
  if (within.amount > 0 || (within.detail?.given.length ?? 0) > 0) apply(within, run);
  else refuse(grant, { reason: 'nothing-left' }, run);
}

// Best per line or value ------------------------------------------------------------------------------------------

/** Cells that are won together, by the contest that each stands in. */
interface Contests {
  readonly ofCell: readonly number[];
  /** What each promotion would take off the cells of each contest. */
  readonly offers: ReadonlyMap<Trial, readonly number[]>;
  readonly winners: readonly (Winner | undefined)[];
}

interface Winner {
  readonly trial: Trial;
  readonly offer: number;
}

/** Each line, or the lines of one value, is a contest; so is each charge. */
function contestsOf(
  contestOf: NonNullable<Layer['contestOf']>,
  trials: readonly Trial[],
  run: Run,
): Contests {
  const { lineCount, cellCount, lines } = run;
  const keys = new Map<string, number>();
  const ofCell = Array.from({ length: cellCount }, (_, cell) => {
    const line = lines[cell];
    if (cell >= lineCount || contestOf === 'line' || !line) return cell;
    const key = contestOf(line);
    const contest = keys.get(key) ?? cell;
    keys.set(key, contest);
    return contest;
  });
  const winners: (Winner | undefined)[] = [];
  const offers = new Map(trials.map((trial) => [trial, offersOf(trial, ofCell, run)]));
  for (const [trial, found] of offers)
    for (const [contest, offer] of found.entries())
      if (offer > (winners[contest]?.offer ?? 0)) winners[contest] = { trial, offer };
  return { ofCell, offers, winners };
}

function offersOf({ grants }: Trial, ofCell: readonly number[], run: Run): readonly number[] {
  const offers = new Array<number>(ofCell.length).fill(0);
  for (const grant of grants)
    for (const [contest, taken] of takesOf(grant, ofCell, run))
      offers[contest] = (offers[contest] as number) + taken;
  return offers;
}

/** What a grant takes off each contest that it stands in. */
function takesOf(
  { from, to }: Grant,
  ofCell: readonly number[],
  { parts }: Run,
): ReadonlyMap<number, number> {
  const takes = new Map<number, number>();
  for (let part = from; part < to; part += 1) {
    const contest = ofCell[parts.cell[part] as number] as number;
    takes.set(contest, (takes.get(contest) ?? 0) + (parts.amount[part] as number));
  }
  return takes;
}

function applyWon(grant: Grant, trial: Trial, contests: Contests, layer: Layer, run: Run): void {
  const { ofCell, winners } = contests;
  const takes = takesOf(grant, ofCell, run);
  const lost = [...takes.keys()]
    .filter((contest) => (takes.get(contest) ?? 0) > 0 && winners[contest]?.trial !== trial)
    .sort((a, b) => a - b);
  if (lost.length === 0) return applyWithin(grant, layer, run);
  const gone = new Set(lost);
  const kept: number[] = [];
  for (let part = grant.from; part < grant.to; part += 1)
    if (!gone.has(ofCell[run.parts.cell[part] as number] as number) && (run.parts.amount[part] as number) > 0)
      kept.push(part);
  if (kept.length === 0) {
    const by = run.printer.money(lostBy(lost, trial, contests));
    return refuse(grant, { reason: 'lost', to: winnerOf(lost[0], winners), by }, run);
  }
  const cuts = lost.map((contest) =>
    rawCut('lost', takes.get(contest) ?? 0, undefined, winnerOf(contest, winners)),
  );
  const amounts = kept.map((part) => run.parts.amount[part] as number);
  applyWithin(reduced(grant, kept, amounts, mergeByWinner(cuts), run), layer, run);
}

function winnerOf(contest: number | undefined, winners: Contests['winners']): string {
  return contest === undefined ? '' : (winners[contest]?.trial.rule.id ?? '');
}

/** By how much the winners gave more, over all that was contested and lost. */
function lostBy(lost: readonly number[], trial: Trial, { offers, winners }: Contests): number {
  const own = offers.get(trial) ?? [];
  return lost.reduce((total, contest) => total + (winners[contest]?.offer ?? 0) - (own[contest] ?? 0), 0);
}

function mergeByWinner(cuts: readonly RawCut[]): readonly RawCut[] {
  const merged = new Map<string, RawCut>();
  for (const cut of cuts) {
    const key = cut.to ?? '';
    const sofar = merged.get(key);
    merged.set(key, sofar ? { ...cut, by: toNumber(cut.by) + toNumber(sofar.by) } : cut);
  }
  return [...merged.values()];
}

// What is left of a grant -----------------------------------------------------------------------------------------

/** A grant cut to some of its parts, with less on them; the cuts are added to what is told of it. */
function reduced(
  grant: Grant,
  kept: readonly number[],
  amounts: readonly number[],
  cuts: readonly RawCut[],
  run: Run,
): Grant {
  const { parts } = run;
  const from = parts.size;
  parts.reserve(kept.length);
  let amount = 0;
  for (const [index, part] of kept.entries()) {
    if ((amounts[index] as number) > 0)
      parts.add(parts.cell[part] as number, parts.base[part] as number, amounts[index] as number);
    amount += amounts[index] as number;
  }
  const { rule, order, label, place, face, measured, reached, tier, times, size, lines } = grant;
  const before = detailOf(grant, partsOf(grant, parts));
  const detail = { ...before, caps: before.caps.map(() => amount), cuts: [...before.cuts, ...cuts] };
  return new Grant(
    rule,
    order,
    label,
    place,
    from,
    parts.size,
    face,
    amount,
    measured,
    reached,
    tier,
    times,
    size,
    lines,
    detail,
  );
}

/** The winners use up the layer's caps and floors in order of application; a cut amount follows what was formed. */
function withinLayer(grant: Grant, layer: Layer, run: Run): Grant {
  let kept = grant;
  for (const { why, limit, rest } of layerTotals(layer, run, run.lineCount, 0)) {
    const { parts, lineCount } = run;
    const all = Array.from({ length: kept.to - kept.from }, (_, index) => kept.from + index);
    const goods = all.filter((part) => (parts.cell[part] as number) < lineCount);
    const claims = goods.map((part) => parts.amount[part] as number);
    const before = claims.reduce((total, part) => total + part, 0);
    if (compare(before, rest) <= 0) continue;
    const most = toNumber(rest);
    const cells = goods.map((part) => parts.cell[part] as number);
    const spread = allocate(most, cells, claims, claims, kept.rule.allocation, run);
    const share = new Map(spread.cells.map((cell, index) => [cell, spread.parts[index] as number]));
    const amounts = all.map(
      (part) => share.get(parts.cell[part] as number) ?? (parts.amount[part] as number),
    );
    kept = reduced(kept, all, amounts, [rawCut(why, before - most, limit)], run);
  }
  return kept;
}
