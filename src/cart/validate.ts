import type { Attribute, Ruleset } from '../check/ruleset.js';
import { MAX_AMOUNT } from '../money/amount.js';
import { amount, atMost, type Notation } from './amount.js';
import { attributesReader, isRequired, namesOf, noValues } from './attributes.js';
import { isInherited, isPolluted, NOTHING, openMembers } from './data.js';
import { fault, type Faults, type Kind, wrongType } from './fault.js';
import { Holder, texts } from './holder.js';
import { instant } from './instant.js';
import { type LinesReader, linesReader, tooMuch } from './lines.js';
import { unitPrice } from './price.js';
import { type ShippingReader, shippingReader } from './shipping.js';
import type { Cart, CartError, CartLine, Charge, Values } from './types.js';
import { readUsage, refuseUnknown, USAGE_MEMBERS } from './usage.js';

/** What validation needs of a checked ruleset. */
export type CartRules = Pick<Ruleset, 'currency' | 'attributes' | 'prices'>;

export type CartResult =
  | { readonly ok: true; readonly cart: Cart }
  | { readonly ok: false; readonly errors: readonly CartError[] };

export type CartValidator = (input: unknown) => CartResult;

/** The top-level members of a cart. */
const CART_MEMBERS: readonly string[] = [
  'currency',
  'amounts',
  'at',
  'customer',
  'order',
  'codes',
  'lines',
  'shipping',
  'usage',
];

const CART = { names: CART_MEMBERS, others: true };

/** Reads the attributes of the customer or the order. */
type CarrierReader = (root: Holder, value: unknown) => Values;

/** Everything that reads values of a cart, for one way of writing money. */
interface Readers {
  readonly currency: string;
  readonly notation: Notation;
  readonly money: Kind<number>;
  readonly customer: CarrierReader;
  readonly order: CarrierReader;
  readonly lines: LinesReader;
  readonly shipping: ShippingReader;
  /** Names the greatest amount. */
  readonly limit: string;
}

/**
 * Makes a validator from a ruleset's declarations. It never throws, whatever it is given, reports all mistakes of a cart at
 * once, in the order of the members above, and takes time in proportion to the cart.
 *
 * Plain data, which is what `JSON.parse` makes, is read as it stands. What answers by code of its own may throw: then all is
 * read again, carefully.
 */
export function cartValidator(rules: CartRules): CartValidator {
  const read = cartReader(rules);
  const isAmbiguous = namesRead(rules).some(isInherited);
  return (input) => {
    if (isAmbiguous || isPolluted()) return read(input, true);
    try {
      return read(input, false);
    } catch {
      return read(input, true);
    }
  };
}

/** Validates one cart; for many by the same rules make a `cartValidator` once. */
export function validateCart(input: unknown, rules: CartRules): CartResult {
  return cartValidator(rules)(input);
}

/** Every member that is read somewhere in a cart. */
function namesRead({ attributes }: CartRules): readonly string[] {
  const declared = Object.values(attributes).flatMap(namesOf);
  return [...CART_MEMBERS, 'id', 'sku', 'quantity', 'price', 'amount', ...USAGE_MEMBERS, ...declared];
}

function cartReader(rules: CartRules): (input: unknown, carefully: boolean) => CartResult {
  const currency = currencyKind(rules.currency.code);
  const readers = {
    text: readersFor(rules, 'text'),
    minor: readersFor(rules, 'minor'),
    any: readersFor(rules, 'any'),
  };
  return (input, carefully) => {
    const errors: CartError[] = [];
    const members = openMembers(input, CART, carefully);
    const root = new Holder(members ?? NOTHING, { errors, carefully });
    if (members === undefined) {
      root.fail('', notACart(input));
      return { ok: false, errors };
    }
    const sent = members['currency'];
    if (currency.read(sent) === undefined)
      root.refuse('currency', sent, currency, 'every cart says what its amounts are in');
    const cart = readCart(root, readers[readNotation(root, errors)]);
    return errors.length === 0 && cart !== undefined ? { ok: true, cart } : { ok: false, errors };
  };
}

function readersFor({ currency, attributes, prices }: CartRules, notation: Notation): Readers {
  const money = amount(currency, notation);
  const limit = atMost(currency, notation);
  const price = unitPrice(currency, prices, notation);
  return {
    currency: currency.code,
    notation,
    money,
    customer: carrierReader('customer', attributes.customer, money),
    order: carrierReader('order', attributes.order, money),
    lines: linesReader(attributes.line, money, price, limit),
    shipping: shippingReader(attributes.shipping, money),
    limit,
  };
}

function readCart(root: Holder, readers: Readers): Cart | undefined {
  const members = root.members;
  const at = members['at'];
  const time = instant.read(at) ?? root.refuse('at', at, instant, 'the library reads no clock');
  const customer = readers.customer(root, members['customer']);
  const order = readers.order(root, members['order']);
  const codes = root.optional('codes', members['codes'], texts) ?? [];
  const lines = readers.lines(root);
  const shipping = readers.shipping(root);
  checkTotal(root, lines, shipping, readers.limit);
  const usage = readUsage(root, readers.money);
  if (!root.names().every(isCartMember)) {
    refuseUnknown(root, CART_MEMBERS, 'remove it, or send it as an attribute of `order` or `customer`');
  }
  if (time === undefined) return undefined;
  return {
    currency: readers.currency,
    minor: readers.notation === 'minor',
    at: at as string,
    instant: time,
    customer,
    order,
    codes: distinct(codes),
    lines,
    shipping,
    usage,
  };
}

/** Whether `CART_MEMBERS` has the name; a `switch` tells it at once. */
function isCartMember(name: string): boolean {
  switch (name) {
    case 'currency':
    case 'amounts':
    case 'at':
    case 'customer':
    case 'order':
    case 'codes':
    case 'lines':
    case 'shipping':
    case 'usage':
      return true;
    default:
      return false;
  }
}

/** Each code once, in the order entered. */
function distinct(codes: readonly string[]): readonly string[] {
  return codes.length < 2 ? codes : [...new Set(codes)];
}

/** The cart's currency must be that of the rules. */
function currencyKind(code: string): Kind<string> {
  const expected = `"${code}"`;
  return {
    expected,
    read: (value) => (value === code ? code : undefined),
    faults: (value) =>
      typeof value === 'string'
        ? fault('RC0004', value, `\`${code}\``, 'price the cart by rules of its own currency')
        : wrongType(value, expected),
  };
}

/** How the cart writes money; `any` where it cannot be known. INVARIANT: then there is an error. */
function readNotation(root: Holder, errors: readonly CartError[]): Notation {
  if (root.optional('amounts', root.members['amounts'], amountsKind) === 'minor') return 'minor';
  return errors.some(({ code, path }) => code === 'RC0004' || path === 'amounts') ? 'any' : 'text';
}

const amountsKind: Kind<'minor'> = {
  expected: '"minor", or nothing',
  read: (value) => (value === 'minor' ? value : undefined),
  faults: (value) =>
    fault('RC0014', value, '"minor", or nothing', 'leave it out where amounts are texts such as "129.00"'),
};

function carrierReader(
  name: 'customer' | 'order',
  declared: readonly Attribute[],
  money: Kind<number>,
): CarrierReader {
  const read = attributesReader(declared, money);
  const isAnyRequired = declared.some(isRequired);
  const shape = { names: namesOf(declared) };
  const none = noValues(declared);
  return (root, value) => {
    if (value === undefined && !isAnyRequired) return none;
    const holder = root.object(name, value, shape);
    return holder === undefined ? none : read(holder);
  };
}

/** The goods, and goods and shipping, must each come to an amount. */
function checkTotal(
  root: Holder,
  lines: readonly CartLine[],
  shipping: readonly Charge[],
  limit: string,
): void {
  let goods = 0;
  for (const line of lines) goods += line.list;
  let whole = goods;
  for (const charge of shipping) whole += charge.amount;
  if (goods > MAX_AMOUNT) root.fail('lines', tooMuch('lines that sum to more', limit));
  else if (whole > MAX_AMOUNT) root.fail('shipping', tooMuch('lines and shipping that sum to more', limit));
}

function notACart(input: unknown): Faults {
  return wrongType(input, 'an object', 'string', 'parse the text as JSON first');
}
