import { printText } from '../../../src/syntax/print.js';
import { amountText, decimalOf, unitsOf, unitsText } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import { fromEnd, offerOf, takenOf, unitsLimit } from './offers.js';
import { capText, given, NOTHING, orderRounding, type Part, takenText, type Turn } from './parts.js';
import { rankingOf } from './picks.js';
import type { Quantity } from '../row.js';
import { linesIn, scopeText, tickedScopeText, unitsIn } from './scope.js';
import { overBoth } from './shipping-effects.js';
import { tieredParts } from './tiers.js';

/** An effect on lines, in words. */
export function lineParts(turn: Turn): readonly Part[] {
  const { effect } = turn;
  switch (effect.kind) {
    case 'percent':
    case 'amount':
      return effect.includeShipping === true ? overBoth(turn) : [plainPart(turn, effect.kind)];
    case 'percent_tiers':
    case 'amount_tiers':
      return tieredParts(turn);
    case 'price':
      return [pricePart(turn)];
    case 'first_next':
      return [firstNextPart(turn)];
    case 'cheapest_unit':
      return [cheapestPart(turn)];
    case 'buy_get':
      return [buyGetPart(turn)];
    case 'gift':
      return [giftPart(turn)];
    case 'free':
      throw new CannotBeSaid('outside the schema', '`free` is for shipping');
  }
}

function linesOf({ context, effect }: Turn): string | undefined {
  return tickedScopeText(effect.scope, context);
}

function plainPart(turn: Turn, kind: 'percent' | 'amount'): Part {
  const value = given(turn.effect.value, 'its value');
  return {
    lines: linesOf(turn),
    settings: [...orderRounding(turn), ...capText(turn)],
    ...offerOf(turn, takenOf(turn, kind, value)),
  };
}

/** A unit price, or so many units together for a sum. */
function pricePart(turn: Turn): Part {
  const { context, effect } = turn;
  const price = amountText(given(effect.value, 'its value'), context.row.currency);
  const common = { lines: linesOf(turn), settings: capText(turn) };
  if (effect.per === 'unit')
    return { ...common, body: [`price ${price} each${unitsLimit(turn)}`], isPlain: true };
  if (effect.per !== 'set')
    throw new CannotBeSaid('outside the schema', 'a price that is neither per unit nor per set');
  const size = unitsOf(given(effect.setQty, 'its set'));
  const ranking = rankingOf(effect.pick ?? 'cheapest', effect.scope, size, context);
  const once = effect.repeat === true ? '' : ' up to 1 times';
  return { ...common, body: [`every ${size} units${fromEnd(ranking)} pay ${price}${once}`] };
}

/** One amount for a line's first unit, another for each further one; together at most what the line costs. */
function firstNextPart(turn: Turn): Part {
  const { context, effect } = turn;
  const { currency } = context.row;
  const [first, next] = [given(effect.first, 'its first amount'), given(effect.next, 'its next amount')];
  const units = effect.maxUnits === undefined ? 'quantity' : `min(${unitsText(effect.maxUnits)}, quantity)`;
  const amounts = [
    ...(decimalOf(first).isZero() ? [] : [amountText(first, currency)]),
    ...(decimalOf(next).isZero() ? [] : [`${amountText(next, currency)} * (${units} - 1)`]),
  ];
  const taken = amounts.length === 0 ? NOTHING : amounts.join(' + ');
  return {
    lines: linesOf(turn),
    settings: capText(turn),
    body: [`take ${taken} off each line`],
    isPlain: true,
  };
}

function cheapestPart(turn: Turn): Part {
  const { context, effect } = turn;
  const kind = given(effect.discount, 'its kind of discount');
  const taken = takenText(kind, given(effect.value, 'its value'), turn);
  const body = [`take ${taken} off the ${rankingOf('cheapest', effect.scope, 1, context)} 1`];
  return { lines: linesOf(turn), settings: capText(turn), body, isPlain: true };
}

/** Qualifying units, and units that are rewarded for them. */
function buyGetPart(turn: Turn): Part {
  const { context, effect } = turn;
  const get = given(effect.get, 'what to get');
  const taken = takenText(get.discount.kind, get.discount.value, turn);
  const end = rankingOf(get.pick ?? 'cart', get.scope, inAll(get.qty, turn), context);
  const body = [
    `every ${qualifiersText(turn)}`,
    `take ${taken} off${get.discount.kind === 'amount' ? ' each unit' : ''}`,
    `the ${end} ${unitsText(get.qty)} of lines where ${scopeText(get.scope, context) ?? EVERY_LINE}`,
    ...(effect.allOrNothing === true ? ['all or none'] : []),
    ...(effect.repeat === true ? [] : ['up to 1 times']),
  ];
  return { lines: tickedScopeText({}, context), settings: capText(turn), body: [body.join(' ')] };
}

/** Holds on every line. */
const EVERY_LINE = 'quantity >= 1';

function qualifiersText(turn: Turn): string {
  const { context, effect } = turn;
  const { pick = 'cart', qty, scope } = given(effect.buy, 'what to buy');
  const lines = scopeText(scope, context);
  const end = isApart(turn) ? 'dearest' : rankingOf(pick, scope, inAll(qty, turn), context);
  return `${unitsText(qty)} units${lines === undefined ? '' : ` of lines where ${lines}`}${fromEnd(end)}`;
}

/** How many units may be taken before it is sure that all are. */
function inAll(quantity: Quantity, turn: Turn): number {
  const { buy, repeat } = turn.effect;
  if (repeat !== true) return unitsOf(quantity);
  if (buy === undefined || !isApart(turn)) return 0;
  return Math.floor(unitsIn(buy.scope, turn.context) / unitsOf(buy.qty)) * unitsOf(quantity);
}

/** Where nothing both qualifies and is rewarded, it does not matter which units qualify. */
function isApart({ context, effect }: Turn): boolean {
  const rewarded = new Set(linesIn(effect.get?.scope, context));
  return !linesIn(effect.buy?.scope, context).some((line) => rewarded.has(line));
}

function giftPart(turn: Turn): Part {
  const { effect } = turn;
  const gift = `give ${unitsText(effect.qty ?? 1)} of ${printText(given(effect.sku, 'its article'))}`;
  const every = effect.perUnits === undefined ? '' : `every ${unitsText(effect.perUnits)} units `;
  return { lines: linesOf(turn), body: [`${every}${gift}`], isPlain: every === '' };
}
