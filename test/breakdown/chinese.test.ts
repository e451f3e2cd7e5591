import { describe, expect, test } from 'vitest';
import { breakdownText, ruleWords } from '../../src/index.js';
import { forAll } from '../support/generate/for-all.js';
import { priced } from '../support/generate/priced.js';
import * as odd from './odd-samples.js';
import * as samples from './samples.js';
import { whole } from './whole.js';

test.each([
  ['big-day', samples.bigDay],
  ['troubled', odd.troubled],
  ['refusals', odd.refusals],
] as const)('%s in Chinese', async (name, breakdown) => {
  await expect(breakdownText(breakdown, { lang: 'zh' })).toMatchFileSnapshot(`snapshots/${name}-zh.txt`);
});

/** What generated rules and carts call things; everything else must be Chinese. */
const NAMES =
  /p\d|item|shop|platform|last|S\d|K\d|MUG|GIFT|mijia|Acme|brand|host|l\d(?:-\d)?|ship\d|none|vip|gold|app|web|staff|new|hot|post|van|home|food|SAVE|D11-\d+|other|unknown|tiers|bands|CNY|SKU|sha256:[0-9a-f]+|store|For tests|yours|T\d\d:|\dZ|（zh）/g;

describe('with the words of the rules', () => {
  test('every text is Chinese, but for names and values', () => {
    forAll((ruleset, { cart, rules }) => {
      const explain = rules.promotions.map(({ id }) => id);
      const breakdown = priced(ruleset, cart, { hints: true, explain });
      const withoutTitles = {
        ...breakdown,
        violations: breakdown.violations.map((one) => ({ ...one, guarantee: '' })),
      };
      const unchecked = breakdown.unchecked.map(({ guarantee, ...one }) =>
        guarantee === undefined ? one : { ...one, guarantee: '' },
      );
      const text = breakdownText(
        { ...withoutTitles, unchecked },
        { lang: 'zh', say: ruleWords(ruleset, { lang: 'zh' }), width: 100 },
      );
      const foreign = text
        .replaceAll(/“[^”]*”|「[^」]*」/g, '')
        .replaceAll('\n', ' ')
        .replaceAll(NAMES, '');
      expect(foreign.match(/\S*[A-Za-z]{2,}\S*/g) ?? []).toEqual([]);
    });
  });

  test('the numbers are those of the English text', () => {
    const amounts = (text: string): readonly string[] => (text.match(/\d+\.\d\d\b/g) ?? []).toSorted();
    for (const breakdown of [samples.bigDay, odd.troubled, whole])
      expect(new Set(amounts(breakdownText(breakdown, { lang: 'zh' })))).toEqual(
        new Set(amounts(breakdownText(breakdown))),
      );
  });
});
