import type { Reason, Standing } from '../breakdown/types.js';
import type { CartLine } from '../cart/types.js';
import { MAX_AMOUNT, mulDivRound, type RoundingMode } from '../money/index.js';
import { isActive } from './clock.js';
import type { CompiledCondition } from './conditions.js';
import type { Course } from './course.js';
import { failures } from './failures.js';
import { isEntered } from './gate.js';
import { Grant } from './grant.js';
import { spreadByValue } from './spread-by-value.js';
import type { PlainTier, Terms } from './plain.js';
import type { Rule } from './rule.js';
import type { Run } from './run.js';
import { FEW_CELLS, KEPT } from './scratch.js';
import { NO_SLOT, SKU_SLOT, type Swift } from './swift.js';
import { shortOf } from './threshold.js';

const NOTHING_LEFT: Reason = Object.freeze({ reason: 'nothing-left' });
const NO_LINES_IN_SCOPE: Reason = Object.freeze({ reason: 'no-lines' });
const NO_LINES: readonly number[] = Object.freeze([]);

// Arrays in constants of this file are reached without a look at their owner.
const LEFT: Float64Array = KEPT.left;
const { cell: CELL, base: BASE, amount: AMOUNT } = KEPT.parts;
/** The cells of the standing in hand. */
const SELECTED: Int32Array = new Int32Array(FEW_CELLS);
/** Of each line, the place of its key. */
const GROUP: Int32Array = new Int32Array(FEW_CELLS);
/** Of each key, the first line that has it: texts would cost more to keep. */
const FIRST: Int32Array = new Int32Array(FEW_CELLS);

/** Whether a promotion may go the swift way on this cart, as far as others have a say. */
export function mayBeSwift(rule: Rule, { keepOut, explain }: Course, run: Run): boolean {
  if (explain !== undefined || !run.isSwift || run.stopAll || run.stopLayer || run.stopLines) return false;
  if (!run.parts.isFirst(FEW_CELLS)) return false;
  return keepOut === undefined || keepOut(rule, run) === undefined;
}

/** Works a swift promotion out in its turn; false where it must go the general way. */
export function runSwift(rule: Rule, swift: Swift, run: Run): boolean {
  if (swift.isGated && !isOpen(rule, run)) return !rule.isCoupon || !isEntered(rule.codes, run.cart.codes);
  const { each } = swift;
  if (each !== undefined) return runEach(rule, swift, each.name, each.slot, run);
  return standOnce(rule, swift, true, run) >= 0;
}

/** What one standing on all lines in scope takes, or would; 0 where it is refused or silent, -1 where it must go the general way. */
function standOnce(rule: Rule, swift: Swift, isTaken: boolean, run: Run): number {
  const size = select(swift, run);
  if (size > 0) return stand(rule, swift, 0, undefined, size, isTaken, run);
  if (run.lineCount === 0) return -1;
  return rule.isCoupon ? refuse(rule, 0, undefined, NO_LINES_IN_SCOPE, run) : 0;
}

/** Whether code and window let it stand. */
function isOpen(rule: Rule, { cart }: Run): boolean {
  if (rule.isCoupon && !isEntered(rule.codes, cart.codes)) return false;
  return rule.windows.length === 0 || isActive(rule.windows, cart.instant);
}

/** Draws the scope; how many lines are in it. */
function select({ where, slot, text }: Swift, { lines, lineCount }: Run): number {
  let size = 0;
  for (let line = 0; line < lineCount; line += 1) {
    if (slot !== NO_SLOT && textAt(lines[line] as CartLine, slot) !== text) continue;
    if (where !== undefined && !where(lines[line] as CartLine)) continue;
    SELECTED[size++] = line;
  }
  return size;
}

/** Once for each value, by UTF-16 code unit; a line without one belongs to no standing. */
function runEach(rule: Rule, swift: Swift, name: string, slot: number, run: Run): boolean {
  const { lines, lineCount } = run;
  const { where, slot: textSlot, text } = swift;
  let groups = 0;
  for (let line = 0; line < lineCount; line += 1) {
    GROUP[line] = -1;
    const found = lines[line] as CartLine;
    const key = found.values[slot] as string | undefined;
    if (key === undefined || (where !== undefined && !where(found))) continue;
    if (textSlot !== NO_SLOT && textAt(found, textSlot) !== text) continue;
    let place = 0;
    while (place < groups && keyAt(place, slot, lines) !== key) place += 1;
    if (place === groups) FIRST[groups++] = line;
    GROUP[line] = place;
  }
  for (let order = 0, place = -1; order < groups; order += 1) {
    place = nextKey(place, groups, slot, lines);
    let size = 0;
    for (let line = 0; line < lineCount; line += 1) if (GROUP[line] === place) SELECTED[size++] = line;
    stand(rule, swift, order, { [name]: keyAt(place, slot, lines) }, size, true, run);
  }
  return groups > 0 || !rule.isCoupon;
}

function textAt(line: CartLine, slot: number): unknown {
  return slot === SKU_SLOT ? line.sku : line.values[slot];
}

function keyAt(place: number, slot: number, lines: readonly CartLine[]): string {
  return (lines[FIRST[place] as number] as CartLine).values[slot] as string;
}

/** The place of the least key above that of `last`, or of the least one. */
function nextKey(last: number, groups: number, slot: number, lines: readonly CartLine[]): number {
  if (groups === 1) return 0;
  const above = last < 0 ? undefined : keyAt(last, slot, lines);
  let next = -1;
  for (let place = 0; place < groups; place += 1) {
    const key = keyAt(place, slot, lines);
    if (above !== undefined && key <= above) continue;
    if (next < 0 || key < keyAt(next, slot, lines)) next = place;
  }
  return next;
}

/**
 * Works out what a standing takes, within its caps, and takes it if it may; 0 where it is refused. One function, because numbers
 * handed from one to the next cost a tenth of a price.
 */
function stand(
  rule: Rule,
  swift: Swift,
  order: number,
  label: Standing['for'],
  scope: number,
  isTaken: boolean,
  run: Run,
): number {
  const { when, tiers, mode } = swift;
  if (when !== undefined && !when.holds(run))
    return refuse(rule, order, label, falseFor(rule, when, run), run);
  const left = leftOn(scope);
  if (left < swift.needed) return refuse(rule, order, label, shortOf('spend', left, swift.needed, run), run);
  const number = tiers === undefined ? 0 : highest(tiers, left);
  const tier: Terms = tiers === undefined ? swift : (tiers[number - 1] as PlainTier);
  const { cap, on, needed } = tier;
  const times = swift.isStepped ? Math.floor(left / needed) : 1;
  const size = on === 'charges' ? selectCharges(run) : scope;
  const base = on === 'charges' ? leftOn(size) : left;
  let face = 0;
  let borne = 0;
  if (on === 'lines')
    for (let index = 0; index < size; index += 1) {
      const value = LEFT[SELECTED[index] as number] as number;
      const formed = form(tier, value, times, mode);
      face += formed;
      borne += formed < value ? formed : value;
    }
  else {
    face = form(tier, base, times, mode);
    borne = face < base ? face : base;
  }
  const granted = cap === undefined || borne < cap ? borne : cap;
  if (granted === 0) return refuse(rule, order, label, NOTHING_LEFT, run);
  if (!isTaken) return granted;
  const { parts } = run;
  const from = parts.size;
  if (on === 'lines' && granted === borne) takeOffLines(tier, times, size, mode, run);
  else spreadByValue(granted, base, SELECTED, size, run);
  lower(from, parts.size);
  if (swift.isFunded) run.isFunded = true;
  book(rule, order, label, from, face, granted, left, needed, number, times, size, run);
  return granted;
}

function book(
  rule: Rule,
  order: number,
  label: Standing['for'],
  from: number,
  face: number,
  amount: number,
  left: number,
  needed: number,
  tier: number,
  times: number,
  size: number,
  { grants, parts: { size: to } }: Run,
): void {
  grants.push(
    new Grant(
      rule,
      order,
      label,
      undefined,
      from,
      to,
      face,
      amount,
      left,
      needed,
      tier,
      times,
      size,
      NO_LINES,
      undefined,
    ),
  );
}

function refuse(rule: Rule, order: number, label: Standing['for'], reason: Reason, run: Run): number {
  run.refusals.add(rule, order, label, undefined, reason);
  return 0;
}

function falseFor(rule: Rule, when: CompiledCondition, run: Run): Reason {
  return { reason: 'condition-false', failed: rule.failed ? rule.failed(run) : failures(when, run) };
}

/** What is left on the first so many selected cells. */
function leftOn(size: number): number {
  let left = 0;
  for (let index = 0; index < size; index += 1) left += LEFT[SELECTED[index] as number] as number;
  return left;
}

/** The number of the highest tier that is reached; the lowest one is. */
function highest(tiers: readonly PlainTier[], left: number): number {
  let number = tiers.length;
  while (left < (tiers[number - 1] as PlainTier).needed) number -= 1;
  return number;
}

function selectCharges({ lineCount, cellCount }: Run): number {
  for (let cell = lineCount; cell < cellCount; cell += 1) SELECTED[cell - lineCount] = cell;
  return cellCount - lineCount;
}

/** What a tier forms on an amount. */
function form(tier: Terms, base: number, times: number, mode: RoundingMode): number {
  const { how, amount } = tier;
  if (how === 'take') return amount * times;
  if (how === 'pay') return base > amount ? base - amount : 0;
  return share(base, tier, mode);
}

function takeOffLines(tier: Terms, times: number, size: number, mode: RoundingMode, { parts }: Run): void {
  let to = parts.size;
  for (let index = 0; index < size; index += 1) {
    const cell = SELECTED[index] as number;
    const value = LEFT[cell] as number;
    const formed = form(tier, value, times, mode);
    CELL[to] = cell;
    BASE[to] = value;
    AMOUNT[to++] = formed < value ? formed : value;
  }
  parts.size = to;
}

/** Takes the parts from this one up to that one off what is left. */
function lower(from: number, to: number): void {
  for (let part = from; part < to; part += 1) {
    const cell = CELL[part] as number;
    LEFT[cell] = (LEFT[cell] as number) - (AMOUNT[part] as number);
  }
}

/** A percentage of an amount, rounded. */
function share(whole: number, { parts, of }: Terms, mode: RoundingMode): number {
  const doubled = 2 * whole * parts + of;
  if (mode === 'half-up' && doubled <= MAX_AMOUNT) return Math.floor(doubled / (2 * of));
  return mulDivRound(mode, whole, parts, of);
}

// Best ------------------------------------------------------------------------------------------------------------

const OFFERS: number[] = [];

function measureOnce(rule: Rule, swift: Swift, run: Run): number {
  if (swift.isGated && !isOpen(rule, run))
    return rule.isCoupon && isEntered(rule.codes, run.cart.codes) ? -1 : 0;
  return standOnce(rule, swift, false, run);
}

/** A `best` layer whose promotions all stand once: they are measured, and only the winner takes; false where it must go the general way. */
export function runSwiftBest(rules: readonly Rule[], from: number, to: number, run: Run): boolean {
  const told = run.refusals.size;
  let winner = -1;
  let most = 0;
  for (let index = from; index < to; index += 1) {
    const rule = rules[index] as Rule;
    const offer = measureOnce(rule, rule.swift as Swift, run);
    OFFERS[index] = offer;
    if (offer < 0) {
      run.refusals.truncate(told);
      return false;
    }
    if (offer > most) {
      most = offer;
      winner = index;
    }
  }
  if (winner < 0) return true;
  const won = rules[winner] as Rule;
  for (let index = from; index < to; index += 1) {
    const offer = OFFERS[index] as number;
    if (offer <= 0 || index === winner) continue;
    const by = run.printer.money(most - offer);
    run.refusals.add(rules[index] as Rule, 0, undefined, undefined, { reason: 'lost', to: won.id, by });
  }
  const swift = won.swift as Swift;
  standOnce(won, swift, true, run);
  return true;
}

/** Whether the promotions of a `best` layer are all swift and stand once. */
export function areSwiftOnce(
  rules: readonly Rule[],
  from: number,
  to: number,
  course: Course,
  run: Run,
): boolean {
  for (let index = from; index < to; index += 1) {
    const rule = rules[index] as Rule;
    if (rule.swift === undefined || rule.swift.each !== undefined || !mayBeSwift(rule, course, run))
      return false;
  }
  return true;
}
