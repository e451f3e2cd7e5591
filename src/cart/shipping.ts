import type { Attribute } from '../check/ruleset.js';
import { attributesReader, namesOf, noValues } from './attributes.js';
import { CART_LIMITS } from '../limits.js';
import { isList } from './data.js';
import { type Kind, wrongType } from './fault.js';
import type { Holder } from './holder.js';
import { type ElementReader, ownId, readElements } from './list.js';
import type { Charge } from './types.js';

/** The id of the charge where `shipping` is one amount. */
const ONLY_CHARGE = 'shipping';

/** Reads a cart's shipping charges. */
export type ShippingReader = (root: Holder) => readonly Charge[];

/**
 * A reader of `shipping`: one amount, a list of charges, or nothing, which is one charge of 0. An amount carries no
 * attributes: where the rules require some it must be 0.
 */
export function shippingReader(declared: readonly Attribute[], money: Kind<number>): ShippingReader {
  const either = amountOrCharges(money);
  const plainAttributes = attributesReader(
    declared,
    money,
    'send shipping as a list of charges with their attributes',
  );
  const shape = { noun: 'charge', names: ['id', 'amount', ...namesOf(declared)] };
  const readCharge = chargeReader(declared, money);
  const none = noValues(declared);
  return (root) => {
    const value = root.members['shipping'];
    if (isList(value)) return readElements(root, 'shipping', shape, value, readCharge, CART_LIMITS.charges);
    const amount = root.optional('shipping', value, either) ?? 0;
    if (amount > 0) plainAttributes(root.bare('shipping'));
    return [{ id: ONLY_CHARGE, amount, values: none }];
  };
}

function chargeReader(declared: readonly Attribute[], money: Kind<number>): ElementReader<Charge> {
  const attributes = attributesReader(declared, money);
  return (from, index, ids) => {
    const id = ownId(from, index, ids);
    const sent = from.members['amount'];
    const amount = money.read(sent) ?? from.refuse('amount', sent, money, 'every charge has its amount');
    const values = attributes(from);
    return id === undefined || amount === undefined ? undefined : { id, amount, values };
  };
}

function amountOrCharges(money: Kind<number>): Kind<number> {
  const expected = `${money.expected}, or a list of charges`;
  return {
    expected,
    read: money.read,
    faults: (value) => (typeof value === 'object' ? wrongType(value, expected) : money.faults(value)),
  };
}
