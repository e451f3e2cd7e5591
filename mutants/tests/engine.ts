import { expect, test } from 'vitest';
import { breakdownJson, type CartInput, load } from '../../src/runtime.js';
import { recorded } from './recorded.js';

test.each(Object.values(recorded))('%s', ({ plan, prices }) => {
  const loaded = load(plan);
  if (!loaded.ok) throw new Error(loaded.error.message);
  const { pricer } = loaded;
  for (const { breakdown, cart, options } of prices) {
    const checked = pricer.validate(JSON.parse(cart) as CartInput);
    if (!checked.ok) throw new Error('the cart was taken before');
    const found = pricer.priceValid(checked.cart, options);
    expect(breakdownJson(found) === breakdown).toBe(true);
    expect(JSON.stringify(found) === breakdown).toBe(true);
    const { reckon, currency, amounts, at, ruleset, optimal, total, violations, unchecked } = found;
    const expected = { reckon, currency, amounts, at, ruleset, optimal, total, violations, unchecked };
    const alone = pricer.priceValid(checked.cart, { breakdown: 'totals' });
    expect(JSON.stringify(alone) === JSON.stringify(expected)).toBe(true);
  }
});
