import { Temporal } from 'temporal-polyfill';
import type { Breakdown, Money } from '../../src/breakdown/types.js';
import type { AttributeInput, Attributes, CartInput, ChargeInput, UsageInput } from '../../src/cart/types.js';
import type { Attribute, Carrier, Ruleset as Checked } from '../../src/check/ruleset.js';
import { price } from '../../src/index.js';
import { formatAmount, parseAmount } from '../../src/money/index.js';
import { Ruleset } from '../../src/ruleset.js';
import type {
  AttributeValue,
  Expectation,
  Expression,
  ScenarioPart,
  ScenarioStatement,
  Span,
  TimeLiteral,
  UsageEntry,
} from '../../src/syntax/ast.js';

/** Something that a scenario expects and its price does not show. */
export interface Failure {
  readonly span: Span;
  readonly message: string;
}

/** What came of a scenario: it holds when nothing failed. There is no breakdown where its cart could not be priced. */
export interface ScenarioResult {
  readonly failures: readonly Failure[];
  readonly breakdown?: Breakdown;
}

/**
 * Prices the cart of a scenario and checks what it expects. The scenario comes from a file that compiles to `ruleset`.
 * A broken guarantee that the scenario does not expect is a failure too: such a price must not be charged.
 */
export function runScenario(scenario: ScenarioStatement, ruleset: Ruleset): ScenarioResult {
  const checked = Ruleset.checked(ruleset);
  const expectations = partsOf(scenario, 'expect').map((part) => part.expectation);
  const explain = expectations.flatMap((each) => (each.kind === 'refused' ? [each.promotion.text] : []));
  const result = price(ruleset, cartOf(scenario, checked), { explain });
  const { span } = scenario.title;
  if (!result.ok) {
    return { failures: result.errors.map(({ path, message }) => ({ span, message: `${path}: ${message}` })) };
  }
  const { breakdown } = result;
  const failures = [
    ...expectations.flatMap((each) => failureOf(each, breakdown, checked.currency.digits)),
    ...unexpectedViolations(expectations, breakdown).map((message) => ({ span, message })),
  ];
  return { failures, breakdown };
}

function partsOf<K extends ScenarioPart['kind']>(
  { parts }: ScenarioStatement,
  kind: K,
): readonly Extract<ScenarioPart, { kind: K }>[] {
  return parts.filter((part): part is Extract<ScenarioPart, { kind: K }> => part.kind === kind);
}

// The cart ----------------------------------------------------------------------------------------------------------

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

function digitsOf(amount: Expression): string {
  if (amount.kind !== 'number') throw new Error(`a checked scenario has no amount of kind ${amount.kind}`);
  return amount.digits;
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

// What it expects ---------------------------------------------------------------------------------------------------

function failureOf(expectation: Expectation, breakdown: Breakdown, digits: number): readonly Failure[] {
  const message = messageOf(expectation, breakdown, digits);
  return message === undefined ? [] : [{ span: expectation.span, message }];
}

/** What is not as expected; nothing where it is. */
function messageOf(expectation: Expectation, breakdown: Breakdown, digits: number): string | undefined {
  switch (expectation.kind) {
    case 'pay':
    case 'discount':
      return unlike('the order', breakdown.total[expectation.kind], expectation, digits);
    case 'takes': {
      const { text } = expectation.promotion;
      const parts = breakdown.promotions.filter(({ promotion }) => promotion === text);
      const taken = sumOf(
        parts.map(({ amount }) => amount),
        digits,
      );
      return unlike(`\`${text}\`${reasonsOf(text, breakdown)}`, taken, expectation, digits);
    }
    case 'line': {
      const line = breakdown.lines.find(({ id }) => id === expectation.id.value);
      return unlike(`line \`${expectation.id.value}\``, line?.pay, expectation, digits);
    }
    case 'refused':
      return notRefused(expectation.promotion.text, expectation.reason?.text, breakdown);
    case 'gift':
      return notGiven(expectation.sku.value, expectation.count.value, breakdown);
    case 'violation': {
      const { value } = expectation.title;
      const isBroken = breakdown.violations.some(({ guarantee }) => guarantee === value);
      return isBroken ? undefined : `expected the guarantee \`${value}\` to be broken, but it holds`;
    }
    case 'missing':
      throw new Error('a checked scenario has no missing expectation');
  }
}

type AmountExpectation = Extract<Expectation, { readonly amount: Expression }>;

const VERBS = { pay: 'pay', discount: 'be discounted by', takes: 'take', line: 'pay' } as const;

function unlike(
  what: string,
  found: Money | undefined,
  { amount, kind }: AmountExpectation,
  digits: number,
): string | undefined {
  const expected = formatAmount(minorOf(digitsOf(amount), digits), digits);
  return found === expected
    ? undefined
    : `expected ${what} to ${VERBS[kind]} ${expected}, but it is ${found}`;
}

function minorOf(amount: Money, digits: number): number {
  const parsed = parseAmount(String(amount), digits);
  if (!parsed.ok) throw new Error(`${amount} is no amount with ${digits} decimals`);
  return parsed.minor;
}

function sumOf(amounts: readonly Money[], digits: number): string {
  return formatAmount(
    amounts.reduce<number>((total, amount) => total + minorOf(amount, digits), 0),
    digits,
  );
}

function refusalsOf(promotion: string, { refused }: Breakdown): readonly string[] {
  return refused.filter((each) => each.promotion === promotion).map(({ reason }) => reason);
}

function reasonsOf(promotion: string, breakdown: Breakdown): string {
  const reasons = refusalsOf(promotion, breakdown);
  return reasons.length === 0 ? '' : ` (refused: ${reasons.join(', ')})`;
}

/** A promotion is refused when none of its standings applied, and one was refused for the reason, if one is given. */
function notRefused(promotion: string, reason: string | undefined, breakdown: Breakdown): string | undefined {
  const because = reason === undefined ? '' : ` as ${reason}`;
  const expected = `expected \`${promotion}\` to be refused${because}`;
  if (breakdown.promotions.some((applied) => applied.promotion === promotion))
    return `${expected}, but it applied`;
  const reasons = refusalsOf(promotion, breakdown);
  const isExpected = reason === undefined ? reasons.length > 0 : reasons.includes(reason);
  return isExpected ? undefined : `${expected}, but it was refused as ${reasons.join(', ') || 'nothing'}`;
}

function notGiven(sku: string, expected: number, { gifts }: Breakdown): string | undefined {
  const found = gifts.filter(({ skus }) => skus.includes(sku)).reduce((total, { count }) => total + count, 0);
  return found === expected ? undefined : `expected ${expected} of \`${sku}\` as a gift, but it is ${found}`;
}

function unexpectedViolations(
  expectations: readonly Expectation[],
  { violations }: Breakdown,
): readonly string[] {
  const expected = new Set(
    expectations.flatMap((each) => (each.kind === 'violation' ? [each.title.value] : [])),
  );
  const others = violations.filter(({ guarantee }) => !expected.has(guarantee));
  return others.map(({ guarantee, line }) => {
    const where = line === undefined ? '' : ` on line \`${line}\``;
    return `the guarantee \`${guarantee}\` is broken${where}`;
  });
}
