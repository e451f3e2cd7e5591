import type { Attribute, Calculation, Condition, Constant, Scalar } from '../ruleset.js';

/** What the checker knows about a value. `unknown` follows a mistake that has been reported, and agrees with everything. */
export type Type =
  | { readonly kind: 'text' | 'number' | 'money' | 'percent' | 'flag' | 'time' | 'list' | 'unknown' }
  | { readonly kind: 'one-of'; readonly members: readonly string[]; readonly of: string };

/** A typed expression and what it lowers to; a percentage lowers to a number (15 for 15 %). */
export interface Value {
  readonly type: Type;
  readonly scalar: Scalar;
  /** The same expression read as money, where number literals in it allow that. */
  readonly asMoney?: () => Value;
}

/** Stands for what could not be lowered; it is no constant, so nothing is concluded from it. */
export const unknownScalar: Scalar = { op: 'read', of: 'order', name: '', type: 'text', text: '' };

export const unknownValue: Value = { type: { kind: 'unknown' }, scalar: unknownScalar };

/** Stands for a condition that could not be lowered; it holds, so nothing is concluded from it. */
export const unknownCondition: Condition = { op: 'and', parts: [] };

export function value(kind: Exclude<Type['kind'], 'one-of'>, scalar: Scalar, asMoney?: () => Value): Value {
  return asMoney === undefined ? { type: { kind }, scalar } : { type: { kind }, scalar, asMoney };
}

export function textConstant(text: string): Constant {
  return { op: 'constant', type: 'text', value: text };
}

export function numberConstant(decimal: string): Constant {
  return { op: 'constant', type: 'number', value: decimal };
}

/** Money in minor units, as a decimal. */
export function moneyConstant(minor: string): Constant {
  return { op: 'constant', type: 'money', value: minor };
}

export function calculation(
  op: Calculation['op'],
  type: Calculation['type'],
  parts: readonly Scalar[],
): Calculation {
  return { op, type, parts };
}

export function isConstant(scalar: Scalar): scalar is Constant {
  return scalar.op === 'constant';
}

export function typeOfAttribute(attribute: Attribute): Type {
  if (attribute.type !== 'one-of') return { kind: attribute.type };
  if (attribute.members === undefined) return { kind: 'unknown' };
  return { kind: 'one-of', members: attribute.members, of: attribute.name };
}

export function isText(type: Type): boolean {
  return type.kind === 'text' || type.kind === 'one-of';
}

const TYPE_NAMES = {
  text: 'text',
  number: 'a number',
  money: 'money',
  percent: 'a percentage',
  flag: 'a flag',
  time: 'a time',
  list: 'a list of text',
  unknown: 'unknown',
  'one-of': 'one of a list of words',
} as const;

/** A type as messages name it. */
export function nameOfType(type: Type): string {
  return TYPE_NAMES[type.kind];
}
