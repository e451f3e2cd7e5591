import type { Condition, Scalar, Test } from '../check/ruleset.js';
import type { Environment } from './environment.js';
import { holds, operandsOf } from './expressions.js';

/** The innermost false parts of a condition that does not hold. */
export function falseParts(condition: Condition, environment: Environment): readonly (Test | NotCondition)[] {
  switch (condition.op) {
    case 'and':
      return condition.parts
        .filter((part) => !holds(part, environment))
        .flatMap((part) => falseParts(part, environment));
    case 'or':
      return condition.parts.flatMap((part) => falseParts(part, environment));
    default:
      return [condition];
  }
}

export type NotCondition = Extract<Condition, { op: 'not' }>;

/** Every test inside a condition. */
function testsOf(condition: Condition): readonly Test[] {
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
export function leavesOfCondition(
  condition: Condition,
): readonly Extract<Scalar, { op: 'read' | 'measure' }>[] {
  return operandsOfCondition(condition).flatMap(leavesOf);
}

/** What a condition compares. */
export function operandsOfCondition(condition: Condition): readonly Scalar[] {
  return testsOf(condition).flatMap(operandsOf);
}
