import type { Attribute, Ruleset } from '../check/ruleset.js';
import { MAX_AMOUNT } from '../money/amount.js';
import { isRequired } from './attributes.js';
import { FINE_DECIMALS } from './price.js';
import { USAGE_MEMBERS } from './usage.js';
import type { CartRules } from './validate.js';
import { CART_LIMITS } from '../limits.js';

/** A JSON Schema of draft 2020-12, or a part of one: plain JSON. */
export type JsonSchema = { readonly [keyword: string]: JsonValue };

type JsonValue = string | number | boolean | readonly JsonValue[] | JsonSchema;

type Named = readonly [name: string, schema: JsonSchema];

type Carriers = Ruleset['attributes'];

/** What money looks like in one of the two ways that a cart may write it. */
interface Money {
  readonly amount: JsonSchema;
  readonly price: JsonSchema;
  readonly nothing: JsonSchema;
}

const NO_DECLARATIONS: Carriers = { line: [], customer: [], order: [], shipping: [] };

/**
 * The JSON Schema of a cart: of any cart, or of those that a ruleset's declarations allow. It accepts every cart that
 * `validateCart` accepts. What it cannot say, `validateCart` alone tells: ids that repeat, days that do not exist, and texts
 * of amounts beyond the greatest.
 */
export function cartJsonSchema(rules?: CartRules): JsonSchema {
  const attributes = rules?.attributes ?? NO_DECLARATIONS;
  const head = {
    currency: rules === undefined ? pattern('^[A-Z]{3}$') : { const: rules.currency.code },
    at: INSTANT,
  };
  const text = cartOf(head, attributes, textMoney(rules));
  const minor = cartOf({ ...head, amounts: { const: 'minor' } }, attributes, MINOR_MONEY);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Cart',
    oneOf: [
      { title: 'amounts as text in major units', ...text },
      { title: 'amounts as whole numbers of minor units', ...minor },
    ],
  };
}

/** A cart whose money looks one way; all of `head` is required. */
function cartOf(head: JsonSchema, attributes: Carriers, money: Money): JsonSchema {
  const carriers = (['customer', 'order'] as const).filter((name) => attributes[name].some(isRequired));
  return {
    type: 'object',
    properties: {
      ...head,
      customer: carrier(attributes.customer, money),
      order: carrier(attributes.order, money),
      codes: TEXTS,
      lines: { type: 'array', items: line(attributes.line, money) },
      shipping: shipping(attributes.shipping, money),
      usage: { type: 'object', additionalProperties: usage(money) },
    },
    required: [...Object.keys(head), ...carriers, 'lines'],
    additionalProperties: false,
  };
}

function line(attributes: readonly Attribute[], money: Money): JsonSchema {
  const quantity = { type: 'integer', minimum: 1, maximum: CART_LIMITS.quantity };
  return carrier(attributes, money, { id: NAME, sku: NAME, quantity, price: money.price });
}

/** One amount, which carries no attributes and must be 0 where the rules require some, or a list of charges. */
function shipping(attributes: readonly Attribute[], money: Money): JsonSchema {
  const charge = carrier(attributes, money, { id: NAME, amount: money.amount });
  const plain = attributes.some(isRequired) ? money.nothing : money.amount;
  return { anyOf: [plain, { type: 'array', items: charge }] };
}

function usage(money: Money): JsonSchema {
  const members = USAGE_MEMBERS.map((name): Named => [name, name === 'spent' ? money.amount : WHOLE]);
  return { type: 'object', properties: Object.fromEntries(members), additionalProperties: false };
}

/** An object with declared attributes beside its own members, all of which are required; any other member is ignored. */
function carrier(attributes: readonly Attribute[], money: Money, own: JsonSchema = {}): JsonSchema {
  const declared = attributes.map((attribute): Named => [attribute.name, attributeSchema(attribute, money)]);
  const required = attributes.filter(isRequired).map(({ name }) => name);
  return {
    type: 'object',
    properties: { ...own, ...Object.fromEntries(declared) },
    required: [...Object.keys(own), ...required],
  };
}

function attributeSchema({ type, members }: Attribute, money: Money): JsonSchema {
  if (type === 'money') return money.amount;
  return type === 'one-of' ? { enum: members ?? [] } : ATTRIBUTES[type];
}

function textMoney(rules: CartRules | undefined): Money {
  if (rules === undefined) return { amount: decimals(), price: decimals(), nothing: NOTHING };
  const { currency, prices } = rules;
  const ofPrice = prices === undefined ? currency.digits : Math.max(currency.digits, FINE_DECIMALS);
  return { amount: decimals(currency.digits), price: decimals(ofPrice), nothing: NOTHING };
}

/** A text of an amount with at most so many decimals. */
function decimals(digits?: number): JsonSchema {
  if (digits === 0) return pattern('^(0|[1-9][0-9]*)$');
  return pattern(`^(0|[1-9][0-9]*)(\\.[0-9]{1,${digits ?? ''}})?$`);
}

function pattern(source: string): JsonSchema {
  return { type: 'string', pattern: source };
}

const NAME: JsonSchema = { type: 'string', minLength: 1 };
const TEXTS: JsonSchema = { type: 'array', items: { type: 'string' } };
const WHOLE: JsonSchema = { type: 'integer', minimum: 0, maximum: MAX_AMOUNT };
const NOTHING: JsonSchema = pattern('^0(\\.0+)?$');
const MINOR_MONEY: Money = { amount: WHOLE, price: WHOLE, nothing: { const: 0 } };

const INSTANT: JsonSchema = pattern(
  '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$',
);

const ATTRIBUTES: Readonly<Record<Exclude<Attribute['type'], 'money' | 'one-of'>, JsonSchema>> = {
  text: { type: 'string' },
  number: pattern(`^-?(0|[1-9][0-9]{0,${CART_LIMITS.digits - 1}})(\\.[0-9]{1,${CART_LIMITS.digits}})?$`),
  flag: { type: 'boolean' },
  time: INSTANT,
  list: TEXTS,
};
