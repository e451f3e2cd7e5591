import fc from 'fast-check';
import type { Attribute, AttributeType } from '../../src/check/ruleset.js';
import type { CartRules } from '../../src/cart/validate.js';

/** Attribute names. */
const NAMES = ['brand', 'cost', 'live-price', '品牌', 'size'];

/** Those that objects have anyway: with one of them no cart is read as it stands. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

const TYPES: readonly AttributeType[] = ['text', 'number', 'money', 'flag', 'time', 'list', 'one-of'];

const attribute = (name: string): fc.Arbitrary<Attribute> =>
  fc.record({
    name: fc.constant(name),
    type: fc.constantFrom(...TYPES),
    optional: fc.boolean(),
    members: fc.constant(['none', 'vip', '金卡']),
  });

const attributes = (names: readonly string[]): fc.Arbitrary<readonly Attribute[]> =>
  fc.subarray([...names]).chain((some) => fc.tuple(...some.map(attribute)));

/** Rules of a currency with 0 to 4 decimals. */
export const someRules: fc.Arbitrary<CartRules> = fc
  .constantFrom(NAMES, NAMES, [...NAMES, ...INHERITED])
  .chain((names) =>
    fc.record({
      digits: fc.integer({ min: 0, max: 4 }),
      fine: fc.option(fc.constantFrom('line' as const, 'unit' as const), { nil: undefined }),
      line: attributes(names),
      customer: attributes(names),
      order: attributes(names),
      shipping: attributes(names),
    }),
  )
  .map(({ digits, fine, ...declared }) => ({
    currency: { code: 'XYZ', digits },
    attributes: declared,
    ...(fine !== undefined && { prices: { mode: 'half-up', per: fine } }),
  }));

/** What a member may hold: a value, or nothing where it may be left out. */
type Members = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** A cart that the rules accept. */
export function someCart(rules: CartRules): fc.Arbitrary<unknown> {
  return fc.boolean().chain((minor) => {
    const { digits, code } = rules.currency;
    const money = minor ? fc.nat() : amountText(digits);
    const price = minor || rules.prices === undefined ? money : amountText(6);
    const own = { id: fc.uuid(), sku: fc.string({ minLength: 1 }) };
    const line = carrier(rules.attributes.line, money, {
      ...own,
      quantity: fc.integer({ min: 1, max: 1_000_000 }),
      price,
    });
    const charge = carrier(rules.attributes.shipping, money, { id: fc.uuid(), amount: money });
    const charges = fc.array(charge, { maxLength: 3 });
    const plain = rules.attributes.shipping.some(isRequired) ? charges : fc.oneof(money, charges);
    const required = {
      currency: fc.constant(code),
      at: instant,
      lines: fc.array(line, { maxLength: 4 }),
      customer: carrier(rules.attributes.customer, money, {}),
      order: carrier(rules.attributes.order, money, {}),
      ...(minor && { amounts: fc.constant('minor') }),
    };
    const usage = fc.dictionary(fc.string(), members({}, usageMembers(money)), { maxKeys: 3 });
    return members(required, { codes: fc.array(fc.string()), shipping: plain, usage });
  });
}

function isRequired({ type, optional }: Attribute): boolean {
  return !optional && type !== 'flag';
}

function usageMembers(money: fc.Arbitrary<unknown>): Members {
  const count = fc.nat();
  return { customer: count, customerDay: count, total: count, customerUnits: count, spent: money };
}

function carrier(
  declared: readonly Attribute[],
  money: fc.Arbitrary<unknown>,
  own: Members,
): fc.Arbitrary<unknown> {
  const required = declared.filter(isRequired).map((each) => [each.name, valueOf(each, money)] as const);
  const optional = declared
    .filter((each) => !isRequired(each))
    .map((each) => [each.name, valueOf(each, money)] as const);
  return members({ ...own, ...Object.fromEntries(required) }, Object.fromEntries(optional));
}

/** An object with all required members and some of the optional ones, as `JSON.parse` would make it. */
function members(required: Members, optional: Members): fc.Arbitrary<unknown> {
  const entries = (from: Members, kept: readonly string[]): fc.Arbitrary<(readonly [string, unknown])[]> =>
    fc.tuple(...kept.map((name) => (from[name] ?? fc.constant(0)).map((value) => [name, value] as const)));
  return fc
    .subarray(Object.keys(optional))
    .chain((kept) => fc.tuple(entries(required, Object.keys(required)), entries(optional, kept)))
    .map(([must, may]) => Object.fromEntries([...must, ...may]));
}

function valueOf({ type, members: words }: Attribute, money: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  switch (type) {
    case 'text':
      return fc.string({ unit: 'binary' });
    case 'number':
      return fc.tuple(fc.constantFrom('', '-'), amountText(30)).map(([sign, digits]) => sign + digits);
    case 'money':
      return money;
    case 'flag':
      return fc.boolean();
    case 'time':
      return instant;
    case 'list':
      return fc.array(fc.string(), { maxLength: 3 });
    case 'one-of':
      return fc.constantFrom(...(words ?? []));
  }
}

const digit = fc.constantFrom(...'0123456789'.split(''));

/** An amount in major units with at most so many decimals, small enough that a cart of them has a sum. */
function amountText(decimals: number): fc.Arbitrary<string> {
  const fraction = fc.string({ unit: digit, maxLength: decimals });
  return fc
    .tuple(fc.nat(9999), fraction)
    .map(([units, digits]) => (digits === '' ? `${units}` : `${units}.${digits}`));
}

const offset = fc.constantFrom('Z', 'z', '+08:00', '-05:30', '-00:00', '+23:59');

const instant = fc
  .tuple(
    fc.date({
      min: new Date('0001-01-02T00:00:00Z'),
      max: new Date('9999-12-30T00:00:00Z'),
      noInvalidDate: true,
    }),
    offset,
  )
  .map(([date, zone]) => date.toISOString().replace('Z', zone));
