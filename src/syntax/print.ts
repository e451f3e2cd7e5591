import type {
  AmountExpression,
  BinaryOperator,
  Expression,
  MembershipExpression,
  Name,
  TimeLiteral,
} from './ast.js';

/** How tightly a form binds; in a place that asks for more it stands in parentheses. */
const BINDING = { or: 1, and: 2, not: 3, test: 4, sum: 5, product: 6, operand: 7, value: 8 } as const;

const OPERATORS: Readonly<Record<BinaryOperator, { readonly spelling: string; readonly binding: number }>> = {
  or: { spelling: 'or', binding: BINDING.or },
  and: { spelling: 'and', binding: BINDING.and },
  is: { spelling: 'is', binding: BINDING.test },
  'is-not': { spelling: 'is not', binding: BINDING.test },
  has: { spelling: 'has', binding: BINDING.test },
  'starts-with': { spelling: 'starts with', binding: BINDING.test },
  '<': { spelling: '<', binding: BINDING.test },
  '<=': { spelling: '<=', binding: BINDING.test },
  '>': { spelling: '>', binding: BINDING.test },
  '>=': { spelling: '>=', binding: BINDING.test },
  '+': { spelling: '+', binding: BINDING.sum },
  '-': { spelling: '-', binding: BINDING.sum },
  '*': { spelling: '*', binding: BINDING.product },
  '/': { spelling: '/', binding: BINDING.product },
};

/**
 * The canonical text of an expression, on one line: comparisons as signs, no parenthesis that the grammar does not ask
 * for. Parsed again it gives the same tree. A part that recovery invented prints as `…`.
 */
export function printExpression(expression: Expression): string {
  return printAt(expression, BINDING.or);
}

/** A name as it is written, in backticks where the tree has it so. */
export function printName(name: Name): string {
  return name.quoted ? `\`${name.text}\`` : name.text;
}

/** A text in quotes, with escapes for what would not show or would end it. */
export function printText(value: string): string {
  const escaped = value.replace(/["\\\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => {
    return ESCAPES.get(character) ?? `\\u{${character.codePointAt(0)!.toString(16)}}`;
  });
  return `"${escaped}"`;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\t', '\\t'],
]);

function printAt(expression: Expression, binding: number): string {
  const text = print(expression);
  return bindingOf(expression) < binding ? `(${text})` : text;
}

function bindingOf(expression: Expression): number {
  switch (expression.kind) {
    case 'binary':
      return OPERATORS[expression.operator].binding;
    case 'not':
      return BINDING.not;
    case 'in':
      return BINDING.test;
    case 'list':
      return BINDING.or;
    case 'percent-of':
    case 'call':
    case 'amount':
      return BINDING.operand;
    default:
      return BINDING.value;
  }
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case 'text':
      return printText(expression.value);
    case 'number':
      return expression.digits;
    case 'percent':
      return `${expression.digits}%`;
    case 'time':
      return printTime(expression);
    case 'flag':
      return String(expression.value);
    case 'list':
      return expression.items.map((item) => printAt(item, BINDING.value)).join(', ');
    case 'name':
      return expression.parts.map(printName).join('.');
    case 'amount':
      return printAmount(expression);
    case 'binary':
      return printBinary(expression.operator, expression.left, expression.right);
    case 'in':
      return printMembership(expression);
    case 'not':
      return `not ${printAt(expression.operand, BINDING.not)}`;
    case 'call':
      return `${expression.function}(${expression.arguments.map((each) => printAt(each, BINDING.sum)).join(', ')})`;
    case 'percent-of':
      return `${print(expression.percent)} of ${printAt(expression.amount, BINDING.operand)}`;
    case 'missing':
      return '…';
  }
}

function printTime({ date, clock }: TimeLiteral): string {
  return clock === undefined ? date : `${date} ${clock}`;
}

/** Operators of one kind group to the left; tests do not chain at all. */
function printBinary(operator: BinaryOperator, left: Expression, right: Expression): string {
  const { spelling, binding } = OPERATORS[operator];
  const leftmost = binding === BINDING.test ? binding + 1 : binding;
  return `${printAt(left, leftmost)} ${spelling} ${printAt(right, binding + 1)}`;
}

function printMembership({ negated, value, items }: MembershipExpression): string {
  const list = items.map((item) => printAt(item, BINDING.value)).join(', ');
  return `${printAt(value, BINDING.sum)} ${negated ? 'not in' : 'in'} ${list}`;
}

function printAmount({ what, after, attribute, where }: AmountExpression): string {
  const amount = what === 'skus' ? 'count of sku' : what;
  const of = attribute === undefined ? '' : ` of ${printName(attribute)}`;
  const rest = after === undefined ? '' : ` after ${printName(after)}`;
  return `${amount}${of}${rest}${where === undefined ? '' : ` of lines where ${printLineTest(where)}`}`;
}

/** After `of lines where` one test of a name against one value stands bare; all else is parenthesised. */
function printLineTest(test: Expression): string {
  return isSingleTest(test) ? print(test) : `(${print(test)})`;
}

function isSingleTest(test: Expression): boolean {
  if (test.kind === 'in') return isLineName(test.value) && test.items.length === 1;
  return (
    test.kind === 'binary' &&
    OPERATORS[test.operator].binding === BINDING.test &&
    isLineName(test.left) &&
    bindingOf(test.right) === BINDING.value
  );
}

/** A name, or an amount that each line has of itself. */
function isLineName(expression: Expression): boolean {
  if (expression.kind !== 'amount') return expression.kind === 'name';
  const { what, after, where } = expression;
  return (
    after === undefined && where === undefined && what !== 'count' && what !== 'skus' && what !== 'total'
  );
}
