import { isRequired } from '../../cart/attributes.js';
import { didYouMean, enumeration } from '../../cart/values.js';
import type { CartRules } from '../../cart/validate.js';
import type { Attribute } from '../../check/ruleset.js';
import { shown } from '../../shown.js';
import type { BuiltIn } from './fields.js';
import { CHARGE, isPart, LINE, NONE } from './mapper.js';
import type { Finding } from './read.js';
import type { Mapping, Part } from './shape.js';

/** What a mapping must say, by the carrier it is part of. */
interface Carrier {
  readonly name: 'customer' | 'order' | 'lines' | 'shipping';
  /** As the rules declare it. */
  readonly noun: string;
  readonly part: Part | undefined;
  readonly builtIn: BuiltIn;
  /** Of those, what no cart goes without and nothing else gives. */
  readonly needed: readonly string[];
  readonly declared: readonly Attribute[];
}

/**
 * What a mapping lacks that carts of these rules must have, so that every order would be refused; and, as notes, what it maps that
 * they do not declare, because another rule file may.
 */
export function findingsAgainst(mapping: Mapping, { attributes }: CartRules): readonly Finding[] {
  const { shipping } = mapping;
  const carriers: readonly Carrier[] = [
    {
      name: 'customer',
      noun: 'customer',
      part: mapping.customer,
      builtIn: NONE,
      needed: [],
      declared: attributes.customer,
    },
    {
      name: 'order',
      noun: 'order',
      part: mapping.order,
      builtIn: NONE,
      needed: [],
      declared: attributes.order,
    },
    {
      name: 'lines',
      noun: 'line',
      part: mapping.lines,
      builtIn: LINE,
      needed: NEEDED_OF_LINES,
      declared: attributes.line,
    },
  ];
  const charges: readonly Carrier[] =
    shipping !== undefined && isPart(shipping)
      ? [
          {
            name: 'shipping',
            noun: 'shipping',
            part: shipping,
            builtIn: CHARGE,
            needed: ['amount'],
            declared: attributes.shipping,
          },
        ]
      : [];
  return [...carriers, ...charges].flatMap((carrier) => [...missingFrom(carrier), ...unknownIn(carrier)]);
}

const NEEDED_OF_LINES = ['sku', 'quantity', 'price'];

function missingFrom({ name, noun, part, needed, declared }: Carrier): readonly Finding[] {
  const fields = part?.fields ?? {};
  const must = [
    ...needed,
    ...(part?.others === 'keep' ? [] : declared.filter(isRequired).map((each) => each.name)),
  ];
  return must
    .filter((each) => !Object.hasOwn(fields, each))
    .map((each) => ({
      severity: 'error',
      steps: [name, 'fields'],
      message: `\`${name}.fields\` lacks \`${shown(each)}\`, which every ${noun} of these rules must have`,
      help: `say where it stands: \`"${shown(each)}": "…"\``,
    }));
}

function unknownIn({ name, noun, part, builtIn, declared }: Carrier): readonly Finding[] {
  const known = [...Object.keys(builtIn), ...declared.map((each) => each.name)];
  return Object.keys(part?.fields ?? {})
    .filter((each) => !known.includes(each))
    .map((each) => ({
      severity: 'note',
      steps: [name, 'fields', each],
      isName: true,
      message: `these rules declare no ${noun} attribute \`${shown(each)}\`, so nothing reads it`,
      help:
        didYouMean(each, known) ||
        (known.length === 0 ? 'they declare none' : `they know ${enumeration(known)}`),
    }));
}
