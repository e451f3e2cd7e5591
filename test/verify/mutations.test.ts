import { expect, it } from 'vitest';
import type { Breakdown } from '../../src/breakdown/types.js';
import { type Origin, verify } from '../../src/verify.js';
import { bigDay } from '../breakdown/samples.js';
import { cartsOf, checkExample, exampleFolders, readCart } from '../examples/folder.js';
import { generate } from '../support/generate/index.js';
import { compiled } from '../support/generate/priced.js';
import { price } from '../support/price.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { sound } from './sound.js';
import { unseen } from './unseen.js';

const SEEDS = Array.from({ length: 200 }, (_, index) => index + 1);

/** A breakdown, with what it was made from where that is at hand. */
interface Case {
  readonly breakdown: Breakdown;
  readonly origin?: Origin;
}

/** Worked out by hand, of every example, and priced by rules that hold any clause of the language. */
const cases: readonly Case[] = [
  ...[...Object.values(sound), bigDay].map((breakdown) => ({ breakdown })),
  ...[...exampleFolders(), ...exampleFolders('accidents/')].flatMap(examples),
  ...SEEDS.flatMap(generated),
];

function examples(folder: string): readonly Case[] {
  const checked = checkExample(folder);
  if (!checked.ok) return [];
  return cartsOf(folder).flatMap((name) =>
    caseOf({ ruleset: checked.ruleset, cart: readCart(folder, name) }),
  );
}

function generated(seed: number): readonly Case[] {
  const { rules, cart } = generate(seed);
  const ruleset = compiled(rules);
  return ruleset === undefined ? [] : caseOf({ ruleset, cart });
}

function caseOf(origin: Origin): readonly Case[] {
  const priced = price(origin.ruleset, origin.cart, { hints: true });
  return priced.ok ? [{ breakdown: priced.breakdown, origin }] : [];
}

function isListed({ member }: Mutation): boolean {
  return unseen.some((one) => one.member.test(member));
}

function missedOf<One extends Mutation>(mutations: readonly One[]): readonly One[] {
  return mutations.filter(({ mutant }) => verify(mutant).length === 0);
}

const mutations = cases.flatMap(({ breakdown, origin }) =>
  mutationsOf(breakdown).map((one) => ({ ...one, ...(origin && { origin }) })),
);
const missed = missedOf(mutations);
const listed = missed.filter(isListed);

it('every number that is changed by one minor unit is caught, or listed with the reason', () => {
  console.log(
    `${mutations.length} mutated, ${mutations.length - missed.length} caught, ${listed.length} listed`,
  );
  const unexplained = missed.filter((one) => !isListed(one));
  expect(unexplained.map(({ path, from, to }) => `${path}: ${from} -> ${to}`)).toEqual([]);
});

it('with the rules and the cart every number that is changed is caught', () => {
  const withOrigin = mutations.filter(({ origin }) => origin !== undefined);
  const still = missed.filter(({ origin, mutant }) => origin && verify(mutant, origin).length === 0);
  console.log(
    `with rules and cart: ${withOrigin.length} mutated, ${withOrigin.length - still.length} caught, ${still.length} missed`,
  );
  expect(still.map(({ path, from, to }) => `${path}: ${from} -> ${to}`)).toEqual([]);
  expect(missed.filter(({ origin }) => origin).length).toBeGreaterThan(1000);
});

it('nothing is listed that is always caught', () => {
  const members = new Set(missedOf(Object.values(sound).flatMap(mutationsOf)).map(({ member }) => member));
  const idle = unseen.filter(({ member }) => ![...members].some((one) => member.test(one)));
  expect(idle.map(({ member }) => member.source)).toEqual([]);
});

it('the listed ones are few', () => {
  expect(listed.length / mutations.length).toBeLessThan(0.15);
});
