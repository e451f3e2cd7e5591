import type { Value } from '../cart/types.js';
import type { Calculation, Condition, Measure, Read, Scalar, Test } from '../check/ruleset.js';
import { amountOf, type LineCell, unitPrice } from './cells.js';
import { type Environment, withLine } from './environment.js';
import { type Rational, rational, zero } from './rational.js';

/** A value in hand: numbers, money (minor units) and instants are exact rationals. */
export type InHand = Rational | string | boolean | readonly string[];

/** Section 3: what an expression comes to; nothing when a value in it is missing. */
export function valueOf(scalar: Scalar, environment: Environment): InHand | undefined {
  switch (scalar.op) {
    case 'constant':
      return scalar.type === 'text' || scalar.type === 'flag' ? scalar.value : rational(scalar.value);
    case 'read':
      return read(scalar, environment);
    case 'measure':
      return measure(scalar, environment);
    default:
      return calculate(scalar, environment);
  }
}

/** The same for an expression that the checker knows to be a number, money or an instant. */
export function numberOf(scalar: Scalar, environment: Environment): Rational | undefined {
  return valueOf(scalar, environment) as Rational | undefined;
}

/** Section 2: a negative amount counts as 0. */
export function moneyOf(scalar: Scalar, environment: Environment): Rational | undefined {
  const value = numberOf(scalar, environment);
  return value !== undefined && value.compare(0) < 0 ? zero : value;
}

/** A missing flag is false; any other missing value is missing. */
function read(scalar: Read, environment: Environment): InHand | undefined {
  const value = stored(scalar, environment);
  if (value === undefined) return scalar.type === 'flag' ? false : undefined;
  const isNumeric = scalar.type === 'number' || scalar.type === 'money' || scalar.type === 'time';
  return isNumeric ? rational(value as string | number) : (value as InHand);
}

function stored({ of, name }: Read, environment: Environment): Value | undefined {
  const { cart, customer, order } = environment.view;
  switch (of) {
    case 'line':
      return lineValue(name, environment.line);
    case 'shipping':
      return chargeValue(name, environment);
    case 'customer':
      return customer.get(name);
    case 'order':
      if (name === 'at') return cart.instant;
      return name === 'codes' ? cart.codes : order.get(name);
    case 'row':
      return environment.row && Object.hasOwn(environment.row.values, name)
        ? environment.row.values[name]
        : undefined;
  }
}

function lineValue(name: string, cell: LineCell | undefined): Value | undefined {
  const line = cell?.line;
  if (name === 'price') return line && unitPrice(line);
  if (name === 'id' || name === 'sku' || name === 'quantity') return line?.[name];
  return cell?.values.get(name);
}

function chargeValue(name: string, { charge }: Environment): Value | undefined {
  if (name === 'id' || name === 'amount') return charge?.charge[name];
  return charge?.values.get(name);
}

/** A division by zero, or a missing part, makes the whole missing. */
function calculate({ op, parts }: Calculation, environment: Environment): Rational | undefined {
  const values: Rational[] = [];
  for (const part of parts) {
    const value = numberOf(part, environment);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return values.reduce<Rational | undefined>(
    (a, b, index) => (index === 0 ? b : a && combine(op, a, b)),
    undefined,
  );
}

function combine(op: Calculation['op'], a: Rational, b: Rational): Rational | undefined {
  switch (op) {
    case '+':
      return a.add(b);
    case '-':
      return a.sub(b);
    case '*':
      return a.mul(b);
    case '/':
      return b.equals(0) ? undefined : a.div(b);
    case 'min':
      return a.compare(b) <= 0 ? a : b;
    case 'max':
      return a.compare(b) >= 0 ? a : b;
  }
}

/** Section 3, amounts: over the unit or line in hand, the standing's lines, the cart's, or the finished order. */
function measure(scalar: Measure, environment: Environment): Rational | undefined {
  const { line, view } = environment;
  if (scalar.over === 'unit') return line && measureUnit(scalar, environment, line);
  if (scalar.over === 'order' && scalar.what === 'pay' && !scalar.where) {
    const all = [...view.cells.lines, ...view.cells.charges];
    return all.reduce((total, cell) => total.add(rational(amountOf(view.left, cell))), zero);
  }
  return measureLines(scalar, environment, linesMeasured(scalar, environment));
}

function measureUnit(scalar: Measure, environment: Environment, line: LineCell): Rational | undefined {
  if (scalar.what === 'left' && scalar.after === undefined) return rational(environment.unit ?? 0n);
  if (scalar.what === 'quantity') return rational(1);
  return measureLines(scalar, environment, [line])?.div(line.line.quantity);
}

function linesMeasured(scalar: Measure, environment: Environment): readonly LineCell[] {
  const lines = {
    line: environment.line ? [environment.line] : [],
    scope: environment.scope,
    cart: environment.view.cells.lines,
    order: environment.view.cells.lines,
    unit: [],
  }[scalar.over];
  const { where } = scalar;
  return where ? lines.filter((line) => holds(where, withLine(environment, line))) : lines;
}

function measureLines(
  scalar: Measure,
  environment: Environment,
  lines: readonly LineCell[],
): Rational | undefined {
  if (scalar.what === 'count') return rational(lines.length);
  if (scalar.what === 'skus') return rational(new Set(lines.map((line) => line.line.sku)).size);
  let total = zero;
  for (const line of lines) {
    const value = measureLine(scalar, environment, line);
    if (value === undefined) return undefined;
    total = total.add(value);
  }
  return total;
}

function measureLine(scalar: Measure, { view }: Environment, line: LineCell): Rational | undefined {
  const left = scalar.after === undefined ? view.left : view.after.get(scalar.after);
  switch (scalar.what) {
    case 'list':
      return rational(line.list);
    case 'quantity':
      return rational(line.line.quantity);
    case 'discount':
      return rational(line.list - amountOf(view.left, line));
    case 'total':
      return totalOfAttribute(scalar, line);
    default:
      return rational(left?.get(line) ?? line.list);
  }
}

/** `total of NAME`: money counts once for each unit, a number once for each line. */
function totalOfAttribute({ attribute, type }: Measure, line: LineCell): Rational | undefined {
  const value = attribute === undefined ? undefined : lineValue(attribute, line);
  if (value === undefined) return undefined;
  const amount = rational(value as string | number);
  return type === 'money' ? amount.mul(line.line.quantity) : amount;
}

// Conditions ------------------------------------------------------------------------------------------------------

/** Section 3: a missing value makes the smallest comparison around it false, a missing flag is false. */
export function holds(condition: Condition, environment: Environment): boolean {
  switch (condition.op) {
    case 'and':
      return condition.parts.every((part) => holds(part, environment));
    case 'or':
      return condition.parts.some((part) => holds(part, environment));
    case 'not':
      return !holds(condition.part, environment);
    default: {
      const held = testHolds(condition, environment);
      environment.view.observer?.tested(condition, held);
      return held;
    }
  }
}

function testHolds(test: Test, environment: Environment): boolean {
  const values: InHand[] = [];
  for (const operand of operandsOf(test)) {
    const value = valueOf(operand, environment);
    if (value === undefined) return false;
    values.push(value);
  }
  const [first, ...others] = values;
  return first !== undefined && compare(test.op, first, others);
}

/** The operands of a test, in the order they are written. */
export function operandsOf(test: Test): readonly Scalar[] {
  switch (test.op) {
    case 'in':
    case 'not-in':
      return [test.value, ...test.items];
    case 'has':
      return [test.list, test.item];
    case 'starts-with':
      return [test.value, test.prefix];
    case 'flag':
      return [test.value];
    default:
      return [test.left, test.right];
  }
}

function compare(op: Test['op'], first: InHand, others: readonly InHand[]): boolean {
  const [second] = others;
  switch (op) {
    case 'flag':
      return first === true;
    case '=':
      return same(first, second);
    case '!=':
      return !same(first, second);
    case 'in':
      return others.some((item) => same(first, item));
    case 'not-in':
      return !others.some((item) => same(first, item));
    case 'has':
      return (first as readonly string[]).includes(second as string);
    case 'starts-with':
      return (first as string).startsWith(second as string);
    default:
      return inOrder(op, (first as Rational).compare(second as Rational));
  }
}

function inOrder(op: '<' | '<=' | '>' | '>=', order: number): boolean {
  switch (op) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function same(a: InHand, b: InHand | undefined): boolean {
  if (typeof a === 'string' || typeof a === 'boolean') return a === b;
  return (a as Rational).equals(b as Rational);
}
