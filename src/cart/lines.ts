import type { Attribute } from '../check/ruleset.js';
import { MAX_AMOUNT } from '../money/amount.js';
import { type AttributesReader, attributesReader, namesOf } from './attributes.js';
import { CART_LIMITS } from '../limits.js';
import { isList } from './data.js';
import { fault, Faults, type Kind, wrongType } from './fault.js';
import type { Holder } from './holder.js';
import { type ElementReader, ownId, readElements } from './list.js';
import type { UnitPrice } from './price.js';
import { show } from './show.js';
import type { CartLine } from './types.js';
import { name, quantity } from './values.js';

/** Reads the lines of a cart that nothing is wrong with. */
export type LinesReader = (root: Holder) => readonly CartLine[];

/** A reader of lines with the attributes declared; `limit` names the greatest amount. */
export function linesReader(
  declared: readonly Attribute[],
  money: Kind<number>,
  price: Kind<UnitPrice>,
  limit: string,
): LinesReader {
  const shape = { noun: 'line', names: ['id', 'sku', 'quantity', 'price', ...namesOf(declared)] };
  const read = lineReader(price, attributesReader(declared, money), limit);
  return (root) => {
    const value = root.members['lines'];
    if (isList(value)) return readElements(root, 'lines', shape, value, read, CART_LIMITS.lines);
    root.fail('lines', value === undefined ? noLines() : wrongType(value, LINES));
    return [];
  };
}

function lineReader(
  price: Kind<UnitPrice>,
  attributes: AttributesReader,
  limit: string,
): ElementReader<CartLine> {
  return (from, index, ids) => {
    const members = from.members;
    const id = ownId(from, index, ids);
    const sku =
      name.read(members['sku']) ?? from.refuse('sku', members['sku'], name, 'every line names what is sold');
    const units =
      quantity.read(members['quantity']) ??
      from.refuse('quantity', members['quantity'], quantity, 'every line has its number of units');
    const unit =
      price.read(members['price']) ??
      from.refuse('price', members['price'], price, 'every line has the list price of one unit');
    const values = attributes(from);
    if (unit === undefined || units === undefined) return undefined;
    const isWhole = typeof unit === 'number';
    const list = isWhole ? unit * units : unit.times(units);
    if (list > MAX_AMOUNT) from.fail('', tooMuch(`${show(members['price'])} times ${units}`, limit));
    if (list > MAX_AMOUNT || id === undefined || sku === undefined) return undefined;
    const finer = isWhole ? undefined : unit.finer;
    return { id, sku, quantity: units, price: isWhole ? unit : unit.price, finer, list, values };
  };
}

/** Amounts of the cart that together are beyond what can be priced exactly. */
export function tooMuch(words: string, limit: string): Faults {
  const advice = 'check prices and quantities';
  return new Faults([{ code: 'RC0009', within: '', found: undefined, words, expected: limit, advice }]);
}

const LINES = 'a list of lines';

function noLines(): Faults {
  return fault('RC0002', undefined, LINES, 'send `[]` for an empty cart');
}
