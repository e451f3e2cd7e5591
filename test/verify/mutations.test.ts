import { expect, it } from 'vitest';
import type { Breakdown } from '../../src/breakdown/types.js';
import { verify } from '../../src/verify/verify.js';
import { bigDay } from '../breakdown/samples.js';
import { generate } from '../support/generate/index.js';
import { compiled, priced } from '../support/generate/priced.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { sound } from './sound.js';
import { unseen } from './unseen.js';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

/** Worked out by hand, and priced by rules that hold any clause of the language. */
const breakdowns: readonly Breakdown[] = [...Object.values(sound), bigDay, ...SEEDS.flatMap(generated)];

function generated(seed: number): readonly Breakdown[] {
  const { rules, cart } = generate(seed);
  const ruleset = compiled(rules);
  return ruleset === undefined ? [] : [priced(ruleset, cart, { hints: true })];
}

function isListed({ member }: Mutation): boolean {
  return unseen.some((one) => one.member.test(member));
}

function missedOf(mutations: readonly Mutation[]): readonly Mutation[] {
  return mutations.filter(({ mutant }) => verify(mutant).length === 0);
}

const mutations = breakdowns.flatMap(mutationsOf);
const missed = missedOf(mutations);
const listed = missed.filter(isListed);

it('every number that is changed by one minor unit is caught, or listed with the reason', () => {
  console.log(
    `${mutations.length} mutated, ${mutations.length - missed.length} caught, ${listed.length} listed`,
  );
  const unexplained = missed.filter((one) => !isListed(one));
  expect(unexplained.map(({ path, from, to }) => `${path}: ${from} -> ${to}`)).toEqual([]);
});

it('nothing is listed that is always caught', () => {
  const members = new Set(missedOf(Object.values(sound).flatMap(mutationsOf)).map(({ member }) => member));
  const idle = unseen.filter(({ member }) => ![...members].some((one) => member.test(one)));
  expect(idle.map(({ member }) => member.source)).toEqual([]);
});

it('the listed ones are few', () => {
  expect(listed.length / mutations.length).toBeLessThan(0.15);
});
