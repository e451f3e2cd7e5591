import { expect, test } from 'vitest';
import { breakdownJsonSchema, cartJsonSchema, refundJsonSchema } from '../../src/index.js';
import { reckon } from './memory-io.js';
import { FILES } from './shop.js';

test('of every cart', async () => {
  const { code, out, err } = await reckon(['schema', 'cart']);
  expect([code, err]).toEqual([0, '']);
  expect(JSON.parse(out)).toEqual(cartJsonSchema());
});

test('of the carts of a rule file', async () => {
  const { code, out } = await reckon(['schema', 'cart', '--rules', 'shop.reckon'], { files: FILES });
  expect(code).toBe(0);
  expect(out).toContain('"store"');
});

test('of a breakdown, whatever the rules', async () => {
  const { code, out } = await reckon(['schema', 'breakdown']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(breakdownJsonSchema());
  expect((await reckon(['schema', 'breakdown', '--rules', 'shop.reckon'], { files: FILES })).out).toBe(out);
});

test('of no rule file with errors', async () => {
  const { code, out, err } = await reckon(['schema', 'cart', '--rules', 'broken.reckon'], { files: FILES });
  expect([code, out]).toEqual([1, '']);
  expect(err).toContain('2 errors in 1 file');
});

test('of a refund', async () => {
  const { code, out } = await reckon(['schema', 'refund']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(refundJsonSchema());
});
