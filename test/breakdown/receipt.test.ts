import fastStringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { receipt } from '../../src/breakdown/receipt.js';
import type { Breakdown } from '../../src/breakdown/types.js';
import { forAll } from '../support/generate/for-all.js';
import { inMinorUnits } from '../support/generate/minor.js';
import { priced } from '../support/generate/priced.js';
import * as odd from './odd-samples.js';
import * as samples from './samples.js';
import { whole } from './whole.js';

/** The amounts at the right edge, in minor units of a currency with two digits. */
function amountsOf(lines: readonly string[]): readonly number[] {
  return lines.flatMap((line) => {
    const found = /(-?)CN¥([\d,]+\.\d\d)$/.exec(line);
    return found === null ? [] : [Number(`${found[1] ?? ''}${(found[2] ?? '').replace(/[,.]/g, '')}`)];
  });
}

function rowsOf(text: string): readonly (readonly string[])[] {
  return text.split(/^─+\n/m).map((section) => section.trimEnd().split('\n'));
}

test.each(['en', 'zh'] as const)('a big sale, in %s', async (lang) => {
  await expect(receipt(samples.bigDay, { lang })).toMatchFileSnapshot(`snapshots/receipt-${lang}.txt`);
});

describe('whatever was priced', () => {
  test('the rows of the total come to it, and what was saved is what was not paid', () => {
    forAll((ruleset, { cart }) => {
      const { total, lines, shipping, ...breakdown } = priced(ruleset, cart);
      const text = receipt({ total, lines, shipping, ...breakdown });
      const [goods = 0, ...others] = amountsOf(rowsOf(text)[2] ?? []);
      const minor = (amount: string | number): number => Number(String(amount).replace('.', ''));
      expect(goods).toBe(minor(total.list) - minor(total.discount));
      const [pay, saved = 0] = amountsOf(rowsOf(text)[3] ?? []);
      const list = minor(total.list) + shipping.reduce((sum, charge) => sum + minor(charge.list), 0);
      expect([pay, saved]).toEqual([minor(total.pay), list - minor(total.pay)]);
      if (shipping.every(({ adjustments }) => adjustments.length === 0))
        expect(goods + others.reduce((sum, each) => sum + each, 0)).toBe(pay);
    });
  });

  test('it is the same from minor units, no line is too wide, and only what a customer may know stands in it', () => {
    forAll((ruleset, { cart }) => {
      const breakdown = priced(ruleset, cart);
      const text = receipt(breakdown, { lang: 'zh' });
      if (!/\d\.\d{3}/.test(JSON.stringify(cart)))
        expect(receipt(priced(ruleset, inMinorUnits(cart)), { lang: 'zh' })).toBe(text);
      const hidden = { funding: {}, commission: {}, refused: [], unchecked: [], ruleset: 'sha256:' };
      expect(receipt({ ...breakdown, ...hidden }, { lang: 'zh' })).toBe(text);
      expect(Math.max(...text.split('\n').map((line) => fastStringWidth(line)))).toBeLessThanOrEqual(56);
    });
  });
});

test('a discount goes by its title in the language, its title, a message, or its name', () => {
  const named = (texts: Breakdown['promotions'][number]['texts'], title?: string): string => {
    const [promotion] = samples.twoShirts.promotions;
    if (promotion === undefined) throw new Error('the sample has no promotion');
    const applied = { ...promotion, ...(title !== undefined && { title }), ...(texts && { texts }) };
    const { title: _, ...untitled } = applied;
    const promotions = [title === undefined ? untitled : applied];
    return receipt({ ...samples.twoShirts, promotions }, { lang: 'zh' });
  };
  const zhTitle = { kind: 'title', language: 'zh-CN', text: '店铺满减' } as const;
  const zhMessage = { kind: 'message', language: 'zh', text: '满199减20' } as const;
  expect(named([zhMessage, zhTitle], 'Tiers')).toContain('店铺满减');
  expect(named([zhMessage], 'Tiers')).toContain('Tiers');
  expect(named([zhMessage])).toContain('满199减20');
  expect(named([{ kind: 'message', text: '20 off' }])).toContain('20 off');
  expect(named(undefined)).toContain('store-tiers');
});

test('gifts, add-ons and every charge stand in it, and a price that must not be charged says so', () => {
  const text = receipt(whole, { lang: 'zh' });
  expect(text).toContain('赠品');
  expect(text).toContain('换购优惠');
  expect(text).toContain('价格异常，不可付款。');
});

test('an empty cart, strange names, ASCII alone', () => {
  expect(receipt(samples.nothing)).toContain('No items');
  expect(receipt(odd.strangeNames)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(receipt(samples.twoShirts, { ascii: true })).toMatch(/^[\x20-\x7e\n]+$/);
  expect(receipt(samples.twoShirts, { ascii: true })).toContain('2 x CNY 129.00');
});

test('money has the digits of its currency', () => {
  const inCurrency = (currency: string, pay: string): string =>
    receipt(
      { ...samples.nothing, currency, total: { list: pay, discount: '0', shipping: '0', pay } },
      { lang: 'zh' },
    );
  expect(inCurrency('JPY', '1234567')).toContain('JP¥1,234,567');
  expect(inCurrency('KWD', '1.500')).toContain('KWD 1.500');
  expect(inCurrency('CNY', '90071992547409.91')).toContain('¥90,071,992,547,409.91');
});
