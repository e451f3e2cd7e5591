import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AllocateResult, allocate, type Policy, POLICY_WORDS } from '../../../src/money/index.js';
import { granted } from './granted.js';

const page = readFileSync(new URL('../../../docs/allocation.md', import.meta.url), 'utf8');

/** A worked example of the page; `parts` is the code of an error where it stands in backticks. */
interface Example {
  readonly title: string;
  readonly amount: string;
  readonly weights: readonly number[];
  readonly policy: Policy;
  readonly parts: string;
  readonly rest: string;
  readonly dropped: string;
}

const examples = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => cells.length === 9 && /^-?\d+n?$/.test(cells[2] ?? ''))
  .map(
    ([
      ,
      title = '',
      amount = '',
      weights = '',
      policy = '',
      parts = '',
      rest = '',
      dropped = '',
    ]): Example => ({
      title,
      amount,
      weights: weights.split(', ').map(Number),
      policy: JSON.parse(policy.replaceAll('`', '')) as Policy,
      parts,
      rest,
      dropped,
    }),
  );

test.each(examples.map((example) => [example.title, example] as const))('%s', (_title, example) => {
  const result = run(example);
  if (!result.ok) {
    expect(`\`${result.error.code}\``).toBe(example.parts);
    return;
  }
  const suffix = example.amount.endsWith('n') ? 'n' : '';
  expect({
    parts: result.parts.map((part) => `${part}${suffix}`).join(', '),
    rest: `${result.rest}${suffix}`,
    dropped: `${result.dropped}${suffix}`,
  }).toEqual({ parts: example.parts, rest: example.rest, dropped: example.dropped });
});

function run({ amount, weights, policy }: Example): AllocateResult<number> | AllocateResult<bigint> {
  return amount.endsWith('n')
    ? allocate(BigInt(amount.slice(0, -1)), weights, policy)
    : allocate(Number(amount), weights, policy);
}

describe('the page leaves nothing out', () => {
  test.each(
    Object.entries(POLICY_WORDS).flatMap(([member, words]) => words.map((word) => [member, word] as const)),
  )('`%s: %s` has an example', (member, word) => {
    expect(examples.some(({ policy }) => Reflect.get(policy, member) === word)).toBe(true);
  });

  test.each(['max', 'capAtRemaining', 'step', 'ids'] as const)('`%s` has an example', (member) => {
    expect(examples.some(({ policy }) => policy[member] !== undefined)).toBe(true);
  });

  test('the remainders it quotes', () => {
    expect(granted(4800, [5900, 4900, 3900])).toMatchObject({
      shared: 4800,
      sum: 14700,
      remainders: [7800, 0, 6900],
    });
  });
});
