import { compile, verify } from '../../src/index.js';
import { price } from '../support/price.js';
import { allocated, faultOf } from './allocation.js';
import { decimalOf } from './translate/amounts.js';
import { CannotBeSaid, type Kind } from './translate/cannot.js';
import { amounts, type Comparison, comparisons, isKnownError } from './compare.js';
import type { AllocationRow, PricingExpected, PricingRow, Row } from './row.js';
import { rowSchema } from './row-schema.js';
import { translate, type Translation } from './translate/translate.js';

/** What became of a row. */
export type Verdict = Judged | Faulty | Unsaid;

/** Everything it expects was compared. */
export interface Judged {
  readonly id: string;
  readonly outcome: 'passed' | 'failed';
  readonly compared: readonly Comparison[];
}

/** Its rule file or its cart was refused, or pricing it went wrong: a mistake of the translation or of Reckon. */
export interface Faulty {
  readonly id: string;
  readonly outcome: 'faulty';
  readonly fault: string;
}

export interface Unsaid {
  readonly id: string;
  readonly outcome: 'cannot be said';
  readonly kind: Kind;
  readonly detail: string;
}

/** Judges one row, as it was read from a file. Whatever goes wrong with one row is told of it, and the next is judged. */
export function judge(value: unknown): Verdict {
  const found = value as { readonly id?: unknown } | null;
  const id = typeof found?.id === 'string' ? found.id : 'a row without id';
  try {
    return { id, ...judgeRow(rowOf(value)) };
  } catch (error) {
    if (error instanceof CannotBeSaid)
      return { id, outcome: 'cannot be said', kind: error.kind, detail: error.message };
    return { id, outcome: 'faulty', fault: String(error) };
  }
}

function rowOf(value: unknown): Row {
  const parsed = rowSchema.safeParse(withoutNulls(value));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CannotBeSaid('outside the schema', `${issue?.path.join('.')}: ${issue?.message}`);
}

/** A member that is null says no more than one that is absent. */
function withoutNulls(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_key, member: unknown) => member ?? undefined) as unknown;
}

type Outcome = Omit<Judged, 'id'> | Omit<Faulty, 'id'>;

function judgeRow(row: Row): Outcome {
  refuseWhatIsNoTarget(row);
  return row.type === 'allocation' ? judgeAllocation(row) : judgePricing(row);
}

function refuseWhatIsNoTarget({ flags = [], verified }: Row): void {
  if (flags.includes('source-artefact')) throw new CannotBeSaid('not a target', 'a slip in the source');
  if (verified === false) throw new CannotBeSaid('not a target', 'its conventions do not give its numbers');
}

function verdictOf(compared: readonly Comparison[]): Outcome {
  if (compared.length === 0) throw new CannotBeSaid('outside the schema', 'nothing is expected');
  return { outcome: compared.every(({ equal }) => equal) ? 'passed' : 'failed', compared };
}

function judgePricing(row: PricingRow): Outcome {
  refuseTax(row);
  refuseFractions(amountsOf(row.expected), row);
  const { error } = row.expected;
  if (error !== undefined && !isKnownError(error))
    throw new CannotBeSaid('outside the schema', `the error ${error}`);
  const { tolerance } = row;
  const translated = translate({ ...casePartOf(row), ...(tolerance !== undefined && { tolerance }) });
  if (!translated.ok) throw new CannotBeSaid(translated.kind, translated.detail);
  return priced(row, translated.translation);
}

/** All that the translation is given: not the row's name, nor what it expects. */
function casePartOf({
  cart,
  conventions,
  currency,
  rules,
  tax,
}: PricingRow): Parameters<typeof translate>[0] {
  return { cart, conventions, currency, rules, ...(tax !== undefined && { tax }) };
}

function priced(row: PricingRow, translation: Translation): Outcome {
  const compiled = compile(translation.rules);
  if (!compiled.ok) {
    const first = compiled.diagnostics.find(({ severity }) => severity === 'error');
    return { outcome: 'faulty', fault: `line ${first?.line}: ${first?.message} (${first?.code})` };
  }
  const result = price(compiled.ruleset, translation.cart);
  if (!result.ok) return { outcome: 'faulty', fault: result.errors.map(({ message }) => message).join('; ') };
  const [finding] = verify(result.breakdown);
  if (finding !== undefined) return { outcome: 'faulty', fault: `verify: ${JSON.stringify(finding)}` };
  return verdictOf(comparisons({ row, translation, breakdown: result.breakdown }));
}

/** Amounts with tax on net prices; where prices contain it, what is paid does not depend on it. */
function refuseTax({ expected, tax }: PricingRow): void {
  if (expected.tax !== undefined) throw new CannotBeSaid('tax', 'a tax is expected');
  if (tax === undefined || (tax.included && tax.includedBy === undefined)) return;
  if (expected.total !== undefined || expected.shipping !== undefined)
    throw new CannotBeSaid('tax', 'an amount with tax is expected, on net prices');
}

function amountsOf(expected: PricingExpected): readonly string[] {
  const { byRule = {}, lines = [], orderDiscount, shipping, shippingLines = [], subtotal, total } = expected;
  const cells = [...lines, ...shippingLines].flatMap(({ discount, payable, units = [] }) => [
    discount,
    payable,
    ...units,
  ]);
  const taken = Object.values(byRule).flatMap((amountsByLine) => Object.values(amountsByLine));
  return [orderDiscount, shipping, subtotal, total, ...cells, ...taken].filter(
    (amount) => amount !== undefined,
  );
}

/** No whole number of the smallest coin is near enough. */
function refuseFractions(
  expected: readonly string[],
  { currency, tolerance = '0' }: Pick<Row, 'currency' | 'tolerance'>,
): void {
  const fraction = expected.find((amount) => {
    const value = decimalOf(amount);
    return value.minus(value.toDecimalPlaces(currency.digits)).abs().gt(tolerance);
  });
  if (fraction !== undefined) throw new CannotBeSaid('unrounded', `${fraction} is expected`);
}

function judgeAllocation(row: AllocationRow): Outcome {
  const { expected } = row;
  if ('error' in expected) {
    const fault = faultOf(expected.error);
    if (fault === undefined) throw new CannotBeSaid('outside the schema', `the error ${expected.error}`);
    const result = allocated(row);
    const found = result.ok ? 'no error' : result.error.code;
    return verdictOf([{ sort: 'errors', what: 'error', expected: fault, found, equal: fault === found }]);
  }
  refuseFractions(expected.parts, row);
  const result = allocated(row);
  if (!result.ok) return { outcome: 'faulty', fault: result.error.message };
  const apart = expected.parts.length > row.weights.length ? [result.rest] : [];
  const scale = 10 ** row.currency.digits;
  const found = [...result.parts, ...apart].map((part) => decimalOf(String(part)).div(scale).toFixed());
  const wanted = Array.from({ length: Math.max(found.length, expected.parts.length) }, (_, index) => index);
  return verdictOf(
    wanted.map((index) =>
      amounts(
        'parts',
        `part ${index + 1}`,
        expected.parts[index] ?? 'NaN',
        found[index] ?? 'NaN',
        row.tolerance,
      ),
    ),
  );
}
