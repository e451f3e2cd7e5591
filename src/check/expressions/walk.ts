import type { Expression } from '../../syntax/ast.js';
import { builtIn } from '../built-ins.js';
import type { Context } from '../context.js';

/** All parts of an expression, itself included, `let` names followed once each; without recursion, so any depth will do. */
function* parts(expression: Expression, { expressions }: Context): Generator<Expression> {
  const waiting = [expression];
  const expanded = new Set<Expression>();
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    yield part;
    waiting.push(...childrenOf(part));
    const meaning = expressions.expand(part);
    if (meaning !== part && !expanded.has(meaning)) {
      expanded.add(meaning);
      waiting.push(meaning);
    }
  }
}

/** The direct parts that are measured where the expression itself stands; a `where` is a place of its own. */
function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'binary':
      return [expression.left, expression.right];
    case 'in':
      return [expression.value, ...expression.items];
    case 'not':
      return [expression.operand];
    case 'call':
      return expression.arguments;
    case 'percent-of':
      return [expression.percent, expression.amount];
    case 'list':
      return expression.items;
    default:
      return [];
  }
}

/** Whether an expression holds an amount of the line in hand, beside which the line's money counts times quantity. */
export function holdsLineAmount(expression: Expression, context: Context): boolean {
  for (const part of parts(expression, context)) {
    const isMoney = part.kind === 'amount' && LINE_MONEY.has(part.what);
    if (isMoney && part.where === undefined) return true;
  }
  return false;
}

const LINE_MONEY: ReadonlySet<string> = new Set(['list', 'left', 'pay', 'discount']);

/** The first bare name in an expression that is an attribute of the line. */
export function lineAttributeIn(
  expression: Expression,
  context: Context,
  moneyOnly = false,
): string | undefined {
  for (const part of parts(expression, context)) {
    if (part.kind !== 'name' || part.parts.length !== 1) continue;
    const name = part.parts[0]?.text ?? '';
    const attribute = builtIn('line', name) ?? context.attributes.line.get(name);
    if (attribute !== undefined && (!moneyOnly || attribute.type === 'money')) return attribute.name;
  }
  return undefined;
}
