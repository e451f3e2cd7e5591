import type { Name, NameExpression } from '../../syntax/ast.js';
import type { Context } from '../context.js';
import { quoteAll, suggest } from '../names.js';
import type { Attribute, Measure, Read, ScalarType } from '../ruleset.js';
import { builtIn } from '../built-ins.js';
import type { Place } from './place.js';
import { calculation, isText, type Type, typeOfAttribute, unknownValue, type Value } from './value.js';

/** The units of the line in hand. */
const lineQuantity: Measure = {
  op: 'measure',
  what: 'quantity',
  type: 'number',
  over: 'line',
  text: 'quantity',
};

/** A dotted name: `customer.tier`, `order.channel`, `row.off`. */
export function dottedName(expression: NameExpression, place: Place, context: Context): Value {
  const [owner, name] = expression.parts;
  if (owner === undefined || name === undefined || owner.text === '' || name.text === '') return unknownValue;
  if (owner.text === 'row') return rowColumn(owner, name, place, context);
  if (owner.text !== 'customer' && owner.text !== 'order') return unknownOwner(owner, name, context);
  const attribute =
    builtIn(owner.text, name.text) ??
    context.attributes[owner.text].find(name, `declare it: \`${owner.text} has ${name.text} text\``);
  return attribute === undefined ? unknownValue : read(owner.text, attribute, `${owner.text}.${name.text}`);
}

function unknownOwner(owner: Name, name: Name, { findings }: Context): Value {
  const help =
    owner.text === 'line'
      ? `a line's attribute stands bare: \`${name.text}\``
      : `before the dot stands \`customer\`, \`order\` or \`row\``;
  findings.add('RK1001', owner.span, { kind: 'name', name: owner.text, help });
  return unknownValue;
}

function rowColumn(owner: Name, name: Name, place: Place, { findings }: Context): Value {
  if (place.row === undefined) {
    if (!place.anywhere) findings.add('RK1015', owner.span, { name: `row.${name.text}` });
    return unknownValue;
  }
  const column = place.row.columns.find(name, `add it to \`table ${place.row.name} … with …\``);
  return column === undefined ? unknownValue : read('row', column, `row.${name.text}`);
}

/** The attribute a bare name means in a place: of the line or charge in hand. */
export function bareAttribute(name: string, place: Place, context: Context): Attribute | undefined {
  const carrier = place.hand === 'charge' ? 'shipping' : 'line';
  if (place.hand === 'none') return undefined;
  return builtIn(carrier, name) ?? context.attributes[carrier].get(name);
}

/** A bare name that is an attribute of what is in hand; a line's money counts times quantity where a line's amount is wanted. */
export function bareRead(attribute: Attribute, place: Place): Value {
  const found = read(place.hand === 'charge' ? 'shipping' : 'line', attribute, attribute.name);
  if (attribute.type !== 'money' || place.hand !== 'line' || !place.lineAmount) return found;
  return { type: found.type, scalar: calculation('*', 'money', [found.scalar, lineQuantity]) };
}

function read(of: Read['of'], attribute: Attribute, text: string): Value {
  const type = typeOfAttribute(attribute);
  return { type, scalar: { op: 'read', of, name: attribute.name, type: scalarType(type), text } };
}

function scalarType(type: Type): ScalarType {
  if (isText(type)) return 'text';
  return type.kind === 'percent' || type.kind === 'unknown' || type.kind === 'one-of' ? 'text' : type.kind;
}

/** Reports a bare name that means nothing here; `beside` is the type of what it is compared with. */
export function reportUnknown(name: Name, place: Place, beside: Type | undefined, context: Context): void {
  if (name.text === '' || place.anywhere) return reportUndeclared(name, place, beside, context);
  const attribute = builtIn('line', name.text) ?? context.attributes.line.get(name.text);
  if (attribute === undefined || place.hand === 'line' || place.hand === 'unit') {
    return reportUndeclared(name, place, beside, context);
  }
  const countable = attribute.type === 'money' || attribute.type === 'number';
  const help = countable
    ? `write \`total of ${name.text}\` for all lines, or test it in \`lines where …\``
    : `test it in \`lines where …\`, as in \`count of lines where ${name.text} …\``;
  context.findings.add('RK1010', name.span, { name: name.text, help });
}

function reportUndeclared(name: Name, place: Place, beside: Type | undefined, context: Context): void {
  if (name.text === '') return;
  const { attributes, findings, lets } = context;
  if (beside?.kind === 'one-of') {
    const help = suggest(name.text, beside.members, `the members are ${quoteAll(beside.members)}`);
    findings.add('RK1016', name.span, { name: name.text, of: beside.of, help });
    return;
  }
  const owner = (['customer', 'order'] as const).find(
    (carrier) => attributes[carrier].get(name.text) !== undefined,
  );
  const carrier = place.hand === 'charge' ? 'shipping' : 'line';
  const known = [...(place.hand === 'none' ? [] : attributes[carrier].names), ...lets.names];
  const help =
    owner !== undefined
      ? `did you mean \`${owner}.${name.text}\`?`
      : suggest(name.text, known, `declare it: \`${carrier} has ${name.text} text\``);
  const whole = isOwner(name.text) ? helpForOwner(name.text, attributes[name.text].names) : undefined;
  const quoted = beside?.kind === 'text' ? `a text stands in quotes: \`"${name.text}"\`` : help;
  findings.add('RK1001', name.span, { kind: 'name', name: name.text, help: whole ?? quoted });
}

function isOwner(name: string): name is 'customer' | 'order' {
  return name === 'customer' || name === 'order';
}

/** The customer or the order alone is no value: one of its attributes was meant. */
function helpForOwner(owner: string, names: readonly string[]): string {
  const [first] = names;
  if (first === undefined)
    return `declare what is tested: \`${owner} has tier text\`, then write \`${owner}.tier\``;
  return names.length === 1
    ? `did you mean \`${owner}.${first}\`?`
    : `name one of its attributes: ${quoteAll(names.slice(0, 4).map((name) => `${owner}.${name}`))}`;
}
