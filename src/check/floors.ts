import type { LeaveLimit } from '../syntax/ast.js';
import type { Context } from './context.js';
import { linePlace, type Place, perPlace } from './expressions/place.js';
import { unknownScalar } from './expressions/value.js';
import { lineAttributeIn } from './expressions/walk.js';
import { moneyAt } from './expressions/wanted.js';
import { limitText } from './offer-text.js';
import type { Floor } from './ruleset.js';

export function floorOf(limit: LeaveLimit, place: Place, context: Context): Floor {
  const floor = lowered(limit, place, context);
  context.places.set(floor, limit.span);
  return floor;
}

/** `leave at least A`: what reads a line's attribute holds per line, anything else must say for what it holds. */
function lowered(limit: LeaveLimit, place: Place, context: Context): Floor {
  const { amount, per } = limit;
  const text = limitText(limit);
  if (per === 'in-all') return { amount: floorAmount(limit, place, context), per: 'scope', text };
  if (per !== undefined) return { amount: floorAmount(limit, perPlace(place, per), context), per, text };
  const readsLine = amount.kind === 'missing' || lineAttributeIn(amount, context) !== undefined;
  const found = floorAmount(limit, linePlace(place), context);
  if (!readsLine && found !== unknownScalar) context.findings.add('RK1068', limit.span, { text });
  return { amount: found, per: 'line', text };
}

function floorAmount({ amount }: LeaveLimit, place: Place, context: Context): Floor['amount'] {
  return moneyAt(amount, place, '`leave at least`', context);
}
