import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shown } from '../../src/shown.js';
import { cut, type Line, widthOf, wrap } from '../../src/breakdown/text-width.js';
import { RUNS } from '../support/runs.js';

function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

function wrapped(text: string, width: number): readonly string[] {
  return wrap([{ text }], width).map(textOf);
}

describe('wrap', () => {
  test('breaks at spaces', () => {
    expect(wrapped('the price came about', 10)).toEqual(['the price', 'came about']);
  });

  test('breaks between Chinese characters, each two columns wide', () => {
    expect(wrapped('双十一店铺满减', 6)).toEqual(['双十一', '店铺满', '减']);
  });

  test('keeps closing punctuation with what it closes', () => {
    expect(wrapped('双十一，店铺', 6)).toEqual(['双十', '一，店', '铺']);
  });

  test('breaks within a word that is wider than the line', () => {
    expect(wrapped('a promotion-of-spring', 8)).toEqual(['a', 'promotio', 'n-of-spr', 'ing']);
  });

  test('never breaks a family into its members', () => {
    expect(wrapped('👩‍👩‍👧👩‍👩‍👧', 3)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('keeps a whole span on one line', () => {
    const spans: Line = [{ text: 'paid by ' }, { text: 'brand 84.00', whole: true }];
    expect(wrap(spans, 14).map(textOf)).toEqual(['paid by', 'brand 84.00']);
  });

  test('loses nothing but spaces, and fits', () => {
    const texts = fc
      .array(fc.constantFrom('ab', ' ', '小', '。', 'é', 'e\u0301', '🍵', '-'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.integer({ min: 4, max: 30 }), (text, width) => {
        const lines = wrapped(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a long text', () => {
  test('is wrapped without breaking what is one character', () => {
    const family = '👩‍👩‍👧';
    const lines = wrap([{ text: family.repeat(1500) }], 2);
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual(Array(1500).fill(family));
  });

  test('of a million characters is wrapped like a short one', () => {
    const lines = wrap([{ text: 'x'.repeat(1_000_000) }], 100);
    expect(lines.map(([part]) => part?.text)).toEqual(Array(10_000).fill('x'.repeat(100)));
  });
});

describe('cut', () => {
  test.each([
    ['platform', 8, 'platform'],
    ['platforms', 8, 'platfor…'],
    ['店铺优惠券', 10, '店铺优惠券'],
    ['店铺优惠券', 9, '店铺优惠…'],
    ['店铺优惠券', 8, '店铺优…'],
    ['abc', 1, '…'],
  ])('%s to %i columns is %s', (text, width, expected) => {
    expect(cut(text, width, '…')).toBe(expected);
  });
});

describe('shown', () => {
  test.each([
    ['双十一 é 👩‍👩‍👧', '双十一 é 👩‍👩‍👧'],
    ['a\u0000b', 'a\\u{0}b'],
    ['\u001b[2J', '\\u{1b}[2J'],
    ['\u0085\u2028\u2029', '\\u{85}\\u{2028}\\u{2029}'],
    ['\u202etxt\u2066', '\\u{202e}txt\\u{2066}'],
    ['\ud800!', '\\u{d800}!'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('%j is shown as %s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
