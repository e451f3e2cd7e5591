import type { BinaryExpression, Expression } from '../../syntax/ast.js';
import { printExpression } from '../../syntax/print.js';
import type { Context } from '../context.js';
import { quoteAll, suggest } from '../names.js';
import type { Condition, Scalar } from '../ruleset.js';
import type { Place } from './place.js';
import { bareAttribute, reportUnknown } from './reads.js';
import { shortText } from './text.js';
import {
  isConstant,
  isText,
  nameOfType,
  textConstant,
  type Type,
  unknownCondition,
  unknownValue,
  type Value,
  value,
} from './value.js';
import { holdsLineAmount } from './walk.js';

export type ComparisonExpression = BinaryExpression & {
  readonly operator: 'is' | 'is-not' | 'has' | 'starts-with' | '<' | '<=' | '>' | '>=';
};

/** One comparison: both sides of one type, one-of members known, only what has an order compared by size. */
export function comparison(expression: ComparisonExpression, place: Place, context: Context): Condition {
  const here = comparedIn(expression, place, context);
  const left = context.expressions.value(expression.left, here);
  const right = operandBeside(expression.right, left.type, here, context);
  switch (expression.operator) {
    case 'has':
      return hasTest(expression, left, right, context);
    case 'starts-with':
      return startsWithTest(expression, left, right, context);
    default:
      return sizeTest(expression, left, right, context);
  }
}

/** Beside `list`, `left`, `pay` or `discount` of a line its money attributes are line amounts too. */
export function comparedIn(expression: Expression, place: Place, context: Context): Place {
  if (place.hand !== 'line' || place.lineAmount) return place;
  return holdsLineAmount(expression, context) ? { ...place, lineAmount: true } : place;
}

/** What stands beside a value: a bare word may be a member of its type, which wins over a `let` name. */
export function operandBeside(expression: Expression, beside: Type, place: Place, context: Context): Value {
  if (expression.kind !== 'name' || expression.parts.length !== 1)
    return context.expressions.value(expression, place);
  const [name] = expression.parts;
  if (name === undefined) return unknownValue;
  if (beside.kind === 'one-of' && beside.members.includes(name.text))
    return value('text', textConstant(name.text));
  const isKnown =
    bareAttribute(name.text, place, context) !== undefined || context.lets.get(name.text) !== undefined;
  if (isKnown) return context.expressions.value(expression, place);
  if (beside.kind !== 'unknown') reportUnknown(name, place, beside, context);
  return unknownValue;
}

const OPERATORS = { is: '=', 'is-not': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

function sizeTest(expression: ComparisonExpression, left: Value, right: Value, context: Context): Condition {
  const { operator } = expression;
  if (operator === 'has' || operator === 'starts-with') return unknownCondition;
  const pair = agree(expression, left, right, context);
  if (pair === undefined) return unknownCondition;
  const isOrder = operator !== 'is' && operator !== 'is-not';
  if (isOrder && (isText(left.type) || left.type.kind === 'flag')) {
    context.findings.add('RK1029', expression.span, {
      operator,
      text: shortText(expression.left),
      found: nameOfType(left.type),
    });
    return unknownCondition;
  }
  return { op: OPERATORS[operator], left: pair[0], right: pair[1], text: printExpression(expression) };
}

function hasTest(
  expression: ComparisonExpression,
  left: Value,
  right: Value,
  { findings }: Context,
): Condition {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return unknownCondition;
  if (left.type.kind === 'list' && isText(right.type)) {
    return { op: 'has', list: left.scalar, item: right.scalar, text: printExpression(expression) };
  }
  const [found, text] = left.type.kind === 'list' ? [right, expression.right] : [left, expression.left];
  findings.add('RK1028', expression.span, { text: shortText(text), found: nameOfType(found.type) });
  return unknownCondition;
}

function startsWithTest(
  expression: ComparisonExpression,
  left: Value,
  right: Value,
  { findings }: Context,
): Condition {
  for (const [side, text] of [
    [left, expression.left],
    [right, expression.right],
  ] as const) {
    if (side.type.kind === 'unknown') return unknownCondition;
    if (isText(side.type)) continue;
    const params = {
      what: '`starts with`',
      wanted: 'text on both sides',
      text: shortText(text),
      found: nameOfType(side.type),
      help: 'compare text with text',
    };
    findings.add('RK1023', text.span, params);
    return unknownCondition;
  }
  return { op: 'starts-with', value: left.scalar, prefix: right.scalar, text: printExpression(expression) };
}

/** Both sides as values of one type; nothing, and a diagnostic, when they are unlike. */
export function agree(
  expression: { readonly left: Expression; readonly right: Expression } & Pick<Expression, 'span'>,
  left: Value,
  right: Value,
  context: Context,
): readonly [Scalar, Scalar] | undefined {
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return undefined;
  const [first, second] = [besideMoney(left, right), besideMoney(right, left)];
  if (first.type.kind === 'unknown' || second.type.kind === 'unknown') return undefined;
  const alike = first.type.kind === second.type.kind || (isText(first.type) && isText(second.type));
  if (!alike || UNTESTABLE.has(first.type.kind)) {
    reportUnlike(expression, first, second, context);
    return undefined;
  }
  return isMember(expression.right, left.type, right, context) ? [first.scalar, second.scalar] : undefined;
}

/** Values of these types are never compared with one another. */
const UNTESTABLE: ReadonlySet<Type['kind']> = new Set(['percent', 'list']);

/** A number literal beside money is money. */
function besideMoney(side: Value, other: Value): Value {
  return other.type.kind === 'money' && side.asMoney !== undefined ? side.asMoney() : side;
}

function isMember(expression: Expression, type: Type, { scalar }: Value, { findings }: Context): boolean {
  if (type.kind !== 'one-of' || !isConstant(scalar) || scalar.type !== 'text') return true;
  if (type.members.includes(scalar.value)) return true;
  const help = suggest(scalar.value, type.members, `the members are ${quoteAll(type.members)}`);
  findings.add('RK1016', expression.span, { name: scalar.value, of: type.of, help });
  return false;
}

function reportUnlike(
  { left, right, span }: { readonly left: Expression; readonly right: Expression } & Pick<Expression, 'span'>,
  first: Value,
  second: Value,
  { findings }: Context,
): void {
  const kinds = [first.type.kind, second.type.kind];
  const texts = { left: shortText(left), right: shortText(right) };
  if (kinds.includes('list')) {
    const [text, found] = kinds[0] === 'list' ? [texts.right, second] : [texts.left, first];
    const list = kinds[0] === 'list' ? texts.left : texts.right;
    findings.add('RK1037', span, { list, text, found: nameOfType(found.type) });
  } else if (kinds.includes('percent')) {
    findings.add('RK1021', span, { percent: kinds[0] === 'percent' ? texts.left : texts.right });
  } else if (kinds.includes('money') && kinds.includes('number')) {
    const [money, number] = kinds[0] === 'money' ? [texts.left, texts.right] : [texts.right, texts.left];
    findings.add('RK1020', span, { money, number });
  } else {
    const types = { leftType: nameOfType(first.type), rightType: nameOfType(second.type) };
    findings.add('RK1022', span, { ...texts, ...types });
  }
}
