import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { comparisonJsonSchema } from '../../src/index.js';
import { comparedBy } from './compared.js';
import { hostileComparison } from './hostile.js';

const accepts = new Ajv2020({ strict: true }).compile(comparisonJsonSchema());

describe('the schema of a comparison', () => {
  test.each([
    ['one in which everything has something to say', hostileComparison()],
    ['one of nothing', comparedBy('currency JPY\n', 'currency JPY\n', [])],
  ])('accepts %s', (_, comparison) => {
    accepts(JSON.parse(JSON.stringify(comparison)));
    expect(accepts.errors).toBeNull();
  });

  test('refuses a member more, and one that is missing', () => {
    const { currency, ...rest } = hostileComparison();
    expect(accepts(rest)).toBe(false);
    expect(accepts({ ...rest, currency, mood: 'good' })).toBe(false);
  });
});
