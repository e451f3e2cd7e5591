import type { GuaranteeStatement } from '../syntax/ast.js';
import { printExpression } from '../syntax/print.js';
import type { Context } from './context.js';
import { guaranteePlace } from './expressions/place.js';
import type { Guarantee } from './ruleset.js';

/** A condition over the finished breakdown; without a title its own text names it. */
export function guaranteeOf(statement: GuaranteeStatement, context: Context): Guarantee {
  const { condition, forEachLine, required, span, title } = statement;
  return {
    condition: context.expressions.condition(condition, guaranteePlace(forEachLine)),
    title: title?.value ?? printExpression(condition),
    forEachLine,
    required,
    source: { file: span.file, line: context.findings.lineOf(span) },
  };
}
