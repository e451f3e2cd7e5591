import { lineCondition, money, percent, units } from './expressions.js';
import { type Piece, piece } from './model.js';
import type { Draw } from './draw.js';
import { SKUS } from './universe.js';

/** Where an offer stands, for what may be said there. */
export interface OfferPlace {
  readonly forEach: boolean;
  /** Under a row of a table, which one. */
  readonly row: 'tiers' | 'bands' | undefined;
  readonly under: 'nothing' | 'spend' | 'buy' | 'every-amount' | 'every-units';
  readonly withShipping: boolean;
  /** One of several tiers: caps stand before the first, or nowhere. */
  readonly tier?: boolean;
}

export type Maker = (draw: Draw, place: OfferPlace) => Piece;

/** A sum of money that an offer takes, now and then from the row in hand. */
function sum(draw: Draw, { row }: OfferPlace, most: number): string {
  if (row === 'tiers' && draw.chance(0.6)) return 'row.off';
  if (row === 'bands' && draw.chance(0.3)) return 'row.most';
  return money(draw, most);
}

function share(draw: Draw, { row }: OfferPlace): string {
  return row === 'bands' && draw.chance(0.6) ? 'row.percent * 1%' : percent(draw);
}

const scope: readonly Maker[] = [
  (draw, place) => piece('take money off', `take ${sum(draw, place, 60)} off`),
  (draw, place) => piece('take percent off', `take ${share(draw, place)} off`),
  (draw) => piece('take percent of list off', `take ${draw.int(1, 30)}% of list off`),
  (draw) =>
    piece(
      'take expression off',
      `take ${draw.pick([
        'order.deposit',
        'customer.points',
        'min(customer.points, left * 20%)',
        'left / 3',
        'list / (quantity - 1)',
        '(left - total of cost) * 50%',
        `max(${money(draw, 20)}, order.deposit) - ${money(draw, 20)}`,
        'half-left / 7',
        '(list + left) / 9',
      ])} off`,
    ),
];

const each: readonly Maker[] = [
  (draw, place) => piece('off each line', `take ${share(draw, place)} off each line`),
  (draw) => piece('off each line', `take ${money(draw, 20)} off each line`),
  (draw) =>
    piece(
      'off each line',
      `take ${draw.pick(['(left - cost) * 50%', '5% of list', 'cost / weight', 'list / 7'])} off each line`,
    ),
  (draw, place) => piece('off each unit', `take ${share(draw, place)} off each unit`),
  (draw, place) => piece('off each unit', `take ${sum(draw, place, 9)} off each unit`),
  (draw) =>
    piece(
      'off each unit',
      `take ${draw.pick(['(left - cost) / 4', '5% of list', 'price / 3'])} off each unit`,
    ),
];

const price: readonly Maker[] = [
  (draw) => piece('pay money', `pay ${money(draw, 200)}`),
  (draw) => piece('pay percent', `pay ${draw.int(40, 99)}%`),
  (draw) =>
    piece(
      'price each',
      `price ${draw.pick(['live-price', 'cost', money(draw, 60), 'price * 88%', 'max(cost, price / 3)'])} each`,
    ),
];

const shipping: readonly Maker[] = [
  () => piece('ship free', 'ship free'),
  (draw) => piece('ship for', `ship for ${draw.chance(0.8) ? money(draw, 8) : 'order.deposit'}`),
  (draw, place) =>
    piece('off shipping', `take ${draw.chance(0.5) ? sum(draw, place, 8) : percent(draw)} off shipping`),
  (draw) =>
    piece(
      'shipping where',
      `${draw.pick(['ship free', `ship for ${money(draw, 3)}`, `take ${money(draw, 5)} off shipping`])} where ${draw.pick(
        [
          `method is "${draw.pick(['post', 'van'])}"`,
          'store is "S1"',
          `amount >= ${money(draw, 8)}`,
          'not (method is "post")',
        ],
      )}`,
    ),
];

/** Gifts and add-ons that groups of units may give. */
export const addOnsGiven: readonly Maker[] = [
  (draw) =>
    piece('give', `give ${units(draw, 2)} of ${draw.pick(['"GIFT"', '"K1"', '"K1" or "K2"', '"K4"'])}`),
];

const given: readonly Maker[] = [
  ...addOnsGiven,
  (draw, place) =>
    piece(
      'offer add-on',
      `offer ${units(draw, 2)} of "${draw.pick(['MUG', 'MUG', 'K4'])}" for ${sum(draw, place, 12)}`,
    ),
];

function end(draw: Draw): string {
  return draw.pick(['cheapest', 'cheapest', 'dearest']);
}

const picked: readonly Maker[] = [
  (draw, place) =>
    piece('take percent picked', `take ${share(draw, place)} off the ${end(draw)} ${units(draw, 2)}`),
  (draw, place) =>
    piece('take money picked', `take ${sum(draw, place, 20)} off the ${end(draw)} ${units(draw, 2)}`),
  (draw) =>
    piece('off each unit picked', `take ${money(draw, 5)} off each unit the ${end(draw)} ${units(draw, 3)}`),
  (draw, { row }) =>
    piece(
      'make free',
      `make the ${end(draw)} ${row === 'tiers' && draw.chance(0.5) ? 'row.units' : '1'} free`,
    ),
  (draw) =>
    piece(
      'price picked',
      `price ${draw.chance(0.7) ? money(draw, 20) : 'live-price'} each the ${end(draw)} ${units(draw, 2)}`,
    ),
  (draw) =>
    piece(
      'pay picked',
      `pay ${draw.chance(0.7) ? money(draw, 30) : '70%'} the ${end(draw)} ${units(draw, 2)}`,
    ),
  (draw, place) =>
    piece(
      'targets apart',
      `take ${draw.chance(0.6) ? share(draw, place) : sum(draw, place, 20)} off the ${end(draw)} ${draw.int(1, 2)} of lines where ${lineCondition(draw, 1)}`,
    ),
  (draw) =>
    piece(
      'all or none',
      `make the ${end(draw)} ${draw.int(1, 2)} of lines where ${lineCondition(draw, 0)} all or none free`,
    ),
];

const positions: readonly Maker[] = [
  (draw, place) => piece('unit position', `unit ${draw.int(1, 3)} take ${sum(draw, place, 9)} off`),
  (draw) => piece('unit position', `unit ${draw.int(1, 3)} ${draw.pick(['pay 70%', 'take 20% off'])}`),
  (draw) => piece('unit position', `unit ${draw.int(1, 3)} price ${money(draw, 9)} each`),
  (draw) => piece('unit positions', `units 2 to ${draw.int(2, 5)} take ${percent(draw)} off each unit`),
  (draw) => piece('unit positions', `units ${draw.int(1, 4)} take ${money(draw, 3)} off each unit`),
  (draw) => piece('unit free', `unit ${draw.int(1, 3)} make free`),
];

const bundles: readonly Maker[] = [
  (draw) =>
    piece(
      'bundle',
      `bundle ${draw.int(1, 2)} of sku "${draw.pick(SKUS)}", 1 of lines where ${lineCondition(draw, 0)} ${draw.chance(0.8) ? `pay ${money(draw, 80)}` : 'pay 80%'}`,
    ),
  (draw) =>
    piece(
      'bundle',
      `bundle 1 of sku "${draw.pick(SKUS)}", 1 of sku "${draw.pick(SKUS)}" take ${draw.chance(0.5) ? percent(draw) : money(draw, 20)} off`,
    ),
  (draw) =>
    piece(
      'bundle',
      `bundle ${units(draw, 2)} of lines where ${lineCondition(draw, 0)}, 1 of lines where ${lineCondition(draw, 1)} take ${percent(draw)} off`,
    ),
];

type Kind = 'scope' | 'each' | 'price' | 'shipping' | 'given' | 'picked' | 'positions' | 'bundles';

/** The makers of offers, by kind. */
export const MAKERS: Readonly<Record<Kind, readonly Maker[]>> = {
  scope,
  each,
  price,
  shipping,
  given,
  picked,
  positions,
  bundles,
};
