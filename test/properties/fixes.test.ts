import { expect, test } from 'vitest';
import { applySafeFixes, compile, price, type Ruleset } from '../../src/index.js';
import { rulesText } from '../support/generate/index.js';
import { forAll } from '../support/generate/for-all.js';
import { FILES } from '../support/generate/universe.js';

const host = { read: (path: string): string | undefined => FILES[path] };

/** What generated rules never use. */
const NEEDLESS = `
line has needless optional text, needless-too optional money
order has needless optional flag
let needless-value = 5.00
table needless-table = "tiers.csv" with spend money
coupon needless-coupon
  tag needless-tag
  code "NEVER-ENTERED", "NEVER-ENTERED"
  spend 1.00 take 1.00 off
  layer-or-none
`;

function mended(text: string): { readonly text: string; readonly codes: readonly string[] } {
  const compiled = compile(text, { host, lints: true });
  const { applied, text: next } = applySafeFixes(text, 'rules.reckon', compiled.diagnostics);
  if (applied.length === 0) return { text, codes: [] };
  const rest = mended(next);
  return { text: rest.text, codes: [...applied.map(({ code }) => code), ...rest.codes] };
}

function compiledText(text: string): Ruleset {
  const compiled = compile(text, { host });
  if (!compiled.ok)
    throw new Error(`${text}\n${compiled.diagnostics.map(({ message }) => message).join('\n')}`);
  return compiled.ruleset;
}

/** The breakdown without what names the text of the rules: their digest, and the line on which each promotion stands. */
function comparable(text: string, cart: Parameters<typeof price>[1]): unknown {
  const priced = price(compiledText(text), cart);
  if (!priced.ok) return priced.errors;
  const isPlace = (key: string, value: unknown): boolean => key === 'line' && typeof value === 'number';
  const written = JSON.stringify({ ...priced.breakdown, ruleset: '' }, (key, value: unknown) =>
    isPlace(key, value) ? undefined : value,
  );
  return JSON.parse(written);
}

test('safe fixes change no price, whatever the rules and the cart', () => {
  const seen = new Set<string>();
  forAll((_, { cart, rules }) => {
    const [layer] = rules.layers;
    const needless = NEEDLESS.replace(
      '  layer-or-none\n',
      layer === undefined ? '' : `  layer ${layer.name}\n`,
    );
    const before = `${rulesText(rules)}${needless}`;
    const { codes, text } = mended(before);
    for (const code of codes) seen.add(code);
    expect(codes).toEqual(expect.arrayContaining(['RK2201', 'RK2202', 'RK2203', 'RK2204', 'RK2206']));
    expect(text.length).toBeLessThan(before.length);
    expect(comparable(text, cart)).toEqual(comparable(before, cart));
  });
  expect(seen).toContain('RK2205');
});
