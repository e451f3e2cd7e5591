import type { Attribute, AttributeType, Carrier } from './ruleset.js';

function attribute(name: string, type: AttributeType): Attribute {
  return { name, type, optional: false };
}

const BUILT_IN: Readonly<Record<Carrier, readonly Attribute[]>> = {
  line: [
    attribute('id', 'text'),
    attribute('sku', 'text'),
    attribute('quantity', 'number'),
    attribute('price', 'money'),
  ],
  customer: [],
  order: [attribute('at', 'time'), attribute('codes', 'list')],
  shipping: [attribute('id', 'text'), attribute('amount', 'money')],
};

/** An attribute that every cart carries without being declared. */
export function builtIn(carrier: Carrier, name: string): Attribute | undefined {
  return BUILT_IN[carrier].find((known) => known.name === name);
}

export function builtInNames(carrier: Carrier): readonly string[] {
  return BUILT_IN[carrier].map((known) => known.name);
}
