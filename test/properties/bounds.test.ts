import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Applied, type Breakdown, compile } from '../../src/index.js';
import { price } from '../support/price.js';
import { forAll } from '../support/generate/for-all.js';
import type { GeneratedRules } from '../support/generate/index.js';
import { priced } from '../support/generate/priced.js';
import { RUNS } from '../support/runs.js';

const cents = (amount: string | number): number => Number(String(amount).replace('.', ''));

/** What a promotion took in all, by id. */
function takenBy(breakdown: Breakdown, id: string): number {
  return breakdown.promotions
    .filter((applied) => applied.promotion === id)
    .reduce((sum, { amount }) => sum + cents(amount), 0);
}

/** What was taken off the goods, by all or by the promotions of one layer. */
function offGoods(breakdown: Breakdown, layer?: string): number {
  const adjustments = breakdown.lines.flatMap((line) => line.adjustments);
  return adjustments
    .filter((one) => layer === undefined || one.layer === layer)
    .reduce((sum, { amount }) => sum + cents(amount), 0);
}

/** The money that a piece of rule text names after a word, where it is a plain amount. */
function amountAfter(word: string, text: string): number | undefined {
  const found = new RegExp(`^${word} (\\d+\\.\\d\\d)$`).exec(text)?.[1];
  return found === undefined ? undefined : cents(found);
}

function appliedIds({ promotions }: Breakdown): ReadonlySet<string> {
  return new Set(promotions.map((applied: Applied) => applied.promotion));
}

/** Every piece of text of one clause in a promotion, with the promotion's id. */
function saidByPromotions(rules: GeneratedRules, clause: string): readonly { id: string; text: string }[] {
  return rules.promotions.flatMap(({ id, pieces }) =>
    pieces.filter((one) => one.clause === clause).map(({ text }) => ({ id, text })),
  );
}

describe('bounds that hold on every price', () => {
  it('no more promotions stand together than `allow` permits', () => {
    forAll((ruleset, { rules, cart }) => {
      const applied = appliedIds(priced(ruleset, cart));
      for (const { clause, text } of rules.statements) {
        const [, count = '', members = ''] = /^allow (\d) of (.*)$/.exec(text) ?? [];
        if (clause !== 'allow') continue;
        expect(members.split(', ').filter((id) => applied.has(id)).length).toBeLessThanOrEqual(Number(count));
      }
    });
  });

  it('`not with` and `alone` hold', () => {
    forAll((ruleset, { rules, cart }) => {
      const applied = appliedIds(priced(ruleset, cart));
      for (const { id, text } of saidByPromotions(rules, 'not with')) {
        expect(applied.has(id) && applied.has(text.replace('not with ', ''))).toBe(false);
      }
      for (const { id } of saidByPromotions(rules, 'alone'))
        expect(applied.has(id) && applied.size > 1).toBe(false);
    });
  });

  it('a promotion never takes more than its cap in all, its budget, or what its limit leaves', () => {
    forAll((ruleset, { rules, cart }) => {
      const breakdown = priced(ruleset, cart);
      for (const { id, text } of saidByPromotions(rules, 'promotion cap')) {
        expect(takenBy(breakdown, id)).toBeLessThanOrEqual(
          amountAfter('capped at', text.replace(/ in all$/, '')) ?? Infinity,
        );
      }
      for (const { id, text } of ['budget', 'budget partly'].flatMap((one) => saidByPromotions(rules, one))) {
        const spent = cents(cart.usage?.[id]?.spent ?? 0);
        const taken = takenBy(breakdown, id);
        if (taken > 0)
          expect(spent + taken).toBeLessThanOrEqual(
            amountAfter('budget', text.replace(/ partly$/, '')) ?? Infinity,
          );
      }
      for (const { id, text } of saidByPromotions(rules, 'limit')) {
        const [, count = ''] = /^limit (\d) per customer(?! per day)/.exec(text) ?? [];
        const used = cart.usage?.[id]?.customer ?? 0;
        if (count !== '' && used >= Number(count)) expect(appliedIds(breakdown).has(id)).toBe(false);
      }
    });
  });

  it('layers keep their caps, and all layers together theirs', () => {
    forAll((ruleset, { rules, cart }) => {
      const breakdown = priced(ruleset, cart);
      for (const { name, words } of rules.layers) {
        for (const { text } of words)
          expect(offGoods(breakdown, name)).toBeLessThanOrEqual(amountAfter('capped at', text) ?? Infinity);
      }
      const all = rules.layersCap && amountAfter('capped at', rules.layersCap.text);
      expect(offGoods(breakdown)).toBeLessThanOrEqual(all ?? Infinity);
    });
  });
});

/** Whether a promotion applies to one line of this price and quantity. */
function applies(clauses: string, price_: number, quantity = 1): boolean {
  const compiled = compile(`currency CNY\npromotion p\n${clauses}\n`);
  if (!compiled.ok) throw new Error(compiled.diagnostics[0]?.message);
  const line = { id: '1', sku: 'A', quantity, price: price_ };
  const result = price(compiled.ruleset, {
    currency: 'CNY',
    amounts: 'minor',
    at: '2026-11-11T00:00:00Z',
    lines: [line],
  });
  if (!result.ok) throw new Error(result.errors[0]?.message);
  return result.breakdown.promotions.length > 0;
}

const written = (minor: number): string => (minor / 100).toFixed(2);

describe('thresholds are exact', () => {
  const threshold = fc.integer({ min: 2, max: 1_000_000_00 });

  it.each(['spend', 'every'])('`%s` at one minor unit below, at and above', (word) => {
    fc.assert(
      fc.property(threshold, (minor) => {
        const clauses = `${word} ${written(minor)} take 0.01 off`;
        expect([minor - 1, minor, minor + 1].map((amount) => applies(clauses, amount))).toEqual([
          false,
          true,
          true,
        ]);
      }),
      { numRuns: RUNS },
    );
  });

  it('`when` on amounts at one minor unit below, at and above', () => {
    fc.assert(
      fc.property(threshold, (minor) => {
        const at = [minor - 1, minor, minor + 1];
        const holds = (comparison: string): readonly boolean[] =>
          at.map((amount) => applies(`when left ${comparison} ${written(minor)} take 0.01 off`, amount));
        expect([holds('at least'), holds('more than'), holds('at most'), holds('less than')]).toEqual([
          [false, true, true],
          [false, false, true],
          [true, true, false],
          [true, false, false],
        ]);
      }),
      { numRuns: RUNS },
    );
  });

  it('`buy` and `every … units` at one unit below, at and above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10_000 }), (units) => {
        for (const clauses of [`buy ${units} take 0.01 off`, `every ${units} units take 0.01 off`]) {
          expect([units - 1, units, units + 1].map((count) => applies(clauses, 100, count))).toEqual([
            false,
            true,
            true,
          ]);
        }
      }),
      { numRuns: Math.ceil(RUNS / 10) },
    );
  });
});
