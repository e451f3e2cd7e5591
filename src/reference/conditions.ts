import type { Condition, Scalar, Test } from '../check/ruleset.js';
import type { Environment } from './environment.js';
import { type InHand, valueOf } from './values.js';
import type { Rational } from './rational.js';

/** Section 3: a missing value makes the smallest comparison around it false, a missing flag is false. */
export function holds(condition: Condition, environment: Environment): boolean {
  switch (condition.op) {
    case 'and':
      return condition.parts.every((part) => holds(part, environment));
    case 'or':
      return condition.parts.some((part) => holds(part, environment));
    case 'not':
      return !holds(condition.part, environment);
    default:
      return testHolds(condition, environment);
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

/** The innermost false parts of a condition that does not hold. */
export function falseParts(condition: Condition, environment: Environment): readonly (Test | NotCondition)[] {
  switch (condition.op) {
    case 'and':
      return condition.parts.filter((part) => !holds(part, environment)).flatMap((part) => falseParts(part, environment));
    case 'or':
      return condition.parts.flatMap((part) => falseParts(part, environment));
    default:
      return [condition];
  }
}

export type NotCondition = Extract<Condition, { op: 'not' }>;

/** Every test inside a condition. */
export function testsOf(condition: Condition): readonly Test[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(testsOf);
    case 'not':
      return testsOf(condition.part);
    default:
      return [condition];
  }
}

/** Every attribute and amount an expression reads, in the order they are written. */
export function leavesOf(scalar: Scalar): readonly Extract<Scalar, { op: 'read' | 'measure' }>[] {
  switch (scalar.op) {
    case 'constant':
      return [];
    case 'read':
    case 'measure':
      return [scalar];
    default:
      return scalar.parts.flatMap(leavesOf);
  }
}

/** What a condition reads. */
export function leavesOfCondition(condition: Condition): readonly Extract<Scalar, { op: 'read' | 'measure' }>[] {
  return testsOf(condition).flatMap((test) => operandsOf(test).flatMap(leavesOf));
}
