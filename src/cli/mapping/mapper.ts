import { isList } from '../../cart/data.js';
import type { CartError } from '../../cart/types.js';
import type { CartRules } from '../../cart/validate.js';
import {
  type BuiltIn,
  fieldReader,
  type FieldReader,
  fieldsReader,
  listReader,
  partPlace,
} from './fields.js';
import { lackOf } from './instant.js';
import { lookupOf, pathText } from './path.js';
import type { Field, Mapping, Part, Path } from './shape.js';

/** What the lines and charges of a cart have of their own. */
export const LINE: BuiltIn = { id: 'text', sku: 'text', quantity: 'quantity', price: 'amounts' };
export const CHARGE: BuiltIn = { id: 'text', amount: 'amounts' };
export const NONE: BuiltIn = {};

/** Reads orders of a shop as carts of a ruleset. */
export interface CartMapper {
  /** A cart, to be validated: what is wrong with the order is wrong with it. */
  cart(order: unknown): unknown;
  /** The order's own id, where the mapping says where it stands. */
  idOf(order: unknown): string | undefined;
  /** A mistake of the cart, with where in the order its value comes from. */
  told(mistake: CartError): string;
}

export function cartMapper(mapping: Mapping, rules: CartRules): CartMapper {
  const read = cartReader(mapping, rules);
  const id = mapping.id === undefined ? undefined : fieldReader({ from: mapping.id }, 'text', false);
  const sources = sourcesOf(mapping);
  const isCsv = mapping.format === 'csv';
  return {
    cart: (order) => (isRecord(isCsv ? headOf(order) : order) ? read(order) : order),
    idOf(order) {
      const found = id?.(atRoot(isCsv ? headOf(order) : order));
      return typeof found === 'string' ? found : undefined;
    },
    told({ code, path, found, message }) {
      const source = sources(path);
      if (source === undefined) return message;
      const lack = code === 'RC0005' ? lackOf(found.replaceAll('"', ''), source.field) : undefined;
      return `${message} (from \`${source.place}\`${lack === undefined ? '' : `; ${lack}`})`;
    },
  };
}

/** Rows of CSV come as a list: what belongs to the order is read from the first. Any other list would be several orders. */
function headOf(order: unknown): unknown {
  return isList(order) ? order[0] : order;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !isList(value);
}

function atRoot(order: unknown): { order: unknown; here: unknown } {
  return { order, here: order };
}

function cartReader(mapping: Mapping, { attributes }: CartRules): (order: unknown) => unknown {
  const isMinor = mapping.amounts === 'minor';
  const members: Readonly<Record<string, (order: unknown, whole: unknown) => unknown>> = {
    currency: single(fieldReader(mapping.currency, 'text', isMinor)),
    amounts: () => (mapping.amounts === 'minor' ? 'minor' : undefined),
    at: single(fieldReader(mapping.at, 'time', isMinor)),
    customer: carrier(mapping.customer, { builtIn: NONE, declared: attributes.customer }, isMinor),
    order: carrier(mapping.order, { builtIn: NONE, declared: attributes.order }, isMinor),
    codes: single(
      mapping.codes === undefined ? () => undefined : fieldReader(mapping.codes, 'list', isMinor),
    ),
    lines: linesOf(mapping.lines, { builtIn: LINE, declared: attributes.line }, isMinor),
    shipping: shippingOf(mapping.shipping, { builtIn: CHARGE, declared: attributes.shipping }, isMinor),
  };
  const readers = Object.entries(members);
  return (whole) => {
    const order = headOf(whole);
    const cart: Record<string, unknown> = {};
    for (const [name, read] of readers) {
      const value = read(order, whole);
      if (value !== undefined) cart[name] = value;
    }
    return cart;
  };
}

type MemberReader = (order: unknown, whole: unknown) => unknown;

type Rules = Parameters<typeof fieldsReader>[1];

function single(read: FieldReader): MemberReader {
  return (order) => read(atRoot(order));
}

function carrier(part: Part | undefined, rules: Rules, isMinor: boolean): MemberReader {
  if (part === undefined) return () => undefined;
  const read = fieldsReader(part, rules, isMinor);
  return (order) => read(partPlace(part, order));
}

/** Without a place of their own the lines are the rows of the order, or the order is its one line. */
function linesOf(part: Part, rules: Rules, isMinor: boolean): MemberReader {
  const read = listReader(part, rules, isMinor);
  const find = part.from === undefined ? undefined : lookupOf(part.from);
  return (order, whole) => {
    const found = find === undefined ? whole : find(atRoot(order));
    return read(find === undefined && !isList(found) ? [found] : (found ?? undefined), order);
  };
}

function shippingOf(shipping: Mapping['shipping'], rules: Rules, isMinor: boolean): MemberReader {
  if (shipping === undefined) return () => undefined;
  if (!isPart(shipping)) return single(fieldReader(shipping, 'amounts', isMinor));
  const read = listReader(shipping, rules, isMinor);
  return (order) => read(partPlace(shipping, order).here ?? undefined, order);
}

/** Charges have a part, one amount has a field. */
export function isPart(shipping: Field | Part): shipping is Part {
  return 'fields' in shipping || 'others' in shipping;
}

interface Source {
  readonly field: Field;
  readonly place: string;
}

/** Where in an order the value at a path of the cart comes from; nothing where the mapping does not say. */
function sourcesOf(mapping: Mapping): (path: string) => Source | undefined {
  return (path) => {
    const [, member = '', index, name] = /^(\w+)(?:\[(\d+)\])?(?:\.(\w+))?/.exec(path) ?? [];
    const target = (mapping as unknown as Record<string, Field & Part>)[member];
    const field = name === undefined ? target : target?.fields?.[name];
    if (field?.from === undefined) return undefined;
    const within = name === undefined || target?.from === undefined ? '' : pathText(target.from);
    const at = index === undefined || within === '' ? '' : `[${index}]`;
    return { field, place: joined(`${within}${at}`, field.from) };
  };
}

function joined(place: string, from: Path): string {
  const text = pathText(from);
  return place === '' || text.startsWith('$.') ? text : `${place}.${text}`;
}
