import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type AllocateResult,
  allocate,
  parseAmount,
  parseWeights,
  type Policy,
} from '../../../src/money/index.js';

/** What the test suites of shops and money libraries expect, with the conventions each of them follows. */
interface Row {
  readonly id: string;
  readonly currency: { readonly digits: number };
  readonly amount: string;
  readonly weights: readonly string[];
  readonly max?: readonly string[];
  readonly step?: string;
  readonly conventions: Conventions;
  readonly expected: { readonly parts: readonly string[] } | { readonly error: string };
}

interface Conventions {
  readonly share?: 'down' | 'floor' | 'half_up' | 'half_even' | 'half_down';
  readonly remainder?: keyof typeof REMAINDERS;
  readonly sequence?: 'independent' | 'iterative_from_last';
  readonly negative?: 'mirror' | 'asis';
  readonly zeroWeights?: 'even' | 'zeros';
  readonly capAtRemaining?: boolean;
}

const SHARES = {
  down: 'down',
  floor: 'floor',
  half_up: 'half-up',
  half_even: 'half-even',
  half_down: 'half-down',
} as const;

const REMAINDERS = {
  first: { remainder: 'first', zeroParts: 'take' },
  first_nonzero: { remainder: 'first' },
  last: { remainder: 'last', zeroParts: 'take' },
  largest_fraction: { remainder: 'largest-fraction' },
  largest_weight: { remainder: 'largest-line' },
  last_takes_rest: { remainder: 'rest-to-last', zeroParts: 'take' },
  last_nonzero_takes_rest: { remainder: 'rest-to-last' },
  separate: { remainder: 'separate' },
  block_separate: { remainder: 'block-separate' },
  dropped: { remainder: 'dropped' },
} as const satisfies Record<string, Policy>;

const FAULTS: Readonly<Record<string, string>> = {
  'all weights zero': 'all-weights-zero',
  'negative weight': 'negative-weight',
};

const rows = readFileSync(new URL('../../fixtures/allocation-rows.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

test('there are rows', () => {
  expect(rows).toHaveLength(111);
  expect(narrow).toHaveLength(110);
});

const named = rows.map((row) => [row.id, row] as const);
const narrow = named.filter(([, row]) => Number.isSafeInteger(Number(amountOf(row))));

test.each(narrow)('%s', (_id, row) => {
  expectRow(row, allocate(Number(amountOf(row)), weightsOf(row), policyOf(row)));
});

test.each(named)('%s as a bigint', (_id, row) => {
  expectRow(row, allocate(amountOf(row), weightsOf(row), policyOf(row)));
});

function expectRow(row: Row, result: AllocateResult<number> | AllocateResult<bigint>): void {
  if ('error' in row.expected) {
    expect(result).toMatchObject({ ok: false, error: { code: FAULTS[row.expected.error] } });
    return;
  }
  if (!result.ok) throw new Error(result.error.message);
  const apart = row.expected.parts.length > row.weights.length ? [result.rest] : [];
  const expected = row.expected.parts.map((part) => minorUnits(part, row.currency.digits));
  expect([...result.parts, ...apart].map(BigInt)).toEqual(expected);
}

function policyOf(row: Row): Policy {
  const { share, remainder, sequence, negative, zeroWeights, capAtRemaining } = row.conventions;
  const limit = (text: string): number => Number(minorUnits(text, row.currency.digits));
  return {
    ...(share && { share: SHARES[share] }),
    ...(sequence === 'iterative_from_last' && { share: 'in-turn-from-last' }),
    ...(remainder && REMAINDERS[remainder]),
    ...(negative === 'asis' && { negative: 'as-is' }),
    ...(capAtRemaining !== undefined && { capAtRemaining }),
    // Where parts have limits, what fits nowhere is given up, also with no weight at all.
    ...(row.max && { max: row.max.map(limit), zeroWeights: 'zeros' }),
    ...(zeroWeights && { zeroWeights }),
    ...(row.step !== undefined && { step: limit(row.step) }),
  };
}

function weightsOf(row: Row): readonly number[] {
  const parsed = parseWeights(row.weights.map((weight) => weight.replace('-', '')));
  if (!parsed.ok) throw new Error(parsed.failure);
  return parsed.weights.map((weight, i) => (row.weights[i]?.startsWith('-') ? -weight : weight));
}

function amountOf(row: Row): bigint {
  return minorUnits(row.amount, row.currency.digits);
}

/** Also of amounts that `parseAmount` calls too large. */
function minorUnits(text: string, digits: number): bigint {
  const unsigned = text.replace('-', '');
  const parsed = parseAmount(unsigned, digits);
  const minor = parsed.ok ? BigInt(parsed.minor) : BigInt(unsigned);
  return text.startsWith('-') ? -minor : minor;
}
