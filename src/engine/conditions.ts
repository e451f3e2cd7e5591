import type { Condition, Scalar, Test } from '../plan/types.js';
import type { Moment } from './moment.js';
import { compare, type Exact } from './exact.js';
import { type Getter, getterOf, type InHand, type Scope } from './expressions.js';
import { type Leaf, leavesIn } from './leaves.js';
import type { LoadedTable, Names } from './names.js';

/** What the expressions of a promotion are compiled against; `table` is that of the row in hand. */
export function scopeWith(names: Names, table?: LoadedTable): Scope {
  const scope: Scope = {
    names,
    table,
    test: (condition) => {
      const compiled = conditionIn(condition, scope);
      return (moment) => compiled.holds(moment);
    },
  };
  return scope;
}

/** A compiled condition; its parts stay at hand for what a refusal tells. */
export interface CompiledCondition {
  readonly op: Condition['op'];
  holds(moment: Moment): boolean;
  /** Of `and` and `or`. */
  readonly parts: readonly CompiledCondition[];
  /** A test, or a `not`, as a breakdown names it. */
  readonly text: string;
  /** What a test (or all tests of a `not`) reads; made when a refusal asks for it. */
  leaves(): readonly Leaf[];
}

/** Section 3: a missing value makes the smallest comparison around it false, a missing flag is false. */
export function conditionIn(condition: Condition, scope: Scope): CompiledCondition {
  switch (condition.op) {
    case 'and':
    case 'or':
      return junction(
        condition.op,
        condition.parts.map((part) => conditionIn(part, scope)),
      );
    case 'not': {
      const part = conditionIn(condition.part, scope);
      return {
        op: 'not',
        holds: (moment) => !part.holds(moment),
        parts: [],
        text: condition.text,
        leaves: () => leavesOfCondition(condition, scope),
      };
    }
    default:
      return {
        op: condition.op,
        holds: testIn(condition, scope),
        parts: [],
        text: condition.text,
        leaves: () => leavesOfCondition(condition, scope),
      };
  }
}

function junction(op: 'and' | 'or', parts: readonly CompiledCondition[]): CompiledCondition {
  const holds =
    op === 'and'
      ? (moment: Moment): boolean => {
          for (const part of parts) if (!part.holds(moment)) return false;
          return true;
        }
      : (moment: Moment): boolean => {
          for (const part of parts) if (part.holds(moment)) return true;
          return false;
        };
  return { op, holds, parts, text: '', leaves: () => parts.flatMap((part) => part.leaves()) };
}

function leavesOfCondition(condition: Condition, scope: Scope): readonly Leaf[] {
  return operandsOfCondition(condition).flatMap((operand) => leavesIn(operand, scope));
}

/** What a condition compares, in the order it is written. */
export function operandsOfCondition(condition: Condition): readonly Scalar[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.parts.flatMap(operandsOfCondition);
    case 'not':
      return operandsOfCondition(condition.part);
    default:
      return operandsOf(condition);
  }
}

function operandsOf(test: Test): readonly Scalar[] {
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

function testIn(test: Test, scope: Scope): (moment: Moment) => boolean {
  switch (test.op) {
    case 'in':
    case 'not-in':
      return membershipIn(test, scope);
    case 'flag': {
      const get = getterOf(test.value, scope);
      return (moment) => get(moment) === true;
    }
    case 'has':
      return pairIn(test.list, test.item, scope, (list, item) =>
        (list as readonly string[]).includes(item as string),
      );
    case 'starts-with':
      return pairIn(test.value, test.prefix, scope, (value, prefix) =>
        (value as string).startsWith(prefix as string),
      );
    default:
      return comparisonIn(test, scope);
  }
}

type Comparison = Extract<Test, { op: '=' | '!=' | '<' | '<=' | '>' | '>=' }>;

/** An attribute against a text is the test that rule files are full of. */
function comparisonIn({ op, left, right }: Comparison, scope: Scope): (moment: Moment) => boolean {
  if (right.op === 'constant' && right.type === 'text' && (op === '=' || op === '!=')) {
    const get = getterOf(left, scope);
    const { value: text } = right;
    if (op === '=') return (moment) => get(moment) === text;
    return (moment) => {
      const value = get(moment);
      return value !== undefined && value !== text;
    };
  }
  return pairIn(left, right, scope, COMPARISONS[op]);
}

function pairIn(
  left: Scalar,
  right: Scalar,
  scope: Scope,
  holds: (a: InHand, b: InHand) => boolean,
): (moment: Moment) => boolean {
  const first = getterOf(left, scope);
  const second = getterOf(right, scope);
  return (moment) => {
    const a = first(moment);
    if (a === undefined) return false;
    const b = second(moment);
    return b !== undefined && holds(a, b);
  };
}

const COMPARISONS: Readonly<Record<'=' | '!=' | '<' | '<=' | '>' | '>=', (a: InHand, b: InHand) => boolean>> =
  {
    '=': isSame,
    '!=': (a, b) => !isSame(a, b),
    '<': (a, b) => compare(a as Exact, b as Exact) < 0,
    '<=': (a, b) => compare(a as Exact, b as Exact) <= 0,
    '>': (a, b) => compare(a as Exact, b as Exact) > 0,
    '>=': (a, b) => compare(a as Exact, b as Exact) >= 0,
  };

function isSame(a: InHand, b: InHand): boolean {
  if (a === b) return true;
  if (typeof a === 'string' || typeof a === 'boolean') return false;
  return compare(a as Exact, b as Exact) === 0;
}

type Membership = Extract<Test, { op: 'in' | 'not-in' }>;

/** A few texts are compared one by one, many are looked up. */
function membershipIn({ op, value, items }: Membership, scope: Scope): (moment: Moment) => boolean {
  const get = getterOf(value, scope);
  const wanted = op === 'in';
  const texts = items.flatMap((item) => (item.op === 'constant' && item.type === 'text' ? [item.value] : []));
  if (texts.length < items.length)
    return amongAny(
      get,
      items.map((item) => getterOf(item, scope)),
      wanted,
    );
  const many = texts.length > 8 ? new Set<unknown>(texts) : undefined;
  return (moment) => {
    const found = get(moment);
    if (found === undefined) return false;
    return (many ? many.has(found) : texts.includes(found as string)) === wanted;
  };
}

function amongAny(get: Getter, items: readonly Getter[], wanted: boolean): (moment: Moment) => boolean {
  return (moment) => {
    const value = get(moment);
    if (value === undefined) return false;
    let isAmong = false;
    for (const item of items) {
      const other = item(moment);
      if (other === undefined) return false;
      isAmong ||= isSame(value, other);
    }
    return isAmong === wanted;
  };
}
