import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { type AllocateResult, allocate } from '../../../src/money/index.js';
import { allocated, minorUnits, policyOf, weightsOf } from '../../conformance/allocation.js';
import type { AllocationRow, Row } from '../../conformance/row.js';
import { readRows } from '../../conformance/rows.js';

/**
 * What the test suites of shops and money libraries expect. The conformance tests compare each with what `allocate` gives
 * for a `bigint`; here a number must give the same.
 */

const CASES = fileURLToPath(new URL('../../conformance/cases/', import.meta.url));

const rows = readdirSync(CASES)
  .flatMap((name) => readRows(`${CASES}${name}`) as readonly Row[])
  .filter((row): row is AllocationRow => row.type === 'allocation');

const narrow = rows
  .filter((row) => Number.isSafeInteger(Number(minorUnits(row.amount, row))))
  .map((row) => [row.id, row] as const);

test('there are rows', () => {
  expect(rows).toHaveLength(112);
  expect(narrow).toHaveLength(111);
});

test.each(narrow)('%s', (_id, row) => {
  const amount = Number(minorUnits(row.amount, row));
  expect(widened(allocate(amount, weightsOf(row), policyOf(row)))).toEqual(allocated(row));
});

function widened(result: AllocateResult<number>): AllocateResult<bigint> {
  if (!result.ok) return result;
  const { dropped, granted, parts, rest, shared } = result;
  return {
    ...result,
    parts: parts.map(BigInt),
    granted: BigInt(granted),
    rest: BigInt(rest),
    dropped: BigInt(dropped),
    shared: BigInt(shared),
  };
}
