import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/breakdown/lang.js';
import type { Promotion, Ruleset as Checked } from '../../src/check/ruleset.js';
import { Ruleset } from '../../src/ruleset.js';
import { forAll } from '../support/generate/for-all.js';
import { generate, rulesText } from '../support/generate/index.js';
import { clausesOf, partsOf, without } from '../support/generate/model.js';
import { compiled } from '../support/generate/priced.js';
import { Random } from '../support/generate/random.js';
import { drawWorld } from '../support/generate/world.js';
import { RUNS } from '../support/runs.js';
import { type Mutation, mutationsOf } from './mutations.js';
import { meaningOf, promotionSentences, sentencesOf } from './said.js';

const LANGS: readonly Lang[] = ['en', 'zh'];

/** The languages in which two things are said alike, with what is said. */
function alike(
  what: string,
  said: (lang: Lang) => readonly [readonly string[], readonly string[]],
): readonly string[] {
  return LANGS.flatMap((lang) => {
    const [one = '', other = ''] = said(lang).map((sentences) => sentences.join('\n'));
    return one === other ? [`${what}, in ${lang}: ${one}`] : [];
  });
}

describe('nothing that a rule file means goes unsaid', () => {
  it('a clause that changes the meaning changes what is said', () => {
    const changed = new Set<string>();
    forAll((ruleset, { rules }, seed) => {
      const whole = Ruleset.checked(ruleset);
      for (const part of new Random(seed).some(partsOf(rules), 3, 3)) {
        const rest = compiled(without(rules, part));
        if (rest === undefined) continue;
        const less = Ruleset.checked(rest);
        if (meaningOf(less) === meaningOf(whole)) continue;
        for (const clause of clausesOf(part)) changed.add(clause);
        expect(alike(part.text, (lang) => [sentencesOf(less, lang), sentencesOf(whole, lang)])).toEqual([]);
      }
    });
    expect(changed.size).toBeGreaterThan(0);
  });

  it('a value that is changed in a checked promotion changes what is said of it', () => {
    forAll((ruleset) => {
      const checked = Ruleset.checked(ruleset);
      for (const promotion of checked.promotions)
        for (const { path, changed } of [...mutationsOf(promotion)].filter(isOther(promotion)))
          expect(
            alike(path, (lang) => [
              promotionSentences(changed as Promotion, checked, lang),
              promotionSentences(promotion, checked, lang),
            ]),
          ).toEqual([]);
    });
  });

  it('a value that is changed in what holds for the whole file changes what is said of it', () => {
    forAll((ruleset) => {
      const { promotions, tables, attributes, ...file } = Ruleset.checked(ruleset);
      for (const { path, changed } of [...mutationsOf(file)].filter(isOther(file))) {
        const other = { ...(changed as Omit<Checked, 'promotions'>), promotions, tables, attributes };
        const whole = { ...file, promotions, tables, attributes };
        expect(alike(path, (lang) => [sentencesOf(other, lang), sentencesOf(whole, lang)])).toEqual([]);
      }
    });
  });
});

function isOther(value: unknown): (mutation: Mutation) => boolean {
  const meaning = meaningOf(value);
  return ({ changed }) => meaningOf(changed) !== meaning;
}

/** What stands in quotes is a name or value of the rule file, in whatever language that is. */
const QUOTED = /“(?:[^”\\]|\\.)*”|「[^」]*」/gu;

describe('in every world', () => {
  const inWorlds = (holds: (ruleset: Ruleset) => void): void => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const { rules } = generate(seed, drawWorld(new Random(seed)));
        const ruleset = compiled(rules);
        fc.pre(ruleset !== undefined);
        try {
          holds(ruleset);
        } catch (error) {
          throw new Error(rulesText(rules), { cause: error });
        }
      }),
      { numRuns: RUNS },
    );
  };

  it('Chinese is Chinese, but for names, values and the word SKU', () => {
    inWorlds((ruleset) => {
      for (const sentence of sentencesOf(Ruleset.checked(ruleset), 'zh').filter(isSentence))
        expect(sentence.replaceAll(QUOTED, '').replaceAll('SKU', '')).not.toMatch(/[A-Za-z]/);
    });
  });

  it('no sentence has a hole', () => {
    forAll((ruleset) => {
      for (const lang of LANGS)
        for (const sentence of sentencesOf(Ruleset.checked(ruleset), lang)) {
          const said = sentence.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""').replaceAll(QUOTED, '');
          expect(said).not.toMatch(/undefined|NaN|\[object| {2}|,,|，，|。。|\(\)|（）/);
        }
    });
  });
});

/** Sentences end as such; the names of parts and promotions between them do not. */
function isSentence(text: string): boolean {
  return /[。：]$/.test(text);
}
