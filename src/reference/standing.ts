import type { Cut, Reason, Step, ThresholdMet, Unchecked } from '../breakdown/types.js';
import type { Cap, Promotion } from '../check/ruleset.js';
import { type Amounts, amountOf, type LineCell, plus, totalOf } from './cells.js';
import { holds } from './expressions.js';
import type { Environment } from './environment.js';
import { failures } from './failures.js';
import { budgetOf, budgetText, usageOf } from './gate.js';
import { uncheckedFloors } from './limits.js';
import { environmentOf, offersOf, type Stand } from './standings.js';
import type { FormedGroup } from './offers.js';
import { sum, withinMoney } from './rational.js';
import { printStep } from './step-print.js';
import { type Given, type Taken, takeOffer } from './take.js';
import { type Opened, open } from './threshold.js';
import { countOf } from './units.js';
import type { Work } from './work.js';

/** A standing worked out: what it takes, and all that a breakdown says of it. */
export interface Grant {
  readonly stand: Stand;
  /** What amounts were formed on. */
  readonly base: Amounts;
  readonly parts: Amounts;
  readonly face: bigint;
  readonly amount: bigint;
  readonly met?: ThresholdMet;
  readonly steps: readonly Step[];
  readonly cuts: readonly Cut[];
  readonly given: readonly Given[];
  /** How many units its offers on units were granted on. */
  readonly picked: bigint;
  /** Units spoken for, in a layer that uses each unit once. */
  readonly used: ReadonlyMap<LineCell, bigint>;
  /** What it took of caps that several standings share. */
  readonly caps: ReadonlyMap<Cap, bigint>;
  readonly unchecked: readonly Unchecked[];
}

export interface Refusal {
  readonly stand: Stand;
  readonly refused: Reason;
}

/** Section 4.2: one standing in its turn - eligibility, threshold, offers, limits. */
export function workOut(stand: Stand, work: Work): Grant | Refusal {
  const { promotion } = stand;
  const environment = environmentIn(stand, work);
  if (promotion.when && !holds(promotion.when, environment))
    return {
      stand,
      refused: { reason: 'condition-false', failed: failures(promotion.when, environment, work.printer) },
    };
  const opened = open(stand, thresholdGround(stand, work), work.printer);
  if ('reason' in opened) return { stand, refused: opened };
  return withinBudget(stand, work, (budget) => takeOffers(stand, opened, work, budget));
}

function environmentIn(stand: Stand, { view, spoken }: Work): Environment {
  return { ...environmentOf(stand, view), ...(spoken && { spoken }) };
}

/** What a threshold is measured on: units of an add-on do not count towards the one that offers them. */
export function thresholdGround(stand: Stand, work: Work): Environment {
  const environment = environmentIn(stand, work);
  const addOns = offersOf(stand.promotion).flatMap((offer) => (offer.kind === 'add-on' ? [offer.sku] : []));
  if (addOns.length === 0) return environment;
  const counts = (line: LineCell): boolean => !addOns.includes(line.line.sku);
  const { view, scope } = environment;
  const cells = { ...view.cells, lines: view.cells.lines.filter(counts) };
  return { ...environment, view: { ...view, cells }, scope: scope.filter(counts) };
}

/** Section 5, `budget`: an amount that would pass it is refused whole, or with `partly` granted in part. */
function withinBudget(stand: Stand, work: Work, take: (budget?: bigint) => Grant | Refusal): Grant | Refusal {
  const { promotion } = stand;
  const found = take();
  const budget = budgetOf(promotion, work.view);
  if (budget === undefined || 'refused' in found) return found;
  const used = BigInt(usageOf(promotion, work.view).spent) + work.tally.ofPromotion(promotion.id);
  const rest = budget > used ? budget - used : 0n;
  if (found.amount <= rest) return found;
  if (promotion.budget?.partly && rest > 0n) return take(rest);
  const { printer } = work;
  const limit = budgetText(budget, printer);
  return {
    stand,
    refused: { reason: 'spent', limit, used: printer.money(used), needed: printer.money(found.amount) },
  };
}

/** Offers joined by `also` run in turn: each sees what the earlier left. */
function takeOffers(stand: Stand, opened: Opened, work: Work, budget?: bigint): Grant | Refusal {
  let taken: Amounts = new Map();
  const steps: Taken[] = [];
  const given: Given[] = [];
  let refused: Reason | undefined;
  for (const offer of opened.offers) {
    const formed = steps.map(({ granted }) => granted.formed);
    const turn = { stand, opened, work, taken, formed, ...(budget !== undefined && { budget }) };
    const found = takeOffer(offer, turn);
    if ('reason' in found) refused ??= found;
    else if (found.kind === 'given') given.push(found);
    else {
      steps.push(found);
      if (found.given) given.push(found.given);
      taken = plus(taken, found.granted.parts);
    }
  }
  if (totalOf(taken) === 0n && given.length === 0)
    return { stand, refused: refused ?? { reason: 'nothing-left' } };
  return grantOf(stand, opened, steps, given, taken, work);
}

function grantOf(
  stand: Stand,
  { times, met, row }: Opened,
  taken: readonly Taken[],
  given: readonly Given[],
  parts: Amounts,
  work: Work,
): Grant {
  const steps = taken.filter(({ granted }) => granted.formed.face > 0n);
  const table = stand.table;
  const reached = row && table !== undefined ? { ...stand.name, row: { table, line: row.line } } : stand.name;
  return {
    stand: { ...stand, name: reached },
    base: new Map([...parts.keys()].map((cell) => [cell, amountOf(work.view.left, cell)])),
    parts: inCartOrder(parts, work),
    face: withinMoney(sum(steps.map(({ granted }) => granted.formed.face))),
    amount: totalOf(parts),
    ...(met && { met }),
    steps: steps.map(({ offer, granted, times: offered }) => {
      const limited = offered < times ? { times: Number(offered) } : {};
      return printStep(offer, granted, limited, work.view, work.printer);
    }),
    cuts: [],
    given,
    picked: groupsOf(taken).reduce((total, group) => total + countOf(group.picked) * group.times, 0n),
    used: usedUnits(taken, parts),
    caps: sharedCaps(stand.promotion, taken, parts),
    unchecked: uncheckedFloors(stand.promotion.floors, environmentOf(stand, work.view), {
      promotion: stand.promotion.id,
    }),
  };
}

/** What was taken, lines as in the cart, then charges. */
function inCartOrder(parts: Amounts, { view }: Work): Amounts {
  const cells = [...view.cells.lines, ...view.cells.charges].filter((cell) => amountOf(parts, cell) > 0n);
  return new Map(cells.map((cell) => [cell, amountOf(parts, cell)]));
}

/** What was taken under each cap that says `in all`. */
function sharedCaps(promotion: Promotion, taken: readonly Taken[], parts: Amounts): ReadonlyMap<Cap, bigint> {
  const shared = (caps: readonly Cap[]): readonly Cap[] => caps.filter((cap) => cap.per === 'all-standings');
  const own = shared(promotion.limits.caps).map((cap) => [cap, totalOf(parts)] as const);
  const offered = taken.flatMap(({ offer, granted }) =>
    shared(offer.limits.caps).map((cap) => [cap, granted.amount] as const),
  );
  return new Map([...own, ...offered]);
}

function groupsOf(taken: readonly Taken[]): readonly FormedGroup[] {
  return taken.flatMap(({ granted: { formed } }) => (formed.kind === 'parts' ? (formed.groups ?? []) : []));
}

/** The units spoken for, by line: those of its groups, else all units of the lines it took something off. */
function usedUnits(taken: readonly Taken[], parts: Amounts): ReadonlyMap<LineCell, bigint> {
  const used = new Map<LineCell, bigint>();
  const groups = groupsOf(taken);
  for (const { picked, openers, times } of groups)
    for (const run of [...openers, ...picked])
      used.set(run.line, (used.get(run.line) ?? 0n) + run.count * times);
  if (groups.length > 0) return used;
  for (const cell of parts.keys()) if (cell.kind === 'line') used.set(cell, BigInt(cell.line.quantity));
  return used;
}
