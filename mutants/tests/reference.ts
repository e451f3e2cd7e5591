import { expect, test } from 'vitest';
import { cartValidator } from '../../src/cart/validate.js';
import { readPlan } from '../../src/plan/read.js';
import { evaluate } from '../../src/reference/evaluate.js';
import { recorded } from './recorded.js';

test.each(Object.values(recorded))('%s', ({ checked, digest, plan, prices }) => {
  const read = readPlan(plan);
  if (!read.ok) throw new Error(read.error.message);
  const validate = cartValidator(read.rules);
  for (const { breakdown, cart, options } of prices) {
    const taken = validate(JSON.parse(cart));
    if (!taken.ok) throw new Error('the cart was taken before');
    const { explain = [], hints = false } = options;
    const digestOfCart = /"cart":"(sha256:\w+)"/.exec(breakdown)?.[1];
    const found = evaluate(checked, digest, taken.cart, {
      explain,
      hints,
      ...(digestOfCart !== undefined && { cartDigest: digestOfCart }),
    });
    expect(JSON.stringify(found) === breakdown).toBe(true);
  }
});
