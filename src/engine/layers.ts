import type { Reason } from '../breakdown/types.js';
import { allocate } from './allocate.js';
import { compare, toNumber } from './exact.js';
import { closedBecause } from './gate.js';
import { type Grant, type Refusal, refusalHere, refusalOf } from './grant.js';
import { nextStep } from './hints.js';
import type { Layer } from './layer.js';
import { layerTotals, overLines, uncheckedFloors } from './limits.js';
import type { Rule } from './rule.js';
import { at } from './moment.js';
import type { Run } from './run.js';
import { workOut } from './standing.js';
import { type RawCut, rawCut } from './step.js';

/** Why a promotion is kept out by one of the constraints of section 4.4, or nothing. */
export type KeepOut = (rule: Rule, run: Run) => Reason | undefined;

/** How one pricing goes: what keeps promotions out, and whose refusal is told in any case. */
export interface Course {
  readonly keepOut: KeepOut | undefined;
  readonly explain: ReadonlySet<string> | undefined;
}

/** Section 4.2 and 4.3: one layer, its promotions in order of evaluation. */
export function runLayer(layer: Layer, rules: readonly Rule[], course: Course, run: Run): void {
  const before = run.grants.length;
  beginLayer(layer, run);
  if (layer.combine === 'best' || layer.combine === 'best-per') runBest(layer, rules, course, run);
  else runInTurn(layer, rules, course, run);
  run.base = run.left;
  if (layer.floors.length > 0 && run.grants.length > before) {
    const found = overLines(run.lineCount, run, () =>
      uncheckedFloors(layer.floors, run, { layer: layer.name ?? '' }),
    );
    run.unchecked = [...run.unchecked, ...found];
  }
  if (layer.isRemembered) run.after[layer.index] = run.left.slice(0, run.cellCount);
}

function beginLayer(layer: Layer, run: Run): void {
  run.layerGoods = 0;
  run.stopLayer = undefined;
  run.stopLines = undefined;
  run.spoken = layer.eachUnitOnce ? new Float64Array(run.lineCount) : undefined;
  if (layer.combine === 'together') run.base = run.left.slice(0, run.cellCount);
}

function beginRule(rule: Rule, run: Run): void {
  run.rule = rule;
  run.closed = undefined;
  run.ruleTaken = 0;
  run.ruleUnits = 0;
  run.ruleCaps = [];
}

/** Each in turn on what the earlier left; in a `together` layer amounts are formed on what was left when it began. */
function runInTurn(layer: Layer, rules: readonly Rule[], course: Course, run: Run): void {
  for (const rule of rules) {
    beginRule(rule, run);
    if (!admit(rule, course, run)) continue;
    rule.standings.each(run, () => runStanding(rule, layer, run));
  }
}

function runStanding(rule: Rule, layer: Layer, run: Run): void {
  const by = run.stopLines && closeStopped(rule, run.stopLines, run);
  if (by) {
    run.refusals.push(refusalHere(rule, { reason: 'stopped', by: by.id }, run));
    return;
  }
  if (run.steps) {
    const next = nextStep(rule, run);
    if (next) run.steps.push(next);
  }
  const found = workOut(rule, layer, run);
  if ('refused' in found) run.refusals.push(found);
  else apply(found, run);
}

/** Leaves lines out on which another promotion stopped the layer; which one, when it stopped all of them. */
function closeStopped(rule: Rule, stoppedBy: readonly (Rule | undefined)[], run: Run): Rule | undefined {
  const { scope, size } = run;
  run.closed = new Set([...stoppedBy.keys()].filter((line) => (stoppedBy[line] ?? rule) !== rule));
  const first = size > 0 ? at(scope, 0) : -1;
  let open = 0;
  for (let index = 0; index < size; index += 1) {
    const line = at(scope, index);
    if (!run.closed.has(line)) scope[open++] = line;
  }
  run.size = open;
  return open > 0 || first < 0 ? undefined : stoppedBy[first];
}

/** Keeps a promotion out that may not run, and tells why where that is told; true when it may. */
function admit(rule: Rule, { keepOut, explain }: Course, run: Run): boolean {
  const closed = closedBecause(rule, run);
  const reason = closed?.reason ?? keepOut?.(rule, run) ?? stopped(rule, run);
  if (!reason) return true;
  if (closed?.silent !== true || explain?.has(rule.id) === true) run.refusals.push(refusalOf(rule, reason));
  return false;
}

/** The promotion that stopped another one altogether; its own further standings go on. */
function stopped(rule: Rule, run: Run): Reason | undefined {
  const by = run.stopAll ?? run.stopLayer;
  return by === undefined || by === rule ? undefined : { reason: 'stopped', by: by.id };
}

/** Takes a grant off what is left, and books it. */
function apply(grant: Grant, run: Run): void {
  const { left, lineCount } = run;
  const { cells, parts, rule } = grant;
  run.grants.push(grant);
  let goods = 0;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = at(cells, index);
    left[cell] = at(left, cell) - at(parts, index);
    if (cell < lineCount) goods += at(parts, index);
  }
  run.goods += goods;
  run.layerGoods += goods;
  run.ruleTaken += grant.amount;
  run.ruleUnits += grant.picked;
  for (const [cap, taken] of grant.caps.entries()) run.ruleCaps[cap] = (run.ruleCaps[cap] ?? 0) + taken;
  if (grant.unchecked.length > 0) run.unchecked = [...run.unchecked, ...grant.unchecked];
  if (rule.stop) stopAfter(grant, run);
  const { spoken } = run;
  if (spoken && grant.used) for (const [line, units] of grant.used) spoken[line] = at(spoken, line) + units;
}

/** Section 4.4, `stop`: what an applied promotion keeps from running after it. */
function stopAfter({ rule, lines }: Grant, run: Run): void {
  if (rule.stop === 'all') run.stopAll ??= rule;
  if (rule.stop === 'layer') run.stopLayer ??= rule;
  if (rule.stop !== 'lines') return;
  run.stopLines ??= [];
  for (const line of lines) run.stopLines[line] ??= rule;
}

// Best ------------------------------------------------------------------------------------------------------------

interface Trial {
  readonly rule: Rule;
  readonly grants: readonly Grant[];
  readonly refusals: readonly Refusal[];
}

/** Cells that are won together. */
interface Contest {
  readonly cells: readonly number[];
  winner: Trial | undefined;
}

/** `best …`: each promotion worked out in full as if alone; what it does not win is given up. */
function runBest(layer: Layer, rules: readonly Rule[], course: Course, run: Run): void {
  const trials = rules.map((rule) => tryAlone(rule, layer, course, run));
  const contests = contestsOf(layer, run);
  for (const contest of contests) contest.winner = winnerOf(contest, trials);
  for (const trial of trials) {
    run.refusals.push(...trial.refusals);
    for (const grant of trial.grants) applyWon(grant, trial, contests, layer, course, run);
  }
}

/** Works a promotion out on the moment as it is, and puts everything back. */
function tryAlone(rule: Rule, layer: Layer, course: Course, run: Run): Trial {
  const { grants, refusals, unchecked, goods, layerGoods, stopAll, spoken } = run;
  run.refusals = [];
  beginRule(rule, run);
  const mayRun = admit(rule, course, run);
  run.grants = [];
  if (mayRun) {
    const left = run.left.slice(0, run.cellCount);
    run.spoken = spoken?.slice();
    run.stopAll = undefined;
    rule.standings.each(run, () => runStanding(rule, layer, run));
    run.left.set(left);
  }
  const trial = { rule, grants: run.grants, refusals: run.refusals };
  run.grants = grants;
  run.refusals = refusals;
  run.unchecked = unchecked;
  run.goods = goods;
  run.layerGoods = layerGoods;
  run.stopAll = stopAll;
  run.stopLayer = undefined;
  run.stopLines = undefined;
  run.spoken = spoken;
  return trial;
}

/** All cells, each line, or the lines of one value; a charge is always on its own unless everything is one contest. */
function contestsOf({ contestOf }: Layer, run: Run): readonly Contest[] {
  const { lineCount, cellCount, lines } = run;
  const all = Array.from({ length: cellCount }, (_, cell) => cell);
  if (contestOf === undefined) return [{ cells: all, winner: undefined }];
  const charges = all.slice(lineCount).map((cell) => [cell]);
  const groups = new Map<string, number[]>();
  for (const [line, each] of lines.entries()) {
    const key = contestOf === 'line' ? String(line) : contestOf(each);
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values(), ...charges].map((cells) => ({ cells, winner: undefined }));
}

/** The greatest amount wins; ties go to the first in order of evaluation. */
function winnerOf(contest: Contest, trials: readonly Trial[]): Trial | undefined {
  let most = 0;
  let winner: Trial | undefined;
  for (const trial of trials) {
    const offer = offered(trial, contest);
    if (offer > most) [most, winner] = [offer, trial];
  }
  return winner;
}

function offered({ grants }: Trial, contest: Contest): number {
  return grants.reduce((total, grant) => total + takes(grant, contest), 0);
}

/** What a standing would take off some cells. */
function takes({ cells, parts }: Grant, contest: Contest): number {
  let total = 0;
  for (const [index, cell] of cells.entries()) if (contest.cells.includes(cell)) total += at(parts, index);
  return total;
}

function applyWon(
  grant: Grant,
  trial: Trial,
  contests: readonly Contest[],
  layer: Layer,
  course: Course,
  run: Run,
): void {
  const { rule, order, name } = grant;
  const lost = contests.filter((contest) => contest.winner !== trial && takes(grant, contest) > 0);
  const refuse = (refused: Reason): void => void run.refusals.push({ rule, order, name, refused });
  const kept = course.keepOut?.(rule, run) ?? stopped(rule, run);
  if (kept) return refuse(kept);
  const isWon = (cell: number): boolean => !lost.some(({ cells }) => cells.includes(cell));
  const won = grant.cells.filter(isWon);
  if (won.length === 0 && lost.length > 0) {
    const to = lost[0]?.winner?.rule.id ?? '';
    return refuse({ reason: 'lost', to, by: run.printer.money(lostBy(lost, trial)) });
  }
  const parts = grant.parts.filter((_, index) => isWon(at(grant.cells, index)));
  const cuts = lost.map((contest) =>
    rawCut('lost', takes(grant, contest), undefined, contest.winner?.rule.id ?? ''),
  );
  const winning = reduced(grant, won, parts, mergeByWinner(cuts));
  const within = withinLayer(winning, layer, run);
  if (within.amount > 0 || within.given.length > 0) apply(within, run);
  else refuse({ reason: 'nothing-left' });
}

/** By how much the winners gave more, over all that was contested and lost. */
function lostBy(lost: readonly Contest[], trial: Trial): number {
  return lost.reduce(
    (total, contest) =>
      total + (contest.winner ? offered(contest.winner, contest) : 0) - offered(trial, contest),
    0,
  );
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

/** What is left of a grant when its parts are cut to fewer or smaller ones; the cut is added to what is told of it. */
function reduced(
  grant: Grant,
  cells: readonly number[],
  parts: readonly number[],
  cuts: readonly RawCut[],
): Grant {
  const kept = [...cells.keys()].filter((index) => at(parts, index) > 0);
  const baseOf = new Map(grant.cells.map((cell, index) => [cell, at(grant.bases, index)]));
  const amount = parts.reduce((total, part) => total + part, 0);
  return {
    ...grant,
    cells: kept.map((index) => at(cells, index)),
    bases: kept.map((index) => baseOf.get(at(cells, index)) ?? 0),
    parts: kept.map((index) => at(parts, index)),
    amount,
    caps: grant.caps.map(() => amount),
    cuts: [...grant.cuts, ...cuts],
  };
}

/** The winners use up the layer's caps and floors in order of application; a cut amount follows what was formed. */
function withinLayer(grant: Grant, layer: Layer, run: Run): Grant {
  let kept = grant;
  for (const { why, limit, rest } of layerTotals(layer, run, run.lineCount, 0)) {
    const goods = kept.cells.filter((cell) => cell < run.lineCount);
    const claims = kept.parts.slice(0, goods.length);
    const before = claims.reduce((total, part) => total + part, 0);
    if (compare(before, rest) <= 0) continue;
    const most = toNumber(rest);
    const spread = allocate(most, goods, claims, claims, kept.rule.allocation, run);
    const charges = kept.cells.length - goods.length;
    const cells = [...spread.cells, ...kept.cells.slice(kept.cells.length - charges)];
    const parts = [...spread.parts, ...kept.parts.slice(kept.parts.length - charges)];
    kept = reduced(kept, cells, parts, [rawCut(why, before - most, limit)]);
  }
  return kept;
}
