import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile, format } from '../../../src/index.js';
import { parse } from '../../../src/syntax/index.js';
import { generate, rulesText } from '../../support/generate/index.js';
import { Random } from '../../support/generate/random.js';
import { FILES } from '../../support/generate/universe.js';
import { RUNS } from '../../support/runs.js';
import { withoutSpans } from '../support.js';
import { commented, mangled, plain, scattered } from './scatter.js';
import { TEXTS } from './texts.js';

function formatted(text: string): string {
  const result = format(text);
  if (!result.ok) throw new Error(`${result.diagnostics[0]?.message}\n${text}`);
  return result.text;
}

function commentsOf(text: string): readonly string[] {
  return parse(text).file.comments.map((comment) => comment.text.trimEnd());
}

/** What holds of every text without mistakes of form. */
function expectLaws(text: string): void {
  const set = formatted(text);
  expect(formatted(set)).toBe(set);
  expect(withoutSpans(parse(set).file.statements)).toEqual(withoutSpans(parse(text).file.statements));
  expect(commentsOf(set)).toEqual(commentsOf(text));
  expect(set).not.toMatch(/[ \t\r]\n|\n{4}|^\n|\n\n$|[^\n]$/);
}

test.each(TEXTS.map((text) => [text.split('\n').slice(0, 2).join(' '), text]))(
  'the laws hold for %s',
  (_, text) => {
    expectLaws(text);
  },
);

function forAllLayouts(holds: (text: string, random: Random) => void): void {
  fc.assert(
    fc.property(fc.nat(TEXTS.length - 1), fc.integer(), (index, seed) => {
      holds(TEXTS[index] ?? '', new Random(seed));
    }),
    { numRuns: RUNS },
  );
}

test('the form depends on the tokens alone, not on how they were laid out', () => {
  forAllLayouts((text, random) => {
    expect(formatted(scattered(text, random))).toBe(formatted(plain(text)));
  });
});

test('the laws hold with comments and blank lines anywhere between tokens', () => {
  forAllLayouts((text, random) => expectLaws(commented(text, random)));
});

test('any text is formatted by the laws or refused with its mistakes', () => {
  let well = 0;
  forAllLayouts((text, random) => {
    for (let count = 0; count < 10; count += 1) {
      const other = mangled(text, random);
      const { ok } = format(other);
      expect(ok).toBe(parse(other).diagnostics.length === 0);
      if (ok) expectLaws(other);
      if (ok) well += 1;
    }
  });
  expect(well).toBeGreaterThan(RUNS / 10);
});

test('the laws hold for generated rule files, and their digest stays', () => {
  const host = { read: (path: string): string | undefined => FILES[path] };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
      const text = rulesText(generate(seed).rules);
      fc.pre(parse(text).diagnostics.length === 0);
      const scatteredText = commented(text, new Random(seed));
      expectLaws(scatteredText);
      const [before, after] = [compile(text, { host }), compile(formatted(scatteredText), { host })];
      expect(after.ok).toBe(before.ok);
      if (before.ok && after.ok) expect(after.ruleset.digest).toBe(before.ruleset.digest);
    }),
    { numRuns: RUNS },
  );
});
