import type { AttributeDeclaration, Carrier, HasStatement } from '../../syntax/ast.js';
import { declaredHere } from './declared.js';
import type { Lint } from './lint.js';
import { withoutItem, withoutLines } from './removal.js';
import type { Uses } from './uses.js';

/** RK2201: an attribute that no rule reads. */
export const unusedAttribute: Lint = (subject) => {
  const { uses } = subject;
  for (const statement of declaredHere(subject, 'has')) {
    for (const attribute of statement.attributes) {
      if (isUsed(statement.carrier, attribute, uses)) continue;
      const edits = removal(statement, attribute, subject);
      const params = { carrier: statement.carrier, name: attribute.name.text };
      subject.findings.add('RK2201', attribute.span, params, { title: 'remove it', safe: true, edits });
    }
  }
};

function isUsed(carrier: Carrier, { name }: AttributeDeclaration, { dotted, names }: Uses): boolean {
  const isBuyers = carrier === 'customer' || carrier === 'order';
  return isBuyers ? dotted.has(`${carrier}.${name.text}`) : names.has(name.text);
}

function removal(
  { attributes, span }: HasStatement,
  attribute: AttributeDeclaration,
  { findings }: Parameters<Lint>[0],
): ReturnType<typeof withoutItem> {
  if (attributes.length > 1) return withoutItem(attributes, attribute);
  return withoutLines(span, findings.sources.get(span.file));
}
