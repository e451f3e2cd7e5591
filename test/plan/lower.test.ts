import { describe, expect, test } from 'vitest';
import { load, type Plan, planOf, price } from '../../src/index.js';
import { cartsOf, compileExample, exampleFolders, readCart, readExample } from '../examples/folder.js';
import { copyOf, examples, rulesetOf } from './support.js';

const all = examples();

describe('the plan of a ruleset', () => {
  test.each(all)('$folder: is plain JSON', ({ plan }) => {
    expect(copyOf(plan)).toEqual(plan);
    expect(Object.keys(plan)).toEqual(['reckonPlan', 'checksum', 'rules']);
  });

  test.each(exampleFolders())('%s: prices its carts, from its JSON, as the ruleset does', (folder) => {
    const ruleset = compileExample(folder);
    const loaded = load(JSON.stringify(planOf(ruleset)));
    if (!loaded.ok) throw new Error(loaded.error.message);
    const { pricer } = loaded;
    expect([pricer.digest, pricer.promotions]).toEqual([ruleset.digest, ruleset.promotions]);
    for (const name of cartsOf(folder)) {
      const cart = readCart(folder, name);
      const byPlan = JSON.stringify(pricer.price(cart, { hints: true }));
      expect(byPlan).toBe(JSON.stringify(price(ruleset, cart, { hints: true })));
    }
  });

  test('is the same for the same rules, and keeps its digest when only the layout changes', () => {
    const rules = 'currency CNY\npromotion a take 5.00 off\n';
    const plan = planOf(rulesetOf(rules));
    expect(planOf(rulesetOf(rules))).toEqual(plan);
    const moved = planOf(rulesetOf(`# moved down\n${rules}`));
    expect(moved.rules.ruleset).toBe(plan.rules.ruleset);
    expect(moved.checksum).not.toBe(plan.checksum);
  });

  test('of something else is a TypeError, as the docs of the function say', () => {
    expect(() => planOf({} as never)).toThrow(new TypeError('planOf takes a ruleset that compile made'));
  });
});

describe('a plan is small', () => {
  /** Bytes of JSON for each promotion. */
  const bytesEach = ({ rules }: Plan): number =>
    new TextEncoder().encode(JSON.stringify(rules.promotions)).length / rules.promotions.length;

  test.each(all)('$folder: less than 900 bytes a promotion', ({ plan }) => {
    expect(bytesEach(plan)).toBeLessThan(900);
  });

  test('a promotion says what its rules say, and nothing that is a default', () => {
    const [promotion] = planOf(rulesetOf('currency CNY\npromotion a\n  take 5.00 off\n')).rules.promotions;
    expect(Object.keys(promotion ?? {})).toEqual(['id', 'layer', 'at', 'opens']);
  });

  test.each(all)('$folder: no source text, note, tag or scenario', ({ folder, plan }) => {
    const text = JSON.stringify(plan);
    const rules = readExample(folder, 'rules.reckon');
    const comments = Array.from(rules.matchAll(/^#\s*(\S.{10,})$/gm), ([, comment = '']) => comment);
    const scenarios = Array.from(rules.matchAll(/^scenario "(.*?)"/gm), ([, title = '']) => title);
    expect([...comments, ...scenarios].filter((words) => text.includes(words))).toEqual([]);
    expect(text).not.toMatch(/"(?:priority|source|tags)":/);
  });
});

test('what people alone read is left out, what a breakdown says is kept', () => {
  const rules = `currency CNY
layers goods
promotion a "Title"
  layer goods
  tag summer
  note "for the team"
  message "5.00 off"
  take 5.00 off
`;
  const text = JSON.stringify(planOf(rulesetOf(rules)));
  expect(text).toContain('5.00 off');
  expect(text).toContain('"Title"');
  expect(text).not.toContain('for the team');
  expect(text).not.toContain('summer');
});
