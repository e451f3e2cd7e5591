import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Breakdown, type CartInput, compile, type Ruleset, verify } from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import { type GeneratedRules, rulesText } from '../support/generate/index.js';
import { inMinorUnits, minorUnits } from '../support/generate/minor.js';
import { compiled, priced } from '../support/generate/priced.js';
import { Random } from '../support/generate/random.js';
import { FILES } from '../support/generate/universe.js';

/** Money by place: what a breakdown says of every line and charge, whatever the order of the lines. */
function amounts(breakdown: Breakdown): unknown {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
  return {
    total: breakdown.total,
    lines: breakdown.lines.toSorted(byId),
    shipping: breakdown.shipping.toSorted(byId),
  };
}

/** New names in the same order: a letter in front of every line id, SKU, charge id and promotion id. */
function renamedCart(cart: CartInput): CartInput {
  const lines = cart.lines.map((line) => ({ ...line, id: `n${line.id}`, sku: `N${line.sku}` }));
  const shipping =
    typeof cart.shipping === 'object'
      ? cart.shipping.map((charge) => ({ ...charge, id: `n${charge.id}` }))
      : cart.shipping;
  const usage = Object.fromEntries(Object.entries(cart.usage ?? {}).map(([id, used]) => [`n${id}`, used]));
  const codes = (cart.codes ?? []).map((code) => (/^p\d$/.test(code) ? `n${code}` : code));
  return { ...cart, lines, codes, usage, ...(shipping !== undefined && { shipping }) };
}

function renamedText(text: string): string {
  return text
    .replaceAll(/\bp(\d)\b/g, 'np$1')
    .replaceAll(/(?<=")(?=(?:K\d|MUG)")/g, 'N')
    .replaceAll(/^(?=K\d$)/gm, 'N');
}

function renamedRules(rules: GeneratedRules): Ruleset {
  const read = (path: string): string | undefined => FILES[path] && renamedText(FILES[path]);
  const result = compile(renamedText(rulesText(rules)), { host: { read } });
  if (!result.ok) throw new Error(result.diagnostics[0]?.message);
  return result.ruleset;
}

describe('laws of every price', () => {
  it('every equation holds', () => {
    forAll((ruleset, { cart }) => {
      expect(verify(priced(ruleset, cart, { hints: true }))).toEqual([]);
    });
  });

  it('the same input gives the same bytes', () => {
    forAll((ruleset, { rules, cart }) => {
      const again = compiled(rules);
      const first = JSON.stringify(priced(ruleset, cart, { hints: true }));
      expect(JSON.stringify(again && priced(again, cart, { hints: true }))).toBe(first);
    });
  });

  it('the order of the lines changes no amount', () => {
    forAll((ruleset, { cart }, seed) => {
      const random = new Random(seed);
      const shuffled = { ...cart, lines: random.shuffle(cart.lines) };
      expect(amounts(priced(ruleset, shuffled))).toEqual(amounts(priced(ruleset, cart)));
    });
  });

  it('new names in the same order change no amount', () => {
    forAll((ruleset, { rules, cart }) => {
      const before = priced(ruleset, cart);
      const after = priced(renamedRules(rules), renamedCart(cart));
      expect(after.total).toEqual(before.total);
      expect(after.lines.map((line) => line.pay)).toEqual(before.lines.map((line) => line.pay));
      expect(after.promotions.map((applied) => applied.amount)).toEqual(
        before.promotions.map((applied) => applied.amount),
      );
    });
  });

  it('without promotions the price is the list total', () => {
    forAll((_, { rules, cart }) => {
      const none = compiled({ ...rules, promotions: [], statements: [] });
      if (!none) throw new Error('rules without promotions do not compile');
      const { total, promotions } = priced(none, cart);
      expect(promotions).toEqual([]);
      expect([total.discount, total.list]).toEqual(['0.00', priced(none, cart).total.list]);
      expect(Number(total.pay)).toBeCloseTo(Number(total.list) + Number(total.shipping), 6);
    });
  });

  it('minor units and decimals come to the same price', () => {
    forAll((ruleset, { rules, cart }) => {
      fc.pre(!rules.defaults.some((one) => one.clause.startsWith('default prices')));
      const minor = priced(ruleset, inMinorUnits(cart)).total;
      const { list, discount, shipping, pay } = priced(ruleset, cart).total;
      expect(minor).toEqual({
        list: minorUnits(list),
        discount: minorUnits(discount),
        shipping: minorUnits(shipping),
        pay: minorUnits(pay),
      });
    });
  });
});
