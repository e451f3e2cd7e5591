import { Temporal } from 'temporal-polyfill';
import type { FailedTest } from '../breakdown/types.js';
import type { Condition, Scalar } from '../check/ruleset.js';
import { type InHand, operandsOf, valueOf } from './expressions.js';
import { falseParts, leavesOf, leavesOfCondition, type NotCondition } from './inspect.js';
import { aside, type Environment } from './environment.js';
import type { Printer } from './print.js';
import { exactText, floor, isWhole, type Rational } from './rational.js';

/** Stands where the name of a missing value would. */
export const DIVISION_BY_ZERO = 'a division by zero';

type Leaf = Extract<Scalar, { op: 'read' | 'measure' }>;

/** Section 6, `condition-false`: the innermost false parts with the values seen. */
export function failures(
  condition: Condition,
  environment: Environment,
  printer: Printer,
): readonly FailedTest[] {
  const unseen = aside(environment);
  return falseParts(condition, unseen).map((part) => {
    const leaves = part.op === 'not' ? leavesOfNot(part) : operandsOf(part).flatMap(leavesOf);
    return failedTest(part.text, leaves, unseen, printer);
  });
}

function leavesOfNot(condition: NotCondition): readonly Leaf[] {
  return leavesOfCondition(condition.part);
}

/** An expression that came to nothing: each value that is missing in it as a test of its own, else a division by zero. */
export function missingValues(
  scalar: Scalar,
  environment: Environment,
  printer: Printer,
): readonly FailedTest[] {
  if (valueOf(scalar, environment) !== undefined) return [];
  const leaves = leavesOf(scalar);
  const missing = missingAmong(leaves, environment);
  if (missing.length === 0) return [failedTest(DIVISION_BY_ZERO, leaves, environment, printer)];
  return missing.map((name) => ({ test: name, seen: {}, missing: [name] }));
}

function failedTest(
  test: string,
  leaves: readonly Leaf[],
  environment: Environment,
  printer: Printer,
): FailedTest {
  const missing = missingAmong(leaves, environment);
  const seen = leaves.flatMap((leaf) => {
    const value = valueOf(leaf, environment);
    return value === undefined ? [] : [[leaf.text, printed(leaf, value, environment, printer)] as const];
  });
  return { test, seen: Object.fromEntries(seen), ...(missing.length > 0 && { missing }) };
}

/** The names of the values that are missing, each once. */
export function missingAmong(leaves: readonly Leaf[], environment: Environment): readonly string[] {
  const missing = leaves.filter((leaf) => valueOf(leaf, environment) === undefined).map((leaf) => leaf.text);
  return [...new Set(missing)];
}

function printed(
  leaf: Leaf,
  value: InHand,
  environment: Environment,
  printer: Printer,
): FailedTest['seen'][string] {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (leaf.type === 'list') return value as readonly string[];
  const number = value as Rational;
  if (leaf.type === 'money') return printer.seen(number);
  if (leaf.type === 'time') return instant(leaf, number, environment);
  const isCount = leaf.op === 'measure' ? leaf.what !== 'total' : leaf.name === 'quantity';
  return isCount && isWhole(number) ? Number(floor(number)) : exactText(number);
}

/** The order's `at` as the cart wrote it; other instants in UTC. */
function instant(leaf: Leaf, value: Rational, environment: Environment): string {
  if (leaf.op === 'read' && leaf.of === 'order' && leaf.name === 'at') return environment.view.cart.at;
  return Temporal.Instant.fromEpochMilliseconds(Number(floor(value))).toString();
}
