import type { AmountExpression, Name } from '../../syntax/ast.js';
import { printExpression } from '../../syntax/print.js';
import { builtIn } from '../built-ins.js';
import type { Context } from '../context.js';
import type { Condition, Measure } from '../ruleset.js';
import { conjunction } from './conjunction.js';
import { earlierLayer } from './layers.js';
import { filterPlace, type Place } from './place.js';
import { shortText } from './text.js';
import { typeOfAttribute, unknownValue, type Value, value } from './value.js';

const COUNTS: ReadonlySet<AmountExpression['what']> = new Set(['quantity', 'count', 'skus']);

/** `list`, `left after item`, `quantity of lines where …`, `total of cost`: what is measured, and on which lines. */
export function amount(expression: AmountExpression, place: Place, context: Context): Value {
  const over = measuredOver(expression, place);
  const mayStand = place.anywhere || standsHere(expression, over, place, context);
  const kind = expression.what === 'total' ? totalKind(expression.attribute, context) : kindOf(expression);
  const after = earlierLayer(expression.after, place, context);
  const where = narrowing(expression, over, place, context);
  if (!mayStand || kind === undefined) return unknownValue;
  const measure: Measure = {
    op: 'measure',
    what: expression.what,
    type: kind,
    over,
    ...(where === undefined ? {} : { where }),
    ...(after === undefined ? {} : { after }),
    ...(expression.attribute === undefined ? {} : { attribute: expression.attribute.text }),
    text: printExpression(expression),
  };
  return value(kind, measure);
}

function kindOf({ what }: AmountExpression): 'number' | 'money' {
  return COUNTS.has(what) ? 'number' : 'money';
}

/** Of the line or unit in hand are `list`, `left`, `quantity`, `pay` and `discount`; the rest are sums over lines. */
function measuredOver({ what, where }: AmountExpression, place: Place): Measure['over'] {
  const isOfLines = where !== undefined || what === 'count' || what === 'skus' || what === 'total';
  if (isOfLines || place.hand === 'none' || place.hand === 'charge') return place.over;
  return place.hand === 'unit' && what !== 'quantity' ? 'unit' : 'line';
}

/** A scope must not move while promotions run, and only a finished breakdown knows what is paid. */
function standsHere(
  expression: AmountExpression,
  over: Measure['over'],
  place: Place,
  context: Context,
): boolean {
  const { what, span } = expression;
  const { findings } = context;
  const text = shortText(expression);
  if (place.hand === 'charge' || (place.filter && over !== 'line')) {
    findings.add('RK1012', span, {
      amount: text,
      thing: place.hand === 'charge' ? 'shipping charge' : 'line',
    });
    return false;
  }
  if (place.filter && what === 'left') {
    findings.add('RK1011', span, {});
    return false;
  }
  if (place.over !== 'order' && (what === 'pay' || what === 'discount')) {
    findings.add('RK1013', span, { amount: text });
    return false;
  }
  if (place.over === 'order' && !place.filter && what === 'left') {
    findings.add('RK1014', span, {});
    return false;
  }
  return true;
}

function narrowing(
  expression: AmountExpression,
  over: Measure['over'],
  place: Place,
  { expressions }: Context,
): Condition | undefined {
  const where = expression.where && expressions.condition(expression.where, filterPlace(place));
  return over === 'line' || over === 'unit' ? undefined : conjunction(place.narrowed, where);
}

function totalKind(
  name: Name | undefined,
  { attributes, findings }: Context,
): 'number' | 'money' | undefined {
  if (name === undefined || name.text === '') return undefined;
  const otherwise = `declare it: \`line has ${name.text} money\``;
  const attribute = builtIn('line', name.text) ?? attributes.line.find(name, otherwise);
  if (attribute === undefined) return undefined;
  if (attribute.type === 'money' || attribute.type === 'number') return attribute.type;
  if (typeOfAttribute(attribute).kind !== 'unknown') findings.add('RK1034', name.span, { name: name.text });
  return undefined;
}
