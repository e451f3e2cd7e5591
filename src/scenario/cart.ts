import { Temporal } from 'temporal-polyfill';
import type { AttributeInput, Attributes, CartInput, ChargeInput, UsageInput } from '../cart/types.js';
import type { Attribute, Carrier, Ruleset as Checked } from '../check/ruleset.js';
import type {
  AttributeValue,
  Expression,
  ScenarioStatement,
  TimeLiteral,
  UsageEntry,
} from '../syntax/ast.js';
import { digitsOf, partsOf } from './parts.js';

/** When a scenario takes place that says no time: midnight of this day, in the file's time zone. */
const SOME_DAY = '2026-01-01';

/** The cart of a scenario, as a checkout would send it. */
export function cartOf(scenario: ScenarioStatement, { attributes, currency, timezone }: Checked): CartInput {
  const values = (carrier: Carrier, given: readonly AttributeValue[]): Attributes =>
    attributesOf(given, attributes[carrier], timezone);
  const [at] = partsOf(scenario, 'at');
  const lines = partsOf(scenario, 'cart').flatMap((part) => part.lines);
  const charges = partsOf(scenario, 'shipping');
  return {
    currency: currency.code,
    at: instantText(at?.time ?? { date: SOME_DAY }, at?.zone?.value ?? timezone),
    customer: values('customer', carriedBy(scenario, 'customer')),
    order: values('order', carriedBy(scenario, 'order')),
    codes: partsOf(scenario, 'code').flatMap((part) => part.codes.map((code) => code.value)),
    lines: lines.map((line, index) => ({
      ...values('line', line.attributes),
      id: line.id?.value ?? String(index + 1),
      sku: line.sku.value,
      quantity: line.quantity.value,
      price: digitsOf(line.price),
    })),
    ...(charges.length > 0 && {
      shipping: charges.map(
        (charge, index): ChargeInput => ({
          ...values('shipping', charge.attributes),
          id: charge.id?.value ?? (charges.length === 1 ? 'shipping' : String(index + 1)),
          amount: digitsOf(charge.amount),
        }),
      ),
    }),
    usage: Object.fromEntries(
      partsOf(scenario, 'usage').map(({ entries, promotion }) => [promotion.text, usageOf(entries)]),
    ),
  };
}

function carriedBy({ parts }: ScenarioStatement, carrier: 'customer' | 'order'): readonly AttributeValue[] {
  return parts.flatMap((part) => (part.kind === carrier ? part.attributes : []));
}

function attributesOf(
  given: readonly AttributeValue[],
  declared: readonly Attribute[],
  timezone: string,
): Attributes {
  return Object.fromEntries(
    given.map(({ name, value }) => {
      const found = valueOf(value, timezone);
      const isList = declared.some((attribute) => attribute.name === name.text && attribute.type === 'list');
      return [name.text, isList && typeof found === 'string' ? [found] : found];
    }),
  );
}

function valueOf(value: Expression, timezone: string): AttributeInput {
  switch (value.kind) {
    case 'text':
    case 'flag':
      return value.value;
    case 'number':
      return digitsOf(value);
    case 'time':
      return instantText(value, timezone);
    case 'name':
      return value.parts.map((part) => part.text).join('.');
    case 'list':
      return value.items.flatMap((item) => (item.kind === 'text' ? [item.value] : []));
    default:
      throw new Error(`a checked scenario has no value of kind ${value.kind}`);
  }
}

function instantText(
  { clock = '00:00', date }: Pick<TimeLiteral, 'date' | 'clock'>,
  timezone: string,
): string {
  const local = Temporal.PlainDateTime.from(`${date}T${clock}`);
  return local.toZonedDateTime(timezone).toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

const USAGE_MEMBERS = {
  total: 'total',
  spent: 'spent',
  'per-customer': 'customer',
  'per-customer-day': 'customerDay',
} as const;

function usageOf(entries: readonly UsageEntry[]): UsageInput {
  return Object.fromEntries(
    entries.map(({ key, value }) => {
      const digits = digitsOf(value);
      return [USAGE_MEMBERS[key], key === 'spent' ? digits : Number(digits)];
    }),
  );
}
