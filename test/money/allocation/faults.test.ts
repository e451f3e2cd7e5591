import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocate, parseWeights, type Policy } from '../../../src/money/index.js';
import { RUNS } from '../../support/runs.js';

describe('allocate tells what is wrong', () => {
  test.each<[string, number, readonly number[], Policy, object]>([
    [
      'amount-not-whole',
      1.5,
      [1],
      {},
      { message: 'the amount is not a whole number below 2^53; a `bigint` may be greater' },
    ],
    ['amount-not-whole', Number.NaN, [1], {}, {}],
    ['amount-not-whole', 2 ** 53, [1], {}, {}],
    ['amount-not-whole', Number.POSITIVE_INFINITY, [1], {}, {}],
    ['no-weights', 1, [], {}, {}],
    ['negative-weight', 1, [1, -1], {}, { position: 1 }],
    ['negative-weight', 1, [-1, 1], {}, { position: 0 }],
    ['weight-not-whole', 1, [1, 0.5], {}, { position: 1 }],
    ['weight-not-whole', 1, [Number.NaN], {}, { position: 0 }],
    ['weight-not-whole', 1, [2 ** 53], {}, { position: 0 }],
    ['weights-too-large', 1, [2 ** 53 - 1, 1], {}, { message: 'the weights sum to 2^53 or more' }],
    ['all-weights-zero', 1, [0, 0], {}, {}],
    ['wrong-length', 1, [1, 1], { max: [1] }, {}],
    [
      'limit-not-whole',
      1,
      [1, 1],
      { max: [1, -1] },
      { position: 1, message: 'a limit is not a whole number from 0 to 2^53 - 1' },
    ],
    ['limit-not-whole', 1, [1, 1], { max: [0.5, 1] }, { position: 0 }],
    ['wrong-length', 1, [1, 1], { ids: ['a'] }, { message: '2 weights have 1 ids' }],
    ['duplicate-id', 1, [1, 1], { ids: ['a', 'a'] }, { position: 1, message: 'the id `a` stands twice' }],
    ['step-not-whole', 1, [1], { step: 0 }, {}],
    ['step-not-whole', 1, [1], { step: 0.5 }, {}],
    ['off-step', 7, [1], { step: 5 }, { message: 'the amount is not a whole number of steps of 5' }],
    [
      'unknown-policy',
      1,
      [1],
      JSON.parse('{"zeroParts":"maybe"}'),
      { message: '`zeroParts` is not one of skip, take' },
    ],
    ['unknown-policy', 1, [1], JSON.parse('{"share":"constructor"}'), {}],
    ['unknown-policy', 1, [1], JSON.parse('{"remainder":{}}'), {}],
    ['unknown-policy', 1, [1], JSON.parse('null'), { message: 'the policy is not an object' }],
    ['unknown-policy', 1, [1], JSON.parse('"first"'), { message: 'the policy is not an object' }],
  ])('%s', (code, amount, weights, policy, more) => {
    const result = allocate(amount, weights, policy);
    expect(result).toMatchObject({ ok: false, error: { code, ...more } });
  });

  test('a bigint off the step', () => {
    expect(allocate(7n, [1], { step: 5 })).toMatchObject({ ok: false, error: { code: 'off-step' } });
  });

  test('any numbers give a value', () => {
    const numbers = fc.oneof(fc.double(), fc.integer(), fc.maxSafeInteger(), fc.constantFrom(0, -0, 2 ** 53));
    fc.assert(
      fc.property(numbers, fc.array(numbers), fc.array(numbers), numbers, (amount, weights, max, step) => {
        for (const policy of [{}, { step }, { max }, { max, step }]) {
          const result = allocate(amount, weights, policy);
          if (result.ok) expect(result.granted + result.rest + result.dropped).toBe(amount + 0);
          else expect(result.error.message).toMatch(/^\S.*[^.]$/);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('parseWeights', () => {
  test.each([
    [
      ['0.3', '0.75', '2'],
      [30, 75, 200],
    ],
    [
      ['1', '0'],
      [1, 0],
    ],
    [[], []],
  ])('%j are %j', (texts, weights) => {
    expect(parseWeights(texts)).toEqual({ ok: true, weights });
  });

  test.each([
    [['1', '-1'], 'malformed', 1],
    [['1/3'], 'malformed', 0],
    [['1000000', '0.00000000001'], 'too-large', 0],
  ])('%j is %s', (texts, failure, position) => {
    expect(parseWeights(texts)).toEqual({ ok: false, failure, position });
  });
});
