import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { partsOf } from '../support/generate/model.js';
import { differenceText, writePair } from './differing.js';
import { type Pair, rulesOf, askedOf } from './pair.js';
import { shrunk } from './shrink.js';

const SAID = { engine: '{"pay":"1.00"}', reference: '{"pay":"2.00"}' };

/** The first pair that holds a law, from some seed on. */
function pairThat(holds: (pair: Pair) => boolean): Pair {
  for (let seed = 1; ; seed += 1) {
    const rules = rulesOf(seed);
    const pair = { rules, ...askedOf(rules, seed, 0) };
    if (holds(pair)) return pair;
  }
}

/** As if the evaluators differed wherever a rule says `stop` and a line has two units or more. */
function differs(pair: Pair): typeof SAID | undefined {
  const stops = partsOf(pair.rules).some(({ clause }) => clause === 'stop');
  return stops && pair.cart.lines.some(({ quantity }) => quantity > 1) ? SAID : undefined;
}

it('cuts a pair down to what the difference needs', () => {
  const large = pairThat(
    (pair) => differs(pair) !== undefined && pair.rules.promotions.length > 3 && pair.cart.lines.length > 3,
  );
  const { cart, minor, options, rules } = shrunk(large, differs);
  expect(rules.promotions.map(({ pieces }) => pieces.map(({ text }) => text))).toEqual([['stop']]);
  expect([rules.defaults, rules.layers, rules.statements]).toEqual([[], [], []]);
  expect(cart).toEqual({ lines: [{ quantity: 2 }] });
  expect([minor, options]).toEqual([false, {}]);
});

it('writes a pair with the command that shows it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'reckon-pair-'));
  try {
    const pair = pairThat(({ options }) => options.hints === true && options.explain !== undefined);
    const command = writePair(pair, folder);
    expect(command).toMatch(
      /^npm run -s fuzz -- --rules .*rules\.reckon --cart .*cart\.json --explain .* --hints/,
    );
    expect(readFileSync(join(folder, 'rules.reckon'), 'utf8')).toContain('currency ');
    expect(JSON.parse(readFileSync(join(folder, 'cart.json'), 'utf8'))).toHaveProperty('lines');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('shows a difference line by line', () => {
  expect(differenceText(SAID)).toContain('-  "pay": "2.00"\n+  "pay": "1.00"');
});
