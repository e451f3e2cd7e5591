import { lineCondition, money, percent } from './expressions.js';
import { type Piece, piece } from './model.js';
import type { Random } from './random.js';
import { SKUS } from './universe.js';

/** Where an offer stands, for what may be said there. */
export interface OfferPlace {
  readonly forEach: boolean;
  /** Under a table row. */
  readonly row: boolean;
  readonly under: 'nothing' | 'spend' | 'buy' | 'every-amount' | 'every-units';
  readonly withShipping: boolean;
  /** One of several tiers: caps stand before the first, or nowhere. */
  readonly tier?: boolean;
}

/** One offer with its limits; the clause names what is new about it. */
function offer(random: Random, place: OfferPlace): Piece {
  const made = random.pick(makersAt(place))(random, place);
  return { ...made, text: made.text + limits(random, place, made.clause) };
}

type Maker = (random: Random, place: OfferPlace) => Piece;

const SCOPE: readonly Maker[] = [
  (random, { row }) =>
    piece('take money off', row && random.chance(0.7) ? 'take row.off off' : `take ${money(random, 60)} off`),
  (random) => piece('take percent off', `take ${percent(random)} off`),
  (random) => piece('take percent of list off', `take ${random.int(1, 30)}% of list off`),
  (random) =>
    piece(
      'take money attribute off',
      `take ${random.pick(['order.deposit', 'customer.points', 'min(customer.points, left * 20%)'])} off`,
    ),
];

const EACH: readonly Maker[] = [
  (random) => piece('off each line', `take ${percent(random)} off each line`),
  (random) => piece('off each line', `take ${money(random, 20)} off each line`),
  (random) => piece('off each unit', `take ${percent(random)} off each unit`),
  (random) => piece('off each unit', `take ${money(random, 9)} off each unit`),
];

const PRICE: readonly Maker[] = [
  (random) => piece('pay money', `pay ${money(random, 200)}`),
  (random) => piece('pay percent', `pay ${random.int(40, 99)}%`),
  (random) =>
    piece(
      'price each',
      `price ${random.pick(['live-price', 'cost', money(random, 60), 'price * 88%'])} each`,
    ),
];

const SHIPPING: readonly Maker[] = [
  () => piece('ship free', 'ship free'),
  (random) => piece('ship for', `ship for ${money(random, 8)}`),
  (random) =>
    piece('off shipping', `take ${random.chance(0.5) ? money(random, 8) : percent(random)} off shipping`),
  (random) =>
    piece(
      'shipping where',
      `${random.pick(['ship free', 'take 3.00 off shipping'])} where method is "${random.pick(['post', 'van'])}"`,
    ),
];

const GIVEN: readonly Maker[] = [
  (random) => piece('give', `give ${random.int(1, 2)} of ${random.chance(0.5) ? '"GIFT"' : '"K1" or "K2"'}`),
  (random) => piece('offer add-on', `offer ${random.int(1, 2)} of "MUG" for ${money(random, 12)}`),
];

const PICKED: readonly Maker[] = [
  (random) => piece('the cheapest', `take ${percent(random)} off the cheapest ${random.int(1, 2)}`),
  (random) => piece('the dearest', `take ${money(random, 20)} off the dearest ${random.int(1, 2)}`),
  (random) => piece('make free', `make the ${random.pick(['cheapest', 'dearest'])} 1 free`),
  (random) => piece('price picked', `price ${money(random, 20)} each the cheapest ${random.int(1, 2)}`),
  (random) => piece('pay picked', `pay ${money(random, 30)} the cheapest ${random.int(1, 2)}`),
  (random) =>
    piece(
      'targets apart',
      `take ${percent(random)} off the cheapest ${random.int(1, 2)} of lines where ${lineCondition(random, 1)}`,
    ),
  (random) =>
    piece(
      'all or none',
      `make the cheapest ${random.int(1, 2)} of lines where ${lineCondition(random, 0)} all or none free`,
    ),
];

const POSITIONS: readonly Maker[] = [
  (random) => piece('unit positions', `unit ${random.int(1, 3)} take ${money(random, 9)} off`),
  (random) => piece('unit positions', `units 2 to ${random.int(2, 5)} take ${percent(random)} off each unit`),
  (random) => piece('unit free', `unit ${random.int(1, 3)} make free`),
];

const BUNDLES: readonly Maker[] = [
  (random) =>
    piece(
      'bundle',
      `bundle ${random.int(1, 2)} of sku "${random.pick(SKUS)}", 1 of lines where ${lineCondition(random, 0)} pay ${money(random, 80)}`,
    ),
  (random) =>
    piece(
      'bundle',
      `bundle 1 of sku "${random.pick(SKUS)}", 1 of sku "${random.pick(SKUS)}" take ${random.chance(0.5) ? percent(random) : money(random, 20)} off`,
    ),
];

function makersAt({ under }: OfferPlace): readonly Maker[] {
  switch (under) {
    case 'nothing':
      return [...SCOPE, ...EACH, ...PRICE, ...SHIPPING, ...GIVEN, ...PICKED, ...POSITIONS, ...BUNDLES];
    case 'spend':
      return [...SCOPE, ...SCOPE, ...EACH, ...PRICE, ...SHIPPING, ...GIVEN, ...PICKED];
    case 'buy':
      return [
        ...SCOPE,
        ...EACH,
        (random) => piece('pay percent', `pay ${random.int(40, 99)}%`),
        ...SHIPPING,
        ...GIVEN,
      ];
    case 'every-amount':
      return [...SCOPE, ...EACH.slice(1, 2), ...SHIPPING.slice(2, 3), ...GIVEN];
    case 'every-units':
      return [...SCOPE, ...PRICE, ...PICKED, ...PICKED, ...GIVEN.slice(0, 1)];
  }
}

/** Limits directly after an offer. */
function limits(random: Random, place: OfferPlace, clause: string): string {
  const said: string[] = [];
  if (place.tier !== true && random.chance(0.2)) said.push(cap(random, place, clause));
  if (place.under.startsWith('every') && random.chance(0.2)) said.push(` up to ${random.int(1, 3)} times`);
  if (canLimitUnits(clause) && random.chance(0.12)) said.push(unitsLimit(random));
  if (random.chance(0.1)) said.push(floor(random));
  return said.join('');
}

export function cap(random: Random, { forEach }: OfferPlace, clause = ''): string {
  const amount = random.chance(0.7) ? money(random, 60) : `${random.int(5, 60)}% of list`;
  if (random.chance(0.25) && !/ship|give|add-on|promotion/.test(clause))
    return ` capped at ${money(random, 20)} per ${random.pick(['line', 'unit'])}`;
  return ` capped at ${amount}${forEach ? random.pick([' each', ' in all']) : ''}`;
}

function canLimitUnits(clause: string): boolean {
  return /^(take|off each unit|price each|pay)/.test(clause);
}

function unitsLimit(random: Random): string {
  const which = random.chance(0.3) ? ' the cheapest' : '';
  return ` for at most ${random.int(1, 4)} units${which}${random.pick(['', ' per line', ' per customer'])}`;
}

export function floor(random: Random): string {
  return random.pick([
    ' leave at least cost',
    ` leave at least ${money(random, 20)} per line`,
    ` leave at least ${money(random, 3)} per unit`,
    ` leave at least ${money(random, 60)} in all`,
  ]);
}

/** Offers joined by `also`, each seeing what the earlier left. */
export function offers(random: Random, place: OfferPlace): readonly Piece[] {
  const first = offer(random, place);
  if (!random.chance(0.15)) return [first];
  const second = offer(random, place);
  return [piece('also', `${first.text} also ${second.text}`)];
}
