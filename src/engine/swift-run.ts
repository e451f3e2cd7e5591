import type { Reason, Standing } from '../breakdown/types.js';
import type { CartLine } from '../cart/types.js';
import { MAX_AMOUNT, mulDivRound, type RoundingMode } from '../money/index.js';
import { isActive } from './clock.js';
import type { Course } from './course.js';
import { failures } from './failures.js';
import { isEntered } from './gate.js';
import { Grant } from './grant.js';
import { KEPT_LEFT, KEPT_PARTS } from './parts.js';
import type { PlainTier } from './plain.js';
import type { Rule } from './rule.js';
import { MOST_CELLS, type Run } from './run.js';
import type { Swift } from './swift.js';
import { shortOf } from './threshold.js';

const NOTHING_LEFT: Reason = Object.freeze({ reason: 'nothing-left' });
const NO_LINES: readonly number[] = Object.freeze([]);

// Arrays in constants of this file are reached without a look at their owner.
const LEFT: Float64Array = KEPT_LEFT;
const { cell: CELL, base: BASE, amount: AMOUNT } = KEPT_PARTS;
/** The cells of the standing in hand. */
const SELECTED: Int32Array = new Int32Array(MOST_CELLS);
/** What the shares of a spread leave over. */
const REST: Float64Array = new Float64Array(MOST_CELLS);
/** Of each line, the place of its key. */
const GROUP: Int32Array = new Int32Array(MOST_CELLS);
const KEYS: string[] = [];

/** Whether a promotion may go the swift way on this cart, as far as others have a say. */
export function mayBeSwift(rule: Rule, { keepOut, explain }: Course, run: Run): boolean {
  if (explain !== undefined || !run.isSwift || run.stopAll || run.stopLayer || run.stopLines) return false;
  return keepOut === undefined || keepOut(rule, run) === undefined;
}

/** Works a swift promotion out in its turn; false where it must go the general way. */
export function runSwift(rule: Rule, swift: Swift, run: Run): boolean {
  if (swift.isGated && !isOpen(rule, run)) return !rule.isCoupon || !isEntered(rule.codes, run.cart.codes);
  const { each } = swift;
  if (each !== undefined) return runEach(rule, swift, each.name, each.slot, run);
  const size = select(swift, run);
  if (size === 0) return !rule.isCoupon && run.lineCount > 0;
  stand(rule, swift, 0, undefined, size, true, run);
  return true;
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
    if (slot >= 0 && (lines[line] as CartLine).values[slot] !== text) continue;
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
    if (textSlot >= 0 && found.values[textSlot] !== text) continue;
    let place = 0;
    while (place < groups && KEYS[place] !== key) place += 1;
    if (place === groups) KEYS[groups++] = key;
    GROUP[line] = place;
  }
  for (let order = 0, place = -1; order < groups; order += 1) {
    place = nextKey(place, groups);
    let size = 0;
    for (let line = 0; line < lineCount; line += 1) if (GROUP[line] === place) SELECTED[size++] = line;
    stand(rule, swift, order, { [name]: KEYS[place] as string }, size, true, run);
  }
  return groups > 0 || !rule.isCoupon;
}

/** The place of the least key above that of `last`, or of the least one. */
function nextKey(last: number, groups: number): number {
  if (groups === 1) return 0;
  let next = -1;
  for (let place = 0; place < groups; place += 1) {
    if (last >= 0 && (KEYS[place] as string) <= (KEYS[last] as string)) continue;
    if (next < 0 || (KEYS[place] as string) < (KEYS[next] as string)) next = place;
  }
  return next;
}

/** Works out what a standing takes, within its caps, and takes it if it may; 0 where it is refused. */
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
  if (when !== undefined && !when.holds(run)) {
    const failed = rule.failed ? rule.failed(run) : failures(when, run);
    run.refusals.add(rule, order, label, undefined, { reason: 'condition-false', failed });
    return 0;
  }
  let left = 0;
  for (let index = 0; index < scope; index += 1) left += LEFT[SELECTED[index] as number] as number;
  let { tier } = swift;
  if (left < tier.needed) {
    run.refusals.add(rule, order, label, undefined, shortOf('spend', left, tier.needed, run));
    return 0;
  }
  let number = 0;
  if (tiers !== undefined) {
    number = tiers.length;
    while (left < (tiers[number - 1] as PlainTier).needed) number -= 1;
    tier = tiers[number - 1] as PlainTier;
  }
  const { how, amount, cap, on, needed } = tier;
  const times = swift.isStepped ? Math.floor(left / needed) : 1;
  let face = 0;
  let granted = 0;
  let size = scope;
  let base = left;
  if (on === 'lines') {
    for (let index = 0; index < size; index += 1) {
      const value = LEFT[SELECTED[index] as number] as number;
      const found = how === 'take' ? amount * times : share(value, tier, mode);
      face += found;
      granted += found < value ? found : value;
    }
  } else {
    if (on === 'charges') {
      const { lineCount, cellCount } = run;
      size = cellCount - lineCount;
      base = 0;
      for (let index = 0; index < size; index += 1) {
        SELECTED[index] = lineCount + index;
        base += LEFT[lineCount + index] as number;
      }
    }
    if (how === 'take') face = amount * times;
    else if (how === 'pay') face = base > amount ? base - amount : 0;
    else face = share(base, tier, mode);
    granted = face < base ? face : base;
  }
  const borne = granted;
  if (granted > cap) granted = cap;
  if (granted === 0) {
    run.refusals.add(rule, order, label, undefined, NOTHING_LEFT);
    return 0;
  }
  if (!isTaken) return granted;
  const { parts } = run;
  const from = parts.size;
  let to = from;
  if (on === 'lines' && granted === borne) {
    for (let index = 0; index < size; index += 1) {
      const cell = SELECTED[index] as number;
      const value = LEFT[cell] as number;
      const found = how === 'take' ? amount * times : share(value, tier, mode);
      CELL[to] = cell;
      BASE[to] = value;
      AMOUNT[to++] = found < value ? found : value;
    }
  } else if (size === 1) {
    CELL[to] = SELECTED[0] as number;
    BASE[to] = base;
    AMOUNT[to++] = granted;
  } else to = spread(granted, base, size, from, run);
  parts.size = to;
  for (let part = from; part < to; part += 1) {
    const cell = CELL[part] as number;
    LEFT[cell] = (LEFT[cell] as number) - (AMOUNT[part] as number);
  }
  if (swift.isFunded) run.isFunded = true;
  run.grants.push(
    new Grant(
      rule,
      order,
      label,
      undefined,
      from,
      to,
      face,
      granted,
      left,
      needed,
      number,
      times,
      size,
      NO_LINES,
      undefined,
    ),
  );
  return granted;
}

function spread(amount: number, sum: number, size: number, from: number, run: Run): number {
  let to = from;
  let missing = amount;
  for (let index = 0; index < size; index += 1) {
    const cell = SELECTED[index] as number;
    const weight = LEFT[cell] as number;
    if (weight === 0) continue;
    const product = amount * weight;
    const part = Math.floor(product / sum);
    REST[to - from] = product - part * sum;
    missing -= part;
    CELL[to] = cell;
    BASE[to] = weight;
    AMOUNT[to++] = part;
  }
  for (; missing > 0; missing -= 1) {
    let taker = 0;
    let most = REST[0] as number;
    for (let index = 1; index < to - from; index += 1) {
      const found = REST[index] as number;
      if (found > most || (found === most && isBefore(from + index, from + taker, run))) {
        taker = index;
        most = found;
      }
    }
    REST[taker] = -1;
    AMOUNT[from + taker] = (AMOUNT[from + taker] as number) + 1;
  }
  return to;
}

function isBefore(part: number, other: number, { lines, lineCount, cart }: Run): boolean {
  const cell = CELL[part] as number;
  const rival = CELL[other] as number;
  if (cell < lineCount) return (lines[cell] as CartLine).id < (lines[rival] as CartLine).id;
  const { shipping } = cart;
  return (shipping[cell - lineCount]?.id ?? '') < (shipping[rival - lineCount]?.id ?? '');
}

/** A percentage of an amount, rounded. */
function share(whole: number, { parts, of }: PlainTier, mode: RoundingMode): number {
  const doubled = 2 * whole * parts + of;
  if (mode === 'half-up' && doubled <= MAX_AMOUNT) return Math.floor(doubled / (2 * of));
  return mulDivRound(mode, whole, parts, of);
}

// Best ------------------------------------------------------------------------------------------------------------

const OFFERS: number[] = [];

function measureOnce(rule: Rule, swift: Swift, run: Run): number {
  if (swift.isGated && !isOpen(rule, run))
    return rule.isCoupon && isEntered(rule.codes, run.cart.codes) ? -1 : 0;
  const size = select(swift, run);
  if (size === 0) return rule.isCoupon || run.lineCount === 0 ? -1 : 0;
  return stand(rule, swift, 0, undefined, size, false, run);
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
  stand(won, swift, 0, undefined, select(swift, run), true, run);
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
