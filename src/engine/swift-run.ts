import type { Reason, Standing } from '../breakdown/types.js';
import type { CartLine } from '../cart/types.js';
import { MAX_AMOUNT, mulDivRound, type RoundingMode } from '../money/index.js';
import { isActive } from './clock.js';
import type { Course } from './course.js';
import { failures } from './failures.js';
import { isEntered } from './gate.js';
import { Grant } from './grant.js';
import type { PlainTier } from './plain.js';
import type { Rule } from './rule.js';
import { MOST_CELLS, type Run } from './run.js';
import { spreadByValue } from './spread-by-value.js';
import type { Swift } from './swift.js';
import { shortOf } from './threshold.js';

const NOTHING_LEFT: Reason = Object.freeze({ reason: 'nothing-left' });
const NO_LINES: readonly number[] = Object.freeze([]);

// The standing that is being worked out. Numbers in variables of this file cost less than members of an object, and nothing here
// is left half done: every promotion fills them anew.
const selected: Int32Array = new Int32Array(MOST_CELLS);
const group: Int32Array = new Int32Array(MOST_CELLS);
const keys: string[] = [];
let size = 0;
let left = 0;
/** What the amount is formed on. */
let base = 0;
let tier: PlainTier;
let tierNumber = 0;
let times = 1;
let face = 0;

/** Whether a promotion may go the swift way on this cart, as far as others have a say. */
export function mayBeSwift(rule: Rule, { keepOut, explain }: Course, run: Run): boolean {
  if (explain !== undefined || !run.isSwift || run.stopAll || run.stopLayer || run.stopLines) return false;
  return keepOut === undefined || keepOut(rule, run) === undefined;
}

/** Works a swift promotion out in its turn; false where it must go the general way. */
export function runSwift(rule: Rule, swift: Swift, run: Run): boolean {
  const { each } = swift;
  if (each === undefined) {
    const granted = measureOnce(rule, swift, run);
    if (granted > 0) grant(rule, swift, 0, undefined, granted, run);
    return granted >= 0;
  }
  if (swift.isGated && !isOpen(rule, run)) return !rule.isCoupon || !isEntered(rule.codes, run.cart.codes);
  return runEach(rule, swift, each.name, each.slot, run);
}

/** Whether code and window let it stand. */
function isOpen(rule: Rule, { cart }: Run): boolean {
  if (rule.isCoupon && !isEntered(rule.codes, cart.codes)) return false;
  return rule.windows.length === 0 || isActive(rule.windows, cart.instant);
}

/** What one standing on all lines in scope would take; 0 where it is refused or silent, -1 where it must go the general way. */
function measureOnce(rule: Rule, swift: Swift, run: Run): number {
  if (swift.isGated && !isOpen(rule, run))
    return rule.isCoupon && isEntered(rule.codes, run.cart.codes) ? -1 : 0;
  select(swift, run);
  if (size === 0) return rule.isCoupon || run.lineCount === 0 ? -1 : 0;
  return measure(rule, swift, 0, undefined, run);
}

/** Draws the scope: the lines in it, and what is left on them. */
function select({ where, slot, text }: Swift, { lines, lineCount, left: leftOn }: Run): void {
  let found = 0;
  let total = 0;
  for (let line = 0; line < lineCount; line += 1) {
    if (slot >= 0 && (lines[line] as CartLine).values[slot] !== text) continue;
    if (where !== undefined && !where(lines[line] as CartLine)) continue;
    selected[found++] = line;
    total += leftOn[line] as number;
  }
  size = found;
  left = total;
}

/** Once for each value, by UTF-16 code unit; a line without one belongs to no standing. */
function runEach(rule: Rule, swift: Swift, name: string, slot: number, run: Run): boolean {
  const { lines, lineCount, left: leftOn } = run;
  const { where, slot: textSlot, text } = swift;
  let groups = 0;
  for (let line = 0; line < lineCount; line += 1) {
    group[line] = -1;
    const found = lines[line] as CartLine;
    const key = found.values[slot] as string | undefined;
    if (key === undefined || (where !== undefined && !where(found))) continue;
    if (textSlot >= 0 && found.values[textSlot] !== text) continue;
    let place = 0;
    while (place < groups && keys[place] !== key) place += 1;
    if (place === groups) keys[groups++] = key;
    group[line] = place;
  }
  if (groups === 0) return !rule.isCoupon;
  for (let order = 0, last = -1; order < groups; order += 1) {
    const place = nextKey(last, groups);
    last = place;
    let found = 0;
    let total = 0;
    for (let line = 0; line < lineCount; line += 1) {
      if (group[line] !== place) continue;
      selected[found++] = line;
      total += leftOn[line] as number;
    }
    size = found;
    left = total;
    const label = { [name]: keys[place] as string };
    const granted = measure(rule, swift, order, label, run);
    if (granted > 0) grant(rule, swift, order, label, granted, run);
  }
  return true;
}

/** The place of the least key above that of `last`, or of the least one. */
function nextKey(last: number, groups: number): number {
  if (groups === 1) return 0;
  let next = -1;
  for (let place = 0; place < groups; place += 1) {
    if (last >= 0 && (keys[place] as string) <= (keys[last] as string)) continue;
    if (next < 0 || (keys[place] as string) < (keys[next] as string)) next = place;
  }
  return next;
}

/** What the standing would take, within its caps; 0 where it is refused. */
function measure(rule: Rule, swift: Swift, order: number, label: Standing['for'], run: Run): number {
  const { when, tiers } = swift;
  if (when !== undefined && !when.holds(run)) {
    const failed = rule.failed ? rule.failed(run) : failures(when, run);
    run.refusals.add(rule, order, label, undefined, { reason: 'condition-false', failed });
    return 0;
  }
  tier = swift.tier;
  if (left < tier.needed) {
    run.refusals.add(rule, order, label, undefined, shortOf('spend', left, tier.needed, run));
    return 0;
  }
  tierNumber = 0;
  if (tiers !== undefined) reachHighest(tiers);
  times = swift.isStepped ? Math.floor(left / tier.needed) : 1;
  const granted = form(swift.mode, run);
  if (granted === 0) run.refusals.add(rule, order, label, undefined, NOTHING_LEFT);
  return granted;
}

/** The lowest tier is reached; the highest that is counts. */
function reachHighest(tiers: readonly PlainTier[]): void {
  tierNumber = tiers.length;
  while (left < (tiers[tierNumber - 1] as PlainTier).needed) tierNumber -= 1;
  tier = tiers[tierNumber - 1] as PlainTier;
}

/** Forms the amount; what of it is granted. */
function form(mode: RoundingMode, run: Run): number {
  const { how, amount, cap, on } = tier;
  if (on === 'lines') return formLines(mode, run);
  base = on === 'charges' ? leftOnCharges(run) : left;
  if (how === 'take') face = amount * times;
  else if (how === 'pay') face = base > amount ? base - amount : 0;
  else face = share(base, mode);
  const most = base < cap ? base : cap;
  return face < most ? face : most;
}

function leftOnCharges({ left: leftOn, lineCount, cellCount }: Run): number {
  let total = 0;
  for (let cell = lineCount; cell < cellCount; cell += 1) total += leftOn[cell] as number;
  return total;
}

function formLines(mode: RoundingMode, { left: leftOn }: Run): number {
  const { how, amount, cap } = tier;
  let formed = 0;
  let borne = 0;
  for (let index = 0; index < size; index += 1) {
    const value = leftOn[selected[index] as number] as number;
    const found = how === 'take' ? amount * times : share(value, mode);
    formed += found;
    borne += found < value ? found : value;
  }
  face = formed;
  return borne < cap ? borne : cap;
}

/** A percentage of an amount, rounded. */
function share(whole: number, mode: RoundingMode): number {
  const { parts, of } = tier;
  const doubled = 2 * whole * parts + of;
  if (mode === 'half-up' && doubled <= MAX_AMOUNT) return Math.floor(doubled / (2 * of));
  return mulDivRound(mode, whole, parts, of);
}

/** Takes what was measured. */
function grant(
  rule: Rule,
  { mode, isFunded }: Swift,
  order: number,
  label: Standing['for'],
  granted: number,
  run: Run,
): void {
  const { parts } = run;
  const from = parts.size;
  const { on } = tier;
  if (on === 'lines') takeOffLines(mode, granted, run);
  else {
    if (on === 'charges') selectCharges(run);
    spreadByValue(granted, base, selected, size, run);
  }
  lower(from, run);
  if (isFunded) run.isFunded = true;
  run.grants.push(
    new Grant(
      rule,
      order,
      label,
      undefined,
      from,
      parts.size,
      face,
      granted,
      left,
      tier.needed,
      tierNumber,
      times,
      size,
      NO_LINES,
      undefined,
    ),
  );
}

function selectCharges({ lineCount, cellCount }: Run): void {
  size = cellCount - lineCount;
  for (let index = 0; index < size; index += 1) selected[index] = lineCount + index;
}

/** What was formed on each line, or, where a cap binds, the capped amount by value. */
function takeOffLines(mode: RoundingMode, granted: number, run: Run): void {
  const { left: leftOn, parts } = run;
  const { how, amount } = tier;
  const from = parts.size;
  parts.reserve(size);
  let borne = 0;
  for (let index = 0; index < size; index += 1) {
    const cell = selected[index] as number;
    const value = leftOn[cell] as number;
    const formed = how === 'take' ? amount * times : share(value, mode);
    const taken = formed < value ? formed : value;
    borne += taken;
    parts.add(cell, value, taken);
  }
  if (borne === granted) return;
  parts.size = from;
  spreadByValue(granted, left, selected, size, run);
}

/** Takes the parts from this one on off what is left. */
function lower(from: number, { parts, left: leftOn }: Run): void {
  const { cell: cellOf, amount: amountOf, size: to } = parts;
  for (let part = from; part < to; part += 1) {
    const cell = cellOf[part] as number;
    leftOn[cell] = (leftOn[cell] as number) - (amountOf[part] as number);
  }
}

// Best ------------------------------------------------------------------------------------------------------------

const offers: number[] = [];

/** A `best` layer whose promotions all stand once: they are measured, and only the winner takes; false where it must go the general way. */
export function runSwiftBest(rules: readonly Rule[], from: number, to: number, run: Run): boolean {
  const told = run.refusals.size;
  let winner = -1;
  let most = 0;
  for (let index = from; index < to; index += 1) {
    const rule = rules[index] as Rule;
    const offer = measureOnce(rule, rule.swift as Swift, run);
    offers[index] = offer;
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
    const offer = offers[index] as number;
    if (offer <= 0 || index === winner) continue;
    const by = run.printer.money(most - offer);
    run.refusals.add(rules[index] as Rule, 0, undefined, undefined, { reason: 'lost', to: won.id, by });
  }
  const swift = won.swift as Swift;
  grant(won, swift, 0, undefined, measureOnce(won, swift, run), run);
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
    if (!rule.swift || rule.swift.each || !mayBeSwift(rule, course, run)) return false;
  }
  return true;
}
