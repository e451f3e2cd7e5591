import type { Expression, File, Name, Span, Statement } from '../../src/syntax/ast.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import { SourceText } from '../../src/diagnostics/source.js';
import { parse } from '../../src/syntax/index.js';

/** The tree of a text without mistakes of form. */
export function read(text: string): File {
  const { file, diagnostics } = parse(text);
  if (diagnostics.length > 0) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return file;
}

/** The expression that a text is. */
export function readExpression(text: string): Expression {
  const [statement] = read(`let x = ${text}`).statements;
  if (statement?.kind !== 'let' || statement.value.kind === 'values-from') throw new Error('no expression');
  return statement.value;
}

/** Each mistake as its code and the text it underlines. */
export function mistakes(text: string): readonly string[] {
  const { diagnostics } = parse(text);
  return diagnostics.map((found) => `${found.code} ${underlined(found, text)}`);
}

/** The stretch of source that a diagnostic is about. */
export function underlined(found: Diagnostic, text: string): string {
  const source = new SourceText(found.file, text);
  const lines = Array.from({ length: found.endLine - found.line + 1 }, (_, index) =>
    source.line(found.line + index),
  );
  const last = lines.at(-1) ?? '';
  lines[lines.length - 1] = last.slice(0, found.endColumn - 1);
  return lines.join('\n').slice(found.column - 1);
}

/** A statement in brackets: its kind, then its parts by name; what is absent or false is left out. */
export function outline(statement: Statement): string {
  return show(statement);
}

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if ('quoted' in value) return showName(value as unknown as Name);
  if ('kind' in value && EXPRESSIONS.has(String(value.kind))) {
    const expression = showExpression(value as unknown as Expression);
    if (expression !== undefined) return expression;
  }
  const { kind, span, ...parts } = value as { readonly kind?: string; readonly span?: Span };
  if (kind === undefined && Object.keys(parts).join() === 'value')
    return JSON.stringify(Object.values(parts)[0]);
  const shown = Object.entries(parts)
    .filter(([, part]) => part !== false && !(Array.isArray(part) && part.length === 0))
    .map(([name, part]) => (part === true ? name : `${name}=${show(part)}`));
  return span === undefined ? '' : `(${[kind ?? [], shown].flat().join(' ')})`;
}

function showName({ quoted, text }: Name): string {
  return quoted ? `\`${text}\`` : text;
}

const EXPRESSIONS: ReadonlySet<string> = new Set([
  'text',
  'number',
  'percent',
  'time',
  'flag',
  'list',
  'name',
  'amount',
  'binary',
  'in',
  'not',
  'call',
  'percent-of',
  'missing',
]);

/** An expression with every operator in front of its parts; nothing for what only shares a kind's name. */
export function showExpression(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'text':
      return JSON.stringify(expression.value);
    case 'number':
      return expression.digits;
    case 'percent':
      return `${expression.digits}%`;
    case 'time':
      return [expression.date, expression.clock ?? []].flat().join(' ');
    case 'flag':
      return String(expression.value);
    case 'list':
      return `[${expression.items.map(showExpression).join(' ')}]`;
    case 'name':
      return expression.parts.map(showName).join('.');
    case 'amount':
      return showAmount(expression);
    case 'binary':
      return `(${expression.operator} ${showExpression(expression.left)} ${showExpression(expression.right)})`;
    case 'in':
      return 'zone' in expression
        ? undefined
        : `(${expression.negated ? 'not-in' : 'in'} ${showExpression(expression.value)} ${expression.items.map(showExpression).join(' ')})`;
    case 'not':
      return `(not ${showExpression(expression.operand)})`;
    case 'call':
      return `(${expression.function} ${expression.arguments.map(showExpression).join(' ')})`;
    case 'percent-of':
      return `(of ${showExpression(expression.percent)} ${showExpression(expression.amount)})`;
    case 'missing':
      return '?';
  }
}

function showAmount({ after, attribute, what, where }: Extract<Expression, { kind: 'amount' }>): string {
  const parts = [
    what,
    ...(after === undefined ? [] : ['after', showName(after)]),
    ...(attribute === undefined ? [] : [showName(attribute)]),
    ...(where === undefined ? [] : ['where', showExpression(where)]),
  ];
  return parts.length === 1 ? what : `(${parts.join(' ')})`;
}

/** Calls `visit` for every part of a tree that has a span, and with the span of the part it stands in. */
export function everySpan(
  value: unknown,
  visit: (span: Span, parent: Span | undefined) => void,
  parent?: Span,
): void {
  if (Array.isArray(value)) {
    for (const item of value) everySpan(item, visit, parent);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const { span, ...parts } = value as { span?: Span };
  if (span !== undefined) visit(span, parent);
  for (const part of Object.values(parts)) everySpan(part, visit, span ?? parent);
}

/** A tree without its spans. */
export function withoutSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSpans);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([name]) => name !== 'span');
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutSpans(part)]));
}
