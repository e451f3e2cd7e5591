import type { BundlePart, Expression, Limit, Offer, Pick, TakeOffer, UnitPositions } from '../syntax/ast.js';
import { printExpression, printText } from '../syntax/print.js';

/** An offer's canonical text with the limits that follow it, as a breakdown names the step: `take 15% off each line`. */
export function offerText(offer: Offer): string {
  const position = offer.units === undefined ? '' : `${positionsText(offer.units)} `;
  const limits = offer.limits.map((limit) => ` ${limitText(limit)}`).join('');
  return `${position}${bareText(offer)}${limits}`;
}

function bareText(offer: Offer): string {
  switch (offer.kind) {
    case 'take':
      return `${takeText(offer)}${pickText(offer.pick)}`;
    case 'pay':
      return `pay ${printExpression(offer.amount)}${pickText(offer.pick)}`;
    case 'price':
      return `price ${printExpression(offer.amount)} each${pickText(offer.pick)}`;
    case 'free':
      return `make${pickText(offer.pick)} free`;
    case 'give':
      return `give ${printExpression(offer.count)} of ${offer.skus.map((sku) => printText(sku.value)).join(' or ')}`;
    case 'add-on':
      return `offer ${printExpression(offer.count)} of ${printText(offer.sku.value)} for ${printExpression(offer.price)}`;
    case 'ship':
      return `ship ${offer.price === undefined ? 'free' : `for ${printExpression(offer.price)}`}${whereText(offer.where)}`;
    case 'bundle': {
      const amount = printExpression(offer.offer.amount);
      const formed = offer.offer.kind === 'pay' ? `pay ${amount}` : `take ${amount} off`;
      return `bundle ${offer.parts.map(partText).join(', ')} ${formed}`;
    }
  }
}

const OFF = { scope: 'off', line: 'off each line', unit: 'off each unit', shipping: 'off shipping' } as const;

function takeText({ amount, off, where }: TakeOffer): string {
  return `take ${printExpression(amount)} ${OFF[off]}${whereText(where)}`;
}

function positionsText({ from, plural, to }: UnitPositions): string {
  const first = printExpression(from);
  if (!plural) return `unit ${first}`;
  return to === undefined ? `units ${first}` : `units ${first} to ${printExpression(to)}`;
}

function pickText(pick: Pick | undefined): string {
  if (pick === undefined) return '';
  const of = pick.of === undefined ? '' : ` of lines where ${printExpression(pick.of)}`;
  return ` the ${pick.which} ${printExpression(pick.count)}${of}${pick.allOrNone ? ' all or none' : ''}`;
}

function partText({ count, sku, where }: BundlePart): string {
  const lines =
    where === undefined ? `sku ${printText(sku?.value ?? '')}` : `lines where ${printExpression(where)}`;
  return `${printExpression(count)} of ${lines}`;
}

function whereText(where: Expression | undefined): string {
  return where === undefined ? '' : ` where ${printExpression(where)}`;
}

/** A limit's canonical text: `capped at 200.00 per line`. */
export function limitText(limit: Limit): string {
  switch (limit.kind) {
    case 'capped':
      return `capped at ${printExpression(limit.amount)}${WORD[limit.standing ?? 'unsaid']}${WORD[limit.per ?? 'unsaid']}`;
    case 'times':
      return `up to ${printExpression(limit.count)} times`;
    case 'units': {
      const which = limit.which === 'cheapest' ? ' the cheapest' : '';
      return `for at most ${printExpression(limit.count)} units${which}${WORD[limit.per ?? 'unsaid']}`;
    }
    case 'leave':
      return `leave at least ${printExpression(limit.amount)}${WORD[limit.per ?? 'unsaid']}`;
  }
}

/** For what a limit holds, as it is written. */
const WORD = {
  each: ' each',
  'in-all': ' in all',
  unit: ' per unit',
  line: ' per line',
  customer: ' per customer',
  unsaid: '',
} as const;
