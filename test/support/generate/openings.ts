import { lineCondition, money, units } from './expressions.js';
import { joined, type Piece, piece } from './model.js';
import { cap, everyUnits, floor, offers, type OfferPlace, unitsLimit } from './offers.js';
import type { Draw } from './draw.js';
import { counting } from './settings.js';

export type OpeningPlace = Omit<OfferPlace, 'under'>;

/** Limits for all offers, then tiers of one kind, one `every`, or one list of offers. */
export function opening(draw: Draw, place: OpeningPlace, earlier: readonly string[]): readonly Piece[] {
  const said: Piece[] = [];
  const limits = { ...place, under: 'nothing' } as const;
  if (draw.chance(0.12)) said.push(piece('promotion cap', cap(draw, limits, 'promotion').text));
  if (draw.chance(0.04)) said.push(capOfParts(draw));
  if (draw.chance(0.03)) said.push(piece('promotion units', unitsLimit(draw).text));
  if (draw.chance(0.06)) said.push(piece('promotion floor', floor(draw).text));
  return [...said, ...openings(draw, place, earlier)];
}

/** A cap on each line or unit, whatever offers take there together. */
function capOfParts(draw: Draw): Piece {
  const per = draw.pick(['line', 'line', 'unit']);
  return piece(`promotion cap per ${per}`, `capped at ${money(draw, 20)} per ${per}`);
}

function openings(draw: Draw, place: OpeningPlace, earlier: readonly string[]): readonly Piece[] {
  if (draw.chance(0.03)) return [crumbs(draw)];
  const kind = draw.int(0, 9);
  if (kind <= 2) return spendTiers(draw, { ...place, under: 'spend' }, earlier);
  if (kind === 3) return buyTiers(draw, { ...place, under: 'buy' });
  if (kind === 4) return everyAmount(draw, { ...place, under: 'every-amount' }, earlier);
  if (kind <= 6) return under(draw, everyUnits(draw, place), { ...place, under: 'every-units' });
  return offers(draw, { ...place, under: 'nothing' });
}

/** A few minor units over all lines: each share is about one, so that a surplus is more than some line has to give back. */
function crumbs(draw: Draw): Piece {
  const to = draw.pick(['rest to', 'to']);
  return joined([
    piece('shares', `shares ${draw.pick(['half-up', 'half-even'])}`),
    piece(to, `${to} ${draw.pick(['first', 'last'])}`),
    piece('share', 'share equally'),
    piece('take money off', `take ${draw.amount(draw.int(2, 9))} off`),
  ]);
}

function under(draw: Draw, opens: Piece, place: OfferPlace): readonly Piece[] {
  return [joined([opens, ...offers(draw, place)])];
}

/** A threshold with what it is measured on. */
function measured(draw: Draw, opens: Piece, earlier: readonly string[]): Piece {
  const over = draw.chance(0.12) ? overWhat(draw) : undefined;
  const counts = draw.chance(0.2) ? counting(draw, earlier) : undefined;
  return joined([
    opens,
    ...(over ? [over] : []),
    ...(counts ? [piece('threshold counting', counts.text)] : []),
  ]);
}

function overWhat(draw: Draw): Piece {
  return draw.chance(0.5)
    ? piece('over all lines', 'over all lines')
    : piece('over lines', `over lines where (${lineCondition(draw, 1)})`);
}

function spendTiers(draw: Draw, place: OfferPlace, earlier: readonly string[]): readonly Piece[] {
  const spend = (clause: string, amount: string): Piece =>
    measured(draw, piece(clause, `spend ${amount}`), earlier);
  if (place.row)
    return under(draw, spend('spend row', place.row === 'tiers' ? 'row.spend' : 'row.low'), place);
  if (draw.chance(0.12)) return under(draw, spend('spend expression', computed(draw)), place);
  let amount = draw.int(1, 90);
  const tiers = draw.pick([1, 1, 2, 3]);
  return Array.from({ length: tiers }, () => {
    amount += draw.int(1, 120);
    const least = draw.amount(amount * 100 + draw.pick([0, 0, 50]));
    return under(draw, spend(tiers > 1 ? 'spend + spend tier' : 'spend', least), {
      ...place,
      tier: tiers > 1,
    });
  }).flat();
}

/** An amount that depends on the cart. */
function computed(draw: Draw): string {
  return draw.pick([
    'order.deposit',
    'list * 80%',
    'max(big, customer.points)',
    `${money(draw, 90)} * 2`,
    'big / 7',
  ]);
}

function buyTiers(draw: Draw, place: OfferPlace): readonly Piece[] {
  if (draw.chance(0.15)) {
    const count = place.row === 'tiers' ? 'row.units' : units(draw, 4);
    return under(draw, joined([piece('buy', `buy ${count}`), overWhat(draw)]), place);
  }
  let least = 0;
  const tiers = draw.pick([1, 1, 2]);
  return Array.from({ length: tiers }, () => {
    least += draw.int(1, 3);
    return under(draw, piece('buy', `buy ${least}`), { ...place, tier: tiers > 1 });
  }).flat();
}

function everyAmount(draw: Draw, place: OfferPlace, earlier: readonly string[]): readonly Piece[] {
  const amount = place.row === 'tiers' && draw.chance(0.5) ? 'row.spend' : money(draw, 120);
  const opens = piece('every amount', `every ${draw.chance(0.12) ? computed(draw) : amount}`);
  return under(draw, measured(draw, opens, earlier), place);
}
