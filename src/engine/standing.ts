import type { Reason } from '../breakdown/types.js';
import { compare, subtract, toNumber } from './exact.js';
import { scopeOf } from './expressions.js';
import { failures } from './failures.js';
import { type Formed, type FormedGroup, withinMoney } from './forming.js';
import { budgetOf, budgetText, usageOf } from './gate.js';
import { type Given, Grant, placeOf, type Step } from './grant.js';
import type { Layer } from './layer.js';
import { uncheckedFloors } from './limits.js';
import type { Rule } from './rule.js';
import type { CartLine } from '../cart/types.js';
import { type Moment, NO_CAPS } from './moment.js';
import { takeOffer } from './take.js';
import { type Opened, open } from './threshold.js';
import { countOf, quantityOf } from './units.js';

/** Section 4.2: one standing in its turn - eligibility, threshold, offers, limits. */
export function workOut(rule: Rule, layer: Layer, moment: Moment): Grant | Reason {
  const { when } = rule;
  if (when && !when.holds(moment)) return { reason: 'condition-false', failed: failures(when, moment) };
  const opened = whereCounted(rule, moment, () => open(rule, moment));
  if ('reason' in opened) return opened;
  const { row } = moment;
  moment.row = opened.row ?? row;
  const found = rule.budget
    ? withinBudget(rule, opened, layer, moment)
    : takeOffers(rule, opened, layer, moment);
  moment.row = row;
  return found;
}

/** What a threshold is measured on: units of an add-on do not count towards the one that offers them. */
export function whereCounted<T>(rule: Rule, moment: Moment, work: () => T): T {
  const { addOns } = rule;
  if (!addOns) return work();
  const { scope, size } = moment;
  const counted = scopeOf(moment).filter((line) => !addOns.has((moment.lines[line] as CartLine).sku));
  moment.scope = Int32Array.from(counted);
  moment.size = counted.length;
  moment.uncounted = addOns;
  const found = work();
  moment.scope = scope;
  moment.size = size;
  moment.uncounted = undefined;
  return found;
}

/** Section 5, `budget`: an amount that would pass it is refused whole, or with `partly` granted in part. */
function withinBudget(rule: Rule, opened: Opened, layer: Layer, moment: Moment): Grant | Reason {
  const found = takeOffers(rule, opened, layer, moment);
  const budget = budgetOf(rule, moment);
  if (budget === undefined || 'reason' in found) return found;
  const used = usageOf(rule, moment).spent + moment.ruleTaken;
  const rest = subtract(budget, used);
  if (compare(found.amount, rest) <= 0) return found;
  if (rule.plan.budget?.partly && compare(rest, 0) > 0)
    return takeOffers(rule, opened, layer, moment, toNumber(rest));
  const { printer } = moment;
  const limit = budgetText(budget, printer);
  const spent = { used: printer.money(used), needed: printer.money(found.amount) };
  return { reason: 'spent', limit, ...spent };
}

/** What the offers of a standing took together. */
interface Taken {
  readonly steps: Step[];
  readonly formed: Formed[];
  readonly given: Given[];
  total: number;
  goods: number;
}

/** Offers joined by `also` moment in turn: each sees what the earlier left. */
function takeOffers(
  rule: Rule,
  opened: Opened,
  layer: Layer,
  moment: Moment,
  budget?: number,
): Grant | Reason {
  const { part, cellCount } = moment;
  part.fill(0, 0, cellCount);
  const taken: Taken = { steps: [], formed: [], given: [], total: 0, goods: 0 };
  let refused: Reason | undefined;
  for (const offer of opened.offers) {
    const { total, goods } = taken;
    const before = { taken: (cell: number): number => part[cell] as number, total, goods, budget };
    const outcome = takeOffer(offer, opened, taken.formed, before, rule, layer, moment);
    refused ??= outcome.refused;
    if (outcome.given) taken.given.push(outcome.given);
    if (outcome.step) setAside(outcome.step, taken, moment);
  }
  giveBack(moment);
  if (taken.total > 0 || taken.given.length > 0) return grantHere(rule, opened, taken, moment);
  return refused ?? { reason: 'nothing-left' };
}

/** Takes a step's parts off what is left while the standing's further offers are worked out. */
function setAside(step: Step, taken: Taken, moment: Moment): void {
  const { left, base, part, lineCount } = moment;
  const { cells, parts, formed, amount } = step.granted;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index] as number;
    const piece = parts[index] as number;
    part[cell] = (part[cell] as number) + piece;
    left[cell] = (left[cell] as number) - piece;
    if (base !== left) base[cell] = (base[cell] as number) - piece;
    if (cell < lineCount) taken.goods += piece;
  }
  taken.steps.push(step);
  taken.formed.push(formed);
  taken.total += amount;
}

/** Nothing is taken before the standing is granted as a whole. */
function giveBack({ left, base, part, cellCount }: Moment): void {
  for (let cell = 0; cell < cellCount; cell += 1) {
    const piece = part[cell] as number;
    if (piece === 0) continue;
    left[cell] = (left[cell] as number) + piece;
    if (base !== left) base[cell] = (base[cell] as number) + piece;
  }
}

function grantHere(rule: Rule, opened: Opened, { steps, given, total }: Taken, moment: Moment): Grant {
  const told = steps.filter(({ granted }) => granted.formed.face > 0);
  const { met } = opened;
  const from = moment.parts.size;
  const cells = addParts(moment);
  return new Grant(
    rule,
    moment.order,
    moment.label,
    placeOf(rule, moment, opened.row),
    from,
    moment.parts.size,
    told.reduce((sum, { granted }) => withinMoney(sum + granted.formed.face), 0),
    total,
    met?.measured ?? 0,
    met?.reached ?? 0,
    met?.tier ?? 0,
    opened.times,
    moment.size,
    scopeOf(moment),
    {
      steps: told,
      cuts: [],
      given,
      picked: groupsOf(steps).reduce((sum, { picked, times }) => sum + countOf(picked) * times, 0),
      used: moment.spoken && usedUnits(steps, cells, moment),
      caps: sharedCaps(rule, steps, total),
      unchecked: uncheckedFloors(rule.floors, moment, { promotion: rule.id }),
    },
  );
}

/** Puts what was taken into the parts, lines as in the cart, then charges; the cells. */
function addParts({ base, part, parts, cellCount }: Moment): readonly number[] {
  const cells: number[] = [];
  for (let cell = 0; cell < cellCount; cell += 1) if ((part[cell] as number) > 0) cells.push(cell);
  parts.reserve(cells.length);
  for (const cell of cells) parts.add(cell, base[cell] as number, part[cell] as number);
  return cells;
}

/** What was taken under each cap that says `in all`. */
function sharedCaps(rule: Rule, steps: readonly Step[], total: number): readonly number[] {
  const taken: number[] = [];
  for (const { shared } of rule.caps) if (shared >= 0) taken[shared] = total;
  for (const { offer, granted } of steps)
    for (const { shared } of offer.caps) if (shared >= 0) taken[shared] = granted.amount;
  return taken.length === 0 ? NO_CAPS : taken;
}

function groupsOf(steps: readonly Step[]): readonly FormedGroup[] {
  return steps.flatMap(({ granted: { formed } }) => (formed.kind === 'parts' ? (formed.groups ?? []) : []));
}

/** The units spoken for, by line: those of its groups, else all units of the lines it took something off. */
function usedUnits(
  steps: readonly Step[],
  cells: readonly number[],
  moment: Moment,
): ReadonlyMap<number, number> {
  const used = new Map<number, number>();
  const groups = groupsOf(steps);
  for (const { picked, openers, times } of groups)
    for (const { line, count } of [...openers, ...picked])
      used.set(line, (used.get(line) ?? 0) + count * times);
  if (groups.length > 0) return used;
  for (const cell of cells) if (cell < moment.lineCount) used.set(cell, quantityOf(cell, moment));
  return used;
}
