import type { Attribute, PlanRules } from '../../../src/plan/types.js';
import { Random } from '../../support/generate/random.js';

/** A few carts that the rules of a plan accept, with words that stand in them; the same plan has the same carts. */
export function cartsFor(rules: PlanRules): readonly unknown[] {
  const random = new Random(rules.promotions.length * 7919 + JSON.stringify(rules.attributes).length);
  const words = wordsIn(rules);
  return Array.from({ length: 3 }, (_, index) => cartFor(rules, index * 3, words, random));
}

function cartFor(rules: PlanRules, lines: number, words: readonly string[], random: Random): unknown {
  const { attributes, currency, promotions } = rules;
  const amount = (most: number): string => decimal(random.int(0, most), currency.digits);
  const withValues = (declared: readonly Attribute[]): object =>
    Object.fromEntries(
      declared
        .filter(({ optional }) => !optional || random.chance(0.7))
        .map((attribute) => [attribute.name, valueOf(attribute, amount, words, random)]),
    );
  const codes = promotions.flatMap(({ codes: own = [] }) =>
    own.map((code) => (code.kind === 'exact' ? code.code : code.pattern.replaceAll('*', '7'))),
  );
  return {
    currency: currency.code,
    at: `2026-${random.pick(['09-28', '11-11', '12-31'])}T${random.pick(['00:30', '12:00', '20:00'])}:00+08:00`,
    customer: withValues(attributes.customer),
    order: withValues(attributes.order),
    codes: random.some(codes, 0, 3),
    lines: Array.from({ length: lines }, (_, index) => ({
      ...withValues(attributes.line),
      id: String(index),
      sku: random.pick(['A', ...words]) || 'A',
      quantity: random.pick([1, 1, 2, 3, 7, 1000]),
      price: amount(random.pick([0, 100, 30_000, 1_000_000])),
    })),
    shipping: [{ ...withValues(attributes.shipping), id: 's', amount: amount(2000) }],
  };
}

function decimal(units: number, digits: number): string {
  const text = String(units).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function valueOf(
  { type, members = [] }: Attribute,
  amount: (most: number) => string,
  words: readonly string[],
  random: Random,
): unknown {
  switch (type) {
    case 'text':
      return random.pick(['x', ...words]);
    case 'one-of':
      return random.pick(['', ...members].slice(members.length > 0 ? 1 : 0));
    case 'number':
      return random.pick(['0', '1', '2.5', '1000']);
    case 'money':
      return amount(20_000);
    case 'flag':
      return random.chance(0.5);
    case 'time':
      return '2026-11-10T20:00:00+08:00';
    case 'list':
      return random.some(words, 0, 3);
  }
}

/** The texts that conditions of the rules compare with. */
function wordsIn({ promotions }: PlanRules): readonly string[] {
  const found = JSON.stringify(promotions).matchAll(/"type":"text","value":("(?:[^"\\]|\\.)*")/g);
  const words = [...new Set(Array.from(found, ([, text = '""']) => JSON.parse(text) as string))];
  return words.filter((word) => word !== '').slice(0, 20);
}
