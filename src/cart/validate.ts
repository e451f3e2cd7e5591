import type { Attribute, Ruleset } from '../check/ruleset.js';
import { MAX_AMOUNT } from '../money/amount.js';
import { amount, atMost, type Notation } from './amount.js';
import { attributesReader, noValues } from './attributes.js';
import { asMembers } from './data.js';
import { fault, type Faults, type Kind, wrongType } from './fault.js';
import { Holder, texts } from './holder.js';
import { sentInstant } from './instant.js';
import { type LineReader, lineReader, readLines, tooMuch } from './lines.js';
import { unitPrice } from './price.js';
import { type ShippingReader, shippingReader } from './shipping.js';
import type { Cart, CartError, CartLine, Charge, Values } from './types.js';
import { readUsage, refuseUnknown } from './usage.js';

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

/** Reads the attributes of the customer or the order. */
type CarrierReader = (root: Holder) => Values;

/** Everything that reads values of a cart, for one way of writing money. */
interface Readers {
  readonly currency: string;
  readonly money: Kind<number>;
  readonly customer: CarrierReader;
  readonly order: CarrierReader;
  readonly line: LineReader;
  readonly shipping: ShippingReader;
  /** Names the greatest amount. */
  readonly limit: string;
}

/**
 * Makes a validator from a ruleset's declarations. It never throws, whatever it is given, reports all mistakes of a cart at
 * once, in the order of the members above, and takes time in proportion to the cart.
 */
export function cartValidator(rules: CartRules): CartValidator {
  const currency = currencyKind(rules.currency.code);
  const readers = {
    text: readersFor(rules, 'text'),
    minor: readersFor(rules, 'minor'),
    any: readersFor(rules, 'any'),
  };
  return (input) => {
    const errors: CartError[] = [];
    const members = asMembers(input);
    const root = new Holder(members ?? {}, errors);
    if (members === undefined) {
      root.fail('', notACart(input));
      return { ok: false, errors };
    }
    root.required('currency', currency, 'every cart says what its amounts are in');
    const notation = readNotation(root, errors);
    const cart = readCart(root, readers[notation], notation);
    return errors.length === 0 && cart !== undefined ? { ok: true, cart } : { ok: false, errors };
  };
}

/** Validates one cart; for many by the same rules make a `cartValidator` once. */
export function validateCart(input: unknown, rules: CartRules): CartResult {
  return cartValidator(rules)(input);
}

function readersFor({ currency, attributes, prices }: CartRules, notation: Notation): Readers {
  const money = amount(currency, notation);
  const limit = atMost(currency, notation);
  const price = unitPrice(currency, prices, notation);
  return {
    currency: currency.code,
    money,
    customer: carrierReader('customer', attributes.customer, money),
    order: carrierReader('order', attributes.order, money),
    line: lineReader(price, attributesReader(attributes.line, money), limit),
    shipping: shippingReader(attributes.shipping, money),
    limit,
  };
}

function readCart(root: Holder, readers: Readers, notation: Notation): Cart | undefined {
  const at = root.required('at', sentInstant, 'the library reads no clock');
  const customer = readers.customer(root);
  const order = readers.order(root);
  const codes = root.optional('codes', texts) ?? [];
  const lines = readLines(root, readers.line);
  const shipping = readers.shipping(root);
  checkTotal(root, lines, shipping, readers.limit);
  const usage = readUsage(root, readers.money);
  refuseUnknown(root, CART_MEMBERS, 'remove it, or send it as an attribute of `order` or `customer`');
  if (at === undefined) return undefined;
  return {
    currency: readers.currency,
    minor: notation === 'minor',
    at: at.sent,
    instant: at.instant,
    customer,
    order,
    codes: [...new Set(codes)],
    lines,
    shipping,
    usage,
  };
}

/** The cart's currency must be that of the rules. */
function currencyKind(code: string): Kind<string> {
  const expected = `"${code}"`;
  return {
    expected,
    read(value) {
      if (typeof value !== 'string') return wrongType(value, expected);
      return value === code
        ? value
        : fault('RC0004', value, `\`${code}\``, 'price the cart by rules of its own currency');
    },
  };
}

/** How the cart writes money; `any` where it cannot be known. INVARIANT: then there is an error. */
function readNotation(root: Holder, errors: readonly CartError[]): Notation {
  if (root.optional('amounts', amountsKind) === 'minor') return 'minor';
  return errors.some(({ code, path }) => code === 'RC0004' || path === 'amounts') ? 'any' : 'text';
}

const amountsKind: Kind<'minor'> = {
  expected: '"minor", or nothing',
  read: (value) =>
    value === 'minor'
      ? value
      : fault(
          'RC0014',
          value,
          '"minor", or nothing',
          'leave it out where amounts are texts such as "129.00"',
        ),
};

function carrierReader(
  name: 'customer' | 'order',
  declared: readonly Attribute[],
  money: Kind<number>,
): CarrierReader {
  const read = attributesReader(declared, money);
  const none = noValues(declared);
  return (root) => {
    const holder = root.object(name);
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
  const goods = lines.reduce((sum, line) => sum + line.list, 0);
  const whole = shipping.reduce((sum, charge) => sum + charge.amount, goods);
  if (goods > MAX_AMOUNT) root.fail('lines', tooMuch('lines that sum to more', limit));
  else if (whole > MAX_AMOUNT) root.fail('shipping', tooMuch('lines and shipping that sum to more', limit));
}

function notACart(input: unknown): Faults {
  return wrongType(input, 'an object', 'string', 'parse the text as JSON first');
}
