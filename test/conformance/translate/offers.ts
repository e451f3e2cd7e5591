import { amountText, unitsOf, unitsText } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import { type Part, takenText, type Turn } from './parts.js';
import { type Ranking, rankingOf } from './picks.js';
import type { Quantity, RowEffect } from '../row.js';
import { unitsIn } from './scope.js';

/** What is taken off each unit, each line or the whole scope, with a limit on the units. */
export function offerOf(turn: Turn, taken: string): Pick<Part, 'body' | 'isPlain'> {
  const { groupOf } = turn.effect;
  if (groupOf !== undefined) return { body: [groupText(turn, groupOf, taken)] };
  return { body: [`take ${taken} off${offWords(turn.effect)}${unitsLimit(turn)}`], isPlain: true };
}

/** A percentage or an amount; with `limitedBase` of the counted units less what the line already lost. */
export function takenOf(turn: Turn, kind: 'percent' | 'amount', value: string): string {
  const { context, effect } = turn;
  if (effect.limitedBase === undefined) return takenText(kind, value, turn);
  if (effect.per !== 'line' || effect.maxUnitsPerLine === undefined)
    throw new CannotBeSaid('outside the schema', '`limitedBase` without units of a line');
  const units = unitsText(effect.maxUnitsPerLine);
  const most = `list / quantity * min(${units}, quantity) - (list - left)`;
  return kind === 'percent'
    ? `${takenText('percent', value, turn)} of (${most})`
    : `min(${amountText(value, context.row.currency)}, ${most})`;
}

function offWords({ per }: RowEffect): string {
  switch (per) {
    case 'unit':
      return ' each unit';
    case 'line':
      return ' each line';
    case 'order':
      return '';
    default:
      throw new CannotBeSaid('outside the schema', 'a discount neither per unit, line nor order');
  }
}

/**
 * `for at most 2 units the cheapest`, `for at most 1 units per line`. A limit that the cart does not reach is left out: a sum
 * over some units is spread over units, a sum over all of them over lines.
 */
export function unitsLimit({ context, effect }: Turn): string {
  const { limitedBase, maxUnits, maxUnitsPerLine, pick, scope } = effect;
  if (maxUnits !== undefined && maxUnitsPerLine !== undefined)
    throw new CannotBeSaid('outside the schema', 'two limits on units');
  if (maxUnitsPerLine !== undefined && limitedBase === undefined)
    return ` for at most ${unitsText(maxUnitsPerLine)} units per line`;
  if (maxUnits === undefined || unitsIn(scope, context) <= unitsOf(maxUnits)) return '';
  const ranking = rankingOf(pick ?? 'cart', scope, unitsOf(maxUnits), context);
  return ` for at most ${unitsText(maxUnits)} units${ranking === 'cheapest' ? ' the cheapest' : ''}`;
}

/** Whole groups of units, counted over all lines in scope. */
function groupText({ context, effect }: Turn, groupOf: Quantity, taken: string): string {
  const { maxUnits, maxUnitsPerLine, per, pick, scope } = effect;
  const size = unitsOf(groupOf);
  if (per !== 'unit' || maxUnits !== undefined || maxUnitsPerLine !== undefined)
    throw new CannotBeSaid('outside the schema', 'groups of units for anything but each unit');
  const units = Math.floor(unitsIn(scope, context) / size) * size;
  const ranking = rankingOf(pick ?? 'qty_desc', scope, units, context);
  return `every ${size} units${fromEnd(ranking)} take ${taken} off each unit`;
}

/** From which end of the ranking groups of units are cut. */
export function fromEnd(ranking: Ranking): string {
  return ranking === 'cheapest' ? ' cheapest first' : '';
}
