import type { CartLine } from '../cart/types.js';
import type { Condition, Offer, Opening, PlanPromotion } from '../plan/types.js';
import { type CompiledCondition, conditionIn, scopeWith } from './conditions.js';
import { countUp, lineReader } from './expressions.js';
import { type Labels, labelsOf } from './labels.js';
import type { LoadedTable, Names } from './names.js';
import type { Moment, Row } from './moment.js';

/** Called once for each standing, with its lines, charges and names in the moment. */
export type Visit<M extends Moment> = (moment: M) => void;

/** Section 5, `on` and `for each`: where a promotion stands on a cart. */
export interface Standings {
  /** Finds the lines it stands on; false when it stands nowhere. */
  prepare(moment: Moment): boolean;
  /** Visits what `prepare` found, by value or row. */
  each<M extends Moment>(moment: M, visit: Visit<M>): void;
}

/** Every offer of a promotion, whatever opens it. */
export function offersOf(opens: Opening): readonly Offer[] {
  if ('tiers' in opens) return opens.tiers.flatMap((tier) => tier.offers);
  return 'step' in opens ? opens.step.offers : opens.offers;
}

/** Compiles where a promotion stands. */
export function standingsOf(promotion: PlanPromotion, names: Names): Standings {
  const { each, lines } = promotion;
  const where = (table?: LoadedTable): CompiledCondition | undefined =>
    lines && conditionIn(atListPrices(lines), scopeWith(names, table));
  switch (each?.kind) {
    case undefined:
      return once(where(), standsOnChargesAlone(promotion));
    case 'line':
      return eachLine(where());
    case 'attribute':
      return eachValue(where(), each.name, names);
    case 'row': {
      const table = names.table(each.table);
      return eachRow(where(table), table, lines && rowKeyOf(lines), names);
    }
    case 'column':
      return eachValue(where(), each.name, names, names.table(each.table));
  }
}

/** An offer on shipping needs no goods, unless the promotion names some. */
function standsOnChargesAlone({ lines, shipping, opens }: PlanPromotion): boolean {
  return !lines && (shipping === true || offersOf(opens).some((offer) => offer.kind === 'ship'));
}

/**
 * A scope is drawn before any promotion, when what is left on a line is its list amount. Saying so lets the scope be found at
 * the promotion's turn.
 */
function atListPrices(condition: Condition): Condition {
  const text = JSON.stringify(condition, (_, value: unknown) => {
    const isLeft = typeof value === 'object' && value !== null && 'what' in value && value.what === 'left';
    return isLeft ? { ...value, what: 'list', after: undefined } : value;
  });
  return JSON.parse(text) as Condition;
}

// The lines in scope ----------------------------------------------------------------------------------------------

/** Lines that carry goods of the cart; a hint's filler is no one's but its own standing's. */
function ownLines({ lineCount, filler }: Moment): number {
  return filler ? lineCount - 1 : lineCount;
}

/** The lines `on lines where` names, put into `members`; how many. */
function drawScope(where: CompiledCondition | undefined, moment: Moment): number {
  const count = ownLines(moment);
  const { scope, members } = moment;
  moment.seen = count;
  if (!where) {
    for (let line = 0; line < count; line += 1) members[line] = line;
    return count;
  }
  for (let line = 0; line < count; line += 1) scope[line] = line;
  moment.size = count;
  let found = 0;
  for (let line = 0; line < count; line += 1) {
    moment.line = line;
    if (where.holds(moment)) members[found++] = line;
  }
  moment.line = -1;
  return found;
}

/** Puts some of `members` into the standing in hand. */
function standOn(from: number, to: number, order: number, moment: Moment): void {
  const { scope, members, filler, rule } = moment;
  for (let place = from; place < to; place += 1) scope[place - from] = members[place] as number;
  moment.size = to - from;
  moment.order = order;
  if (!filler) return;
  moment.seen = filler.rule === rule ? moment.lineCount : moment.lineCount - 1;
  if (filler.rule === rule && filler.order === order) scope[moment.size++] = moment.lineCount - 1;
}

function allCharges({ lineCount, cellCount }: Moment): readonly number[] {
  const count = cellCount - lineCount;
  return count === 0 ? [] : chargesFrom(lineCount, count);
}

const CHARGES: (readonly number[])[] = [];

/** The shared list of one charge behind so many lines; longer lists are made. */
function chargesFrom(lines: number, count: number): readonly number[] {
  if (count > 1 || lines > 64) return countUp(count).map((charge) => lines + charge);
  const list = CHARGES[lines] ?? [lines];
  CHARGES[lines] = list;
  return list;
}

// Kinds of standing -----------------------------------------------------------------------------------------------

function once(where: CompiledCondition | undefined, onChargesAlone: boolean): Standings {
  return {
    prepare: (moment) => {
      moment.found = drawScope(where, moment);
      return moment.found > 0 || (onChargesAlone && moment.cellCount > moment.lineCount);
    },
    each: (moment, visit) => {
      moment.charges = allCharges(moment);
      moment.label = undefined;
      standOn(0, moment.found, 0, moment);
      visit(moment);
    },
  };
}

function eachLine(where: CompiledCondition | undefined): Standings {
  return {
    prepare: (moment) => {
      moment.found = drawScope(where, moment);
      return moment.found > 0;
    },
    each: (moment, visit) => {
      const { found, members, lines } = moment;
      const idOf = (line: number): string => (lines[line] as CartLine).id;
      members.subarray(0, found).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
      moment.charges = allCharges(moment);
      for (let place = 0; place < found; place += 1) {
        moment.label = { line: idOf(members[place] as number) };
        standOn(place, place + 1, place, moment);
        visit(moment);
      }
    },
  };
}

/** Charges that carry the same attribute belong to the standing of their value; others to every standing. */
function chargesByValue(
  name: string,
  labels: Labels,
  names: Names,
): (key: string, moment: Moment) => readonly number[] {
  const slot = names.slots.shipping.get(name);
  if (slot === undefined) return (_, moment) => allCharges(moment);
  return (key, moment) => {
    const { cart, lineCount } = moment;
    return allCharges(moment).filter(
      (cell) => labels.key(cart.shipping[cell - lineCount]?.values[slot]) === key,
    );
  };
}

/** `for each store`, and `for each store of T`, whose rows of that value are its tiers. */
function eachValue(
  where: CompiledCondition | undefined,
  name: string,
  names: Names,
  table?: LoadedTable,
): Standings {
  const type = names.lineTypes.get(name);
  const labels = labelsOf(type);
  const keyOf = keyIn(name, labels, names);
  const charges = chargesByValue(name, labels, names);
  const rows = table && rowsByKey(table, name, labelsOf(table.types.get(name)));
  return {
    prepare: (moment) => {
      moment.found = sortByKey(drawScope(where, moment), keyOf, labels, moment);
      if (!rows) return moment.found > 0;
      for (let place = 0; place < moment.found; place += 1)
        if (rows.has(moment.keys[place] ?? '')) return true;
      return false;
    },
    each: (moment, visit) => {
      const { found, keys, printer } = moment;
      let order = 0;
      for (let from = 0, to = 0; from < found; from = to) {
        const key = keys[from] as string;
        while (to < found && keys[to] === key) to += 1;
        moment.rows = rows?.get(key);
        if (rows && !moment.rows) continue;
        moment.row = moment.rows?.[0];
        moment.label = { [name]: labels.shown(key, printer) };
        moment.charges = charges(key, moment);
        standOn(from, to, order++, moment);
        visit(moment);
      }
      moment.rows = undefined;
      moment.row = undefined;
    },
  };
}

type KeyOf = (line: CartLine) => string | undefined;

/** A declared text is its own key. */
function keyIn(name: string, labels: Labels, names: Names): KeyOf {
  const slot = names.slots.line.get(name) ?? -1;
  if (labels === labelsOf('text') && slot >= 0) return ({ values }) => values[slot] as string | undefined;
  const read = lineReader(name, slot);
  return (line) => labels.key(read(line));
}

/** Up to here insertion is several times faster than the host's sort, and carts rarely have more lines. */
const FEW = 24;

/** Sorts `members` by the key of their value, those without one left out; how many are left. */
function sortByKey(count: number, keyOf: KeyOf, labels: Labels, moment: Moment): number {
  const { members, keys, lines } = moment;
  if (count > FEW) return sortMany(count, keyOf, labels, moment);
  let found = 0;
  for (let index = 0; index < count; index += 1) {
    const line = members[index] as number;
    const key = keyOf(lines[line] as CartLine);
    if (key === undefined) continue;
    let place = found++;
    for (; place > 0; place -= 1) {
      const before = keys[place - 1] as string;
      if (before === key || !labels.isBefore(key, before)) break;
      keys[place] = before;
      members[place] = members[place - 1] as number;
    }
    keys[place] = key;
    members[place] = line;
  }
  return found;
}

function sortMany(count: number, keyOf: KeyOf, labels: Labels, moment: Moment): number {
  const { members, keys, lines } = moment;
  const groups = new Map<string, number[]>();
  for (let index = 0; index < count; index += 1) {
    const line = members[index] as number;
    const key = keyOf(lines[line] as CartLine);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(line);
    else if (key !== undefined) groups.set(key, [line]);
  }
  let found = 0;
  for (const key of [...groups.keys()].sort((a, b) => (labels.isBefore(a, b) ? -1 : 1)))
    for (const line of groups.get(key) ?? []) {
      keys[found] = key;
      members[found++] = line;
    }
  return found;
}

function rowsByKey(table: LoadedTable, name: string, labels: Labels): ReadonlyMap<string, readonly Row[]> {
  const column = table.columns.get(name) ?? -1;
  const found = new Map<string, Row[]>();
  for (const row of table.rows) {
    const key = labels.key(row.values[column]);
    const rows = key === undefined ? undefined : found.get(key);
    if (rows) rows.push(row);
    else if (key !== undefined) found.set(key, [row]);
  }
  return found;
}

// Table rows ------------------------------------------------------------------------------------------------------

/** A line's text that must equal a text of the row: by it a row is found without trying all of them. */
interface RowKey {
  readonly attribute: string;
  readonly column: string;
}

/** The first test of a scope that ties a line to the row in hand. */
function rowKeyOf(condition: Condition): RowKey | undefined {
  if (condition.op === 'and') {
    for (const part of condition.parts) {
      const key = rowKeyOf(part);
      if (key) return key;
    }
  }
  if (condition.op !== '=') return undefined;
  const { left, right } = condition;
  for (const [a, b] of [
    [left, right],
    [right, left],
  ] as const)
    if (a.op === 'read' && a.of === 'line' && a.type === 'text' && b.op === 'read' && b.of === 'row')
      return { attribute: a.name, column: b.name };
  return undefined;
}

/** `for each row of T`: in the table's order, a row without lines in scope left out. */
function eachRow(
  where: CompiledCondition | undefined,
  table: LoadedTable,
  key: RowKey | undefined,
  names: Names,
): Standings {
  const rowsFor = key ? keyedRows(table, key, names) : (): readonly Row[] => table.rows;
  return {
    prepare: (moment) => {
      moment.candidates = rowsFor(moment);
      return moment.candidates.some((row) => {
        moment.row = row;
        return drawScope(where, moment) > 0;
      });
    },
    each: (moment, visit) => {
      let order = 0;
      moment.charges = allCharges(moment);
      moment.label = undefined;
      for (const row of moment.candidates) {
        moment.row = row;
        const found = drawScope(where, moment);
        if (found === 0) continue;
        standOn(0, found, order++, moment);
        visit(moment);
      }
      moment.row = undefined;
    },
  };
}

/** The rows that any line of the cart points at, in the table's order. */
function keyedRows(
  table: LoadedTable,
  { attribute, column }: RowKey,
  names: Names,
): (moment: Moment) => readonly Row[] {
  const index = rowsByKey(table, column, labelsOf('text'));
  const places = new Map(table.rows.map((row, place) => [row, place]));
  const read = lineReader(attribute, names.slots.line.get(attribute) ?? -1);
  return ({ lines }) => {
    const found = new Set<Row>();
    for (const line of lines) for (const row of index.get(read(line) as string) ?? []) found.add(row);
    return [...found].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  };
}
