import { describe, expect, test } from 'vitest';
import { countsOf } from '../../bench/d11/agreement.js';
import { byHand } from '../../bench/d11/by-hand.js';
import { d11Carts } from '../../bench/d11/carts.js';
import { D11_ENTRIES } from '../../bench/d11/entries.js';
import { D11, variant } from '../../bench/d11/numbers.js';
import { D11_RULES, rulesWith } from '../../bench/d11/rules.js';
import type { Entry } from '../../bench/measure/job.js';
import { compileRules, lowerRules } from '../../bench/reckon.js';
import { scaleEntries } from '../../bench/scale/entries.js';
import { scalePlan } from '../../bench/scale/plan.js';
import { scaleRules } from '../../bench/scale/rules.js';
import { scaleText } from '../../bench/scale/text.js';

const CARTS = 300;

/** Prices the first carts of an entry, each of which is compared with the same rules written by hand. */
async function agree(entry: Entry, carts: number): Promise<number> {
  const { items, price, check } = await entry.prepare();
  const results = await Promise.all(items.slice(0, carts).map(price));
  for (const [index, result] of results.entries()) check(index, result);
  return results.length;
}

describe('what the benchmark times is the same work', () => {
  test.each(D11_ENTRIES.filter(({ fullOnly, name }) => fullOnly === undefined && name !== 'engine-plans'))(
    'D11, $name: carts agree',
    async (entry) => {
      expect(await agree(entry, CARTS)).toBe(CARTS);
    },
  );

  test.each([...scaleEntries(10), ...scaleEntries(300)])('$name: carts agree', async (entry) => {
    expect(await agree(entry, CARTS)).toBe(CARTS);
  });

  test('a cart that comes out differently is told', async () => {
    const { items, price, check } = await D11_ENTRIES[0]!.prepare();
    const other = await price(items[1]);
    expect(() => check(0, other)).toThrow('expected');
  });
});

test('the carts of D11 are the ones that the figures speak of', () => {
  expect(countsOf(d11Carts(10_000).map(byHand))).toEqual({
    'brand-day': 3361,
    'store-tier': 11_222,
    platform: 8728,
    member: 2931,
    cat88: 483,
    shipping: 238,
  });
});

test('the plan of many promotions is what is compiled from their text', () => {
  const rules = scaleRules(60);
  const compiled = lowerRules(compileRules(scaleText(rules), 'scale.reckon'));
  const { promotions, ...others } = scalePlan(rules).rules;
  expect(promotions).toEqual(compiled.rules.promotions);
  expect({ ...others, ruleset: compiled.rules.ruleset }).toEqual({
    ...compiled.rules,
    promotions: undefined,
  });
});

test('other plans have other numbers in the same places', () => {
  expect(rulesWith(D11)).toBe(D11_RULES);
  expect(variant(0)).toEqual(D11);
  const texts = Array.from({ length: 1000 }, (_, plan) => rulesWith(variant(plan)));
  expect(new Set(texts).size).toBe(1000);
});
