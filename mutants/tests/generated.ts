import { expect, test } from 'vitest';
import { askedOf, cartOf, rulesOf } from '../../test/fuzz/pair.js';
import { compiled } from '../../test/support/generate/priced.js';
import { price } from './recording.js';

const SEEDS = Array.from({ length: 250 }, (_, index) => index + 1);

test.each(SEEDS)('the rule file of the seed %i', (seed) => {
  const rules = rulesOf(seed);
  const ruleset = compiled(rules);
  const asked = [0, 1, 2].map((index) => askedOf(rules, seed, index));
  const results = asked.map((one) => ruleset && price(ruleset, cartOf({ rules, ...one }), one.options));
  expect(results).toHaveLength(3);
});
