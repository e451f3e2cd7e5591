import { expect, it } from 'vitest';
import type { Breakdown } from '../../src/breakdown/types.js';
import { verify } from '../../src/verify/verify.js';
import { bigDay } from '../breakdown/samples.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { sound } from './sound.js';
import { unseen } from './unseen.js';

const breakdowns: readonly Breakdown[] = [...Object.values(sound), bigDay];

function isListed({ member }: Mutation): boolean {
  return unseen.some((one) => one.member.test(member));
}

const mutations = breakdowns.flatMap(mutationsOf);
const missed = mutations.filter(({ mutant }) => verify(mutant).length === 0);

it('every number that is changed by one minor unit is caught, or listed with the reason', () => {
  const listed = missed.filter(isListed);
  console.log(
    `${mutations.length} mutated, ${mutations.length - missed.length} caught, ${listed.length} listed`,
  );
  const unexplained = missed.filter((one) => !isListed(one));
  expect(unexplained.map(({ path, from, to }) => `${path}: ${from} -> ${to}`)).toEqual([]);
});

it('nothing is listed that is always caught', () => {
  const idle = unseen.filter(({ member }) => !missed.some((one) => member.test(one.member)));
  expect(idle.map(({ member }) => member.source)).toEqual([]);
});

it('the listed ones are few', () => {
  expect(missed.length / mutations.length).toBeLessThan(0.1);
});
