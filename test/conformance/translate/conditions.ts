import { printText } from '../../../src/syntax/print.js';
import { amountText, decimalOf, unitsOf, unitsText } from './amounts.js';
import { CannotBeSaid } from './cannot.js';
import type { Context } from './context.js';
import type { Base, Quantity, RowCondition } from '../row.js';
import { anyOf, oneOf, scopeText, tickedScopeText } from './scope.js';

/** Where a condition stands: the lines its promotion is for, and what it sees of earlier discounts. */
export interface Place {
  readonly context: Context;
  /** As `on lines where` says them; nothing for all lines. */
  readonly lines: string | undefined;
  /** The promotion stands for each line apart, and so does what it measures. */
  readonly forEachLine: boolean;
  readonly base: Base;
  /** Discounts on shipping ran before, so that the charges of the cart are no longer what is paid. */
  readonly shippingMoved: boolean;
}

/** Conditions of a promotion: for `when`, or as a threshold on the whole cart before its offers. */
export interface Conditions {
  readonly when: readonly string[];
  readonly threshold?: string;
}

export function conditionsOf(conditions: readonly RowCondition[], place: Place): Conditions {
  const tests = conditions.filter((condition) => !isAlwaysMet(condition));
  const [first, ...others] = tests.filter((condition) => reachesBeyond(condition, place));
  if (others.length > 0) throw new CannotBeSaid('other lines', 'two conditions on other lines');
  const when = tests
    .filter((condition) => condition !== first)
    .flatMap((condition) => conditionText(condition, place));
  return { when, ...(first && { threshold: thresholdText(first, place) }) };
}

function isAlwaysMet({ op = 'gte', type, value }: RowCondition): boolean {
  const isTotal = type === 'items_total' || type === 'order_total' || type === 'items_qty';
  return isTotal && op === 'gte' && value !== undefined && decimalOf(value).lte(0);
}

/** A promotion stands on its own lines: what it measures beyond them only a threshold can say. */
function reachesBeyond({ type, scope }: RowCondition, { context, forEachLine, lines }: Place): boolean {
  if (!MEASURES.has(type)) return false;
  if (forEachLine) return true;
  if (lines === undefined) return false;
  const base = tickedScopeText({}, context);
  return lines !== base && tickedScopeText(scope, context) !== lines;
}

const MEASURES: ReadonlySet<RowCondition['type']> = new Set([
  'items_total',
  'order_total',
  'items_qty',
  'any_line_qty',
  'has_line',
]);

function conditionText(condition: RowCondition, place: Place): readonly string[] {
  const { context } = place;
  const among = condition.in ?? [];
  switch (condition.type) {
    case 'items_total':
      return [compared(measured(moneyMeasure(condition, place), condition, place), condition, context)];
    case 'order_total':
      return [
        compared(
          `${measured(moneyMeasure(condition, place), condition, place)} + ${postage(place)}`,
          condition,
          context,
        ),
      ];
    case 'items_qty':
      return [counted(measured('quantity', condition, place), condition)];
    case 'any_line_qty':
      return [`${anyLine(condition, place)} >= 1`];
    case 'has_line':
      return [`${measured('count', condition, place)} >= 1`];
    case 'customer_group':
      return [memberOf('customer.group', among)];
    case 'channel':
      return [memberOf('order.channel', among)];
    case 'country':
      return among.length === 0 ? [] : [memberOf('order.country', among)];
    case 'currency':
      return [memberOf('order.currency', among)];
    case 'shipping_method':
      return [
        among.length === 0
          ? NEVER
          : anyOf(among.map((name) => `order.shipping-methods has ${printText(name)}`)),
      ];
    case 'nth_order':
      return [`customer.placed-orders is ${unitsOf(condition.n ?? 1) - 1}`];
    case 'never':
      return [NEVER];
  }
}

/** What stands for a condition that the source has and the row does not model. */
const NEVER = 'order.unmodelled';

function memberOf(name: string, values: readonly string[]): string {
  return values.length === 0 ? NEVER : oneOf(name, values);
}

/** `left`, or `list` where the source tests the original totals. */
function moneyMeasure({ base, taxInclusive }: RowCondition, place: Place): string {
  const { tax } = place.context.row;
  if (taxInclusive === true && tax !== undefined && !tax.included)
    throw new CannotBeSaid('tax', 'a condition on amounts with tax');
  return (base ?? place.base) === 'original' ? 'list' : 'left';
}

/** An amount over the condition's lines, as its promotion sees them. */
function measured(what: string, { scope }: RowCondition, { context, lines }: Place): string {
  const wanted = tickedScopeText(scope, context);
  if (wanted === lines) return what;
  // A promotion for all lines that take part need not say so again.
  const narrower = lines === undefined ? wanted : scopeText(scope, context);
  return narrower === undefined ? what : `${what} of lines where (${narrower})`;
}

function anyLine(condition: RowCondition, { context, lines }: Place): string {
  const wanted =
    lines === undefined ? tickedScopeText(condition.scope, context) : scopeText(condition.scope, context);
  const units = counted('quantity', condition);
  return `count of lines where (${wanted === undefined ? units : `${units} and ${wanted}`})`;
}

function postage({ shippingMoved }: Place): string {
  if (shippingMoved) throw new CannotBeSaid("a charge's list price", 'a total with discounted shipping');
  return 'order.postage';
}

const OPERATORS = { gte: '>=', gt: '>', lte: '<=', lt: '<', eq: 'is' } as const;

function compared(measure: string, { op = 'gte', value }: RowCondition, { row }: Context): string {
  return `${measure} ${OPERATORS[op]} ${amountText(known(value), row.currency)}`;
}

function counted(measure: string, { op = 'gte', value }: RowCondition): string {
  return `${measure} ${OPERATORS[op]} ${decimalOf(known(value)).toFixed()}`;
}

function known<T>(value: T | undefined): T {
  if (value === undefined) throw new CannotBeSaid('outside the schema', 'a condition without its value');
  return value;
}

/** `spend 50.00 over all lines`, `buy 3 over all lines`: at least, or more than, so much in the whole cart. */
function thresholdText(condition: RowCondition, place: Place): string {
  const { op = 'gte', scope, type, value } = condition;
  const { context } = place;
  const isWhole = tickedScopeText(scope, context) === undefined;
  if (!isWhole || (op !== 'gte' && op !== 'gt') || (type !== 'items_total' && type !== 'items_qty'))
    throw new CannotBeSaid('other lines', `a condition on other lines than the discount's`);
  if (type === 'items_qty') return `buy ${unitsText(stepped(known(value), op, '1'))} over all lines`;
  const { currency } = context.row;
  const amount = amountText(stepped(known(value), op, String(10 ** -currency.digits)), currency);
  const counting = moneyMeasure(condition, place) === 'list' ? ' counting list' : '';
  return `spend ${amount} over all lines${counting}`;
}

/** More than an amount is at least the next one. */
function stepped(value: Quantity, op: 'gte' | 'gt', step: string): string {
  return (op === 'gt' ? decimalOf(value).plus(step) : decimalOf(value)).toFixed();
}
