import type { Expression, MembershipExpression } from '../../syntax/ast.js';
import { printExpression } from '../../syntax/print.js';
import type { Context, ListItem } from '../context.js';
import type { Condition, Constant, Scalar } from '../ruleset.js';
import { agree, comparedIn, operandBeside } from './comparisons.js';
import type { Place } from './place.js';
import { unknownCondition, type Value, value } from './value.js';

/** `brand in "a", "b"`: each item is of the value's type; a `let` list among them gives all its items. */
export function membership(expression: MembershipExpression, place: Place, context: Context): Condition {
  const here = comparedIn(expression, place, context);
  const tested = context.expressions.value(expression.value, here);
  const items: Scalar[] = [];
  let isWhole = tested.type.kind !== 'unknown';
  for (const written of expression.items) {
    for (const item of listItems(written, tested, context)) {
      const scalars = itemScalars(expression, item, tested, here, context);
      if (scalars === undefined) isWhole = false;
      else for (const scalar of scalars) items.push(scalar);
    }
  }
  if (!isWhole) return unknownCondition;
  return {
    op: expression.negated ? 'not-in' : 'in',
    value: tested.scalar,
    items,
    text: printExpression(expression),
  };
}

/** A member of the value's type wins over a `let` name. */
function listItems(written: Expression, { type }: Value, context: Context): readonly ListItem[] {
  const word = written.kind === 'name' && written.parts.length === 1 ? written.parts[0]?.text : undefined;
  const isMember = type.kind === 'one-of' && word !== undefined && type.members.includes(word);
  return isMember ? [{ written }] : context.expressions.items(written);
}

function itemScalars(
  expression: MembershipExpression,
  { written, values }: ListItem,
  tested: Value,
  place: Place,
  context: Context,
): readonly Scalar[] | undefined {
  const compared = { left: expression.value, right: written, span: written.span };
  if (values === undefined) {
    const pair = agree(compared, tested, operandBeside(written, tested.type, place, context), context);
    return pair && [pair[1]];
  }
  const agrees = (constant: Constant): boolean =>
    agree(compared, tested, value('text', constant), context) !== undefined;
  return (tested.type.kind === 'text' ? values.slice(0, 1) : values).every(agrees) ? values : undefined;
}
