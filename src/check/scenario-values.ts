import type { AttributeValue, Expression, Span } from '../syntax/ast.js';
import type { Context } from './context.js';
import { standingPlace } from './expressions/place.js';
import { shortText } from './expressions/text.js';
import { nameOfType, typeOfAttribute } from './expressions/value.js';
import { moneyAt } from './expressions/wanted.js';
import { quoteAll, suggest } from './names.js';
import { Once } from './once.js';
import type { Attribute, Carrier } from './ruleset.js';

/** The attributes a scenario gives a line, the customer, the order or a charge: known, of their type, none wanting. */
export function checkAttributes(
  carrier: Carrier,
  given: readonly AttributeValue[],
  span: Span,
  context: Context,
): void {
  const { attributes, findings } = context;
  const once = new Once(findings);
  const names = new Set<string>();
  for (const { name, span: place, value } of given) {
    names.add(name.text);
    once.admits(name.text, place);
    const otherwise = `declare it: \`${carrier} has ${name.text} text\``;
    const attribute = attributes[carrier].find(name, otherwise);
    if (attribute !== undefined) checkValue(attribute, value, context);
  }
  // A misspelt name is most likely the one that is wanting.
  if (given.some(({ name }) => attributes[carrier].get(name.text) === undefined)) return;
  const wanting = attributes[carrier].values.filter(
    ({ name, optional, type }) => !optional && type !== 'flag' && !names.has(name),
  );
  if (wanting.length > 0) {
    findings.add('RK1100', span, { carrier, names: quoteAll(wanting.slice(0, 3).map(({ name }) => name)) });
  }
}

/** How each type's values are written in a scenario. */
const WRITTEN: Readonly<Record<Attribute['type'], ReadonlySet<Expression['kind']>>> = {
  text: new Set(['text']),
  number: new Set(['number']),
  money: new Set(['number']),
  flag: new Set(['flag']),
  time: new Set(['time']),
  list: new Set(['text', 'list']),
  'one-of': new Set(['name', 'text']),
};

function checkValue(attribute: Attribute, value: Expression, context: Context): void {
  const type = typeOfAttribute(attribute);
  if (value.kind === 'missing' || type.kind === 'unknown') return;
  if (!WRITTEN[attribute.type].has(value.kind)) {
    const params = {
      what: `\`${attribute.name}\``,
      wanted: nameOfType(type),
      text: shortText(value),
      found: FOUND[value.kind] ?? 'a word',
    };
    context.findings.add('RK1023', value.span, { ...params, help: `write ${HELP[attribute.type]}` });
  } else if (attribute.type === 'money') {
    moneyAt(value, standingPlace(0, undefined), `\`${attribute.name}\``, context);
  } else if (type.kind === 'one-of') {
    checkMember(type, value, context);
  }
}

const FOUND: Readonly<Partial<Record<Expression['kind'], string>>> = {
  text: 'text',
  number: 'a number',
  percent: 'a percentage',
  flag: 'a flag',
  time: 'a time',
  list: 'a list',
};

const HELP: Readonly<Record<Attribute['type'], string>> = {
  text: 'a text in quotes',
  number: 'a number',
  money: 'an amount such as `12.50`',
  flag: '`true` or `false`',
  time: 'a time such as `2026-11-11 20:00`',
  list: 'texts in quotes: `"a", "b"`',
  'one-of': 'one of its words',
};

function checkMember(
  { members, of }: { readonly members: readonly string[]; readonly of: string },
  value: Expression,
  { findings }: Context,
): void {
  const word = value.kind === 'name' ? value.parts[0]?.text : value.kind === 'text' ? value.value : undefined;
  if (word === undefined || word === '' || members.includes(word)) return;
  const help = suggest(word, members, `the members are ${quoteAll(members)}`);
  findings.add('RK1016', value.span, { name: word, of, help });
}
