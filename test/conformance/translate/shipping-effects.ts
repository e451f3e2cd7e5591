import { printText } from '../../../src/syntax/print.js';
import { amountText, decimalOf } from './amounts.js';
import { effectsBefore, isOriginal } from './arrangement.js';
import { CannotBeSaid } from './cannot.js';
import { capText, given, NOTHING, orderRounding, type Part, takenText, type Turn } from './parts.js';
import type { RowCharge, RowTier } from '../row.js';
import { oneOf, tickedScopeText } from './scope.js';
import { rangeOf, tierKind, tiersOf } from './tiers.js';

/** An effect on shipping charges, in words. */
export function shippingParts(turn: Turn): readonly Part[] {
  const { effect } = turn;
  switch (effect.kind) {
    case 'percent':
    case 'amount':
      return [part(turn, takeOffers(turn, effect.kind, given(effect.value, 'its value')))];
    case 'free':
      return [part(turn, [`ship free${whereText(chargesTest(turn))}`])];
    case 'price':
      return [part(turn, priceOffers(turn))];
    case 'percent_tiers':
    case 'amount_tiers':
      return tieredParts(turn);
    default:
      throw new CannotBeSaid('outside the schema', `\`${effect.kind}\` on shipping`);
  }
}

function part(turn: Turn, offers: readonly string[]): Part {
  const settings = [...orderRounding(turn), ...capText(turn)];
  return { settings, body: [offers.join(' also ')], isPlain: true };
}

/** Off each charge, or with `per: order` one sum over all of them. */
function takeOffers(turn: Turn, kind: 'percent' | 'amount', value: string): readonly string[] {
  const taken = chargeTaken(turn, kind, value);
  if (turn.effect.per === 'order') return [`take ${taken} off shipping${whereText(chargesTest(turn))}`];
  return chargeTests(turn).map((test) => `take ${taken} off shipping${whereText(test)}`);
}

function priceOffers(turn: Turn): readonly string[] {
  const price = amountText(given(turn.effect.value, 'its value'), turn.context.row.currency);
  return chargeTests(turn).map((test) => `ship for ${price}${whereText(test)}`);
}

/** A percentage of what a charge started with: the cart's, where it has but one. */
function chargeTaken(turn: Turn, kind: 'percent' | 'amount', value: string): string {
  const { context, effect, rule } = turn;
  if (kind === 'amount' || !isOriginal(effect, context.row) || decimalOf(value).isZero())
    return takenText(kind, value, { ...turn, effect: { ...effect, base: 'running' } });
  const isFirst = !effectsBefore(rule, effect, context).some(movesShipping);
  const running = takenText(kind, value, { ...turn, effect: { ...effect, base: 'running' } });
  if (isFirst) return running;
  if ((context.row.cart.shipping ?? []).length > 1)
    throw new CannotBeSaid("a charge's list price", 'a percentage of one of several charges');
  return `${running} of order.postage`;
}

export function movesShipping({ includeShipping, target }: Turn['effect']): boolean {
  return target === 'shipping' || includeShipping === true;
}

/** The charges in scope together. */
function chargesTest({ effect }: Turn): string | undefined {
  const { shipScope = [] } = effect;
  return shipScope.length === 0 ? undefined : oneOf('method', shipScope);
}

/** One test for each charge in scope, because a sum off shipping is off all charges together. */
function chargeTests(turn: Turn): readonly (string | undefined)[] {
  const charges = chargesIn(turn);
  if (charges.length < 2) return [chargesTest(turn)];
  return charges.map(({ id }) => `id is ${printText(turn.context.chargeIds.get(id) ?? '')}`);
}

export function chargesIn({ context, effect }: Turn): readonly RowCharge[] {
  const { shipScope = [] } = effect;
  const charges = context.row.cart.shipping ?? [];
  return shipScope.length === 0 ? charges : charges.filter(({ method }) => shipScope.includes(method));
}

function whereText(test: string | undefined): string {
  return test === undefined ? '' : ` where ${test}`;
}

/** Tiers by the charge itself stand side by side; tiers by the goods are promotions of their own. */
function tieredParts(turn: Turn): readonly Part[] {
  const tiers = tiersOf(turn);
  const kind = tierKind(turn);
  if (turn.effect.measure !== undefined)
    return tiers.map((tier, index) => ({
      ...part(turn, takeOffers(turn, kind, tier.value)),
      when: rangeOf(turn, tier, tiers[index + 1], undefined),
    }));
  const offers = tiers.flatMap((tier, index) =>
    chargeTests(turn).map((test) => {
      const inTier = [...(test === undefined ? [] : [test]), ...amountTests(turn, tier, tiers[index + 1])];
      const where = inTier.length === 0 ? undefined : inTier.join(' and ');
      return `take ${chargeTaken(turn, kind, tier.value)} off shipping${whereText(where)}`;
    }),
  );
  return [part(turn, offers)];
}

function amountTests({ context }: Turn, tier: RowTier, next: RowTier | undefined): readonly string[] {
  const { currency } = context.row;
  return [
    ...(decimalOf(tier.from).isZero() ? [] : [`amount >= ${amountText(tier.from, currency)}`]),
    ...(next === undefined ? [] : [`amount < ${amountText(next.from, currency)}`]),
  ];
}

/**
 * One discount over goods and shipping. The row splits a sum between both before it spreads the goods' part: the shipping's
 * part is what rounding the goods' part half up leaves.
 */
export function overBoth(turn: Turn): readonly Part[] {
  const { context, effect, rule } = turn;
  if (effect.per !== 'order')
    throw new CannotBeSaid('outside the schema', 'shipping is included in sums only');
  const value = given(effect.value, 'its value');
  const lines = tickedScopeText(effect.scope, context);
  const taken = takenText(effect.kind === 'percent' ? 'percent' : 'amount', value, turn);
  const moved = effectsBefore(rule, effect, context).some(movesShipping);
  const on = lines === undefined ? 'on shipping and lines' : `on shipping and lines where ${lines}`;
  if (effect.kind === 'percent' || effect.cap !== undefined || moved || taken === NOTHING)
    return [{ on, lines, settings: [...orderRounding(turn), ...capText(turn)], body: [`take ${taken} off`] }];
  const sum = `min(${taken}, left + order.postage)`;
  const share = (own: string): string => `${sum} * (${own} / (left + order.postage))`;
  return [
    { lines, settings: ['rounding half-down'], body: [`take ${share('order.postage')} off shipping`] },
    { lines, settings: ['rounding half-up'], body: [`take ${share('left')} off`] },
  ];
}
