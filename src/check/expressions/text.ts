import type { Expression } from '../../syntax/ast.js';
import { printExpression } from '../../syntax/print.js';

const LONGEST = 60;

/** The canonical text of an expression, cut for a message. */
export function shortText(expression: Expression): string {
  const text = printExpression(expression);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}
