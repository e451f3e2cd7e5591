/** The shapes of what opens a promotion's offers, of the offers, and of the limits that bind them. */

import { RULE_LIMITS } from '../limits.js';
import { flag, list, members, oneOf, type Shape, text, whole, word } from './shape.js';
import { condition, number, type Types } from './scalar-shapes.js';

export const floors: Shape<Types> = list(
  members<Types>({ amount: number, per: word('unit line scope'), text }),
);

const amount = oneOf<Types>('kind', {
  percent: { percent: number, 'base?': number },
  money: { amount: number },
});

const pick = members<Types>({
  which: word('cheapest dearest'),
  count: number,
  'of?': condition,
  allOrNone: flag,
});

export const limits: Shape<Types> = members<Types>({
  caps: list(members({ amount: number, per: word('standing all-standings line unit') })),
  'times?': number,
  'units?': members({
    count: number,
    which: word('cheapest dearest'),
    per: word('standing line customer'),
  }),
});

const every = { text, limits };
const chosen = { ...every, 'units?': members<Types>({ from: whole(1), 'to?': whole(1) }), 'pick?': pick };

const offer = oneOf<Types>('kind', {
  take: { ...chosen, amount, off: word('scope line unit') },
  pay: { ...chosen, amount },
  price: { ...chosen, amount: number },
  free: chosen,
  ship: {
    ...every,
    how: oneOf<Types>('kind', { pay: { price: number }, take: { amount } }),
    'where?': condition,
  },
  give: { ...every, count: number, skus: list(text) },
  'add-on': { ...every, count: number, sku: text, price: number },
  bundle: {
    ...every,
    parts: list(members<Types>({ count: number, where: condition }), 1, RULE_LIMITS.bundle),
    offer: oneOf<Types>('kind', { 'take pay': { amount } }),
  },
});

const offers = list(offer, 1);
const spendTier = members<Types>({ amount: number, counting: number, offers });

export const opens: Shape<Types> = oneOf<Types>('kind', {
  always: { offers },
  spend: { tiers: list(spendTier, 1) },
  buy: { tiers: list(members<Types>({ units: number, counting: number, offers }), 1) },
  'every-amount': { step: spendTier },
  'every-units': {
    units: number,
    'of?': condition,
    first: word('dearest cheapest'),
    ofAll: flag,
    offers,
  },
});
