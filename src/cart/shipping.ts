import type { Attribute } from '../check/ruleset.js';
import { attributesReader, noValues } from './attributes.js';
import { asElements } from './data.js';
import { type Kind, wrongType } from './fault.js';
import type { Holder } from './holder.js';
import { type Ids, ownId, readElements } from './list.js';
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
  const readCharge = chargeReader(declared, money);
  const none = noValues(declared);
  return (root) => {
    const elements = asElements(root.raw('shipping'));
    if (elements !== undefined) return readElements(root, 'shipping', 'charge', elements, readCharge);
    const amount = root.optional('shipping', either) ?? 0;
    if (amount > 0) plainAttributes(root.bare('shipping'));
    return [{ id: ONLY_CHARGE, amount, values: none }];
  };
}

function chargeReader(
  declared: readonly Attribute[],
  money: Kind<number>,
): (from: Holder, ids: Ids) => Charge | undefined {
  const attributes = attributesReader(declared, money);
  return (from, ids) => {
    const id = ownId(from, ids);
    const amount = from.required('amount', money, 'every charge has its amount');
    const values = attributes(from);
    return id === undefined || amount === undefined ? undefined : { id, amount, values };
  };
}

function amountOrCharges(money: Kind<number>): Kind<number> {
  const expected = `${money.expected}, or a list of charges`;
  return {
    expected,
    read: (value) => (typeof value === 'object' ? wrongType(value, expected) : money.read(value)),
  };
}
