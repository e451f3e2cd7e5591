import { describe, expect, test } from 'vitest';
import type { Breakdown } from '../../src/breakdown/types.js';
import { verify } from '../../src/verify/verify.js';
import { type Mutation, mutationsOf } from '../../test/verify/mutations.js';
import { sound } from '../../test/verify/sound.js';
import { unseen } from '../../test/verify/unseen.js';
import { recorded } from './recorded.js';

/** What `verify` is held to: breakdowns as JSON in which all adds up, and some in which one number was changed. */
interface Given {
  readonly told: readonly string[];
  readonly broken: readonly (readonly Mutation[])[];
}

interface Host {
  reckonGiven?: Given;
}

/** Made once, and not for each mutant: no mutant changes what makes it. */
const { broken, told } = ((globalThis as Host).reckonGiven ??= given());

function given(): Given {
  // Sums of amounts may pass what a double holds exactly; those are not looked at.
  const adding = Object.values(recorded)
    .flatMap(({ prices }) => prices.map(({ breakdown }) => breakdown))
    .filter((breakdown) => !/[^\d]\d{16,}/.test(breakdown));
  const small = adding.filter(({ length }) => length < 3000).slice(-40);
  const all = [...Object.values(sound), ...small.map((json) => JSON.parse(json) as Breakdown)];
  return {
    told: adding,
    broken: all.flatMap((breakdown) => twenties(mutationsOf(breakdown).filter(isHeld))),
  };
}

function isHeld({ member }: Mutation): boolean {
  return !unseen.some((one) => one.member.test(member));
}

function twenties(mutations: readonly Mutation[]): readonly (readonly Mutation[])[] {
  return mutations.flatMap((_, index) => (index % 20 === 0 ? [mutations.slice(index, index + 20)] : []));
}

describe('what the evaluators say adds up', () => {
  test.each(told.map((breakdown) => [breakdown]))('%s', (breakdown) => {
    expect(verify(JSON.parse(breakdown))).toEqual([]);
  });
});

describe('every number is held to the others', () => {
  test.each(broken.map((mutations) => [mutations]))('%s', (mutations) => {
    for (const { mutant } of mutations) expect(verify(mutant).length).toBeGreaterThan(0);
  });
});
