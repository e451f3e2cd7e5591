import type { Expression, Span } from '../syntax/ast.js';
import type { Context } from './context.js';
import { warnOfNever } from './expressions/never.js';
import { filterPlace, type Place } from './expressions/place.js';
import type { Condition } from './ruleset.js';

/** `lines where …`, without which all lines are meant; `span` is what would be there for nothing if no line could be chosen. */
export function linesWhere(
  where: Expression | undefined,
  span: Span,
  place: Place,
  context: Context,
): Condition | undefined {
  const chosen = where && context.expressions.condition(where, filterPlace(place));
  warnOfNever(chosen, span, context.findings);
  return chosen;
}
