import fastStringWidth from 'fast-string-width';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import { breakdownText } from '../../src/breakdown/text.js';
import type { Breakdown } from '../../src/breakdown/types.js';
import { RUNS } from '../support/runs.js';
import * as odd from './odd-samples.js';
import * as samples from './samples.js';

const ALL: readonly (readonly [name: string, breakdown: Breakdown])[] = [
  ['big-day', samples.bigDay],
  ['two-shirts', samples.twoShirts],
  ['one-line', samples.oneLine],
  ['empty-cart', samples.nothing],
  ['empty-cart-with-postage', samples.emptyCartWithPostage],
  ['in-minor-units', samples.inMinorUnits],
  ['troubled', odd.troubled],
  ['refusals', odd.refusals],
  ['strange-names', odd.strangeNames],
];

const COLOURS = new RegExp(`${String.fromCodePoint(27)}\\[\\d+m`, 'g');

function snapshot(name: string): string {
  return `snapshots/${name}.txt`;
}

test.each(ALL)('%s', async (name, breakdown) => {
  await expect(breakdownText(breakdown)).toMatchFileSnapshot(snapshot(name));
});

test('a wide terminal', async () => {
  const text = breakdownText(samples.bigDay, { width: 240 });
  await expect(text).toMatchFileSnapshot(snapshot('big-day-wide'));
});

test('a narrow terminal, without ornaments', async () => {
  const text = breakdownText(samples.bigDay, { width: 40, ascii: true });
  await expect(text).toMatchFileSnapshot(snapshot('big-day-narrow-ascii'));
});

describe('colour', () => {
  const paint = picocolors.createColors(true);

  test.each(ALL)('adds nothing but colour to %s', (_, breakdown) => {
    const coloured = breakdownText(breakdown, { paint });
    expect(coloured).not.toBe(breakdownText(breakdown));
    expect(coloured.replace(COLOURS, '')).toBe(breakdownText(breakdown));
  });

  test('broken guarantees are red', () => {
    const coloured = breakdownText(odd.troubled, { paint });
    expect(coloured).toContain(paint.red('GUARANTEE BROKEN: DO NOT CHARGE'));
    expect(coloured).toContain(paint.red(', but 2 guarantees broken'));
  });
});

test.each(ALL)('%s without ornaments is drawn with ASCII but for its names', (_, breakdown) => {
  const drawn = breakdownText(breakdown, { ascii: true });
  const text = JSON.stringify(breakdown);
  const foreign = drawn.match(/[^\n -~]/gu) ?? [];
  expect(foreign.filter((character) => !text.includes(character))).toEqual([]);
});

describe('whatever the names', () => {
  const characters = fc.constantFrom(
    'a',
    'Z9',
    ' ',
    '-',
    '小',
    '米',
    '（',
    '，',
    'é',
    'e\u0301',
    '👩‍👩‍👧',
    '🍵',
    '\n',
    '\u001b[31m',
    '\u202e',
    '\ud800',
  );
  const names = fc.array(characters, { maxLength: 60 }).map((parts) => parts.join(''));

  /** A breakdown in which every name is another. */
  function renamed(breakdown: Breakdown, name: string): Breakdown {
    return JSON.parse(
      JSON.stringify(breakdown, (key, value: unknown) =>
        typeof value === 'string' &&
        ['sku', 'promotion', 'title', 'layer', 'store', 'code', 'offer', 'id', 'guarantee'].includes(key)
          ? name
          : value,
      ),
    ) as Breakdown;
  }

  test('no line is wider than the page, and none holds what a terminal would obey', () => {
    fc.assert(
      fc.property(
        names,
        fc.integer({ min: 1, max: 120 }),
        fc.nat(ALL.length - 1),
        fc.boolean(),
        (name, width, index, ascii) => {
          const text = breakdownText(renamed(ALL[index]?.[1] ?? samples.nothing, name), { width, ascii });
          const page = Math.min(100, Math.max(40, width));
          const lines = text.split('\n');
          expect(lines.filter((line) => fastStringWidth(line) > page)).toEqual([]);
          expect(lines.filter((line) => /[\p{Cc}\p{Cs}]|(?!\u200d)\p{Cf}/u.test(line))).toEqual([]);
          expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

test('a cart of very many lines', () => {
  const { lines } = samples.oneLine;
  const many = Array.from({ length: 150_000 }, () => lines).flat();
  const rows = (breakdown: Breakdown): number => breakdownText(breakdown).split('\n').length;
  expect(rows({ ...samples.oneLine, lines: many })).toBe(rows(samples.oneLine) + 149_999);
});
