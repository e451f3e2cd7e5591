import { Decimal } from 'decimal.js';
import type { Span } from '../../syntax/ast.js';
import type { Findings } from '../findings.js';
import type { Condition, Constant, Scalar, Test } from '../ruleset.js';
import { isConstant } from './value.js';

type Comparison = Extract<Test, { left: Scalar }>;

/** Warns of a condition that no cart can fulfil, as far as that is plain to see. */
export function warnOfNever(condition: Condition | undefined, span: Span, findings: Findings): void {
  if (condition !== undefined && neverHolds(condition)) findings.add('RK1079', span, {});
}

export function neverHolds(condition: Condition): boolean {
  switch (condition.op) {
    case 'and':
      return condition.parts.some(neverHolds) || contradict(condition.parts);
    case 'or':
      return condition.parts.length > 0 && condition.parts.every(neverHolds);
    case 'not':
      return condition.part.op === 'flag' && isFlag(condition.part.value, true);
    case 'flag':
      return isFlag(condition.value, false);
    case 'in':
      return condition.items.length === 0;
    case 'not-in':
    case 'has':
    case 'starts-with':
      return false;
    default:
      return (
        isBelowLeast(condition) ||
        (isConstant(condition.left) && isConstant(condition.right) && !isTrue(condition))
      );
  }
}

function isFlag(scalar: Scalar, flag: boolean): boolean {
  return isConstant(scalar) && scalar.type === 'flag' && scalar.value === flag;
}

/** `brand is "a" and brand is "b"`. */
function contradict(parts: readonly Condition[]): boolean {
  const wanted = new Map<string, Constant>();
  for (const part of parts) {
    if (part.op !== '=' || part.left.op !== 'read' || !isConstant(part.right)) continue;
    const before = wanted.get(part.left.text);
    if (before !== undefined && before.value !== part.right.value) return true;
    wanted.set(part.left.text, part.right);
  }
  return false;
}

/** `quantity < 1`, `price < 0`: below what every cart has. */
function isBelowLeast({ left, op, right }: Comparison): boolean {
  const least = leastOf(left);
  if (least === undefined || !isConstant(right) || (right.type !== 'number' && right.type !== 'money'))
    return false;
  const bound = new Decimal(right.value);
  if (op === '<') return bound.lte(least);
  return (op === '<=' || op === '=') && bound.lt(least);
}

/** A scope has a line and a line a unit; amounts of money are never negative, and some lines of a scope may be none. */
function leastOf(scalar: Scalar): number | undefined {
  if (scalar.op === 'read') {
    if (scalar.of === 'line' && scalar.name === 'quantity') return 1;
    return scalar.type === 'money' ? 0 : undefined;
  }
  if (scalar.op !== 'measure' || (scalar.what === 'total' && scalar.type === 'number')) return undefined;
  const isCount = scalar.what === 'quantity' || scalar.what === 'count' || scalar.what === 'skus';
  return isCount && scalar.where === undefined ? 1 : 0;
}

function isTrue({ left, op, right }: Comparison): boolean {
  if (!isConstant(left) || !isConstant(right)) return true;
  const order = orderOf(left, right);
  switch (op) {
    case '=':
      return order === 0;
    case '!=':
      return order !== 0;
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

function orderOf(left: Constant, right: Constant): number {
  if (left.type === 'text' || left.type === 'flag') return Number(left.value !== right.value);
  return new Decimal(left.value).cmp(new Decimal(String(right.value)));
}
