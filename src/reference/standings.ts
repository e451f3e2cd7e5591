import type { Standing } from '../breakdown/types.js';
import type { Value } from '../cart/types.js';
import type { Offer, Promotion, Ruleset, Table } from '../check/ruleset.js';
import { byId, type ChargeCell, compareText, type LineCell, unitPrice } from './cells.js';
import { holds } from './expressions.js';
import { type Environment, seenBy, type TableRow, type View } from './environment.js';
import type { Printer } from './print.js';
import { exactText, type Rational, rational } from './rational.js';

/** One standing of a promotion: the lines and charges it stands on, and how a breakdown names it. */
export interface Stand {
  readonly promotion: Promotion;
  readonly name: Standing;
  readonly lines: readonly LineCell[];
  readonly charges: readonly ChargeCell[];
  /** Lines of the cart that an earlier promotion stopped its layer on. */
  readonly closed?: ReadonlySet<LineCell>;
  /** Its place among the promotion's standings. */
  readonly order: number;
  /** The table it comes from; the row it stands for, or the rows that are its tiers. */
  readonly table?: string;
  readonly row?: TableRow;
  readonly rows?: readonly TableRow[];
}

export function environmentOf({ promotion, lines, row, rows }: Stand, view: View): Environment {
  const inHand = row ?? rows?.[0];
  return { view: seenBy(promotion, view), scope: lines, ...(inHand && { row: inHand }) };
}

/** Every offer of a promotion, whatever opens it. */
export function offersOf({ opens }: Promotion): readonly Offer[] {
  if ('tiers' in opens) return opens.tiers.flatMap((tier) => tier.offers);
  return 'step' in opens ? opens.step.offers : opens.offers;
}

/** Section 5, `on` and `for each`: where a promotion stands on this cart, by value. */
export function standingsOf(
  promotion: Promotion,
  ruleset: Ruleset,
  view: View,
  printer: Printer,
): readonly Stand[] {
  const { filler, cells } = view;
  const lines = cells.lines.filter((line) => line !== filler?.cell);
  const stands = standingsOn(promotion, ruleset, { ...view, cells: { ...cells, lines } }, printer);
  return stands.map((stand, order) => {
    const isFilled = filler?.promotion === promotion && filler.order === order;
    return { ...stand, order, lines: isFilled ? [...stand.lines, filler.cell] : stand.lines };
  });
}

type Unordered = Omit<Stand, 'order'>;

function standingsOn(
  promotion: Promotion,
  ruleset: Ruleset,
  view: View,
  printer: Printer,
): readonly Unordered[] {
  const { each } = promotion;
  if (each?.kind === 'row') return standingsByRow(promotion, tableNamed(ruleset, each.table), view);
  const lines = linesInScope(promotion, view);
  const { charges } = view.cells;
  if (lines.length === 0 && !standsOnChargesAlone(promotion, view)) return [];
  switch (each?.kind) {
    case undefined:
      return [{ promotion, name: {}, lines, charges }];
    case 'line':
      return lines
        .toSorted(byId)
        .map((line) => ({ promotion, name: { for: { line: line.id } }, lines: [line], charges }));
    case 'attribute':
      return standingsByAttribute(promotion, each.name, lines, { ruleset, view, printer }).map(
        ({ stand }) => stand,
      );
    case 'column':
      return standingsByColumn(promotion, each.name, tableNamed(ruleset, each.table), {
        ruleset,
        view,
        printer,
      });
  }
}

/** The lines `on lines where` names; with a table row in hand where the promotion stands once for each. */
function linesInScope({ scope }: Promotion, view: View, row?: TableRow): readonly LineCell[] {
  const { lines } = view.cells;
  const { lines: where } = scope;
  return where
    ? lines.filter((line) => holds(where, { view, scope: lines, line, ...(row && { row }) }))
    : lines;
}

function tableNamed(ruleset: Ruleset, name: string): Table {
  const table = ruleset.tables.find((found) => found.name === name);
  if (!table) throw new Error(`the checked ruleset has no table ${name}`);
  return table;
}

/** `for each row of T`: in the table's order, a row without lines in scope left out. */
function standingsByRow(promotion: Promotion, table: Table, view: View): readonly Unordered[] {
  return table.rows.flatMap((row) => {
    const lines = linesInScope(promotion, view, row);
    const name = { row: { table: table.name, line: row.line } };
    return lines.length === 0
      ? []
      : [{ promotion, name, lines, charges: view.cells.charges, table: table.name, row }];
  });
}

interface Ground {
  readonly ruleset: Ruleset;
  readonly view: View;
  readonly printer: Printer;
}

/** `for each store of T`: once per value of the column, on the lines with that value, its rows being tiers. */
function standingsByColumn(
  promotion: Promotion,
  column: string,
  table: Table,
  { ruleset, view, printer }: Ground,
): readonly Unordered[] {
  const type = table.columns.find((declared) => declared.name === column)?.type;
  const key = (row: TableRow): string | undefined => labelOf(row.values[column], type, printer)?.key;
  const lines = linesInScope(promotion, view);
  return standingsByAttribute(promotion, column, lines, { ruleset, view, printer }).flatMap(
    ({ value, stand }) => {
      const rows = table.rows.filter((row) => key(row) === value);
      return rows.length === 0 ? [] : [{ ...stand, table: table.name, rows }];
    },
  );
}

/** An offer on shipping needs no goods, unless the promotion names some. */
function standsOnChargesAlone(promotion: Promotion, view: View): boolean {
  const { scope, each } = promotion;
  if (scope.lines || each || view.cells.charges.length === 0) return false;
  return scope.shipping || offersOf(promotion).some((offer) => offer.kind === 'ship');
}

/** Charges that carry the same attribute belong to the standing of their value; others to every standing. */
function standingsByAttribute(
  promotion: Promotion,
  attribute: string,
  lines: readonly LineCell[],
  { ruleset, view, printer }: Ground,
): readonly { readonly value: string; readonly stand: Unordered }[] {
  const type = typeOfLine(attribute, ruleset);
  const label = (value: Value | undefined): Label | undefined => labelOf(value, type, printer);
  const chargesCarryIt = ruleset.attributes.shipping.some((declared) => declared.name === attribute);
  const chargesOf = (value: string): readonly ChargeCell[] =>
    view.cells.charges.filter(
      (charge) => !chargesCarryIt || label(charge.values.get(attribute))?.key === value,
    );
  const labelled = lines.map((line) => ({ line, found: label(valueOfLine(line, attribute)) }));
  const values = new Map(labelled.flatMap(({ found }) => (found ? [[found.key, found] as const] : [])));
  return [...values.values()].toSorted(compareLabels).map(({ key, shown }) => {
    const group = labelled.filter(({ found }) => found?.key === key).map(({ line }) => line);
    return {
      value: key,
      stand: { promotion, name: { for: { [attribute]: shown } }, lines: group, charges: chargesOf(key) },
    };
  });
}

/** A line's value of an attribute, declared or built in, that it may be grouped by. */
export function valueOfLine(cell: LineCell | undefined, attribute: string): Value | undefined {
  if (attribute === 'price') return cell && unitPrice(cell.line);
  if (Object.hasOwn(BUILT_IN, attribute)) return cell?.line[attribute as keyof typeof BUILT_IN];
  return cell?.values.get(attribute);
}

const BUILT_IN = { id: 'text', sku: 'text', quantity: 'number', price: 'money' } as const;

function typeOfLine(attribute: string, ruleset: Ruleset): string | undefined {
  if (Object.hasOwn(BUILT_IN, attribute)) return BUILT_IN[attribute as keyof typeof BUILT_IN];
  return ruleset.attributes.line.find((declared) => declared.name === attribute)?.type;
}

interface Label {
  readonly key: string;
  readonly shown: string | number | boolean;
  /** Flags and numbers stand by their value, texts by UTF-16 code unit. */
  readonly order: string | Rational;
}

/** The value that names a standing; a missing flag is false, a line without any other value belongs to no standing. */
function labelOf(value: Value | undefined, type: string | undefined, printer: Printer): Label | undefined {
  if (type === 'flag') {
    const shown = value === true;
    return { key: String(shown), shown, order: rational(shown ? 1 : 0) };
  }
  if (value === undefined || typeof value === 'object' || typeof value === 'boolean') return undefined;
  if (type !== 'number' && type !== 'money')
    return { key: String(value), shown: value, order: String(value) };
  const number = rational(value);
  const shown = type === 'money' ? printer.seen(number) : exactText(number);
  return { key: exactText(number), shown, order: number };
}

function compareLabels(a: Label, b: Label): number {
  if (typeof a.order === 'string' || typeof b.order === 'string') return compareText(a.key, b.key);
  return a.order.compare(b.order);
}
