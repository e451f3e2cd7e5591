import { expect, it } from 'vitest';
import type { Test } from '../../src/check/ruleset.js';
import { evaluate } from '../../src/reference/evaluate.js';
import { Ruleset } from '../../src/ruleset.js';
import { forAll } from '../support/generate/for-all.js';

it('an observer changes nothing of a price, and hears of the test that refused a promotion', () => {
  forAll((ruleset, { cart }) => {
    const checked = Ruleset.pricer(ruleset).validate(cart);
    if (!checked.ok) throw new Error('the generator made a cart that is refused');
    const rules = Ruleset.checked(ruleset);
    const failed = new Set<Test>();
    const observer = {
      tested: (test: Test, held: boolean): void => void (held || failed.add(test)),
      reached: (): void => undefined,
    };
    const observed = evaluate(rules, '', checked.cart, { hints: true, observer });
    expect(JSON.stringify(observed)).toBe(JSON.stringify(evaluate(rules, '', checked.cart, { hints: true })));
    for (const { id, when } of rules.promotions) {
      const told = observed.refused.filter(({ promotion }) => promotion === id);
      if (when === undefined || 'parts' in when || 'part' in when) continue;
      const refusedByIt = told.some(
        (each) => each.reason === 'condition-false' && each.failed.some(({ test }) => test === when.text),
      );
      if (refusedByIt) expect(failed).toContain(when);
    }
  });
});
