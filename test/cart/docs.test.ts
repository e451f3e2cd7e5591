import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cartMessages } from '../../src/cart/messages.js';
import { type CartRules, validateCart } from '../../src/cart/validate.js';
import type { Attribute } from '../../src/check/ruleset.js';

const page = readFileSync(new URL('../../docs/cart.md', import.meta.url), 'utf8');

/** What the page's first block declares, and the attribute that RC0010 speaks of. */
const rules: CartRules = {
  currency: { code: 'CNY', digits: 2 },
  attributes: {
    line: [
      ...['store', 'brand', 'category'].map((name): Attribute => ({ name, type: 'text', optional: false })),
      { name: 'cost', type: 'money', optional: true },
      { name: 'clearance', type: 'flag', optional: false },
    ],
    customer: [{ name: 'tier', type: 'one-of', optional: false, members: ['none', 'vip'] }],
    order: [
      { name: 'channel', type: 'one-of', optional: true, members: ['app', 'web', 'live'] },
      { name: 'weight', type: 'number', optional: true },
    ],
    shipping: [],
  },
};

const example = JSON.parse(blocks(page, 'json')[0] ?? '') as object;

/** What no page would show: mistakes of size. */
const LARGE: Readonly<Record<string, object>> = {
  RC0016: { codes: Array.from({ length: 1001 }, (_, index) => `CODE${index}`) },
  RC0017: { codes: ['x'.repeat(1001)] },
};

const sections = page
  .split('\n### ')
  .slice(1)
  .map((section) => ({
    code: section.slice(0, 6),
    change: LARGE[section.slice(0, 6)] ?? (JSON.parse(blocks(section, 'json')[0] ?? '{}') as object),
    messages: (blocks(section, 'text')[0] ?? '').split('\n').filter((line) => line !== ''),
  }));

describe('the page on carts', () => {
  it('shows a cart that is valid', () => {
    expect(validateCart(example, rules)).toMatchObject({ ok: true });
  });

  it('has a section for each code', () => {
    expect(sections.map(({ code }) => code)).toEqual(Object.keys(cartMessages));
  });

  // RC0018 follows a thousand others.
  it.each(sections.filter(({ code }) => code !== 'RC0018'))(
    'says what $code says',
    ({ code, change, messages }) => {
      const result = validateCart({ ...example, ...change }, rules);
      const errors = result.ok ? [] : result.errors;
      expect(errors.map(({ message }) => message)).toEqual(messages);
      expect(new Set(errors.map((error) => error.code))).toEqual(new Set([code]));
    },
  );
});

/** The fenced blocks of a language. */
function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\n\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    ([, block]) => block ?? '',
  );
}
