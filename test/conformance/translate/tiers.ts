import { amountText, decimalOf, unitsText } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import { conditionsOf } from './conditions.js';
import { offerOf, takenOf } from './offers.js';
import { capText, conditionBase, given, orderRounding, type Part, type Turn } from './parts.js';
import type { RowCondition, RowTier } from '../row.js';
import { tickedScopeText } from './scope.js';

/** The value of the highest tier reached: `spend …` and `buy …`, or where units form groups, one promotion for each tier. */
export function tieredParts(turn: Turn): readonly Part[] {
  const { context, effect } = turn;
  const lines = tickedScopeText(effect.scope, context);
  const forEachLine = effect.measure === 'line_total' || effect.measure === 'unit_price';
  const settings = [...orderRounding(turn), ...capText(turn, forEachLine)];
  const tiers = tiersOf(turn);
  const offers = tiers.map((tier) => offerOf(turn, takenOf(turn, tierKind(turn), tier.value)));
  if (effect.groupOf === undefined) {
    const body = tiers.map((tier, index) => `${thresholdOf(turn, tier)} ${offers[index]?.body.join(' ')}`);
    return [{ lines, forEachLine, settings, body }];
  }
  if (forEachLine) throw new CannotBeSaid('outside the schema', 'groups of units by the tier of their line');
  return tiers.map((tier, index) => {
    const when = rangeOf(turn, tier, tiers[index + 1], lines);
    return { lines, when, settings, body: offers[index]?.body ?? [] };
  });
}

/** The lowest first. */
export function tiersOf({ effect }: Turn): readonly RowTier[] {
  return given(effect.tiers, 'its tiers').toSorted((a, b) => decimalOf(a.from).comparedTo(decimalOf(b.from)));
}

export function tierKind({ effect }: Turn): 'percent' | 'amount' {
  return effect.kind === 'percent_tiers' ? 'percent' : 'amount';
}

function thresholdOf(turn: Turn, { from }: RowTier): string {
  const { context, effect } = turn;
  const { currency } = context.row;
  const base = conditionBase(context) === 'original' ? 'list' : 'left';
  const counting = base === 'list' ? ' counting list' : '';
  const spent = `spend ${amountText(atLeast(from, 10 ** -currency.digits), currency)}`;
  switch (effect.measure) {
    case 'order_total':
      return `${spent}${overAll(turn)}${counting}`;
    case 'unit_price':
      return `${spent} counting ${base} / quantity`;
    case 'scope_qty':
      return `buy ${unitsText(atLeast(from, 1))}`;
    default:
      return `${spent}${counting}`;
  }
}

/** A tier from nothing on is one from the smallest amount on: where there is less, there is nothing to take it off. */
function atLeast(from: string, least: number): string {
  return decimalOf(from).lt(least) ? decimalOf(least).toFixed() : from;
}

function overAll({ context, effect }: Turn): string {
  if (tickedScopeText(effect.scope, context) === tickedScopeText({}, context)) return '';
  if (context.hasUnticked) throw new CannotBeSaid('other lines', 'a tier by all lines the buyer has ticked');
  return ' over all lines';
}

/** From one tier up to the next, as tests on the lines they are measured on. */
export function rangeOf(
  turn: Turn,
  tier: RowTier,
  next: RowTier | undefined,
  lines: string | undefined,
): readonly string[] {
  const { context, effect } = turn;
  const isCount = effect.measure === 'scope_qty';
  const scope = effect.measure === 'order_total' || effect.scope === undefined ? {} : { scope: effect.scope };
  const measured = { type: isCount ? 'items_qty' : 'items_total', ...scope } as const;
  const tests: readonly RowCondition[] = [
    { ...measured, op: 'gte', value: tier.from },
    ...(next === undefined ? [] : [{ ...measured, op: 'lt' as const, value: next.from }]),
  ];
  const place = { context, lines, forEachLine: false, base: conditionBase(context), shippingMoved: false };
  const { threshold, when } = conditionsOf(tests, place);
  if (threshold !== undefined)
    throw new CannotBeSaid('other lines', 'a tier by lines that the discount is not for');
  return when;
}
