import { expect, test } from 'vitest';
import { parse } from '../../src/syntax/index.js';

const promotion = (clauses: string): readonly string[] =>
  parse(`currency CNY\npromotion p\n${clauses}\n`).diagnostics.map(({ code }) => code);

test('`all or none` may stand at the end of `make … free`, or with its pick', () => {
  expect(promotion('make the cheapest 2 of lines where sku is "A" free all or none')).toEqual([]);
  expect(promotion('make the cheapest 2 of lines where sku is "A" all or none free')).toEqual([]);
});

test('a cap for `each` may stand before a unit position', () => {
  expect(promotion('for each store\ncapped at 5.00 each\nunit 2 make free')).toEqual([]);
  expect(promotion('for each store\ncapped at 5.00 each unit\ntake 5% off')).not.toEqual([]);
});
