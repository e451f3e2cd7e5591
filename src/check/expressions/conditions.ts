import type { BinaryExpression, Expression, NotExpression } from '../../syntax/ast.js';
import { printExpression } from '../../syntax/print.js';
import type { Context } from '../context.js';
import type { Condition } from '../ruleset.js';
import { comparison, type ComparisonExpression } from './comparisons.js';
import { membership } from './membership.js';
import type { Place } from './place.js';
import { shortText } from './text.js';
import { nameOfType, unknownCondition, type Value } from './value.js';

/** A condition, each comparison in it typed and given its canonical text. */
export function condition(expression: Expression, place: Place, context: Context): Condition {
  switch (expression.kind) {
    case 'binary':
      return binaryCondition(expression, place, context);
    case 'in':
      return membership(expression, place, context);
    case 'not':
      return negation(expression, place, context);
    case 'missing':
      return unknownCondition;
    default:
      return lone(expression, context.expressions.value(expression, place), context);
  }
}

function binaryCondition(expression: BinaryExpression, place: Place, context: Context): Condition {
  switch (expression.operator) {
    case 'and':
    case 'or': {
      const parts = chain(expression, expression.operator);
      return {
        op: expression.operator,
        parts: parts.map((part) => context.expressions.condition(part, place)),
      };
    }
    case '+':
    case '-':
    case '*':
    case '/':
      return lone(expression, context.expressions.value(expression, place), context);
    default:
      return comparison(expression as ComparisonExpression, place, context);
  }
}

/** `a and b and c` is one condition of three parts; the parser nests them to the left. */
function chain(expression: BinaryExpression, operator: 'and' | 'or'): readonly Expression[] {
  const parts = [expression.right];
  let rest = expression.left;
  for (; rest.kind === 'binary' && rest.operator === operator; rest = rest.left) parts.push(rest.right);
  return [rest, ...parts.toReversed()];
}

function negation(expression: NotExpression, place: Place, context: Context): Condition {
  const part = context.expressions.condition(expression.operand, place);
  return part === unknownCondition ? part : { op: 'not', part, text: printExpression(expression) };
}

/** A flag stands alone; any other value has to be compared with something. */
function lone(expression: Expression, { scalar, type }: Value, { findings }: Context): Condition {
  if (type.kind === 'flag') return { op: 'flag', value: scalar, text: printExpression(expression) };
  if (type.kind === 'unknown') return unknownCondition;
  const text = shortText(expression);
  const example = EXAMPLES[type.kind];
  findings.add('RK1026', expression.span, { text, found: nameOfType(type), example: `${text} ${example}` });
  return unknownCondition;
}

const EXAMPLES = {
  text: 'is "…"',
  'one-of': 'is …',
  number: '>= 1',
  money: '>= 100',
  percent: 'of list >= 100',
  time: '>= 2026-11-11',
  list: 'has "…"',
} as const;
