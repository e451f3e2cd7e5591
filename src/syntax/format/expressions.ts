import type { BinaryExpression, Expression } from '../ast.js';
import type { Breaks } from './breaks.js';

/** Operators by whose side a long expression is broken; those of one group are broken together. */
const CHAINED: ReadonlyMap<string, string> = new Map([
  ['or', 'or'],
  ['and', 'and'],
  ['+', 'sum'],
  ['-', 'sum'],
  ['*', 'product'],
  ['/', 'product'],
]);

/** Marks where an expression may be broken: between its operands first, inside them later. */
export function markExpression(expression: Expression, level: number, breaks: Breaks): void {
  switch (expression.kind) {
    case 'binary':
      markBinary(expression, level, breaks);
      break;
    case 'in':
      markExpression(expression.value, level + 1, breaks);
      markItems(expression.items, level, breaks);
      break;
    case 'list':
      markItems(expression.items, level, breaks);
      break;
    case 'call':
      markItems(expression.arguments, level, breaks);
      break;
    case 'not':
      markExpression(expression.operand, level, breaks);
      break;
    case 'percent-of':
      markExpression(expression.amount, level, breaks);
      break;
    case 'amount':
      if (expression.where !== undefined) markExpression(expression.where, level + 1, breaks);
      break;
    default:
      break;
  }
}

function markItems(items: readonly Expression[], level: number, breaks: Breaks): void {
  breaks.commas(items, level);
  for (const item of items) markExpression(item, level + 1, breaks);
}

/** Operators of one group go on from the left: `a and b and c` is broken at both, unless parentheses part them. */
function markBinary({ left, operator, right, span }: BinaryExpression, level: number, breaks: Breaks): void {
  const group = CHAINED.get(operator);
  if (group !== undefined) breaks.operator(left, level);
  const goesOn =
    left.kind === 'binary' && CHAINED.get(left.operator) === group && left.span.start === span.start;
  markExpression(left, goesOn ? level : level + 1, breaks);
  markExpression(right, level + 1, breaks);
}
