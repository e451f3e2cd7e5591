import type { Standing } from '../breakdown/types.js';
import type { Value } from '../cart/types.js';
import type { Promotion, Ruleset } from '../check/ruleset.js';
import { byId, type ChargeCell, compareText, type LineCell } from './cells.js';
import { holds } from './conditions.js';
import type { Environment, View } from './environment.js';
import type { Printer } from './print.js';
import { exactText, rational } from './rational.js';

/** One standing of a promotion: the lines and charges it stands on, and how a breakdown names it. */
export interface Stand {
  readonly promotion: Promotion;
  readonly name: Standing;
  readonly lines: readonly LineCell[];
  readonly charges: readonly ChargeCell[];
}

export function environmentOf(stand: Stand, view: View): Environment {
  return { view, scope: stand.lines };
}

/** Section 5, `on` and `for each`: where a promotion stands on this cart, by value. */
export function standingsOf(promotion: Promotion, ruleset: Ruleset, view: View, printer: Printer): readonly Stand[] {
  const lines = linesInScope(promotion, view);
  const { charges } = view.cells;
  const { each } = promotion;
  if (lines.length === 0 && !standsOnChargesAlone(promotion, view)) return [];
  switch (each?.kind) {
    case undefined:
      return [{ promotion, name: {}, lines, charges }];
    case 'line':
      return lines.toSorted(byId).map((line) => ({ promotion, name: { for: { line: line.id } }, lines: [line], charges }));
    case 'attribute':
      return standingsByAttribute(promotion, each.name, lines, ruleset, view, printer);
    default:
      throw new Error(`\`for each … of a table\` has no meaning here yet`);
  }
}

function linesInScope({ scope }: Promotion, view: View): readonly LineCell[] {
  const { lines } = view.cells;
  const { lines: where } = scope;
  return where ? lines.filter((line) => holds(where, { view, scope: lines, line })) : lines;
}

/** An offer on shipping needs no goods, unless the promotion names some. */
function standsOnChargesAlone({ scope, each, opens }: Promotion, view: View): boolean {
  if (scope.lines || each || view.cells.charges.length === 0) return false;
  const offers = 'tiers' in opens ? opens.tiers.flatMap((tier) => tier.offers) : 'step' in opens ? opens.step.offers : opens.offers;
  return scope.shipping || offers.some((offer) => offer.kind === 'ship');
}

/** Charges that carry the same attribute belong to the standing of their value; others to every standing. */
function standingsByAttribute(
  promotion: Promotion,
  attribute: string,
  lines: readonly LineCell[],
  ruleset: Ruleset,
  view: View,
  printer: Printer,
): readonly Stand[] {
  const type = ruleset.attributes.line.find((declared) => declared.name === attribute)?.type;
  const label = (value: Value | undefined): Label | undefined => labelOf(value, type, printer);
  const chargesCarryIt = ruleset.attributes.shipping.some((declared) => declared.name === attribute);
  const labelled = lines.map((line) => ({ line, label: label(valueOfLine(line, attribute)) }));
  const values = new Map(labelled.flatMap(({ label }) => (label ? [[label.key, label]] : [])));
  return [...values.values()].toSorted(compareLabels).map((value) => ({
    promotion,
    name: { for: { [attribute]: value.shown } },
    lines: labelled.filter(({ label }) => label?.key === value.key).map(({ line }) => line),
    charges: chargesCarryIt
      ? view.cells.charges.filter((charge) => label(charge.charge.attributes.get(attribute))?.key === value.key)
      : view.cells.charges,
  }));
}

/** A line's value of an attribute it may be grouped by. */
export function valueOfLine(cell: LineCell | undefined, attribute: string): Value | undefined {
  if (attribute === 'id' || attribute === 'sku') return cell?.line[attribute];
  return cell?.line.attributes.get(attribute);
}

interface Label {
  readonly key: string;
  readonly shown: string | number | boolean;
  readonly order: string | number | boolean;
}

/** The value that names a standing; a missing flag is false, a line without any other value belongs to no standing. */
function labelOf(value: Value | undefined, type: string | undefined, printer: Printer): Label | undefined {
  if (type === 'flag') return { key: String(value === true), shown: value === true, order: value === true };
  if (value === undefined || typeof value === 'object' || typeof value === 'boolean') return undefined;
  if (type === 'number') {
    const shown = exactText(rational(value));
    return { key: shown, shown, order: Number(shown) };
  }
  if (typeof value === 'number') return { key: String(value), shown: printer.money(BigInt(value)), order: value };
  return { key: value, shown: value, order: value };
}

function compareLabels(a: Label, b: Label): number {
  if (typeof a.order === 'string' && typeof b.order === 'string') return compareText(a.order, b.order);
  return Number(a.order) - Number(b.order);
}
