import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/breakdown/text-width.js';
import { comparisonText } from '../../src/compare/text.js';
import { comparedBy } from './compared.js';
import { hostileComparison, TITLES } from './hostile.js';

const comparison = hostileComparison();

describe('the text of a comparison', () => {
  test('counts stand below their names without the title of a column', () => {
    const text = comparisonText(comparison, { width: 40 });
    expect(text).toMatch(/^carts cheaper\n {2}\d+\ncarts dearer\n {2}\d+$/m);
    expect(text).toMatch(/^list\n {2}before [\d,.]+\n {2}after /m);
  });

  test.each([40, 60, 80, 100])('is no wider than %i columns', (width) => {
    const lines = comparisonText(comparison, { width }).split('\n');
    expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
  });

  test('holds no character that a terminal would obey', () => {
    const text = comparisonText(comparison);
    expect(text).toContain('KET\\u{202e}TLE');
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('is drawn with ASCII alone where that is asked for, but for names', () => {
    const names = [TITLES.chinese, TITLES.reordered, '满减', '×'];
    const text = names.reduce(
      (all, name) => all.replaceAll(name, ''),
      comparisonText(comparison, { ascii: true, width: 100 }),
    );
    expect(text.match(/[─▇→…]/gu)).toBeNull();
  });

  test('says the same in colour', () => {
    const paint = picocolors.createColors(true);
    // oxlint-disable-next-line eslint/no-control-regex
    expect(comparisonText(comparison, { paint }).replaceAll(/\u001B\[\d+m/g, '')).toBe(
      comparisonText(comparison),
    );
  });

  test('names what nobody is said to pay for', () => {
    const row = comparisonText(comparison)
      .split('\n')
      .find((line) => line.startsWith('nobody named'));
    const { funding, promotions } = comparison;
    const cents = (decimal: string): number => Number(decimal.replace('.', ''));
    const given = promotions.reduce((sum, { discount }) => sum + cents(discount.after), 0);
    const paid = funding.reduce((sum, party) => sum + cents(party.after), 0);
    expect(row?.replaceAll(',', '').split(/ {2,}/)[2]).toBe(((given - paid) / 100).toFixed(2));
  });

  test('says that nothing changes', () => {
    const rules = 'currency EUR\npromotion ten\n  take 10.00 off\n';
    const cart = { currency: 'EUR', at: '2026-11-02T10:00:00Z', lines: [] };
    const text = comparisonText(comparedBy(rules, rules, [cart]));
    expect(text).toMatch(/^None of 1 cart changes its price\.\n/);
    expect(text).toContain('nothing: both mean the same');
    expect(text).not.toContain('the carts that change most');
  });

  test('shows some of a great many promotions, and says how many there are', () => {
    const many = Array.from(
      { length: 50 },
      (_, index) => `promotion p${index}\n  take 0.0${1 + (index % 9)} off\n`,
    ).join('');
    const cart = {
      currency: 'EUR',
      at: '2026-11-02T10:00:00Z',
      lines: [{ id: '1', sku: 'A', quantity: 1, price: '90.00' }],
    };
    const text = comparisonText(comparedBy('currency EUR\n', `currency EUR\n${many}`, [cart]));
    expect(text.match(/and 20 more promotions/g)).toHaveLength(2);
  });
});
