import { lineCondition, money, units } from './expressions.js';
import { addOnsGiven, type Maker, MAKERS, type OfferPlace } from './offer-makers.js';
import { joined, type Piece, piece } from './model.js';
import type { Draw } from './draw.js';

export type { OfferPlace } from './offer-makers.js';

function makersAt({ under }: OfferPlace): readonly Maker[] {
  const { scope, each, price, shipping, given, picked, positions, bundles } = MAKERS;
  switch (under) {
    case 'nothing':
      return [...scope, ...each, ...price, ...shipping, ...given, ...picked, ...positions, ...bundles];
    case 'spend':
      return [...scope, ...scope, ...each, ...price, ...shipping, ...given, ...picked, ...positions];
    case 'buy':
      return [...scope, ...each, payPercent, ...shipping, ...given];
    case 'every-amount':
      return [...scope, ...each, ...shipping, ...given, ...picked];
    case 'every-units':
      return [...scope, ...scope, ...each, ...price, ...picked, ...picked, ...addOnsGiven, ...shipping];
  }
}

const payPercent: Maker = (draw) => piece('pay percent', `pay ${draw.int(40, 99)}%`);

/** One offer with its limits; the clause names what is new about it. */
function offer(draw: Draw, place: OfferPlace): Piece {
  const made = draw.pick(makersAt(place))(draw, place);
  return limited(draw, place, made);
}

/** An offer with limits directly after it. */
function limited(draw: Draw, place: OfferPlace, made: Piece): Piece {
  const said: Piece[] = [];
  const isRepeated = place.under.startsWith('every') || made.clause.startsWith('bundle');
  if (place.tier !== true && draw.chance(0.2)) said.push(cap(draw, place, made.clause));
  if (isRepeated && draw.chance(0.2)) said.push(piece('up to times', `up to ${units(draw, 3)} times`));
  if (canLimitUnits(made.clause) && draw.chance(0.12)) said.push(unitsLimit(draw));
  if (draw.chance(0.1)) said.push(floor(draw));
  return joined([made, ...said]);
}

export function cap(draw: Draw, { forEach, row }: OfferPlace, clause = ''): Piece {
  if (draw.chance(0.25) && !/ship|give|add-on|promotion/.test(clause)) {
    const most = draw.pick([money(draw, 20), money(draw, 20), 'cost', '10% of list']);
    const per = draw.pick(['line', 'unit']);
    return piece(`capped per ${per}`, `capped at ${most} per ${per}`);
  }
  const computed = draw.pick([
    'order.deposit',
    'left * 15%',
    row === 'bands' ? 'row.most' : 'customer.points',
  ]);
  const plain = draw.chance(0.75) ? money(draw, 60) : `${draw.int(5, 60)}% of list`;
  const amount = draw.chance(0.8) ? plain : computed;
  const whose = forEach ? draw.pick([' each', ' in all']) : '';
  return piece(`capped at${whose}`, `capped at ${amount}${whose}`);
}

function canLimitUnits(clause: string): boolean {
  return /^(take|off each unit|price each|pay)/.test(clause);
}

export function unitsLimit(draw: Draw): Piece {
  const which = draw.pick(['', '', ' the cheapest', ' the dearest']);
  const per = draw.pick(['', ' per line', ' per customer']);
  return piece(`for at most units${per}`, `for at most ${units(draw, 4)} units${which}${per}`);
}

export function floor(draw: Draw): Piece {
  const { clause, text } = draw.pick([
    piece('leave at least per line', 'cost'),
    piece('leave at least per line', 'cost * 110%'),
    piece('leave at least per line', `${money(draw, 20)} per line`),
    piece('leave at least per unit', `${money(draw, 3)} per unit`),
    piece('leave at least per unit', 'live-price / 3 per unit'),
    piece('leave at least in all', `${money(draw, 60)} in all`),
    piece('leave at least in all', `${draw.int(10, 95)}% of list in all`),
  ]);
  return piece(clause, `leave at least ${text}`);
}

/** Offers joined by `also`, each seeing what the earlier left. */
export function offers(draw: Draw, place: OfferPlace): readonly Piece[] {
  const first = offer(draw, place);
  if (!draw.chance(0.15)) return [first];
  const others = Array.from({ length: draw.pick([1, 1, 2]) }, () => offer(draw, place));
  return [joined([first, ...others.map(({ clause, text }) => piece(`also + ${clause}`, `also ${text}`))])];
}

/** What opens groups of units. */
export function everyUnits(draw: Draw, place: Omit<OfferPlace, 'under'>): Piece {
  const count = place.row === 'tiers' && draw.chance(0.5) ? 'row.units' : units(draw, 4);
  const said = [piece('every units', `every ${count} units`)];
  if (draw.chance(0.25)) said.push(piece('every units of lines', `of lines where ${lineCondition(draw, 0)}`));
  const order = draw.pick(['', '', 'cheapest first', 'dearest first', 'cheapest of all']);
  if (order !== '') said.push(piece(`every units ${order}`, order));
  return joined(said);
}
