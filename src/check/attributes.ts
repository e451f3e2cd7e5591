import type { AttributeDeclaration, HasStatement } from '../syntax/ast.js';
import { builtIn, builtInNames } from './built-ins.js';
import type { Findings } from './findings.js';
import { Declared, quoteAll } from './names.js';
import type { Attribute, Carrier } from './ruleset.js';

type Attributes = Readonly<Record<Carrier, Declared<Attribute>>>;

/** What `line has`, `customer has`, `order has` and `shipping has` declare. */
export function attributesOf(statements: readonly HasStatement[], findings: Findings): Attributes {
  const attributes: Attributes = {
    line: new Declared('line attribute', findings),
    customer: new Declared('customer attribute', findings),
    order: new Declared('order attribute', findings),
    shipping: new Declared('shipping attribute', findings),
  };
  for (const { attributes: declared, carrier } of statements) {
    for (const declaration of declared) declareAttribute(declaration, carrier, attributes[carrier], findings);
  }
  return attributes;
}

function declareAttribute(
  declaration: AttributeDeclaration,
  carrier: Carrier,
  attributes: Declared<Attribute>,
  findings: Findings,
): void {
  const { name } = declaration;
  if (builtIn(carrier, name.text) === undefined) {
    attributes.declare(name, attributeOf(declaration, findings));
    return;
  }
  const builtIns = quoteAll(builtInNames(carrier));
  findings.add('RK1004', name.span, { name: name.text, carrier: CARRIER_WORDS[carrier], builtIns });
}

const CARRIER_WORDS = {
  line: 'every line',
  customer: 'the customer',
  order: 'the order',
  shipping: 'every shipping charge',
} as const;

/** A type the parser could not read becomes a `one of` without members: a type nothing is tested against. */
export function attributeOf({ name, optional, type }: AttributeDeclaration, findings: Findings): Attribute {
  if (type.kind === 'word') return { name: name.text, type: type.word, optional };
  if (type.kind === 'missing') return { name: name.text, type: 'one-of', optional };
  const members = new Declared<true>('member', findings);
  for (const member of type.members) members.declare(member, true);
  return { name: name.text, type: 'one-of', optional, members: members.names };
}
