import type { Condition, Scalar } from '../plan/types.js';

/** A text of a line, by which promotions are found: that attribute with that value. */
export interface IndexKey {
  readonly attribute: string;
  readonly value: string;
}

/** A number of a line that must be at least (or at most) a bound. */
export interface IndexRange {
  readonly attribute: string;
  readonly kind: 'least' | 'most';
  readonly bound: string;
}

/**
 * Keys such that every line for which the condition holds has one of them; nothing where the condition does not say so. Of
 * several parts that must hold the one with the fewest keys is enough.
 */
export function keysOf(condition: Condition): readonly IndexKey[] | undefined {
  switch (condition.op) {
    case 'and':
      return fewest(condition.parts.map(keysOf));
    case 'or': {
      const parts = condition.parts.map(keysOf);
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case '=':
      return keysIn(condition.left, [condition.right]) ?? keysIn(condition.right, [condition.left]);
    case 'in':
      return keysIn(condition.value, condition.items);
    default:
      return undefined;
  }
}

function fewest(parts: readonly (readonly IndexKey[] | undefined)[]): readonly IndexKey[] | undefined {
  let found: readonly IndexKey[] | undefined;
  for (const part of parts) if (part && (!found || part.length < found.length)) found = part;
  return found;
}

function keysIn(value: Scalar, items: readonly Scalar[]): readonly IndexKey[] | undefined {
  if (value.op !== 'read' || value.of !== 'line' || value.type !== 'text') return undefined;
  const { name: attribute } = value;
  const keys = items.flatMap((item) =>
    item.op === 'constant' && item.type === 'text' ? [{ attribute, value: item.value }] : [],
  );
  return keys.length === items.length ? keys : undefined;
}

/** A bound on a number of the line that holds wherever the condition does. */
export function rangeOf(condition: Condition): IndexRange | undefined {
  switch (condition.op) {
    case 'and':
      return condition.parts.map(rangeOf).find((range) => range !== undefined);
    case '>':
    case '>=':
      return (
        rangeIn(condition.left, condition.right, 'least') ?? rangeIn(condition.right, condition.left, 'most')
      );
    case '<':
    case '<=':
      return (
        rangeIn(condition.left, condition.right, 'most') ?? rangeIn(condition.right, condition.left, 'least')
      );
    default:
      return undefined;
  }
}

function rangeIn(value: Scalar, bound: Scalar, kind: IndexRange['kind']): IndexRange | undefined {
  if (value.op !== 'read' || value.of !== 'line' || (value.type !== 'number' && value.type !== 'money'))
    return undefined;
  if (bound.op !== 'constant' || (bound.type !== 'number' && bound.type !== 'money')) return undefined;
  return { attribute: value.name, kind, bound: bound.value };
}
