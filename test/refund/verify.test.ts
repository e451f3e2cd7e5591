import { describe, expect, it } from 'vitest';
import { type Breakdown, type Refund, type RefundOrigin, verifyRefund } from '../../src/index.js';
import { generate } from '../support/generate/index.js';
import { compiled, priced } from '../support/generate/priced.js';
import { Random } from '../support/generate/random.js';
import { type Mutation, mutationsOf } from '../verify/mutations.js';
import { drawnReturns, refunded } from './returns.js';

interface Case {
  readonly refund: Refund;
  readonly from: RefundOrigin;
}

/** Refunds by every policy and rule of shipping, first ones and later ones, of generated carts. */
function casesOf(seed: number): readonly Case[] {
  const { rules, cart } = generate(seed);
  const ruleset = compiled(rules);
  if (ruleset === undefined || cart.lines.length === 0) return [];
  const breakdown = priced(ruleset, cart);
  const origin = { ruleset, cart };
  const random = new Random(seed);
  const cases: Case[] = [];
  for (const returns of drawnReturns(breakdown, seed)) {
    const after = cases.at(-1)?.refund;
    const policy = random.pick(['keep', 'retest', 'rules'] as const);
    const shipping = random.pick(['last', 'share', 'never'] as const);
    const from = { breakdown, origin, ...(after && { after }) };
    cases.push({ refund: refunded({ ...from, returns, policy, shipping }), from });
  }
  return cases;
}

const cases = Array.from({ length: 60 }, (_, index) => casesOf(index + 1)).flat();

/** What a refund alone cannot vouch for; the breakdown, the rules and the cart tell. */
const unseen: readonly RegExp[] = [
  // What was paid for all, what came back before, and what is left by all of it.
  /^(number|lines\[\]\.(quantity|before|returned))$/,
  /^(shipping\.(paid|before)|total\.heldBefore|funding\.|commission\.)/,
  /^rest\.(total\.(list|discount|shipping)|promotions\[\]\.(kept|alone))$/,
  /^(gifts\[\]\.(count|value)|lines\[\]\.adjustments\[\]\.row\.line)$/,
];

const mutations = cases.flatMap(({ refund, from }) =>
  mutationsOf(refund as unknown as Breakdown).map((one) => ({ ...one, origin: from })),
);

const pathsOf = (all: readonly Mutation[]): readonly string[] => [
  ...new Set(all.map(({ member }) => member)),
];

it('every number of a refund that is changed by one minor unit is caught, or listed', () => {
  const missed = mutations.filter(({ mutant }) => verifyRefund(mutant).length === 0);
  console.log(
    `refunds: ${mutations.length} mutated, ${mutations.length - missed.length} caught, ${missed.length} listed`,
  );
  expect(pathsOf(missed.filter(({ member }) => !unseen.some((one) => one.test(member))))).toEqual([]);
});

it('made again with what it was made from, every one is caught', () => {
  const missed = mutations.filter(({ mutant, origin }) => verifyRefund(mutant, origin).length === 0);
  console.log(`refunds made again: ${mutations.length} mutated, ${mutations.length - missed.length} caught`);
  // Which units come back is what is asked; where they had no price nothing else depends on it.
  const unexplained = missed.filter(({ path, origin }) => {
    const [, index] = /^lines\[(\d+)\]\.returned$/.exec(path) ?? [];
    return index === undefined || Number(origin.breakdown.lines[Number(index)]?.list) !== 0;
  });
  expect(pathsOf(unexplained)).toEqual([]);
  for (const { refund, from } of cases) expect(verifyRefund(refund, from)).toEqual([]);
});

describe('a refund names what it was made from', () => {
  const second = cases.find(({ from }) => from.after !== undefined);
  const first = cases.find(({ refund }) => refund === second?.from.after);
  if (first === undefined || second === undefined) throw new Error('goods come back in two steps');
  const findingOf = (one: Case, from: Partial<RefundOrigin>): string | undefined =>
    verifyRefund(one.refund, { ...one.from, ...from })[0]?.message;
  const after = 'the earlier refund is the one that this one comes after: expected ';

  it('another earlier refund, none, and one too many are told first', () => {
    const { refund, from } = second;
    const { after: _, ...without } = from;
    const [alone] = verifyRefund(refund, without);
    expect(alone?.message).toBe(`${after}nothing, found ${refund.after}`);
    expect(findingOf(second, { after: refund })).toMatch(/^the earlier refund is the one/);
    expect(findingOf(first, { after: first.refund })).toMatch(/, found nothing$/);
  });

  it('so is another breakdown', () => {
    const other = { ...first.refund, breakdown: first.refund.ruleset };
    expect(verifyRefund(other, first.from)[0]?.message).toMatch(
      /^the breakdown is the one that the refund is of: expected sha256:/,
    );
  });
});
