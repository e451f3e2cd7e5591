import { MAX_AMOUNT } from '../money/amount.js';
import type { AttributesReader } from './attributes.js';
import { asElements } from './data.js';
import { fault, Faults, type Kind, wrongType } from './fault.js';
import type { Holder } from './holder.js';
import { type Ids, ownId, readElements } from './list.js';
import type { UnitPrice } from './price.js';
import { show } from './show.js';
import type { CartLine } from './types.js';
import { name, quantity } from './values.js';

/** Reads one line; `undefined` where something is wrong with it. */
export type LineReader = (from: Holder, ids: Ids) => CartLine | undefined;

/** The lines of a cart that nothing is wrong with. */
export function readLines(root: Holder, read: LineReader): readonly CartLine[] {
  const value = root.raw('lines');
  const elements = asElements(value);
  if (elements !== undefined) return readElements(root, 'lines', 'line', elements, read);
  root.fail('lines', value === undefined ? noLines() : wrongType(value, LINES));
  return [];
}

/** A reader of lines; `limit` names the greatest amount. */
export function lineReader(price: Kind<UnitPrice>, attributes: AttributesReader, limit: string): LineReader {
  return (from, ids) => {
    const id = ownId(from, ids);
    const sku = from.required('sku', name, 'every line names what is sold');
    const units = from.required('quantity', quantity, 'every line has its number of units');
    const unit = from.required('price', price, 'every line has the list price of one unit');
    const values = attributes(from);
    if (unit === undefined || units === undefined) return undefined;
    const list = unit.times(units);
    if (list > MAX_AMOUNT) from.fail('', tooMuch(`${show(from.raw('price'))} times ${units}`, limit));
    if (list > MAX_AMOUNT || id === undefined || sku === undefined) return undefined;
    return { id, sku, quantity: units, price: unit.price, finer: unit.finer, list, values };
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
