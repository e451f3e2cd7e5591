import { expect, test } from 'vitest';
import { allocate, compile, price, runScenarios, scenarioText } from '../../src/index.js';

/** What a caller without types may pass. */
const anything = (value: unknown): never => value as never;

test('no text, and no ruleset, are the documented errors', () => {
  for (const text of [undefined, null, 5, {}]) {
    expect(() => compile(anything(text))).toThrow(new TypeError('compile takes the text of a rule file'));
  }
  for (const ruleset of [undefined, null, {}, 'rules']) {
    const priceIt = (): unknown => price(anything(ruleset), anything({}));
    expect(priceIt).toThrow(new TypeError('price takes a ruleset that compile made'));
    const runIt = (): unknown => runScenarios(anything(ruleset));
    expect(runIt).toThrow(new TypeError('runScenarios takes a ruleset that compile made'));
    const writeIt = (): unknown => scenarioText(anything(ruleset), anything({}));
    expect(writeIt).toThrow(new TypeError('scenarioText takes a ruleset that compile made'));
  }
});

test('a policy or weights of the wrong kind are values', () => {
  expect(allocate(1, [1], anything(null))).toMatchObject({ ok: false, error: { code: 'unknown-policy' } });
  expect(allocate(1, anything(null))).toMatchObject({ ok: false, error: { code: 'no-weights' } });
});
